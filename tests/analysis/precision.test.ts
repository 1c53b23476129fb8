import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { createStoppingRule, type Precision } from '../../src/analysis/precision.ts';
import { tQuantile } from '../../src/analysis/student.ts';
import { normalQuantile } from '../../src/kernel/normal.ts';
import { measureSpec } from '../support/outcomes.ts';

const count = measureSpec({ id: 'people-out' });
const tenPercent: Precision = { spec: count, halfWidth: 0.1, isRelative: true };

/** Replications after which the rule stops; null when the values end first. */
const stopsAt = (precision: Precision, values: readonly number[]): number | null => {
  const rule = createStoppingRule(precision);
  const index = values.findIndex((value) => rule.add(value));
  return index < 0 ? null : index + 1;
};

/** The definition, computed anew for every n: the least n whose precision holds there and at each of the f(5, n) that follow. */
const byDefinition = (share: number, values: readonly number[]): number | null => {
  const holds = (n: number): boolean => {
    const runs = values.slice(0, n);
    const half = (tQuantile(0.975, n - 1) * sampleStandardDeviation(runs)) / Math.sqrt(n);
    return (100 * half) / Math.abs(mean(runs)) <= 100 * share;
  };
  for (let n = 3; n <= values.length; n += 1) {
    const last = n + (n <= 100 ? 5 : Math.floor((5 * n) / 100));
    if (last > values.length) return null;
    if (Array.from({ length: last - n + 1 }, (_, k) => n + k).every(holds)) return last;
  }
  return null;
};

const luck = (seed: string, n: number, of: (u: number) => number): number[] => {
  const random = seedrandom.alea(seed);
  return Array.from({ length: n }, () => of(random()));
};

describe('replications go on until a precision holds and goes on holding', () => {
  test('as Hoad, Robinson and Davies define it, whatever the runs are', () => {
    const runs = fc
      .tuple(fc.string(), fc.constantFrom(0.05, 0.1, 0.3, 0.6))
      .map(([seed, spread]) => luck(seed, 400, (u) => 100 + 100 * spread * normalQuantile(u)));
    fc.assert(
      fc.property(runs, fc.constantFrom(0.03, 0.05, 0.1), (values, share) => {
        expect(stopsAt({ spec: count, halfWidth: share, isRelative: true }, values)).toBe(
          byDefinition(share, values),
        );
      }),
      { numRuns: 40, seed: 11, endOnFailure: true },
    );
  });

  test('three equal runs are no proof: five more are looked at, and a sixth that differs begins anew', () => {
    expect(stopsAt(tenPercent, Array(20).fill(100))).toBe(8);
    expect(stopsAt(tenPercent, [...Array(7).fill(100), 300, ...Array(200).fill(100)])).toBeGreaterThan(30);
  });

  test('after 200 replications ten are looked ahead, after 1,000 fifty', () => {
    // An alternating ±d has the half-width 1.96 d / √n nearly, so that d decides when 1 % is met.
    for (const n of [200, 1000]) {
      const d = (Math.sqrt(n) / 1.97) * 1;
      const values = Array.from({ length: 2 * n }, (_, k) => 100 + (k % 2 === 0 ? d : -d));
      const rule = createStoppingRule({ spec: count, halfWidth: 0.01, isRelative: true });
      const stop = values.findIndex((value) => rule.add(value)) + 1;
      const { since } = rule.reached();
      expect(since).toBeGreaterThan(0.9 * n);
      expect(stop - since!).toBe(Math.floor((5 * since!) / 100));
    }
  });

  test('an absolute half-width is in the unit of the measure and does not care for the mean', () => {
    const values = luck('absolute', 500, (u) => 100 + 20 * normalQuantile(u));
    const asked = (extra: number) =>
      stopsAt(
        { spec: count, halfWidth: 4, isRelative: false },
        values.map((value) => value + extra),
      );
    expect(asked(0)).toBe(asked(4096));
    expect(asked(0)).toBeGreaterThan(60);
  });

  test('where nothing varies, the eight that are needed are told from the second on', () => {
    const rule = createStoppingRule({ spec: count, halfWidth: 0.05, isRelative: true });
    for (const value of [100, 100]) rule.add(value);
    expect(rule.reached().needed).toBe(8);
  });

  test('a probability that was 0 so far is not known after eight runs', () => {
    const spec = measureSpec({ id: 'overrun', kind: 'indicator' });
    // Wilson after n runs without one: half-width z² / 2(n + z²); 0.02 is met from n = 93 on
    expect(stopsAt({ spec, halfWidth: 0.02, isRelative: false }, Array(200).fill(0))).toBe(93 + 5);
    expect(stopsAt({ spec, halfWidth: 0.1, isRelative: true }, Array(200).fill(0))).toBeNull();
  });

  test('a time that does not always come has no mean to be precise about', () => {
    const spec = measureSpec({ id: 'capital-falls', kind: 'time' });
    const rule = createStoppingRule({ spec, halfWidth: 60, isRelative: false });
    const values = [600, Infinity, ...Array<number>(300).fill(600)];
    expect(values.some((value) => rule.add(value))).toBe(false);
    expect(rule.reached()).toMatchObject({ since: null, halfWidth: null, needed: null });
  });

  test('when the budget ends first, what is missing is told: twice the half-width needs four times the runs', () => {
    const rule = createStoppingRule({ spec: count, halfWidth: 2, isRelative: false });
    for (const value of luck('budget', 100, (u) => 100 + 20 * normalQuantile(u))) rule.add(value);
    const { halfWidth, needed, since, replications } = rule.reached();
    expect({ since, replications }).toEqual({ since: null, replications: 100 });
    // 5 % of them are looked ahead, beyond 100.
    const met = Math.ceil(100 * (halfWidth! / 2) ** 2);
    expect(met).toBeGreaterThan(200);
    expect(needed).toBe(met + Math.floor((5 * met) / 100));
  });
});

test('the interval at the end covers the truth nearly as often as it claims, though its own width ended the work', () => {
  let covered = 0;
  for (let experiment = 0; experiment < 600; experiment += 1) {
    const values = luck(`coverage/${experiment}`, 600, (u) => 100 + 25 * normalQuantile(u));
    const n = stopsAt({ spec: count, halfWidth: 0.05, isRelative: true }, values)!;
    const runs = values.slice(0, n);
    const half = (tQuantile(0.975, n - 1) * sampleStandardDeviation(runs)) / Math.sqrt(n);
    if (Math.abs(mean(runs) - 100) <= half) covered += 1;
  }
  // 95 % less what stopping early costs; three standard errors of 600 experiments are 2.7 points
  expect(covered / 600).toBeGreaterThan(0.92);
});
