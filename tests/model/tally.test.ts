import { describe, expect, test } from 'vitest';
import { run, type Told, type Written } from '../support/scenario.ts';
import { READY } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** Two fleets of one craft with 100 seats each, out of the same field at 3, 9 and 15 h. */
const TWO_FLEETS: Written = {
  populations: { people: { people: '800 people' } },
  fleets: {
    allied: { craft: 'transport', nation: 'Other', count: 1, base: 'haven', pickup: 'field' },
  },
};

describe('a published count, made again', () => {
  test('adds up the fleets it counts, each from when it counts them: the allied only after their first 100', () => {
    const result = run(READY, TWO_FLEETS, {
      tallies: { press: { counts: [{ fleets: ['transport'] }, { fleets: ['allied'], from: '4 h' }] } },
    });
    expect(at(result, 'out', 2, 3, 8, 9)).toEqual([0, 200, 200, 400]);
    expect(at(result, 'tally.press', 2, 3, 8, 9)).toEqual([0, 100, 100, 300]);
    expect(result.measure('tally.press')).toBe(result.measure('people-out') - 100);
  });

  test('adds up whoever leaves a site, whatever flies them', () => {
    const result = run(READY, TWO_FLEETS, { tallies: { press: { counts: [{ sites: ['field'] }] } } });
    expect(result.series('tally.press')).toEqual(result.series('out'));
    expect(result.measure('tally.press')).toBe(result.measure('people-out'));
  });

  test('adds up a departure once, in however many of its parts it is', () => {
    const parts = [{ sites: ['field'] }, { fleets: ['transport'] }, { fleets: ['transport'], from: '8 h' }];
    const result = run(READY, TWO_FLEETS, { tallies: { press: { counts: parts } } });
    expect(result.series('tally.press')).toEqual(result.series('out'));
  });

  test('tells in how many loads they left, and how many within the busiest 24 hours', () => {
    // one aircraft of 100 seats leaves at 3, 9, 15, 21, 27 … h; the day from 3 h on is over when that of 27 h leaves
    const result = run(READY, {
      window: '60 h',
      populations: { people: { people: '750 people' } },
      tallies: {
        press: { counts: [{ sites: ['field'] }] },
        late: { counts: [{ fleets: ['transport'], from: '20 h' }] },
      },
    });
    expect(at(result, 'tally-loads.press', 2, 3, 15, 45)).toEqual([0, 1, 3, 8]);
    expect(result.measure('busiest-day.press')).toBe(400);
    expect(['tally', 'tally-loads', 'busiest-day'].map((id) => result.measure(`${id}.late`))).toEqual([
      450, 5, 400,
    ]);
  });

  test('counts nobody before it begins, and leaves everyone as they were', () => {
    const late = run(READY, TWO_FLEETS, {
      tallies: { press: { counts: [{ fleets: ['transport', 'allied'], from: '8 h' }] } },
    });
    expect(at(late, 'tally.press', 7, 8, 9)).toEqual([0, 0, 200]);
    expect(late.series('out')).toEqual(run(READY, TWO_FLEETS).series('out'));
  });
});
