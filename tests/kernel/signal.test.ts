import { expect, test } from 'vitest';
import { type Process, Signal, type Simulation } from '../../src/kernel/index.ts';
import { play } from './support.ts';

function* listener(sim: Simulation, bell: Signal, out: string[], name: string, patience?: number): Process {
  out.push(`${name} ${yield bell.wait({ patience })} ${sim.now}`);
}

test('a firing wakes all who wait, at this instant, in order of arrival, and nobody who comes later', () => {
  const log = play((sim, out) => {
    const bell = new Signal(sim);
    for (const name of ['a', 'b', 'c']) sim.start(listener(sim, bell, out, name));
    sim.at(5, () => {
      out.push(`${bell.waiting} wait`);
      bell.fire();
      out.push(`${bell.waiting} wait`);
    });
    sim.start(listener(sim, bell, out, 'late'), { at: 6 });
    sim.at(8, () => bell.fire());
  });
  expect(log).toEqual(['3 wait', '0 wait', 'a true 5', 'b true 5', 'c true 5', 'late true 8']);
});

test('who waits again on waking waits for the next firing', () => {
  const log = play((sim, out) => {
    const bell = new Signal(sim);
    function* regular(): Process {
      for (;;) {
        yield bell.wait();
        out.push(String(sim.now));
      }
    }
    sim.start(regular());
    for (const time of [1, 2, 2, 3]) sim.at(time, () => bell.fire());
  }, 10);
  expect(log).toEqual(['1', '2', '3']);
});

test('patience that ends at the instant of a firing counts, whichever event was scheduled first', () => {
  const log = play((sim, out) => {
    const bell = new Signal(sim);
    sim.at(5, () => bell.fire());
    sim.start(listener(sim, bell, out, 'fired first', 5));
    sim.start(listener(sim, bell, out, 'gave up first', 7));
    sim.start(
      (function* (): Process {
        yield sim.hold(6);
        yield sim.hold(1);
        bell.fire();
      })(),
    );
  });
  expect(log).toEqual(['fired first true 5', 'gave up first true 5']);
});
