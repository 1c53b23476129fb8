import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustedWald,
  clip,
  meanInterval,
  pairedShareInterval,
  quantileInterval,
  tangoScore,
  wilsonInterval,
} from '../../src/analysis/interval.ts';

const ascending = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('the interval of a mean', () => {
  test("is NIST's for the heat flow meter: 195 readings, 9.258242 to 9.264679", () => {
    // NIST/SEMATECH e-Handbook 1.3.5.2, data ZARR13: mean 9.261460, standard deviation 0.022789.
    const { low, high } = meanInterval(9.26146, 0.022789, 195);
    expect(low).toBeCloseTo(9.258242, 5);
    expect(high).toBeCloseTo(9.264679, 5);
  });

  test('halves when there are four times as many runs, or nearly', () => {
    const width = (n: number): number => meanInterval(0, 1, n).high;
    expect(width(1000) / width(4000)).toBeCloseTo(2, 2);
  });

  test('cannot be drawn from one run', () => {
    expect(() => meanInterval(5, 0, 1)).toThrow(RangeError);
  });
});

describe("Wilson's interval", () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [10, 100, 0.0552, 0.1744],
  ] as const)('of %i in %i is the published %f to %f', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.estimate).toBe(successes / trials);
  });

  test('never leaves 0 to 1, contains the share, and mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, share) => {
          const successes = Math.round(share * trials);
          const { estimate, low, high } = wilsonInterval(successes, trials);
          const mirror = wilsonInterval(trials - successes, trials);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(estimate);
          expect(high).toBeGreaterThanOrEqual(estimate);
          expect(mirror.low).toBeCloseTo(1 - high, 12);
        },
      ),
    );
  });

  test('needs trials, and no more successes than trials', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  });
});

describe('the interval of a paired difference of probabilities', () => {
  test('is the wider of the two published ones for complete response before and after consolidation therapy', () => {
    // Cavo et al. (2012), 161 patients, 6 and 16 disagree; R package contingencytables 3.1.0,
    // Wald_CI_BonettPrice_paired_2x2(cavo_2012): estimate = -0.0621 (95% CI -0.1195 to -0.0032),
    // Tango_asymptotic_score_CI_paired_2x2(cavo_2012): estimate = -0.0621 (95% CI -0.1240 to -0.0054).
    const [wald, tango, wider] = [adjustedWald, tangoScore, pairedShareInterval].map((of) => of(6, 16, 161));
    expect(wald!.estimate).toBeCloseTo(-0.0621, 4);
    expect(wald!.low).toBeCloseTo(-0.1195, 4);
    expect(wald!.high).toBeCloseTo(-0.0032, 4);
    expect(tango!.low).toBeCloseTo(-0.124, 4);
    expect(tango!.high).toBeCloseTo(-0.0054, 4);
    expect([wider!.estimate, wider!.low, wider!.high]).toEqual([wald!.estimate, tango!.low, wald!.high]);
    expect(wider!.score).toBe(wald!.score);
  });

  test('by the score solves the equation that defines it, and has the score of McNemar at no difference', () => {
    // Tango (1998): at both ends the score is 1.96. With the likeliest share q of pairs that only the first wins, the variance of
    // gained - lost is n (2 q + d (1 - d)); q solves 2 n q^2 + ((2 n - gained + lost) d - gained - lost) q - lost d (1 - d) = 0.
    const [gained, lost, n] = [7, 1, 21];
    const { low, high, score } = tangoScore(gained, lost, n);
    for (const [d, sign] of [
      [low, 1],
      [high, -1],
    ] as const) {
      const b = (2 * n - gained + lost) * d - gained - lost;
      const q = (-b + Math.sqrt(b * b + 8 * n * lost * d * (1 - d))) / (4 * n);
      expect((gained - lost - n * d) / Math.sqrt(n * (2 * q + d * (1 - d)))).toBeCloseTo(sign * 1.96, 4);
    }
    expect(score).toBeCloseTo(6 / Math.sqrt(8), 12);
  });

  test('leaves zero out exactly where its score is beyond 1.96', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 60 }), (gained, lost, agree) => {
        const { low, high, score } = pairedShareInterval(gained, lost, gained + lost + agree);
        if (Math.abs(Math.abs(score) - 1.959964) < 1e-6) return;
        expect(low > 0 || high < 0).toBe(Math.abs(score) > 1.959964);
      }),
    );
  });

  test('mirrors when the plans change places, and stays within -1 to 1', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 100 }), (gained, lost, agree) => {
        const there = pairedShareInterval(gained, lost, gained + lost + agree);
        const back = pairedShareInterval(lost, gained, gained + lost + agree);
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.score).toBeCloseTo(-back.score, 12);
        expect(Math.abs(there.low)).toBeLessThanOrEqual(1);
        expect(there.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('cannot have more disagreements than pairs', () => {
    expect(() => pairedShareInterval(6, 5, 10)).toThrow(RangeError);
    expect(() => pairedShareInterval(0, 0, 0)).toThrow(RangeError);
  });
});

describe('the interval of a quantile', () => {
  // Positions of the order statistics from the binomial distribution, computed with scipy 1.17.1;
  // 2 and 9 of 10, and 40 and 61 of 100, are those of the usual table for the median.
  test.each([
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [100, 0.5, 40, 61],
    [200, 0.5, 86, 115],
    [500, 0.5, 228, 273],
    [200, 0.05, 4, 17],
    [200, 0.95, 184, 197],
    [1000, 0.95, 936, 964],
  ] as const)(
    'of %i runs at %f reaches from the run ranked %i to the one ranked %i',
    (n, probability, low, high) => {
      expect(quantileInterval(ascending(n), probability)).toEqual({ low, high });
    },
  );

  test('does not exist for the median of five runs: all five miss it together once in sixteen times', () => {
    expect(quantileInterval(ascending(5), 0.5)).toBeNull();
    expect(quantileInterval([], 0.5)).toBeNull();
  });

  test('may end in "never" without starting there', () => {
    const runs = [...ascending(60), ...new Array<number>(40).fill(Number.POSITIVE_INFINITY)];
    expect(quantileInterval(runs, 0.5)).toEqual({ low: 40, high: Number.POSITIVE_INFINITY });
  });

  test('of the two ends themselves is refused', () => {
    expect(() => quantileInterval([1, 2], 0)).toThrow(RangeError);
    expect(() => quantileInterval([1, 2], 1)).toThrow(RangeError);
  });
});

test('cutting an interval to what can be never cuts off its estimate', () => {
  expect(clip({ estimate: 0.02, low: -0.01, high: 0.05 }, 0, 1)).toEqual({
    estimate: 0.02,
    low: 0,
    high: 0.05,
  });
  expect(clip({ estimate: 0.99, low: 0.96, high: 1.02 }, 0, 1)).toEqual({
    estimate: 0.99,
    low: 0.96,
    high: 1,
  });
  expect(clip({ estimate: 9, low: 8, high: 10 }, 0, 8)).toEqual({ estimate: 9, low: 8, high: 9 });
});
