import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceBy, restricted, timeQuantile } from '../../src/analysis/chance.ts';

const never = Number.POSITIVE_INFINITY;

describe('the probability that it has happened by a time', () => {
  test("has Wilson's interval: 15 of 148 is the published 0.0624 to 0.1605", () => {
    // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
    const times = Array.from({ length: 148 }, (_, run) => (run < 15 ? 60 : run < 80 ? 500 : never));
    const { low, high } = chanceBy(times, 120);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0624', '0.1605']);
  });

  test('rises with the time asked about, counts the instant itself, and never counts what did not happen', () => {
    const times = [10, 20, 20, never];
    expect([9, 10, 20, 1e9].map((by) => chanceBy(times, by).estimate)).toEqual([0, 0.25, 0.75, 0.75]);
    expect(() => chanceBy(times, never)).toThrow(RangeError);
  });
});

describe('a quantile of a time that may not happen', () => {
  const runs = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

  test('lies between the published ranks: the median of 10 runs between the 2nd and the 9th', () => {
    // Conover, Practical Nonparametric Statistics (3rd ed.), table A3 for n = 10, p = 0.5: ranks 2 and 9 at 97.9 %.
    expect(timeQuantile(runs, 0.5, 1000)).toEqual({ estimate: 55, low: 20, high: 90 });
  });

  test('is "not within the window" as soon as it lies beyond it, end by end', () => {
    expect(timeQuantile(runs, 0.5, 85)).toEqual({ estimate: 55, low: 20, high: null });
    expect(timeQuantile(runs, 0.5, 50)).toEqual({ estimate: null, low: 20, high: null });
  });

  test('does not move when late times become later still', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 6, maxLength: 60 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        const lost = sorted.map((time) => (time > 200 ? never : time));
        const [before, after] = [timeQuantile(sorted, 0.5, 200), timeQuantile(lost, 0.5, 200)];
        expect([after.low, after.high]).toEqual([before.low, before.high]);
      }),
    );
  });

  test('has no interval from five runs, which cannot enclose a median at 95 %', () => {
    expect(timeQuantile([1, 2, 3, 4, 5], 0.5, 10)).toEqual({ estimate: 3, low: null, high: null });
  });
});

test('the mean of restricted times is the area under the curve of those still waiting', () => {
  // Of four runs 100 % wait until minute 60, 75 % until 120, 50 % until the end at 240: 60 + 45 + 60 minutes.
  const times = [60, 120, never, never].map((time) => restricted(time, 240));
  expect(times.reduce((sum, time) => sum + time, 0) / 4).toBe(60 + 0.75 * 60 + 0.5 * 120);
});
