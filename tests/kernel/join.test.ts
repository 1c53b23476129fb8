import { expect, test } from 'vitest';
import { allOf, anyOf, type Process, Simulation, type Task, type Wait } from '../../src/kernel/index.ts';
import { play } from './support.ts';

function* work(sim: Simulation, minutes: number): Process<number> {
  yield sim.hold(minutes);
  return minutes;
}

/** Waits once, and tells how that ended and when. */
function* await_(sim: Simulation, out: string[], wait: () => Wait): Process {
  out.push(`${yield wait()} ${sim.now}`);
}

test('a join waits for the end of a task, or not at all when it has ended', () => {
  const log = play((sim, out) => {
    const task = sim.start(work(sim, 5));
    sim.start(await_(sim, out, () => task.join()));
    sim.start(await_(sim, out, () => task.join({ patience: 3 })));
    sim.start(await_(sim, out, () => task.join({ deadline: 5 })));
    sim.start(
      await_(sim, out, () => task.join()),
      { at: 9 },
    );
  });
  expect(log).toEqual(['false 3', 'true 5', 'true 5', 'true 9']);
});

test('anyOf goes on with the first end, allOf with the last', () => {
  const log = play((sim, out) => {
    const tasks = [sim.start(work(sim, 7)), sim.start(work(sim, 4)), sim.start(work(sim, 4))];
    sim.start(await_(sim, out, () => anyOf(sim, tasks)));
    sim.start(await_(sim, out, () => allOf(sim, tasks)));
    sim.start(await_(sim, out, () => anyOf(sim, tasks, { deadline: 3 })));
    sim.start(await_(sim, out, () => allOf(sim, tasks, { patience: 6 })));
    sim.start(
      await_(sim, out, () => anyOf(sim, tasks)),
      { at: 5 },
    );
    sim.start(
      await_(sim, out, () => allOf(sim, [])),
      { at: 5 },
    );
    sim.start(
      await_(sim, out, () => allOf(sim, [tasks[0]!, tasks[0]!])),
      { at: 5 },
    );
  });
  expect(log).toEqual(['false 3', 'true 4', 'true 5', 'true 5', 'false 6', 'true 7', 'true 7']);
});

test('anyOf that was given up or interrupted is not woken by an end later on', () => {
  const sim = new Simulation();
  const log: string[] = [];
  const task = sim.start(work(sim, 10));
  function* impatient(): Process {
    yield anyOf(sim, [task], { patience: 1 });
    yield sim.hold(100);
    log.push(`held until ${sim.now}`);
  }
  const waiting: Task = sim.start(await_(sim, log, () => anyOf(sim, [task])));
  sim.start(impatient());
  sim.at(2, () => waiting.interrupt());
  sim.run();
  expect(log).toEqual(['held until 101']);
});

test('anyOf nothing would never end and is refused', () => {
  expect(() => anyOf(new Simulation(), [])).toThrow(RangeError);
});
