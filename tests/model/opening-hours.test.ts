import { describe, expect, test } from 'vitest';
import { isWithin } from '../../src/model/opening-hours.ts';
import { run, type Told, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;

/** 3,000 people who come at 1 h to a gate of one lane that searches one a minute. */
const withHours = (hours: readonly [string, string], ...more: readonly Written[]): Told =>
  run(
    COMING,
    {
      window: '72 h',
      fleets: { transport: { count: 0 } },
      gates: { north: { hours } },
      populations: { people: { people: '3000 people' } },
    },
    ...more,
  );

const searched = (result: Told, hour: number): number => result.at('stage.boarding', hour * HOUR);

describe('a gate with hours, in a run from midnight', () => {
  test('begins no search outside 6 h to 18 h, day after day', () => {
    const result = withHours(['6 h', '18 h']);
    expect([6, 12, 18].map((hour) => searched(result, hour))).toEqual([0, 360, 720]);
    expect([19, 24, 30].map((hour) => searched(result, hour))).toEqual([720, 720, 720]);
    expect([36, 42, 54].map((hour) => searched(result, hour))).toEqual([1080, 1440, 1440]);
  });

  test('that open at 22 h and close at 4 h works over midnight', () => {
    const result = withHours(['22 h', '4 h']);
    const before = searched(result, 5);
    expect(Math.abs(before - 180)).toBeLessThanOrEqual(1);
    expect(searched(result, 22)).toBe(before);
    expect(searched(result, 28) - before).toBe(360);
  });

  test('stays closed within its hours when it has been ordered to close', () => {
    const result = withHours(['6 h', '18 h'], timeline({ at: '12 h', do: 'closeGate', gate: 'north' }));
    expect(searched(result, 40)).toBe(360);
  });

  test('does not open out of hours when it is ordered to', () => {
    const closed = { gates: { north: { open: false } } };
    const result = withHours(['6 h', '18 h'], closed, timeline({ at: '2 h', do: 'openGate', gate: 'north' }));
    expect([6, 18].map((hour) => searched(result, hour))).toEqual([0, 720]);
  });
});

test.each([
  [[360, 1080], 360, true],
  [[360, 1080], 1080, false],
  [[1320, 240], 0, true],
  [[1320, 240], 240, false],
  [[0, 1440], 1439, true],
] as const)('hours %j hold minute %d of the day: %s', (hours, minute, within) => {
  expect(isWithin(minute, hours)).toBe(within);
});
