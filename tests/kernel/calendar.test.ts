import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calendar } from '../../src/kernel/index.ts';

interface Notice {
  time: number;
  priority: number;
  order: number;
  kind: number;
}

const inOrder = (a: Notice, b: Notice): number =>
  a.time - b.time || a.priority - b.priority || a.order - b.order;

// Few different values, so that ties are the rule.
const time = fc.integer({ min: 0, max: 6 });
const priority = fc.constantFrom(-32_767, -1, 0, 0, 0, 1, 32_767);
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('push' as const), time, priority }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('take' as const) }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('cancel' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('move' as const), which: fc.nat(), time, priority }),
  },
);

test('the calendar agrees with a sorted list under any mix of scheduling, cancelling, rescheduling and taking', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 300 }), (commands) => {
      const calendar = new Calendar<Notice>(1);
      const slots = new Map<Notice, number>();
      const pending = (): Notice[] => [...slots.keys()].sort(inOrder);
      let order = 0;
      for (const c of commands) {
        const chosen = 'which' in c && slots.size > 0 ? pending()[c.which % slots.size] : undefined;
        if (c.verb === 'push') {
          const notice = { time: c.time, priority: c.priority, order: order++, kind: order % 256 };
          slots.set(notice, calendar.push(c.time, c.priority, notice.kind, notice));
        } else if (c.verb === 'take' && slots.size > 0) {
          const first = pending()[0]!;
          expect(calendar.firstTime()).toBe(first.time);
          expect(calendar.take()).toBe(first);
          expect(calendar.takenKind).toBe(first.kind);
          slots.delete(first);
        } else if (c.verb === 'cancel' && chosen !== undefined) {
          calendar.cancel(slots.get(chosen)!);
          slots.delete(chosen);
        } else if (c.verb === 'move' && chosen !== undefined) {
          Object.assign(chosen, { time: c.time, priority: c.priority, order: order++ });
          calendar.reschedule(slots.get(chosen)!, c.time, c.priority, chosen.kind);
        }
        expect(calendar.size).toBe(slots.size);
      }
      expect(Array.from({ length: slots.size }, () => calendar.take())).toEqual(pending());
    }),
    { numRuns: 300 },
  );
});

test('events come out as a stable sort by time and priority would put them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ time: fc.double({ noNaN: true, min: 0, max: 1e9 }), priority })),
      (events) => {
        const calendar = new Calendar<object>();
        for (const event of events) calendar.push(event.time, event.priority, 0, event);
        const taken = events.map(() => calendar.take());
        expect(taken).toEqual([...events].sort((a, b) => a.time - b.time || a.priority - b.priority));
      },
    ),
  );
});

/** How far ahead events are scheduled: evenly, in crowds, at few times, a few of them very far or never due. */
const spacings: { readonly [name: string]: fc.Arbitrary<number> } = {
  even: fc.double({ min: 0, max: 100, noNaN: true }),
  crowded: fc.double({ min: 0, max: 1, noNaN: true }).map((u) => u ** 8 * 1e4),
  tied: fc.integer({ min: 0, max: 3 }).map((n) => n * 50),
  neighbouring: fc.integer({ min: 0, max: 600 }).map((n) => n * Number.MIN_VALUE),
  far: fc.oneof({ weight: 9, arbitrary: fc.integer({ max: 60, min: 0 }) }, fc.constantFrom(1e9, Infinity)),
};

test.each(Object.entries(spacings))(
  'thousands of events, %s, come out in order while others come and go',
  (_, ahead) => {
    fc.assert(
      fc.property(
        fc.array(ahead, { minLength: 3000, maxLength: 3000, size: 'max' }),
        fc.infiniteStream(fc.nat({ max: 99 })),
        (distances, dice) => {
          const calendar = new Calendar<Notice>(1);
          const pending: { readonly notice: Notice; readonly slot: number }[] = [];
          let [now, order] = [0, 0];
          const roll = (): number => dice.next().value!;
          const drop = (at: number): void => {
            pending[at] = pending.at(-1)!;
            pending.pop();
          };
          for (const distance of distances) {
            const notice = { time: now + distance, priority: (roll() % 3) - 1, order: order++, kind: 0 };
            pending.push({ notice, slot: calendar.push(notice.time, notice.priority, 0, notice) });
            if (order < 2000) continue;
            const chance = roll();
            if (chance < 60) {
              const first = pending.reduce((a, b) => (inOrder(a.notice, b.notice) < 0 ? a : b));
              expect(calendar.take()).toBe(first.notice);
              expect(calendar.takenTime).toBe(first.notice.time);
              now = first.notice.time === Infinity ? now : first.notice.time;
              drop(pending.indexOf(first));
            }
            const at = (roll() * 100 + roll()) % pending.length;
            const { notice: chosen, slot } = pending[at]!;
            if (chance % 10 === 0) {
              calendar.cancel(slot);
              drop(at);
            } else if (chance % 10 === 1) {
              Object.assign(chosen, { time: now + distance / 2, order: order++ });
              calendar.reschedule(slot, chosen.time, chosen.priority, 0);
            }
            expect(calendar.size).toBe(pending.length);
          }
          const rest = pending.map(({ notice }) => notice).sort(inOrder);
          expect(calendar.firstTime()).toBe(rest[0]!.time);
          for (const notice of rest) expect(calendar.take()).toBe(notice);
          expect(calendar.firstTime()).toBe(Infinity);
        },
      ),
      { numRuns: 2 },
    );
  },
);

test('of thousands of events most may be called off, in any order: the others come out in theirs', () => {
  const numbers = Array.from({ length: 2000 }, (_, n) => n);
  fc.assert(
    fc.property(fc.shuffledSubarray(numbers, { minLength: 1500 }), (leavers) => {
      const calendar = new Calendar<{ n: number }>();
      // neighbours on a rung were scheduled far apart: 7 has no factor in common with 2000
      const slots = numbers.map((n) => calendar.push(1 + ((7 * n) % 2000), 0, 0, { n }));
      for (const leaver of leavers) calendar.cancel(slots[leaver]!);
      const left = new Set(numbers);
      for (const leaver of leavers) left.delete(leaver);
      expect(calendar.size).toBe(left.size);
      const due = [...left].sort((a, b) => ((7 * a) % 2000) - ((7 * b) % 2000));
      expect(due.map(() => calendar.take().n)).toEqual(due);
      expect(calendar.size).toBe(0);
    }),
    { numRuns: 20 },
  );
});

test('twelve events at one instant come out in the order in which they were scheduled', () => {
  const calendar = new Calendar<{ n: number }>();
  for (let n = 0; n < 12; n++) calendar.push(7, 0, 0, { n });
  expect(Array.from({ length: 12 }, () => calendar.take().n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a cancelled event leaves its slot to the next, and its name never fits another event', () => {
  const calendar = new Calendar<object>();
  const slot = calendar.push(1, 0, 0, {});
  const id = calendar.idOf(slot);
  calendar.cancel(slot);
  expect(calendar.slotOf(id)).toBe(-1);
  const heir = calendar.push(2, 0, 0, {});
  expect(heir).toBe(slot);
  expect(calendar.slotOf(id)).toBe(-1);
  expect(calendar.slotOf(calendar.idOf(heir))).toBe(heir);
});

test('an empty calendar says so', () => {
  const calendar = new Calendar<object>();
  expect(calendar.firstTime()).toBe(Infinity);
  expect(() => calendar.take()).toThrow(RangeError);
  calendar.push(1, 0, 0, {});
  calendar.take();
  expect(calendar.firstTime()).toBe(Infinity);
  expect(() => calendar.take()).toThrow(RangeError);
});

test('events of kept slots take their turns among all others, and cancelling one leaves the slot to its keeper', () => {
  const step = fc.record({ slot: fc.nat(5), ahead: fc.constantFrom(0, 0, 0, 1), priority });
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 60 }), (steps) => {
      const calendar = new Calendar<Notice>(1);
      const keepers = Array.from({ length: 6 }, (_, n) => ({ time: 0, priority: 0, order: -1, kind: n }));
      const slots = keepers.map((keeper) => calendar.keep(keeper.kind, keeper));
      let [now, order] = [0, 0];
      for (const requests of steps) {
        for (const { slot, ahead, priority } of requests) {
          const keeper = keepers[slot]!;
          // Who is in line already gives up the place: whatever is asked for then is a new event.
          if (keeper.order >= 0) calendar.cancel(slots[slot]!);
          Object.assign(keeper, { time: now + ahead, priority, order: order++ });
          calendar.schedule(slots[slot]!, keeper.time, priority);
        }
        const pending = keepers.filter((keeper) => keeper.order >= 0).sort(inOrder);
        expect(calendar.size).toBe(pending.length);
        const first = pending[0];
        expect(calendar.takeBy(now - 1)).toBeNull();
        if (first === undefined) continue;
        expect(calendar.takeBy(first.time)).toBe(first);
        expect([calendar.takenKind, calendar.takenTime]).toEqual([first.kind, first.time]);
        expect(calendar.isPending(slots[first.kind]!)).toBe(false);
        now = first.time;
        first.order = -1;
      }
    }),
    { numRuns: 300 },
  );
});

test('an instant that never runs dry keeps its order, though half of its events are called off', () => {
  const calendar = new Calendar<{ n: number }>(1);
  const slots = Array.from({ length: 10 }, (_, n) => calendar.push(0, 0, 0, { n }));
  const taken: number[] = [];
  for (let n = 10; n < 1000; n++) {
    if (n % 2 === 0) taken.push(calendar.take().n);
    slots.push(calendar.push(0, 0, 0, { n }));
    if (n % 2 === 0) calendar.cancel(slots.pop()!);
  }
  while (calendar.size > 0) taken.push(calendar.take().n);
  const kept = Array.from({ length: 1000 }, (_, n) => n).filter((n) => n < 10 || n % 2 === 1);
  expect(taken).toEqual(kept);
});
