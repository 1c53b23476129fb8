import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { catalogueWith, outcomeWith, seriesSpec } from '../support/outcomes.ts';

const point = {
  series: 'troops',
  at: 120,
  value: 100,
  low: 90,
  high: 110,
  label: 'Troops',
  source: 'made up for tests',
};

const observed = (levels: readonly number[][], parts: Partial<typeof point> = {}) => {
  const catalogue = catalogueWith({
    series: [seriesSpec({ id: 'troops' })],
    observations: [{ ...point, ...parts }],
  });
  const outcomes = levels.map((level, replication) =>
    outcomeWith(catalogue, replication, { series: [level] }),
  );
  return summarise(catalogue, outcomes, 'test').observations[0]!;
};

describe('a published point beside the runs', () => {
  test('is set against the level at its own instant', () => {
    const { simulated, verdict, value } = observed([
      [0, 50, 95, 200, 300],
      [0, 50, 105, 200, 300],
    ]);
    expect([simulated.mean, simulated.p05, simulated.p95, value]).toEqual([100, 95.5, 104.5, 100]);
    expect(verdict).toBe('inside its error band');
  });

  test('between two samples is set against the earlier, which holds until the next', () => {
    expect(observed([[0, 50, 100, 200, 300]], { at: 179 }).simulated.mean).toBe(100);
  });

  test.each([
    [89, 'below'],
    [90, 'inside its error band'],
    [110, 'inside its error band'],
    [111, 'above'],
  ] as const)('finds a mean of %i %s when its band is 90 to 110', (level, verdict) => {
    expect(observed([[0, 0, level, 0, 0]]).verdict).toBe(verdict);
  });

  test.each([{ series: 'nobody' }, { at: -1 }, { at: 241 }])(
    'that no level can be found for is refused: %j',
    (parts) => {
      expect(() => observed([[0, 0, 0, 0, 0]], parts)).toThrow(/Troops/);
    },
  );
});
