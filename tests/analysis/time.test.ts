import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilFromDays, daysFromCivil, localTime, roundTimes } from '../../src/analysis/time.ts';

const kabul = { start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul time' };

describe('civil dates', () => {
  test('agree with the platform on every day from 1583 to 2500', () => {
    const first = Date.UTC(1583, 0, 1) / 86_400_000;
    const last = Date.UTC(2500, 11, 31) / 86_400_000;
    for (let days = first; days <= last; days += 1) {
      const date = new Date(days * 86_400_000);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      if (daysFromCivil(civil.year, civil.month, civil.day) !== days) expect.fail(`day ${days}`);
      const back = civilFromDays(days);
      if (back.year !== civil.year || back.month !== civil.month || back.day !== civil.day)
        expect.fail(`day ${days}`);
    }
  });

  test('the day numbers of the Unix epoch and of 29 February 2000 are those of the published algorithm', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0);
    expect(daysFromCivil(2000, 2, 29)).toBe(11_016);
  });
});

describe('local times', () => {
  test('Kabul fell on a Sunday, 48 hours after Friday noon', () => {
    expect(localTime(kabul, 0, 'full')).toBe('Fri 13 Aug 2021 12:00');
    expect(localTime(kabul, 2880)).toBe('Sun 15 Aug 12:00');
    expect(localTime(kabul, 2880, 'day')).toBe('Sun 15 Aug');
  });

  test('noon in Kabul is half past seven Zulu', () => {
    expect(localTime(kabul, 0, 'zulu')).toBe('130730Z AUG 21');
    expect(localTime(kabul, 0, 'iso')).toBe('2021-08-13T12:00+04:30');
  });

  test('Zulu falls on the day before where local time has just passed midnight', () => {
    expect(localTime(kabul, 12 * 60 + 30, 'iso')).toBe('2021-08-14T00:30+04:30');
    expect(localTime(kabul, 12 * 60 + 30, 'zulu')).toBe('132000Z AUG 21');
  });

  test('west of Greenwich the offset is negative', () => {
    const saigon = { start: '1975-04-29T10:48', utcOffset: -210, zone: 'somewhere west' };
    expect(localTime(saigon, 0, 'iso')).toBe('1975-04-29T10:48-03:30');
    expect(localTime(saigon, 0, 'zulu')).toBe('291418Z APR 75');
  });

  test('seconds round to the nearest minute, over midnight and over the year', () => {
    const eve = { start: '2021-12-31T23:59', utcOffset: 0, zone: 'UTC' };
    expect(localTime(eve, 0.6, 'full')).toBe('Sat 1 Jan 2022 00:00');
    expect(localTime(eve, 0.4, 'full')).toBe('Fri 31 Dec 2021 23:59');
  });

  test('minutes before the start are told as well', () => {
    expect(localTime(kabul, -13 * 60)).toBe('Thu 12 Aug 23:00');
    expect(localTime(kabul, -90, 'elapsed')).toBe('H-1:30');
    expect(localTime(kabul, 2190, 'elapsed')).toBe('H+36:30');
    expect(localTime(kabul, 2160, 'elapsed')).toBe('H+36');
  });

  test('agree with the platform from 1900 to 2100, at any offset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: -720, max: 840 }),
        (minutes, utcOffset) => {
          const clock = { start: '1999-12-31T18:30', utcOffset, zone: 'anywhere' };
          const utc = new Date(Date.UTC(1999, 11, 31, 18, 30) + (minutes - utcOffset) * 60_000);
          expect(Date.parse(localTime(clock, minutes, 'iso'))).toBe(utc.getTime());
        },
      ),
    );
  });

  test.each([
    '2021-02-29T12:00',
    '2021-13-01T12:00',
    '2021-08-13T24:00',
    '2021-08-13 12:00',
    '2021-08-13T12:00Z',
    '',
  ])('a start at "%s" is refused', (start) => {
    expect(() => localTime({ ...kabul, start }, 0)).toThrow(RangeError);
  });

  test('a time that never comes has no clock time', () => {
    expect(() => localTime(kabul, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('round times', () => {
  test('fall on the local clock, not on the start of the run', () => {
    const odd = { ...kabul, start: '2021-08-13T10:20' };
    const ticks = roundTimes(odd, 24 * 60, 360).map((at) => localTime(odd, at, 'clock'));
    expect(ticks).toEqual(['12:00', '18:00', '00:00', '06:00']);
  });

  test('include the start and the end of the run when these are round', () => {
    expect(roundTimes(kabul, 1440, 720)).toEqual([0, 720, 1440]);
  });

  test('need a distance between them', () => {
    expect(() => roundTimes(kabul, 1440, 0)).toThrow(RangeError);
  });
});
