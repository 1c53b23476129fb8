import fc from 'fast-check';
import { mean } from 'simple-statistics';
import { expect, test } from 'vitest';
import { ratioInterval } from '../../src/analysis/ratio.ts';
import { tTwoSided } from '../../src/analysis/student.ts';

const above = [12.1, 9.8, 14.2, 11.5, 10.9, 13.3, 8.7, 12.8, 11.1, 10.4];
const below = [4.1, 3.9, 5.2, 3.6, 4.4, 4.9, 3.1, 5.0, 4.3, 3.8];

test('the interval ends where a root finder puts them: scipy 1.17.1, brentq on the pivot with t of 9 degrees', () => {
  const ratio = ratioInterval(above, below)!;
  expect(ratio.estimate).toBeCloseTo(2.7139479905, 9);
  expect(ratio.low).toBeCloseTo(2.5740385159, 6);
  expect(ratio.high).toBeCloseTo(2.8670058606, 6);
});

test('its ends are the ratios at which a paired t test gives p = 0.05', () => {
  const { low, high } = ratioInterval(above, below)!;
  for (const ratio of [low, high]) {
    const gaps = above.map((value, run) => value - ratio * below[run]!);
    const middle = mean(gaps);
    const error = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - middle) ** 2, 0) / 9 / 10);
    expect(tTwoSided(middle / error, 9)).toBeCloseTo(0.05, 6);
  }
});

test('a denominator that may be zero has no finite interval', () => {
  expect(ratioInterval([5, 6, 7, 8], [-1, 1, -1, 2])).toBeNull();
});

test('counting in other units scales the interval and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 50, max: 99 }), { minLength: 4, maxLength: 20 }), (runs) => {
      const other = runs.map((value, run) => value + ((run * 7) % 5));
      const [plain, scaled] = [
        ratioInterval(other, runs)!,
        ratioInterval(
          other.map((one) => one * 60),
          runs,
        )!,
      ];
      expect(scaled.low / plain.low).toBeCloseTo(60, 6);
      expect(scaled.high / plain.high).toBeCloseTo(60, 6);
    }),
  );
});

test('one run, or runs that are no pairs, are refused', () => {
  expect(() => ratioInterval([1], [2])).toThrow(RangeError);
  expect(() => ratioInterval([1, 2], [2, 3, 4])).toThrow(RangeError);
});
