import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Interrupt, type Process, Resource, Simulation, type Task } from '../../src/kernel/index.ts';

// Small whole numbers throughout, so that most things happen at the same instants.
const step = fc.oneof(
  fc.record({ verb: fc.constant('hold' as const), minutes: fc.nat(3) }),
  fc.record({
    verb: fc.constant('seize' as const),
    units: fc.integer({ min: 1, max: 3 }),
    priority: fc.integer({ min: -1, max: 1 }),
    patience: fc.constantFrom(0, 1, 2, 50),
    preempt: fc.boolean(),
  }),
  fc.record({ verb: fc.constant('release' as const) }),
  fc.record({ verb: fc.constant('interrupt' as const), whom: fc.nat(7) }),
  fc.record({ verb: fc.constant('capacity' as const), units: fc.nat(4) }),
);
const life = fc.record({
  steps: fc.array(step, { maxLength: 12 }),
  survives: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

/** Plays lives that seize, release, interrupt and preempt each other; checks the books at every change. */
function playLives(lives: readonly Life[]): Resource {
  const sim = new Simulation();
  const stands = new Resource(sim, 2);
  const tasks: Task[] = [];
  let inUse = 0;
  let time = 0;
  stands.observer = {
    changed: () => {
      const held = tasks.reduce((sum, task) => sum + stands.heldBy(task), 0);
      // While a preempting request is being served its units are in use but not yet in its hands.
      expect(stands.inUse).toBeGreaterThanOrEqual(held);
      if (stands.inUse > inUse) expect(stands.inUse).toBeLessThanOrEqual(stands.capacity);
      inUse = stands.inUse;
      expect(sim.now).toBeGreaterThanOrEqual(time);
      time = sim.now;
    },
  };
  function* live({ steps, survives }: Life): Process {
    for (const s of steps) {
      const before = stands.heldBy();
      try {
        if (s.verb === 'hold') yield sim.hold(s.minutes);
        if (s.verb === 'seize') yield stands.seize(s.units, s);
        if (s.verb === 'release' && stands.heldBy() > 0) stands.release();
        if (s.verb === 'capacity') stands.setCapacity(s.units);
        const whom = s.verb === 'interrupt' ? tasks[s.whom] : undefined;
        if (whom !== sim.active) whom?.interrupt();
        const held = tasks.reduce((sum, task) => sum + stands.heldBy(task), 0);
        expect(stands.inUse).toBe(held);
      } catch (error) {
        if (!survives || !(error instanceof Interrupt)) throw error;
        // What was asked for when the interrupt came was not got.
        expect(stands.heldBy()).toBeLessThanOrEqual(before);
      }
    }
  }
  for (const one of lives) tasks.push(sim.start(live(one)));
  sim.at(1000, () => stands.setCapacity(10));
  sim.run();
  for (const task of tasks) expect([task.done, stands.heldBy(task)]).toEqual([true, 0]);
  return stands;
}

test('units are never lost nor duplicated, through interrupts, preemptions, reneging and cuts at the same instants', () => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 2, maxLength: 8 }), (lives) => {
      const stands = playLives(lives);
      expect([stands.inUse, stands.queueLength]).toEqual([0, 0]);
    }),
    { numRuns: process.env.AIRBRIDGE_FULL === '1' ? 20_000 : 500 },
  );
});
