import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedDifference } from '../../src/analysis/paired.ts';

const never = Number.POSITIVE_INFINITY;

/** Student (1908), "The probable error of a mean", Biometrika 6: extra hours of sleep of ten patients under two drugs. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('the means of two plans', () => {
  test("differ in Student's sleep data as R says: p = 0.002833, interval -2.4598858 to -0.7001142", () => {
    // R: t.test(first, second, paired = TRUE); t = -4.0621, df = 9
    const sleep = pairedDifference('hours', second, first);
    expect(sleep.difference).toBeCloseTo(-1.58, 12);
    expect(sleep.low).toBeCloseTo(-2.4598858, 6);
    expect(sleep.high).toBeCloseTo(-0.7001142, 6);
    expect(sleep.p).toBeCloseTo(0.002833, 6);
    // R: cor(first, second)
    expect(sleep.correlation).toBeCloseTo(0.7951702, 6);
    // R: (var(first) + var(second)) / var(first - second) = (3.200556 + 4.009000) / 1.512889
    expect(sleep.varianceRatio).toBeCloseTo(4.765423, 4);
  });

  test('a difference that never varies is told by its sign alone: from six pairs on, whose p is 2 in 64', () => {
    // Conover, Practical Nonparametric Statistics (3rd ed.), section 3.4: n of n signs alike have p = 2 (1/2)^n.
    const runs = (n: number): number[] => Array.from({ length: n }, (_, run) => 10 * run);
    const lifted = (n: number) =>
      pairedDifference(
        'count',
        runs(n),
        runs(n).map((one) => one + 2),
      );
    expect(lifted(5)).toMatchObject({ difference: 2, low: null, high: null, p: 0.0625 });
    expect(lifted(6)).toMatchObject({ difference: 2, low: 2, high: 2, p: 0.03125 });
    expect(lifted(6)).toMatchObject({ varianceRatio: null, isIdentical: false });
  });

  test('rounding is no spread: tenths that differ by a tenth differ alike', () => {
    const base = [0.1, 0.2, 0.3, 0.4];
    const variant = base.map((one) => one + 0.1);
    expect(new Set(variant.map((one, run) => one - base[run]!)).size).toBeGreaterThan(1);
    expect(pairedDifference('share', base, variant)).toMatchObject({ low: null, p: 0.125 });
  });

  test('pairs that differ by one size up or down are compared like shares, times that size', () => {
    // Six of seven up, one down: Student's t is told by them (p = 0.047), McNemar's score is not: 5 / sqrt(7) = 1.89, p = 0.0588.
    const base = [10, 20, 30, 40, 50, 60, 70];
    const variant = base.map((value, run) => value + (run === 0 ? -3 : 3));
    const found = pairedDifference('count', base, variant);
    const shares = pairedDifference('indicator', [1, 0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1, 1]);
    expect(found.difference).toBeCloseTo(15 / 7, 12);
    expect([found.low, found.high, found.p]).toEqual([3 * shares.low!, 3 * shares.high!, shares.p]);
    expect(found.p).toBeCloseTo(0.0588, 4);
  });

  test('nothing at all is told by one replication but the difference itself', () => {
    const one = pairedDifference('count', [10], [12]);
    expect([one.difference, one.low, one.high, one.p]).toEqual([2, null, null, null]);
  });

  test('plans that change places change the sign and nothing else', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (runs) => {
        const [a, b] = [runs.map((run) => run[0]), runs.map((run) => run[1])];
        const there = pairedDifference('count', a, b);
        const back = pairedDifference('count', b, a);
        expect(there.difference! + back.difference!).toBeCloseTo(0, 9);
        expect(there.low! + back.high!).toBeCloseTo(0, 6);
        expect(there.p).toBeCloseTo(back.p!, 9);
      }),
    );
  });

  test('the interval leaves zero out exactly when p is below 0.05', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, fc.constantFrom('count' as const, 'indicator' as const), (runs, kind) => {
        const cut = (value: number): number =>
          kind === 'count' ? value : Math.min(1, Math.floor(value / 10));
        const result = pairedDifference(
          kind,
          runs.map((run) => cut(run[0])),
          runs.map((run) => cut(run[1])),
        );
        if (result.isIdentical || Math.abs(result.p! - 0.05) < 1e-6) return;
        expect((result.low ?? 0) > 0 || (result.high ?? 0) < 0).toBe(result.p! < 0.05);
      }),
    );
  });
});

describe('probabilities', () => {
  const pairs = (gained: number, lost: number, both: number, neither: number): [number[], number[]] => {
    const repeat = (times: number, value: number): number[] => new Array<number>(times).fill(value);
    return [
      [...repeat(gained, 0), ...repeat(lost, 1), ...repeat(both, 1), ...repeat(neither, 0)],
      [...repeat(gained, 1), ...repeat(lost, 0), ...repeat(both, 1), ...repeat(neither, 0)],
    ];
  };

  test('differ by the pairs that disagree, with the published intervals', () => {
    // Cavo et al. (2012) as in the test of pairedShareInterval
    const result = pairedDifference('indicator', ...pairs(6, 16, 59, 80));
    expect(result.base).toBeCloseTo(75 / 161, 12);
    expect(result.variant).toBeCloseTo(65 / 161, 12);
    expect(result.low).toBeCloseTo(-0.124, 4);
    expect(result.high).toBeCloseTo(-0.0032, 4);
    expect(result.p).toBeLessThan(0.05);
  });

  test('five runs of two hundred that only one plan wins are no proof: an exact test gives 0.0625', () => {
    // McNemar's exact test, 5 against 0: 2 / 2^5. The plain interval of the differences would have claimed p = 0.025.
    const result = pairedDifference('indicator', ...pairs(5, 0, 100, 95));
    expect(result.p).toBeGreaterThan(0.05);
    expect(result.p).toBeLessThan(0.07);
    expect(result.low).toBeLessThan(0);
  });
});

describe('times that may not come', () => {
  test('that come in both runs or in neither are compared where they come', () => {
    const result = pairedDifference('time', [60, never, 90, 120], [50, never, 85, 100]);
    expect([result.basis, result.pairs, result.base, result.variant]).toEqual(['mean', 3, 90, 235 / 3]);
  });

  test('that come in one run of a pair only are compared as probabilities, never as means', () => {
    const result = pairedDifference('time', [60, never, never, 120], [50, 80, 90, 100]);
    expect([result.basis, result.pairs, result.base, result.variant, result.difference]).toEqual([
      'happened',
      4,
      0.5,
      1,
      0.5,
    ]);
  });

  test('that never come in either are identical, and there is nothing to subtract', () => {
    const result = pairedDifference('time', [never, never], [never, never]);
    expect([result.isIdentical, result.pairs, result.difference, result.p]).toEqual([true, 0, null, null]);
  });
});

test('runs without a partner are refused', () => {
  expect(() => pairedDifference('count', [1, 2], [1])).toThrow(RangeError);
  expect(() => pairedDifference('count', [], [])).toThrow(RangeError);
});
