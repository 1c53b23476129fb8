import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** 20 troops on the perimeter who hold back 10 people each, or clear 2 an hour; nobody goes home by himself. */
const HELD: Written = merged(READY, {
  window: '48 h',
  sites: { field: { runway: { separation: '0 min' } } },
  crowd: {
    site: 'field',
    initial: '100 people',
    stay: '1000000 h',
    heldPerTroop: 10,
    clearedPerTroop: 2,
    reopenBelow: '80 %',
    clearing: '3 h',
  },
  force: { units: { guard: { nation: 'Any', troops: 20, site: 'field', present: true } } },
});
const overrunAt2 = timeline({ at: '2 h', do: 'addCrowd', people: '200 people' });

describe('a crowd before the airfield', () => {
  test('does nothing as long as the troops can hold it', () => {
    const result = run(HELD, timeline({ at: '2 h', do: 'addCrowd', people: '100 people' }));
    expect(at(result, 'crowd-held', 0)).toEqual([200]);
    expect(result.measure('runway-overrun')).toBe(0);
    expect(result.measure('runway-closed-hours.field')).toBe(0);
  });

  test('closes the runway when it outgrows them, until it is cleared and the runway swept', () => {
    const result = run(HELD, overrunAt2);
    // 300 people; 20 troops clear 40 an hour; at 160 (80 % of 200) after 3.5 h the sweep of 3 h begins
    expect(at(result, 'runway-open.field', 1, 2, 8, 9)).toEqual([1, 0, 0, 1]);
    expect(Math.abs(result.measure('runway-closed-hours.field') - 6.5)).toBeLessThanOrEqual(0.25);
    expect(result.measure('runway-never-reopened')).toBe(0);
    expect(result.measure('crowd-peak')).toBe(300);
  });

  test('is cleared in half the time by twice as many', () => {
    const twice = run(HELD, overrunAt2, {
      force: { units: { guard: { troops: 25 } } },
      crowd: { heldPerTroop: 8, clearedPerTroop: 3.2 },
    });
    // held 200 as before; 80 an hour
    expect(Math.abs(twice.measure('runway-closed-hours.field') - 1.75 - 3)).toBeLessThanOrEqual(0.25);
  });

  test('keeps the runway for ever where nobody can clear it, and the run says so', () => {
    const result = run(HELD, overrunAt2, { crowd: { clearedPerTroop: 0 } });
    expect(result.measure('runway-never-reopened')).toBe(1);
    expect(result.measure('runway-closed-hours.field')).toBe(46);
    expect(result.at('out', 47 * HOUR)).toBe(0);
  });

  test('is held by host forces too, and no longer when they leave', () => {
    const result = run(
      HELD,
      { force: { hostForces: 15 } },
      timeline(
        { at: '2 h', do: 'addCrowd', people: '200 people' },
        { at: '10 h', do: 'setHostForces', troops: 0 },
      ),
    );
    expect(at(result, 'crowd-held', 1, 10)).toEqual([350, 200]);
    expect(at(result, 'runway-open.field', 9, 11)).toEqual([1, 0]);
  });

  test('counts the people outside the gates', () => {
    const outside = {
      roads: { street: { travel: '1 h' } },
      gates: { north: { site: 'field', lanes: 1, search: '1 min', open: false } },
      populations: { people: { present: '0 %', setsOut: '100000000 %/h', lives: { street: '100 %' } } },
    };
    const result = run(HELD, outside);
    // 300 come at 1 h, are seen at 1 h 15, and from 1 h 30 on 10 are cleared every quarter of an hour
    expect(at(result, 'crowd', 0, 3).map(Math.round)).toEqual([100, 400 - 7 * 10]);
    expect(result.measure('runway-overrun')).toBe(1);
  });

  test('comes and goes: 60 an hour who stay 2 h on average level off at 120', () => {
    const result = run(HELD, {
      crowd: { initial: '0 people', arrivals: '60 people/h', stay: '2 h', heldPerTroop: 100 },
    });
    expect(result.at('crowd', 40 * HOUR)).toBeCloseTo(120, 4);
    expect(result.at('crowd', 2 * HOUR)).toBeCloseTo(120 * (1 - Math.exp(-1)), 6);
  });

  test('does not press on troops who are busy elsewhere: only the perimeter and the reserve hold it', () => {
    const busy = {
      force: {
        tasks: {
          watch: { site: 'field', troops: 12, priority: 1, perimeter: true },
          other: { site: 'field', troops: 5, priority: 2 },
        },
      },
    };
    expect(at(run(HELD, busy), 'crowd-held', 1)).toEqual([150]);
  });
});
