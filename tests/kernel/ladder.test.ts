import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ladder } from '../../src/kernel/ladder.ts';

/** How far ahead of now an event may be due: even, in clusters, at few times, rarely very far, never. */
const ahead = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.integer({ min: 0, max: 12 }).map((n) => n * 10),
  fc.constantFrom(0, 1e-12, 1, 1e12, Infinity),
);

/** The slots that the ladder hands on next, and how many it has afterwards. */
const handedOn = (ladder: Ladder): number[] => {
  const slots: number[] = [];
  for (let slot = ladder.next(); slot !== -1; slot = ladder.leave(slot)) slots.push(slot);
  return slots;
};

test('what is handed on is earlier than all that stays, whatever is added and removed meanwhile', () => {
  fc.assert(
    fc.property(
      fc.array(ahead, { minLength: 1000, maxLength: 2000, size: 'max' }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (times, epoch) => {
        const dues = times.map((time) => epoch + time);
        const half = dues.length >> 1;
        const ladder = new Ladder(dues.length);
        for (let slot = 0; slot < half; slot++) ladder.lay(slot, dues[slot]!, slot);
        const on = new Set(Array.from({ length: half }, (_, slot) => slot));
        const earliest = (slots: Iterable<number>) =>
          [...slots].reduce((least, slot) => Math.min(least, dues[slot]!), Infinity);
        let [fresh, reached] = [half, -Infinity];
        while (ladder.count > 0) {
          const near = handedOn(ladder);
          expect(near.every((slot) => on.delete(slot))).toBe(true);
          expect(near.map((slot) => [ladder.timeOf(slot), ladder.rankOf(slot)])).toEqual(
            near.map((slot) => [dues[slot], slot]),
          );
          expect(earliest(near)).toBeGreaterThan(reached);
          reached = near.reduce((latest, slot) => Math.max(latest, dues[slot]!), reached);
          expect(earliest(on) > reached || on.size === 0).toBe(true);
          // two more come, and one of those on it goes
          for (let more = 0; more < 2 && ladder.isUp && fresh < dues.length; more++, fresh++) {
            if (ladder.add(fresh, dues[fresh]!, fresh)) on.add(fresh);
            else expect(earliest(on)).toBeGreaterThan(dues[fresh]!);
          }
          const [leaver] = [...on].slice(on.size >> 1);
          if (ladder.isUp && leaver !== undefined) {
            ladder.remove(leaver);
            on.delete(leaver);
          }
          expect(ladder.count).toBe(on.size);
        }
        expect(on.size).toBe(0);
      },
    ),
    { numRuns: 10 },
  );
});

// in the order in which they are due, the other way round, and all over the place
test.each([1, -1, 7, 3571, 4099])(
  'no rung holds more than a twenty-fifth of many events, however unevenly far ahead they are (step %i)',
  (step) => {
    // a tenth are due within the hour, nine tenths in the course of a month
    const dues = Array.from({ length: 10_000 }, (_, n) => (n < 1000 ? (n * 60) / 1000 : 60 + n * 4.3));
    const ladder = new Ladder(dues.length);
    for (const slot of dues.keys()) ladder.lay(slot, dues.at((step * slot) % 10_000)!, slot);
    const sizes: number[] = [];
    while (ladder.count > 0) sizes.push(handedOn(ladder).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(10_000);
    expect(Math.max(...sizes)).toBeLessThan(400);
  },
);

test('events that are all due at one time are handed on at once, and the ladder is down', () => {
  const ladder = new Ladder(1000);
  for (let slot = 0; slot < 1000; slot++) ladder.lay(slot, 7, slot);
  expect(handedOn(ladder)).toHaveLength(1000);
  expect([ladder.isUp, ladder.count]).toEqual([false, 0]);
});
