import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import type { ChangeObservation, LevelObservation } from '../../src/model/outcome.ts';
import { catalogueWith, measureSpec, outcomeWith, seriesSpec } from '../support/outcomes.ts';

const point = {
  series: 'troops',
  at: 120,
  value: 100,
  low: 90,
  high: 110,
  label: 'Troops',
  source: 'made up for tests',
  use: 'check',
} as const satisfies LevelObservation;

const observed = (levels: readonly number[][], parts: Partial<LevelObservation> = {}) => {
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

describe('a published value beside a measure', () => {
  const beside = (values: readonly number[], kind: 'count' | 'time', low: number, high: number) => {
    const catalogue = catalogueWith({
      measures: [measureSpec({ id: 'end', kind })],
      observations: [
        { measure: 'end', value: low, low, high, label: 'End', source: 'made up', use: 'hold-out' },
      ],
    });
    const outcomes = values.map((value, replication) =>
      outcomeWith(catalogue, replication, { measures: [value] }),
    );
    return summarise(catalogue, outcomes, 'test').observations[0]!;
  };

  test('is compared with its mean over the runs, and keeps what it is for', () => {
    const { simulated, verdict, use } = beside([90, 110], 'count', 95, 105);
    expect([simulated.mean, verdict, use]).toEqual([100, 'inside its error band', 'hold-out']);
  });

  test('that is a time which did not come in every run is compared with the middle run', () => {
    expect(beside([60, 90, Infinity], 'time', 50, 80)).toMatchObject({
      simulated: { mean: 90, p95: null },
      verdict: 'above',
    });
  });

  test('that is a time which mostly did not come lies above every band', () => {
    expect(beside([60, Infinity, Infinity], 'time', 50, 80)).toMatchObject({
      simulated: { mean: null },
      verdict: 'above',
    });
  });

  test('of a measure that is not there is refused', () => {
    const catalogue = catalogueWith({
      observations: [{ measure: 'none', value: 1, low: 0, high: 2, label: 'End', source: '', use: 'check' }],
    });
    expect(() => summarise(catalogue, [outcomeWith(catalogue, 0, {})], 'test')).toThrow(/no measure none/);
  });
});

describe('a published change beside the runs', () => {
  /** Flights and people so far at 0, 1, 2, 3 and 4 h of two runs. */
  const RUNS = [
    [
      [0, 2, 2, 2, 4],
      [0, 300, 300, 300, 900],
    ],
    [
      [0, 1, 3, 3, 7],
      [0, 100, 500, 500, 900],
    ],
  ];
  const changed = (parts: Partial<ChangeObservation>, runs = RUNS) => {
    const { series: _, ...recorded } = point;
    const catalogue = catalogueWith({
      series: [seriesSpec({ id: 'flights' }), seriesSpec({ id: 'people' })],
      observations: [{ ...recorded, change: 'rise', of: 'flights', since: 60, at: 240, ...parts }],
    });
    const outcomes = runs.map((series, replication) => outcomeWith(catalogue, replication, { series }));
    return summarise(catalogue, outcomes, 'test').observations[0]!;
  };

  test('is set against what the series rose by in that time, run by run', () => {
    // 2 and 6 flights: mean 4, and the interval is that of two runs, Student's t at 12.706 standard errors
    const { simulated, verdict } = changed({ low: 3, high: 5 });
    expect([simulated.mean, verdict]).toEqual([4, 'inside its error band']);
    expect(simulated.high).toBeCloseTo(4 + 12.706 * 2, 2);
  });

  test('is divided by the rise of another series, run by run: 300 and 133 people a flight', () => {
    expect(changed({ of: 'people', per: 'flights' }).simulated.mean).toBeCloseTo((600 / 2 + 800 / 6) / 2, 9);
  });

  test('is nothing where the other series did not rise', () => {
    const still = [RUNS[0]!, RUNS[0]!].map(([, people]) => [[1, 1, 1, 1, 1], people!]);
    expect(changed({ of: 'people', per: 'flights' }, still).simulated.mean).toBe(0);
  });

  test('that is a pause is set against the longest time without a change, in hours', () => {
    // samples that show one level: three of the first run from 1 h on, two of the second
    expect(changed({ change: 'pause', value: 2.5, low: 2, high: 3 }).simulated.mean).toBe(2.5);
  });

  test.each([{ of: 'nobody' }, { of: 'people', per: 'nobody' }, { since: -1 }, { at: 241 }, { at: 61 }])(
    'that cannot be found is refused: %j',
    (parts) => {
      expect(() => changed(parts)).toThrow(/Troops/);
    },
  );
});
