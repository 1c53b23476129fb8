import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/analysis/quantile.ts';

const never = Number.POSITIVE_INFINITY;

// R 4, quantile(x, type = 7), and numpy.quantile(x, p), which share definition 7 of Hyndman and Fan.
test.each([
  [[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.25, 7.5],
  [[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.9, 16],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 9.55],
  [[7], 0.05, 7],
] as const)('of %j at %f is definition 7: %f', (runs, probability, expected) => {
  expect(quantile(runs, probability)).toBeCloseTo(expected, 12);
});

test('is "never" as soon as it needs a run in which the time never came', () => {
  const runs = [10, 20, 30, never, never];
  expect(quantile(runs, 0.5)).toBe(30);
  expect(quantile(runs, 0.51)).toBe(never);
  expect(quantile(runs, 0.95)).toBe(never);
  expect(quantile([never, never], 0.05)).toBe(never);
});

test('lies between the runs, and never falls as the probability grows', () => {
  const runs = fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constant(never)), {
    minLength: 1,
  });
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(runs, probability, probability, (values, p, q) => {
      const sorted = Float64Array.from(values).sort();
      const [low, high] = [quantile(sorted, Math.min(p, q)), quantile(sorted, Math.max(p, q))];
      expect(low).not.toBeNaN();
      expect(low).toBeGreaterThanOrEqual(sorted[0]!);
      expect(high).toBeLessThanOrEqual(sorted.at(-1)!);
      // Interpolating between two neighbours may lose one digit.
      expect(low === high || low <= high + 1e-6).toBe(true);
    }),
  );
});

test('of no runs, or beyond all of them, is refused', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => quantile([1], p)).toThrow(RangeError);
});
