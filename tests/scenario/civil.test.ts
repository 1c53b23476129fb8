import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilMinutes, daysInMonth, formatCivil } from '../../src/scenario/civil.ts';
import { readInstant, readStart } from '../../src/scenario/instant.ts';

const civil = fc
  .record({
    year: fc.integer({ min: 100, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    luck: fc.nat(),
  })
  .map(({ luck, ...time }) => ({ ...time, day: 1 + (luck % daysInMonth(time.year, time.month)) }));

test("civil minutes are those of the platform's own UTC calendar", () => {
  fc.assert(
    fc.property(civil, (time) => {
      const platform = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / 60_000;
      expect(civilMinutes(time)).toBe(platform);
    }),
  );
});

test('a civil time that is written and read again is the same', () => {
  fc.assert(
    fc.property(civil, (time) => {
      const minutes = civilMinutes(time);
      expect(readInstant(formatCivil(minutes))).toEqual({ ok: true, value: { civil: minutes } });
    }),
  );
});

test('the leap days of 2000 and 2024 exist, those of 1900 and 2023 do not', () => {
  expect(['2000', '2024', '1900', '2023'].map((year) => readInstant(`${year}-02-29T00:00`).ok)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('the offset of the start is kept apart from its local time', () => {
  expect(readStart('1970-01-01T01:00-03:30')).toEqual({ ok: true, value: { civil: 60, utcOffset: -210 } });
  expect(readStart('1970-01-01T01:00Z')).toEqual({ ok: true, value: { civil: 60, utcOffset: 0 } });
});
