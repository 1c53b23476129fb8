import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseMeasure } from '../../src/analysis/measures.ts';
import { createSummariser, summarise } from '../../src/analysis/summary.ts';
import type { MeasureKind } from '../../src/model/outcome.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';
import { catalogueWith, measureSpec, outcomesOf } from '../support/outcomes.ts';

const never = Number.POSITIVE_INFINITY;

const only = (kind: MeasureKind, values: readonly number[]) => {
  const catalogue = catalogueWith({ measures: [measureSpec({ id: 'x', kind })] });
  return summarise(catalogue, outcomesOf(catalogue, values), 'test').measures[0]!;
};

describe('a count', () => {
  test('has the mean, interval and spread of a textbook', () => {
    // Mean 5, sample variance 32/7; half-width 2.364624 * sqrt(32/7/8), t quantile 0.975 with 7 degrees from NIST 1.3.6.7.2.
    const x = only('count', [2, 4, 4, 4, 5, 5, 7, 9]);
    expect(x.mean).toBe(5);
    expect(x.sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(x.high! - x.mean!).toBeCloseTo(2.364624 * Math.sqrt(32 / 7 / 8), 5);
    expect([x.p05, x.p50, x.min, x.max]).toEqual([2.7, 4.5, 2, 9]);
  });

  test('keeps the interval of the mean apart from the spread of runs: one shrinks with more runs, the other does not', () => {
    const few = only(
      'count',
      Array.from({ length: 100 }, (_, i) => i % 10),
    );
    const many = only(
      'count',
      Array.from({ length: 10_000 }, (_, i) => i % 10),
    );
    expect((few.high! - few.low!) / (many.high! - many.low!)).toBeCloseTo(10, 0);
    expect(many.p95! - many.p05!).toBe(few.p95! - few.p05!);
  });

  test('of people is never said to be below none', () => {
    const rare = only('count', [...new Array<number>(50).fill(0), 3]);
    expect(rare.low).toBe(0);
    expect(only('count', [-3, 5, 1]).low).toBeLessThan(0);
  });

  test('from one replication has a value, but no interval and no spread', () => {
    const one = only('count', [7]);
    expect([one.mean, one.low, one.high, one.sd, one.medianLow, one.p50]).toEqual([
      7,
      null,
      null,
      null,
      null,
      7,
    ]);
  });
});

describe('an indicator', () => {
  test('is a probability with its Wilson interval', () => {
    const x = only(
      'indicator',
      Array.from({ length: 100 }, (_, i) => (i < 10 ? 1 : 0)),
    );
    expect(x.mean).toBeCloseTo(0.1, 12);
    expect(x.low).toBeCloseTo(0.0552, 4);
    expect(x.high).toBeCloseTo(0.1744, 4);
  });

  test('that never came in twenty runs may still come', () => {
    const x = only('indicator', new Array<number>(20).fill(0));
    expect(x.low).toBe(0);
    expect(x.high).toBeCloseTo(0.1611, 4);
  });
});

describe('a time', () => {
  test('that did not come in some replications has no mean, but a chance and quantiles', () => {
    const x = only('time', [60, 80, 90, 100, never, never, never, never, never, never]);
    expect([x.mean, x.low, x.high, x.sd, x.max]).toEqual([null, null, null, null, null]);
    expect(x.happened).toBe(0.4);
    expect(x.happenedLow).toBeGreaterThan(0);
    expect(x.happenedHigh).toBeLessThan(1);
    expect([x.p25, x.p50, x.p95]).toEqual([92.5, null, null]);
    expect([x.medianLow, x.medianHigh]).toEqual([80, null]);
  });

  test('that came in every replication is summarised like any number', () => {
    const x = only('time', [60, 80, 100]);
    expect([x.mean, x.p50, x.happened]).toEqual([80, 80, 1]);
    expect(x.happenedLow).toBeLessThan(1);
  });
});

test('a share stays between 0 and 1', () => {
  const x = only('share', [1, 1, 1, 0.9]);
  expect(x.high).toBe(1);
});

test.each([
  ['count', never],
  ['count', Number.NaN],
  ['time', Number.NEGATIVE_INFINITY],
  ['time', Number.NaN],
  ['indicator', 0.5],
  ['share', never],
] as const)('a %s cannot be %f, and what is refused is not counted', (kind, value) => {
  const catalogue = catalogueWith({ measures: [measureSpec({ id: 'x', kind })] });
  const [good, bad] = outcomesOf(catalogue, [1, value]);
  const summariser = createSummariser(catalogue);
  summariser.add(good!);
  expect(() => summariser.add(bad!)).toThrow(RangeError);
  expect(summariser.summary('test').replications).toBe(1);
});

describe('a whole summary', () => {
  const outcomes = kabulLikeOutcomes(40);
  const summary = summarise(kabulLike, outcomes, 'kabul');

  test('follows the catalogue, measure by measure and series by series', () => {
    expect(summary.measures.map((one) => one.spec)).toEqual(kabulLike.measures);
    expect(summary.series.map((one) => one.spec)).toEqual(kabulLike.series);
    expect(summary.observations.length).toBe(kabulLike.observations.length);
    expect([summary.seed, summary.replications]).toEqual(['kabul', 40]);
    expect(summary.size).toEqual({ people: 11_000, parties: 3100, events: 48_000 });
  });

  test('survives being written as JSON: no Infinity and no NaN hide in it', () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test('may be taken at any time, and again, while outcomes go on coming', () => {
    const summariser = createSummariser(kabulLike);
    for (const outcome of outcomes.slice(0, 20)) summariser.add(outcome);
    expect(summariser.summary('kabul')).toEqual(summarise(kabulLike, outcomes.slice(0, 20), 'kabul'));
    for (const outcome of outcomes.slice(20)) summariser.add(outcome);
    expect(summariser.summary('kabul')).toEqual(summary);
  });

  test('refuses outcomes of another catalogue', () => {
    expect(() => summarise(catalogueWith(), outcomes, 'kabul')).toThrow(/0 measures are needed/);
  });

  test('of nothing is refused', () => {
    expect(() => summariseMeasure(measureSpec({ id: 'x' }), new Float64Array())).toThrow(RangeError);
    expect(() => summarise(kabulLike, [], 'kabul')).toThrow(RangeError);
    expect(() => createSummariser(catalogueWith()).summary('x')).toThrow(RangeError);
  });
});

test('the order of replications does not move one digit of a measure', () => {
  const catalogue = catalogueWith({ measures: [measureSpec({ id: 'x', kind: 'hours' })] });
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, (runs) => {
      const there = summarise(catalogue, outcomesOf(catalogue, runs), 'x').measures;
      const back = summarise(catalogue, outcomesOf(catalogue, [...runs].reverse()), 'x').measures;
      expect(back).toEqual(there);
    }),
  );
});
