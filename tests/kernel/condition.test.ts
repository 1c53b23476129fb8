import { expect, test } from 'vitest';
import { Condition, type Process, type Simulation } from '../../src/kernel/index.ts';
import { play } from './support.ts';

/** A runway that opens and closes, and aircraft that wait for it. */
function runway(sim: Simulation, out: string[]) {
  const state = { isOpen: false };
  const open = new Condition(sim, () => state.isOpen);
  const set = (time: number, isOpen: boolean): void => {
    sim.at(time, () => {
      state.isOpen = isOpen;
      open.check();
    });
  };
  function* land(name: string, options?: { patience?: number; deadline?: number }): Process {
    out.push(`${name} ${yield open.wait(options)} ${sim.now}`);
  }
  return { open, set, land };
}

test('who waits goes on when the condition is found to hold, and at once when it holds already', () => {
  const log = play((sim, out) => {
    const { set, land } = runway(sim, out);
    sim.start(land('a'));
    sim.start(land('b'));
    set(3, false);
    set(5, true);
    sim.start(land('c'), { at: 7 });
  });
  expect(log).toEqual(['a true 5', 'b true 5', 'c true 7']);
});

test('a deadline on the clock and a patience from now both end the wait with false', () => {
  const log = play((sim, out) => {
    const { set, land } = runway(sim, out);
    sim.start(land('deadline', { deadline: 4 }), { at: 1 });
    sim.start(land('patience', { patience: 4 }), { at: 1 });
    sim.start(land('the earlier', { patience: 4, deadline: 3 }), { at: 1 });
    sim.start(land('past', { deadline: 0.5 }), { at: 1 });
    sim.start(land('long', { deadline: 50 }), { at: 1 });
    set(20, true);
    sim.start(land('past but open', { deadline: 0.5 }), { at: 30 });
  });
  expect(log).toEqual([
    'past false 1',
    'the earlier false 3',
    'deadline false 4',
    'patience false 5',
    'long true 20',
    'past but open true 30',
  ]);
});

test('a state that nobody checks wakes nobody, and a check of what does not hold neither', () => {
  const log = play((sim, out) => {
    const { open, land } = runway(sim, out);
    sim.start(land('a'));
    sim.at(1, () => open.check());
    sim.at(2, () => out.push(`${open.waiting} waits`));
  });
  expect(log).toEqual(['1 waits']);
});
