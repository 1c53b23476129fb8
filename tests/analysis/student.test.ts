import { describe, expect, test } from 'vitest';
import {
  binomialUpTo,
  NORMAL_975,
  normalTwoSided,
  tQuantile,
  tTwoSided,
} from '../../src/analysis/student.ts';

describe("Student's t", () => {
  // NIST/SEMATECH e-Handbook 1.3.6.7.2, three decimals.
  test.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 9, 2.262],
    [0.975, 30, 2.042],
    [0.975, 100, 1.984],
    [0.95, 9, 1.833],
    [0.99, 9, 2.821],
    [0.995, 29, 2.756],
    [0.999, 5, 5.893],
  ] as const)('quantile %f with %i degrees is the tabled %f', (probability, degrees, expected) => {
    expect(tQuantile(probability, degrees)).toBeCloseTo(expected, 3);
  });

  // scipy 1.17.1, scipy.stats.t.ppf
  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 9, 2.262157162798205],
    [0.975, 199, 1.9719565442517533],
    [0.975, 99_999, 1.9599877077718442],
    [0.995, 9, 3.249835541592126],
  ] as const)(
    'quantile %f with %i degrees agrees with scipy to seven decimals',
    (probability, degrees, expected) => {
      expect(Math.abs(tQuantile(probability, degrees) - expected)).toBeLessThan(1.5e-7);
    },
  );

  // Closed forms for 1, 2 and 4 degrees: Shaw (2006), "Sampling Student's T distribution", Journal of Computational Finance 9(4).
  const CLOSED = {
    1: (tail: number): number => 1 / Math.tan(Math.PI * tail),
    2: (tail: number): number => (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail)),
    4: (tail: number): number => {
      const root = Math.sqrt(4 * tail * (1 - tail));
      return 2 * Math.sqrt(Math.cos(Math.acos(root) / 3) / root - 1);
    },
  } as const;
  test.each([0.05, 0.01, 1e-3, 1e-4, 1e-5, 1e-6])(
    'the tail of %f, as many comparisons need it, begins where the closed forms say',
    (tail) => {
      for (const degrees of [1, 2, 4] as const)
        expect(tQuantile(1 - tail, degrees) / CLOSED[degrees](tail)).toBeCloseTo(1, 7);
    },
  );

  // scipy 1.17.1, 2 * scipy.stats.t.sf(t, degrees)
  test.each([
    [6, 9, 0.00020249932206764079],
    [6, 99, 3.2459161123455424e-8],
    [5, 399, 8.603211215699041e-7],
  ] as const)(
    'p of %f with %i degrees is right to a thousandth of itself',
    (statistic, degrees, expected) => {
      expect(tTwoSided(statistic, degrees) / expected).toBeCloseTo(1, 3);
    },
  );

  test('the 2.5 % tail lies beyond the 97.5 % quantile', () => {
    for (const degrees of [1, 2, 5, 30, 1000])
      expect(tTwoSided(tQuantile(0.975, degrees), degrees)).toBeCloseTo(0.05, 6);
  });

  // scipy 1.17.1, 2 * scipy.stats.t.cdf(-t, degrees)
  test.each([
    [2, 1, 0.2951672353008665],
    [2, 9, 0.07655282377070101],
    [2, 199, 0.04686000040128382],
    [2, 99_999, 0.045502963484502446],
    [0.001, 99_999, 0.9992021175669077],
    [5, 9, 0.0007389679098032426],
  ] as const)('p of %f with %i degrees agrees with scipy', (statistic, degrees, expected) => {
    expect(Math.abs(tTwoSided(statistic, degrees) - expected)).toBeLessThan(2e-8);
  });

  test('an infinite statistic leaves no doubt, zero leaves all of it', () => {
    expect(tTwoSided(Number.NEGATIVE_INFINITY, 5)).toBe(0);
    expect(tTwoSided(0, 5)).toBe(1);
  });

  test('impossible probabilities, degrees and statistics are refused', () => {
    for (const probability of [0, 1, -1, Number.NaN])
      expect(() => tQuantile(probability, 5)).toThrow(RangeError);
    for (const degrees of [0, -1, Number.NaN]) {
      expect(() => tQuantile(0.5, degrees)).toThrow(RangeError);
      expect(() => tTwoSided(1, degrees)).toThrow(RangeError);
    }
    expect(() => tTwoSided(Number.NaN, 5)).toThrow(RangeError);
    expect(() => normalTwoSided(Number.NaN)).toThrow(RangeError);
  });
});

describe('the normal distribution', () => {
  test('leaves 5 % beyond 1.95996, and 0.27 % beyond three deviations', () => {
    expect(normalTwoSided(NORMAL_975)).toBeCloseTo(0.05, 12);
    // 68–95–99.7 rule: 1 - 0.9973002039367398
    expect(normalTwoSided(3)).toBeCloseTo(0.0026997960632602, 11);
    expect(normalTwoSided(0)).toBe(1);
  });
});

describe('the binomial distribution', () => {
  // scipy 1.17.1, scipy.stats.binom.cdf
  test.each([
    [39, 100, 0.5, 0.017600100108852428],
    [40, 100, 0.5, 0.028443966820490444],
    [50_100, 100_000, 0.5, 0.7374871178414331],
    [4800, 100_000, 0.05, 0.0018013236697115536],
  ] as const)('at most %i of %i at %f agrees with scipy', (successes, trials, chance, expected) => {
    expect(binomialUpTo(successes, trials, chance)).toBeCloseTo(expected, 8);
  });

  test('nothing lies below zero successes, everything at or below all of them', () => {
    expect(binomialUpTo(-1, 10, 0.5)).toBe(0);
    expect(binomialUpTo(10, 10, 0.5)).toBe(1);
  });
});
