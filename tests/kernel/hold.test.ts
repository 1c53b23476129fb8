import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Process, Simulation, type Wait, type Wake } from '../../src/kernel/index.ts';
import { play } from './support.ts';

test('a hold takes exactly as long as it says', () => {
  const log = play((sim, out) => {
    function* walker(): Process {
      for (const minutes of [0, 2.5, 0, 4]) {
        yield sim.hold(minutes);
        out.push(String(sim.now));
      }
    }
    sim.start(walker());
  });
  expect(log).toEqual(['0', '2.5', '2.5', '6.5']);
});

test('a helper two levels deep never shifts the clock of its caller', () => {
  const log = play((sim, out) => {
    function* inner(minutes: number): Generator<Wait, number, Wake> {
      yield sim.hold(minutes);
      return sim.now;
    }
    function* outer(minutes: number): Generator<Wait, number, Wake> {
      const between = yield* inner(minutes);
      yield sim.hold(1);
      return between;
    }
    function* caller(name: string, minutes: number): Process {
      const between = yield* outer(minutes);
      out.push(`${name} ${between} ${sim.now}`);
    }
    sim.start(caller('slow', 10));
    sim.start(caller('quick', 3));
    sim.start(caller('none', 0));
  });
  expect(log).toEqual(['none 0 1', 'quick 3 4', 'slow 10 11']);
});

test('twelve processes that hold to the same instant go on in the order in which they began to hold', () => {
  const log = play((sim, out) => {
    function* sleeper(n: number): Process {
      yield sim.hold(5);
      out.push(String(n));
      yield sim.hold(0);
      out.push(`again ${n}`);
    }
    for (let n = 0; n < 12; n++) sim.start(sleeper(n));
  });
  const twelve = Array.from({ length: 12 }, (_, n) => String(n));
  expect(log).toEqual([...twelve, ...twelve.map((n) => `again ${n}`)]);
});

test('a smaller priority goes first at equal times, whatever the order of holding', () => {
  const log = play((sim, out) => {
    function* sleeper(priority: number): Process {
      yield sim.hold(5, priority);
      out.push(String(priority));
    }
    for (const priority of [3, -2, 0, 32_767, -32_767]) sim.start(sleeper(priority));
  });
  expect(log).toEqual(['-32767', '-2', '0', '3', '32767']);
});

test('processes wake in a stable order of time and priority, and time never goes back', () => {
  const hold = fc.record({ minutes: fc.nat(4), priority: fc.integer({ min: -1, max: 1 }) });
  fc.assert(
    fc.property(fc.array(fc.array(hold, { maxLength: 5 }), { maxLength: 12 }), (plans) => {
      const sim = new Simulation();
      const woken: { time: number; priority: number; asked: number }[] = [];
      let asked = 0;
      function* follow(plan: (typeof plans)[number]): Process {
        for (const { minutes, priority } of plan) {
          const mine = { time: sim.now + minutes, priority, asked: asked++ };
          yield sim.hold(minutes, priority);
          expect(sim.now).toBe(mine.time);
          woken.push(mine);
        }
      }
      for (const plan of plans) sim.start(follow(plan));
      sim.run();
      for (let i = 1; i < woken.length; i++) {
        const [before, after] = [woken[i - 1]!, woken[i]!];
        expect(before.time).toBeLessThanOrEqual(after.time);
        // What was asked for before the earlier one woke must have been in the right order with it.
        const isTie = before.time === after.time && after.asked < before.asked;
        if (isTie) expect(before.priority).toBeLessThan(after.priority);
      }
    }),
  );
});

test('the clock stands at the end asked for, also when everything was over before, and events at that time happen', () => {
  const sim = new Simulation();
  const log: number[] = [];
  for (const time of [1, 5, 6]) sim.at(time, () => log.push(time));
  sim.run(5);
  expect([sim.now, log]).toEqual([5, [1, 5]]);
  sim.run(100);
  expect([sim.now, log]).toEqual([100, [1, 5, 6]]);
  sim.run();
  expect(sim.now).toBe(100);
});

test.each([-1, Number.NaN, Infinity, -Infinity])('a hold of %d is a programmer error', (duration) => {
  const sim = new Simulation();
  expect(() => sim.hold(duration)).toThrow(RangeError);
});

test.each([0.5, 32_768, -32_768, Number.NaN])('a priority of %d is a programmer error', (priority) => {
  expect(() => new Simulation().at(1, () => {}, priority)).toThrow(RangeError);
});

test('nobody but a running process can hold', () => {
  const sim = new Simulation();
  expect(() => sim.hold(1)).toThrow(RangeError);
});
