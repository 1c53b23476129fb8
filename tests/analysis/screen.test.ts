import seedrandom from 'seedrandom';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { screen } from '../../src/analysis/screen.ts';

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Which plans survive in each of so many seeded experiments with plans of these means and 20 runs of each. */
const survivors = (
  name: string,
  means: readonly number[],
  options: { readonly shared: number; readonly experiments: number },
): (readonly boolean[])[] => {
  const random = seedrandom.alea(`screen/${name}`);
  return Array.from({ length: options.experiments }, () => {
    const luck = Array.from({ length: 20 }, () => normal(random));
    const runs = means.map((expected) =>
      luck.map(
        (one) => expected + options.shared * one + Math.sqrt(1 - options.shared ** 2) * normal(random),
      ),
    );
    return screen(runs, { kind: 'count', better: 'more', error: 0.05 }).map((by) => by === null);
  });
};

/** Share of 2,000 experiments in which the first plan, the best, survives. */
const kept = (name: string, means: readonly number[], options: { readonly shared: number }): number =>
  survivors(name, means, { ...options, experiments: 2000 }).filter(([first]) => first).length / 2000;

describe('the best plan survives', () => {
  test('in 93.4 to 96.6 % of 2,000 experiments where the other one is just as good: the bound is reached', () => {
    for (const shared of [0, 0.9]) {
      const share = kept(`two ${shared}`, [0, 0], { shared });
      expect(share).toBeGreaterThanOrEqual(0.934);
      expect(share).toBeLessThanOrEqual(0.966);
    }
  });

  test('in at least 95 % among ten equals, less luck of the experiments, with and without shared luck', () => {
    for (const shared of [0, 0.9]) {
      // Each of the ten is a best one: what share of them survives says more than the fate of the first, and 400 experiments more than 2,000.
      const equals = new Array<number>(10).fill(0);
      const shares = survivors(`ten ${shared}`, equals, { shared, experiments: 400 }).map(
        (all) => all.filter(Boolean).length / all.length,
      );
      expect(sampleStandardDeviation(shares) / Math.sqrt(shares.length)).toBeLessThan(0.0049);
      expect(mean(shares)).toBeGreaterThanOrEqual(0.934);
    }
  });

  test('nearly always where it is better than all', () => {
    expect(kept('better', [0.5, 0, 0, 0], { shared: 0.8 })).toBeGreaterThan(0.999);
  });
});

test('a plan is dropped from exactly t = 2.8127 on: 20 runs, ten plans, error 0.05 (scipy 1.17.1, t.ppf(1 - 0.05 / 9, 19))', () => {
  // Differences of +1 and -1 in equal parts have mean 0 and s = sqrt(20 / 19): shifted by d, t = d * sqrt(19).
  const wave = Array.from({ length: 20 }, (_, run) => (run % 2 === 0 ? 1 : -1));
  const zero = wave.map(() => 0);
  const at = (t: number): (number | null)[] =>
    screen([zero, wave.map((one) => one + t / Math.sqrt(19))], {
      kind: 'count',
      better: 'more',
      error: 0.05,
      plans: 10,
    });
  expect(at(2.8127)).toEqual([null, null]);
  expect(at(2.8128)).toEqual([1, null]);
});

test('less is better the other way round, and the clearest winner is named', () => {
  const runs = [
    [10, 12, 11, 13],
    [8, 9.5, 9, 11],
    [1, 3.5, 2, 4],
  ];
  expect(screen(runs, { kind: 'count', better: 'more', error: 0.05 })).toEqual([null, 0, 0]);
  expect(screen(runs, { kind: 'count', better: 'less', error: 0.05 })).toEqual([2, 2, null]);
});

test('twins are never told apart, nor is anything that no run differs in', () => {
  const runs = [5, 7, 6, 9];
  expect(screen([runs, [...runs], runs], { kind: 'count', better: 'more', error: 0.05 })).toEqual([
    null,
    null,
    null,
  ]);
});

test('plans of unequal length, single runs and senseless errors are refused', () => {
  expect(() => screen([[1, 2], [1]], { kind: 'count', better: 'more', error: 0.05 })).toThrow(RangeError);
  expect(() => screen([[1], [2]], { kind: 'count', better: 'more', error: 0.05 })).toThrow(RangeError);
  expect(() =>
    screen(
      [
        [1, 2],
        [2, 4],
      ],
      { kind: 'count', better: 'more', error: 0 },
    ),
  ).toThrow(RangeError);
});
