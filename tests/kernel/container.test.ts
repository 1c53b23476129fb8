import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Container, Interrupt, type Process, Simulation, type Wait } from '../../src/kernel/index.ts';
import { play } from './support.ts';

function* tell(sim: Simulation, out: string[], name: string, wait: () => Wait): Process {
  out.push(`${name} ${yield wait()} ${sim.now}`);
}

test('a get waits until that much is there; a large one at the head is not overtaken, the more urgent go first', () => {
  const log = play((sim, out) => {
    const tank = new Container(sim, 100, { level: 10 });
    sim.start(tell(sim, out, 'ten', () => tank.get(10)));
    sim.start(tell(sim, out, 'fifty', () => tank.get(50)));
    sim.start(tell(sim, out, 'five', () => tank.get(5)));
    sim.start(tell(sim, out, 'urgent', () => tank.get(20, { priority: -1 })));
    sim.start(tell(sim, out, 'hasty', () => tank.get(1, { patience: 2 })));
    for (const time of [10, 20, 30, 40]) sim.at(time, () => tank.add(20));
  });
  expect(log).toEqual(['ten true 0', 'hasty false 2', 'urgent true 10', 'fifty true 40', 'five true 40']);
});

test('a put waits for room, and after a cut in capacity for room below the cut', () => {
  const log = play((sim, out) => {
    const beds = new Container(sim, 10, { level: 8 });
    sim.start(tell(sim, out, 'two', () => beds.put(2)));
    sim.start(tell(sim, out, 'three', () => beds.put(3)));
    sim.start(tell(sim, out, 'no time', () => beds.put(1, { patience: 0 })));
    sim.at(1, () => beds.setCapacity(6));
    sim.start(
      tell(sim, out, 'leave', () => beds.get(5)),
      { at: 2 },
    );
    sim.at(3, () => out.push(`${beds.level} of ${beds.capacity}`));
    sim.at(4, () => beds.setCapacity(8));
  });
  expect(log).toEqual(['two true 0', 'no time false 0', 'leave true 2', '5 of 6', 'three true 4']);
});

test('an amount on its way to a getter keeps its place, so that it can come back when the getter is interrupted', () => {
  const sim = new Simulation();
  const tank = new Container(sim, 10, { level: 4 });
  const log: string[] = [];
  const doomed = sim.start(tell(sim, log, 'doomed', () => tank.get(8)));
  sim.at(1, () => {
    tank.add(4);
    expect(tank.level).toBe(0);
    expect(() => tank.add(3)).toThrow(/no room/);
    doomed.interrupt();
  });
  sim.run();
  expect(log).toEqual([]);
  expect(tank.level).toBe(8);
});

test('amounts are conserved and stay within 0 and capacity, through interrupts and patience at the same instants', () => {
  const life = fc.record({
    verb: fc.constantFrom('put' as const, 'get' as const),
    amount: fc.nat(4),
    at: fc.nat(4),
    patience: fc.constantFrom(0, 1, 2, 50),
    interruptedAt: fc.nat(6),
  });
  fc.assert(
    fc.property(fc.array(life, { maxLength: 20 }), (lives) => {
      const sim = new Simulation();
      const tank = new Container(sim, 6, { level: 3 });
      let balance = 3;
      const check = (): void => {
        expect(tank.level).toBeGreaterThanOrEqual(0);
        expect(tank.level).toBeLessThanOrEqual(6);
      };
      function* live({ verb, amount, patience }: (typeof lives)[number]): Process {
        try {
          const happened = yield verb === 'put'
            ? tank.put(amount, { patience })
            : tank.get(amount, { patience });
          if (happened) balance += verb === 'put' ? amount : -amount;
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
        }
        check();
      }
      for (const one of lives) {
        const task = sim.start(live(one), { at: one.at });
        sim.at(one.interruptedAt, () => {
          task.interrupt();
          check();
        });
      }
      sim.run();
      expect(tank.level).toBe(balance);
    }),
    { numRuns: 500 },
  );
});

test('programmer errors are refused at the edge', () => {
  const sim = new Simulation();
  expect(() => new Container(sim, -1)).toThrow(RangeError);
  expect(() => new Container(sim, 5, { level: 6 })).toThrow(RangeError);
  const tank = new Container(sim, 5);
  for (const amount of [-1, Number.NaN, Infinity]) {
    expect(() => tank.get(amount)).toThrow(RangeError);
    expect(() => tank.put(amount)).toThrow(RangeError);
    expect(() => tank.add(amount)).toThrow(RangeError);
  }
  expect(() => tank.add(6)).toThrow(/no room/);
  expect(() => tank.setCapacity(Number.NaN)).toThrow(RangeError);
});
