import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distribution, guessWords } from '../../src/analysis/distribution.ts';

const runs = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 60,
  },
);

test('every run is in one bar, and every bar holds the runs between its edges', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 40 }), (values, most) => {
      const sorted = Float64Array.from(values).sort();
      const { from, width, counts } = distribution(sorted, most);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sorted.length);
      expect(counts.length).toBeLessThanOrEqual(most + 2);
      expect(from).toBeLessThanOrEqual(sorted[0]! + 1e-9);
      expect(from + counts.length * width).toBeGreaterThanOrEqual(sorted.at(-1)! - 1e-9);
    }),
  );
});

test('a time that did not come is counted, and in no bar', () => {
  const never = Number.POSITIVE_INFINITY;
  expect(distribution(Float64Array.of(3, 4, never, never))).toEqual({
    from: 3,
    width: 1,
    counts: [1, 1],
    never: 2,
  });
  expect(distribution(Float64Array.of(never)).counts).toEqual([]);
});

test('runs that are all the same make one bar', () => {
  expect(distribution(Float64Array.of(7, 7, 7))).toEqual({ from: 7, width: 1, counts: [3], never: 0 });
});

test('a guess has as many runs below it as there are, to within the bar it lies in', () => {
  fc.assert(
    fc.property(runs, fc.double({ min: 0, max: 1_000_000, noNaN: true }), (values, guess) => {
      const sorted = Float64Array.from(values).sort();
      const words = guessWords(distribution(sorted), guess);
      if (guess <= sorted[0]! - 1e6) expect(words).toBe('All runs lie above this guess.');
      const told = /About ([\d.]+) %/u.exec(words)?.[1];
      if (told === undefined) return;
      const { from, width, counts } = distribution(sorted);
      const bar = Math.min(counts.length - 1, Math.max(0, Math.floor((guess - from) / width)));
      const before = counts.slice(0, bar).reduce((sum, count) => sum + count, 0);
      expect(Number(told)).toBeGreaterThanOrEqual((100 * before) / sorted.length - 1);
      expect(Number(told)).toBeLessThanOrEqual((100 * (before + counts[bar]!)) / sorted.length + 1);
    }),
  );
});
