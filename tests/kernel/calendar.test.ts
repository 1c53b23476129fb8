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
      fc.array(fc.record({ time: fc.double({ noNaN: true, min: -1e9, max: 1e9 }), priority })),
      (events) => {
        const calendar = new Calendar<object>();
        for (const event of events) calendar.push(event.time, event.priority, 0, event);
        const taken = events.map(() => calendar.take());
        expect(taken).toEqual([...events].sort((a, b) => a.time - b.time || a.priority - b.priority));
      },
    ),
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
