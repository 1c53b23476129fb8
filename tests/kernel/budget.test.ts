import { expect, test } from 'vitest';
import { Condition, type Process, Simulation } from '../../src/kernel/index.ts';

test('a run that passes its event budget stops, naming time, process and seed', () => {
  const sim = new Simulation({ seed: 'b', eventBudget: 100 });
  function* forever(): Process {
    for (;;) yield sim.hold(1);
  }
  sim.start(forever());
  expect(() => sim.run()).toThrow('more than 100 events (at time 100 in "the calendar", seed "b")');
});

test.each<[string, (sim: Simulation) => Process]>([
  [
    'holds of no time',
    function* (sim) {
      for (;;) yield sim.hold(0);
    },
  ],
  [
    'a condition that holds for ever',
    function* (sim) {
      const always = new Condition(sim, () => true);
      for (;;) yield always.wait();
    },
  ],
])('a process that keeps time standing still by %s is stopped', (_, body) => {
  const sim = new Simulation({ instantBudget: 1000 });
  sim.start(body(sim), { at: 5, name: 'stuck' });
  expect(() => sim.run()).toThrow(/more than 1000 events at one instant \(at time 5 /);
});

test('many events at one instant are fine within the budget, and the count starts anew with every instant', () => {
  const sim = new Simulation({ instantBudget: 1000 });
  for (const time of [0, 1, 1 + 2 ** -52]) for (let i = 0; i < 1000; i++) sim.at(time, () => {});
  sim.run();
  expect(sim.events).toBe(3000);
});

test.each([0, -1, 1.5, Number.NaN])('a budget of %d is a programmer error', (budget) => {
  expect(() => new Simulation({ eventBudget: budget })).toThrow(RangeError);
  expect(() => new Simulation({ instantBudget: budget })).toThrow(RangeError);
});
