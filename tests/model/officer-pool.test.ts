import { describe, expect, test } from 'vitest';
import { run, type Told, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;

/** People come at 1 h; each search and each registration takes 10 min; the desk has so many officers for both. */
const sharing = (officers: number, gate: Written, ...more: readonly Written[]): Told =>
  run(
    COMING,
    {
      fleets: { transport: { count: 0 } },
      roads: { street: { travel: '59 min' } },
      gates: { north: { lanes: 3, search: '10 min', officersFrom: 'desk', ...gate } },
      desks: { desk: { site: 'field', officers, time: '10 min' } },
    },
    ...more,
  );

/** People searched so far. */
const searched = (result: Told, hour: number): number => 300 - result.at('stage.gate', hour * HOUR);

describe('officers who stand at a gate', () => {
  test('are not at their desk: three lanes take three of four', () => {
    const result = sharing(4, {});
    expect(searched(result, 4)).toBe(3 * (18 + 1));
    expect(result.at('stage.boarding', 4 * HOUR)).toBe(17);
  });

  test('are too few for all lanes: two of them work, and nobody is registered', () => {
    const result = sharing(2, {});
    expect(searched(result, 4)).toBe(2 * (18 + 1));
    expect(result.at('stage.boarding', 4 * HOUR)).toBe(0);
  });

  test('go back to the desk when the gate closes', () => {
    const result = sharing(2, {}, timeline({ at: '4 h', do: 'closeGate', gate: 'north' }));
    expect(result.at('stage.boarding', 5 * HOUR)).toBeGreaterThanOrEqual(10);
    expect(result.at('stage.boarding', 10 * HOUR)).toBe(38);
  });

  test('of whom a lane needs half a one: three lanes take two', () => {
    const result = sharing(3, { officersPerLane: 0.5 });
    expect(searched(result, 4)).toBe(3 * 19);
    expect(result.at('stage.boarding', 4 * HOUR)).toBe(17);
  });

  test('come from outside: with more officers the third lane works', () => {
    const result = sharing(2, {}, timeline({ at: '2 h', do: 'addOfficers', desk: 'desk', officers: 5 }));
    const later = searched(result, 5) - searched(result, 3);
    expect(later).toBe(3 * 12);
  });

  test('that a lane needs none of change nothing', () => {
    const free = run(COMING, {
      fleets: { transport: { count: 0 } },
      roads: { street: { travel: '59 min' } },
      gates: { north: { lanes: 3, search: '10 min' } },
      desks: { desk: { site: 'field', officers: 2, time: '10 min' } },
    });
    expect(sharing(2, { officersPerLane: 0 }).outcome.series).toEqual(free.outcome.series);
  });
});
