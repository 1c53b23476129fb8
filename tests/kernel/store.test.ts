import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Interrupt,
  type Process,
  Simulation,
  Store,
  type TakeOptions,
  type Task,
} from '../../src/kernel/index.ts';
import { play } from './support.ts';

function* taker(
  sim: Simulation,
  shelf: Store<number>,
  out: string[],
  name: string,
  options?: TakeOptions<number>,
): Process {
  out.push(`${name} ${yield* shelf.take(options)} ${sim.now}`);
}

test('things are taken in order of arrival, unless the taker has a rule', () => {
  const log = play((sim, out) => {
    const shelf = new Store<number>(sim);
    for (const n of [5, 3, 9, 4, 9, 3]) shelf.offer(n);
    sim.start(taker(sim, shelf, out, 'first'));
    sim.start(taker(sim, shelf, out, 'even', { where: (n) => n % 2 === 0 }));
    sim.start(taker(sim, shelf, out, 'largest', { by: (a, b) => b - a }));
    sim.start(taker(sim, shelf, out, 'least above 3', { where: (n) => n > 3, by: (a, b) => a - b }));
    sim.at(1, () => out.push(shelf.items.join()));
  });
  expect(log).toEqual(['first 5 0', 'even 4 0', 'largest 9 0', 'least above 3 9 0', '3,3']);
});

test('among equals a rule takes what has been there longest', () => {
  const sim = new Simulation();
  const shelf = new Store<{ size: number; name: string }>(sim);
  for (const name of ['a', 'b', 'c']) shelf.offer({ size: 1, name });
  let got = '';
  sim.start(
    (function* (): Process {
      got = (yield* shelf.take({ by: (x, y) => x.size - y.size }))!.name;
    })(),
  );
  sim.run();
  expect(got).toBe('a');
});

test('a thing goes to the first taker in line who wants it; the others wait on', () => {
  const log = play((sim, out) => {
    const shelf = new Store<number>(sim);
    sim.start(taker(sim, shelf, out, 'big', { where: (n) => n > 10 }));
    sim.start(taker(sim, shelf, out, 'any'));
    sim.start(taker(sim, shelf, out, 'urgent', { priority: -1, where: (n) => n > 5 }));
    sim.at(1, () => shelf.offer(3));
    sim.at(2, () => shelf.offer(12));
    sim.at(3, () => shelf.offer(11));
  });
  expect(log).toEqual(['any 3 1', 'urgent 12 2', 'big 11 3']);
});

test('a taker without luck gets undefined when patience ends', () => {
  const log = play((sim, out) => {
    const shelf = new Store<number>(sim);
    sim.start(taker(sim, shelf, out, 'patient', { patience: 4 }));
    sim.start(taker(sim, shelf, out, 'hasty', { patience: 0 }));
    sim.at(5, () => out.push(`${shelf.offer(1)} ${shelf.items.length}`));
  });
  expect(log).toEqual(['hasty undefined 0', 'patient undefined 4', 'true 1']);
});

test('a full store lets nobody put until there is room, in order of arrival', () => {
  const log = play((sim, out) => {
    const shelf = new Store<number>(sim, 1);
    function* putter(n: number, patience?: number): Process {
      out.push(`put ${n} ${yield shelf.put(n, { patience })} ${sim.now}`);
    }
    for (const n of [1, 2, 3]) sim.start(putter(n));
    sim.start(putter(4, 1));
    sim.at(2, () => out.push(`offer ${shelf.offer(5)}`));
    sim.start(taker(sim, shelf, out, 'a'), { at: 5 });
    sim.start(taker(sim, shelf, out, 'b'), { at: 6 });
    sim.at(7, () => out.push(`${shelf.remove(99)} ${shelf.remove(3)} ${shelf.items.length}`));
  });
  expect(log).toEqual([
    'put 1 true 0',
    'put 4 false 1',
    'offer false',
    'a 1 5',
    'put 2 true 5',
    'b 2 6',
    'put 3 true 6',
    'false true 0',
  ]);
});

test('a taker whose rule asks the world is served when the store is told that the world has changed', () => {
  const log = play((sim, out) => {
    const shelf = new Store<number>(sim);
    let threshold = 10;
    shelf.offer(7);
    sim.start(taker(sim, shelf, out, 'a', { where: (n) => n > threshold }));
    sim.at(3, () => {
      threshold = 5;
      shelf.check();
    });
  });
  expect(log).toEqual(['a 7 3']);
});

test('a thing on its way to a taker keeps its place, so that it can come back when the taker is interrupted', () => {
  const sim = new Simulation();
  const shelf = new Store<number>(sim, 1);
  const log: string[] = [];
  const doomed = sim.start(taker(sim, shelf, log, 'doomed'));
  sim.at(1, () => {
    log.push(`${shelf.offer(1)} ${shelf.offer(2)}`);
    doomed.interrupt();
  });
  sim.run();
  expect(log).toEqual(['true false']);
  expect(shelf.items).toEqual([1]);
});

test('room that was made for a putter goes to the next when that one is interrupted before it woke', () => {
  const sim = new Simulation();
  const shelf = new Store<number>(sim, 1);
  shelf.offer(0);
  function* putter(n: number): Process {
    yield shelf.put(n);
  }
  const doomed = sim.start(putter(1));
  sim.start(putter(2));
  sim.at(1, () => {
    shelf.remove(0);
    doomed.interrupt();
  });
  sim.at(2, () => shelf.remove(2));
  sim.run();
  expect([shelf.puttersWaiting, shelf.items.length, shelf.offer(3)]).toEqual([0, 0, true]);
});

test('nothing is lost, doubled or beyond capacity, through interrupts and patience at the same instants', () => {
  const life = fc.record({
    verb: fc.constantFrom('put' as const, 'take' as const),
    at: fc.nat(4),
    patience: fc.constantFrom(0, 1, 2, 50),
    parity: fc.nat(2),
    interruptedAt: fc.nat(6),
  });
  fc.assert(
    fc.property(fc.array(life, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (lives, capacity) => {
      const sim = new Simulation();
      const shelf = new Store<number>(sim, capacity);
      const put: number[] = [];
      const taken: number[] = [];
      function* live(n: number, { verb, patience, parity }: (typeof lives)[number]): Process {
        try {
          if (verb === 'put' && (yield shelf.put(n, { patience }))) put.push(n);
          if (verb === 'put') return;
          const item = yield* shelf.take({ patience, where: (i) => parity === 2 || i % 2 === parity });
          if (item !== undefined) taken.push(item);
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
        }
        expect(shelf.items.length).toBeLessThanOrEqual(capacity);
      }
      lives.forEach((one, n) => {
        const task: Task = sim.start(live(n, one), { at: one.at });
        sim.at(one.interruptedAt, () => task.interrupt());
      });
      sim.run();
      const byValue = (a: number, b: number): number => a - b;
      expect([...taken, ...shelf.items].sort(byValue)).toEqual(put.sort(byValue));
    }),
    { numRuns: 500 },
  );
});
