import fc from 'fast-check';
import { sampleVariance } from 'simple-statistics';
import { expect, test } from 'vitest';
import { Moments } from '../../src/analysis/welford.ts';

const momentsOf = (values: readonly number[]): Moments => {
  const moments = new Moments(1);
  for (const value of values) moments.add([value]);
  return moments;
};

/** NIST Statistical Reference Datasets, NumAcc2 to NumAcc4: `middle`, then `middle` − 0.1 and + 0.1 in turns, 1,001 numbers. */
const numAcc = (middle: number, low: number, high: number): number[] => [
  middle,
  ...Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? low : high)),
];

test.each([
  ['NumAcc2', numAcc(1.2, 1.1, 1.3), 1.2, 1e-13],
  ['NumAcc3', numAcc(1_000_000.2, 1_000_000.1, 1_000_000.3), 1_000_000.2, 1e-9],
  ['NumAcc4', numAcc(10_000_000.2, 10_000_000.1, 10_000_000.3), 10_000_000.2, 1e-8],
] as const)(
  '%s of NIST has a standard deviation of 0.1 around a large mean',
  (_, values, mean, tolerance) => {
    const moments = momentsOf(values);
    expect(moments.mean(0)).toBeCloseTo(mean, 8);
    // What is lost is what the data lose by being written as doubles: their spacing at 10,000,000 is 1.9e-9.
    expect(Math.abs(moments.deviation(0) - 0.1)).toBeLessThan(tolerance);
  },
);

const anyValues = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });

test('one row at a time gives the variance of the whole', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const expected = sampleVariance(values);
      expect(Math.abs(momentsOf(values).variance(0) - expected)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, expected),
      );
    }),
  );
});

test('two parts merged give the moments of the whole', () => {
  fc.assert(
    fc.property(anyValues, anyValues, (first, second) => {
      const merged = momentsOf(first);
      merged.merge(momentsOf(second));
      const whole = momentsOf([...first, ...second]);
      expect(merged.count).toBe(whole.count);
      expect(merged.mean(0)).toBeCloseTo(whole.mean(0), 6);
      expect(Math.abs(merged.variance(0) - whole.variance(0))).toBeLessThanOrEqual(
        1e-9 * Math.max(1, whole.variance(0)),
      );
    }),
  );
});

test('columns do not touch each other', () => {
  const moments = new Moments(2);
  for (const row of [
    [1, 10],
    [2, 10],
    [3, 10],
  ])
    moments.add(row);
  expect([moments.mean(0), moments.mean(1), moments.variance(0), moments.variance(1)]).toEqual([2, 10, 1, 0]);
});

test('merging nothing into nothing, or into something, changes nothing', () => {
  const nothing = new Moments(1);
  nothing.merge(new Moments(1));
  expect(nothing.count).toBe(0);
  const something = momentsOf([1, 2, 3]);
  something.merge(new Moments(1));
  expect([something.count, something.mean(0), something.variance(0)]).toEqual([3, 2, 1]);
});

test('no mean is invented before the first row, and no spread before the second', () => {
  const moments = new Moments(1);
  expect(moments.mean(0)).toBeNaN();
  moments.add([5]);
  expect(moments.mean(0)).toBe(5);
  expect(moments.deviation(0)).toBeNaN();
});

test('rows and moments of another width are refused', () => {
  expect(() => new Moments(2).add([1])).toThrow(RangeError);
  expect(() => new Moments(2).merge(new Moments(1))).toThrow(RangeError);
  expect(() => new Moments(-1)).toThrow(RangeError);
});
