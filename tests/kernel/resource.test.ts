import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Process,
  Resource,
  ResourceStatistics,
  type SeizeOptions,
  Simulation,
} from '../../src/kernel/index.ts';
import { play } from './support.ts';

function* visit(
  sim: Simulation,
  desk: Resource,
  out: string[],
  name: string,
  options?: SeizeOptions,
): Process {
  if (!(yield desk.seize(1, options))) {
    out.push(`${name} gave up ${sim.now}`);
    return;
  }
  out.push(`${name} ${sim.now}`);
  yield sim.hold(10);
  desk.release();
}

test('those of equal priority are served in order of arrival, the more urgent before them', () => {
  const log = play((sim, out) => {
    const desk = new Resource(sim, 1);
    sim.start(visit(sim, desk, out, 'a'));
    sim.start(visit(sim, desk, out, 'b', { priority: 2 }));
    sim.start(visit(sim, desk, out, 'c', { priority: 1.5 }));
    sim.start(visit(sim, desk, out, 'd', { priority: 2 }));
    sim.start(visit(sim, desk, out, 'e', { priority: -1 }));
  });
  expect(log).toEqual(['a 0', 'e 10', 'c 20', 'b 30', 'd 40']);
});

test('patience ends on time, with false, and a place given up is nobody’s', () => {
  const log = play((sim, out) => {
    const desk = new Resource(sim, 1);
    sim.start(visit(sim, desk, out, 'a'));
    sim.start(visit(sim, desk, out, 'b', { patience: 9 }));
    sim.start(visit(sim, desk, out, 'c', { patience: 11 }));
    sim.start(visit(sim, desk, out, 'd', { deadline: 4 }));
    sim.start(visit(sim, desk, out, 'e', { patience: 0 }));
  });
  expect(log).toEqual(['a 0', 'e gave up 0', 'd gave up 4', 'b gave up 9', 'c 10']);
});

test('no patience means not to wait at all, not even for what else happens at this instant', () => {
  const log = play((sim, out) => {
    const desk = new Resource(sim, 1);
    function* holder(): Process {
      yield desk.seize();
      yield sim.hold(5);
      desk.release();
    }
    sim.start(holder());
    sim.start(visit(sim, desk, out, 'hasty', { patience: 0 }), { at: 5 });
    sim.start(visit(sim, desk, out, 'less so', { patience: 2 ** -40 }), { at: 5 });
  });
  expect(log).toEqual(['hasty gave up 5', 'less so 5']);
});

test('a small request does not overtake a large one at the head, until the large one gives up', () => {
  const log = play((sim, out) => {
    const desks = new Resource(sim, 3);
    function* group(name: string, units: number, patience: number): Process {
      out.push(`${name} ${yield desks.seize(units, { patience })} ${sim.now}`);
      yield sim.hold(10);
    }
    sim.start(group('two', 2, 99));
    sim.start(group('three', 3, 5));
    sim.start(group('one', 1, 99));
  });
  expect(log).toEqual(['two true 0', 'three false 5', 'one true 5']);
});

test('after a cut in capacity nobody is disturbed, and nothing is granted until use is below it', () => {
  const log = play((sim, out) => {
    const desk = new Resource(sim, 3);
    for (const name of ['a', 'b', 'c', 'd']) sim.start(visit(sim, desk, out, name));
    sim.at(5, () => {
      desk.setCapacity(1);
      out.push(`in use ${desk.inUse} of ${desk.capacity}`);
    });
    sim.at(6, () => sim.start(visit(sim, desk, out, 'e')));
    sim.at(12, () => desk.setCapacity(2));
  });
  expect(log).toEqual(['a 0', 'b 0', 'c 0', 'in use 3 of 1', 'd 10', 'e 12']);
});

test('no grant raises use above the capacity of that moment, whatever the changes of capacity', () => {
  const plan = fc.record({
    at: fc.nat(20),
    units: fc.integer({ min: 1, max: 4 }),
    minutes: fc.nat(6),
    patience: fc.nat(8),
  });
  const change = fc.record({ at: fc.nat(20), capacity: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 25 }), fc.array(change, { maxLength: 8 }), (plans, changes) => {
      const sim = new Simulation();
      const stands = new Resource(sim, 3);
      let before = 0;
      stands.observer = {
        changed: () => {
          if (stands.inUse > before) expect(stands.inUse).toBeLessThanOrEqual(stands.capacity);
          before = stands.inUse;
        },
      };
      function* aircraft({ units, minutes, patience }: (typeof plans)[number]): Process {
        if (!(yield stands.seize(units, { patience }))) return;
        yield sim.hold(minutes);
        stands.release(units);
      }
      for (const p of plans) sim.start(aircraft(p), { at: p.at });
      for (const { at, capacity } of changes) sim.at(at, () => stands.setCapacity(capacity));
      sim.run();
      expect([stands.inUse, stands.queueLength]).toEqual([0, 0]);
    }),
  );
});

test('what a process still holds when it ends goes back by itself, once', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 5);
  function* forgetful(): Process {
    yield desk.seize(2);
    yield desk.seize(2);
    desk.release();
    yield sim.hold(1);
  }
  function* tidy(): Process {
    yield desk.seize();
    try {
      yield sim.hold(100);
    } finally {
      desk.release();
    }
  }
  sim.start(forgetful());
  const task = sim.start(tidy());
  sim.run(0.5);
  expect([desk.inUse, desk.heldBy(task)]).toEqual([4, 1]);
  task.interrupt();
  sim.run(2);
  expect(desk.inUse).toBe(0);
});

test('one process may release what another holds, by name', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 1);
  function* holder(): Process {
    yield desk.seize();
    yield sim.hold(10);
  }
  const task = sim.start(holder());
  sim.run(1);
  desk.release(1, task);
  expect([desk.inUse, desk.heldBy(task)]).toEqual([0, 0]);
  sim.run();
  expect(desk.inUse).toBe(0);
});

test('programmer errors are refused at the edge', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 1);
  for (const capacity of [-1, 0.5, Number.NaN]) {
    expect(() => new Resource(sim, capacity)).toThrow(RangeError);
    expect(() => desk.setCapacity(capacity)).toThrow(RangeError);
  }
  for (const units of [0, -1, 1.5, Number.NaN]) expect(() => desk.seize(units)).toThrow(RangeError);
  expect(() => desk.release()).toThrow(RangeError);
  function* greedy(): Process {
    yield desk.seize();
    yield sim.hold(1);
  }
  const task = sim.start(greedy());
  sim.run(0.5);
  expect(() => desk.release(2, task)).toThrow(/releases 2 of resource but holds 1/);
  expect(desk.inUse).toBe(1);
});

test('an observer hears of levels, waits and reneges, once things have settled', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 1);
  const seen = new ResourceStatistics();
  desk.observer = seen;
  const log: string[] = [];
  sim.start(visit(sim, desk, log, 'a'));
  sim.start(visit(sim, desk, log, 'b'));
  sim.start(visit(sim, desk, log, 'c', { patience: 4 }));
  sim.run(40);
  expect(seen.inUse.mean(40)).toBe(0.5);
  expect(seen.inUse.max).toBe(1);
  expect(seen.queue.area(40)).toBe(14);
  expect(seen.queue.max).toBe(2);
  expect([seen.waits.count, seen.waits.sum, seen.waits.max]).toEqual([2, 10, 10]);
  expect([seen.reneges.count, seen.reneges.mean]).toEqual([1, 4]);
});
