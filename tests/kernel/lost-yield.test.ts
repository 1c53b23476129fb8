import { expect, test } from 'vitest';
import {
  type Process,
  Resource,
  Signal,
  Simulation,
  SimulationError,
  type Wait,
} from '../../src/kernel/index.ts';

/** What a run fails with when a process called "sloppy" does this at time 3, seed "s". */
function failure(body: (sim: Simulation) => Process): SimulationError {
  const sim = new Simulation({ seed: 's' });
  sim.start(body(sim), { name: 'sloppy', at: 3 });
  try {
    sim.run();
  } catch (error) {
    if (error instanceof SimulationError) return error;
  }
  throw new Error('the run did not fail as it should');
}

test.each<[string, RegExp, (sim: Simulation) => Process]>([
  [
    'a second wait before the first was yielded',
    /earlier wait was never yielded/,
    function* (sim) {
      sim.hold(1);
      yield sim.hold(2);
    },
  ],
  [
    'a wait granted at once but not yielded before the next',
    /earlier wait was never yielded/,
    function* (sim) {
      new Resource(sim, 1).seize();
      yield sim.hold(2);
    },
  ],
  [
    'an end with a wait that was never yielded',
    /ends while a wait was never yielded/,
    // biome-ignore lint/correctness/useYield: the lost yield is the point
    function* (sim) {
      sim.hold(1);
    },
  ],
  [
    'a yield of a wait that is over',
    /yields without asking/,
    function* (sim) {
      const wait = sim.hold(0);
      yield wait;
      yield wait;
    },
  ],
  [
    'a yield of something that is no wait',
    /yields without asking/,
    function* () {
      yield 5 as unknown as Wait;
    },
  ],
  [
    'a signal waited for while a hold is pending',
    /earlier wait was never yielded/,
    function* (sim) {
      sim.hold(1);
      yield new Signal(sim).wait();
    },
  ],
])('%s is found out, with time, process and seed', (_, message, body) => {
  const error = failure(body);
  expect(error.message).toMatch(message);
  expect(error.message).toMatch(/at time 3 in "sloppy", seed "s"/);
  expect([error.time, error.process, error.seed]).toEqual([3, 'sloppy', 's']);
});

test('a wait that is lost while an interrupt passes through is found out too', () => {
  const sim = new Simulation();
  function* hasty(): Process {
    try {
      yield sim.hold(10);
    } finally {
      sim.hold(1);
    }
  }
  const task = sim.start(hasty());
  sim.at(1, () => task.interrupt());
  expect(() => sim.run()).toThrow(/ends while a wait was never yielded/);
  expect(sim.pending).toBe(0);
});

test('a process that asks for nothing at all is no mistake', () => {
  const sim = new Simulation();
  // biome-ignore lint/correctness/useYield: nothing to wait for is the point
  function* immediate(): Process<number> {
    return 1;
  }
  const task = sim.start(immediate());
  sim.run();
  expect(task.value).toBe(1);
});
