import { describe, expect, test } from 'vitest';
import { buildWorld } from '../../src/model/build.ts';
import { merged, run, scenarioOf, type Written } from '../support/scenario.ts';
import { READY } from '../support/worlds.ts';

const HOUR = 60;

/** Two towns, a capital that must follow both, and a village that fell the day before. */
const TOWNS: Written = merged(READY, {
  window: '48 h',
  tail: '48 h',
  threat: {
    places: {
      village: { falls: '2023-12-31T12:00' },
      east: { falls: '10 h', after: ['village'] },
      north: { falls: '20 h' },
      capital: { falls: '24 h', after: ['east', 'north'], capital: true },
    },
  },
});

const fallsIn = (seed: string, ...patches: readonly Written[]): Record<string, number> => {
  const { threat } = buildWorld(scenarioOf(TOWNS, ...patches), seed, 1e6);
  return Object.fromEntries([...threat!.places.values()].map(({ id, fallsAt }) => [id, fallsAt / HOUR]));
};
const RANDOM: Written = {
  threat: {
    pace: { lognormal: { mean: 1, cv: 0.8 } },
    spread: { lognormal: { mean: 1, cv: 0.8 } },
    gap: '2 h',
  },
};

describe('places fall', () => {
  test('before the start where that is stated, whatever they must follow', () => {
    const village = { threat: { places: { village: { after: ['north'] } } } };
    expect(fallsIn('s/0', village).village).toBe(-12);
  });

  test('at the stated times when pace and spread are 1, to the minute', () => {
    expect(fallsIn('s/0')).toEqual({ village: -12, east: 10, north: 20, capital: 24 });
    const result = run(TOWNS);
    expect(result.outcome.actions.map(({ at, by }) => [at, by])).toEqual([
      [10 * HOUR, 'east'],
      [20 * HOUR, 'north'],
      [24 * HOUR, 'capital'],
    ]);
    expect(result.measure('time-capital-falls')).toBe(24 * HOUR);
  });

  test('twice as late with pace 2, except those that fell before the start', () => {
    expect(fallsIn('s/0', { threat: { pace: 2 } })).toEqual({
      village: -12,
      east: 20,
      north: 40,
      capital: 48,
    });
  });

  test('in the stated order, with the gap between them, whatever the luck of 300 runs', () => {
    const scenario = scenarioOf(TOWNS, RANDOM);
    let overtaken = 0;
    for (let replication = 0; replication < 300; replication++) {
      const { threat } = buildWorld(scenario, `order/${replication}`, 1e6);
      const at = (id: string) => threat!.places.get(id)!.fallsAt;
      expect(at('capital')).toBeGreaterThanOrEqual(Math.max(at('east'), at('north')) + 2 * HOUR);
      expect(at('village')).toBe(-12 * HOUR);
      if (at('north') < at('east')) overtaken += 1;
    }
    // those that need not follow each other do overtake each other, or the test would show nothing
    expect(overtaken).toBeGreaterThan(10);
  });

  test('before the pace of one is known, that of all is: a slow run is slow everywhere', () => {
    const slow = fallsIn('s/0', { threat: { pace: { uniform: [1, 3] } } });
    expect(slow.north! / 20).toBeCloseTo(slow.east! / 10, 12);
  });

  test('and what fell is told: the capital has fallen from that sample on', () => {
    const result = run(TOWNS);
    expect([23, 24, 90].map((hour) => result.at('fallen.capital', hour * HOUR))).toEqual([0, 1, 1]);
    expect(result.measure('capital-fallen')).toBe(1);
    expect(run(TOWNS, { window: '23 h' }).measure('capital-fallen')).toBe(0);
  });

  test('outside the run they do not fall: the time is then not known', () => {
    const result = run(TOWNS, { threat: { pace: 9 } });
    expect(result.measure('time-capital-falls')).toBe(Infinity);
    expect(result.measure('capital-fallen')).toBe(0);
  });
});
