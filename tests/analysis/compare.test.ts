import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { comparePaired } from '../../src/analysis/compare.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';
import { catalogueWith, measureSpec, outcomesOf, outcomeWith } from '../support/outcomes.ts';

const plan = (name: string, lift: number, replications = 60, seed = 'pairs') => ({
  catalogue: { ...kabulLike, name },
  outcomes: kabulLikeOutcomes(replications, lift, seed),
});

describe('a plan against itself under another name', () => {
  test('is identical in every measure', () => {
    const [same] = comparePaired(plan('a', 1), [plan('b', 1)]);
    expect([same!.base, same!.variant, same!.replications]).toEqual(['a', 'b', 60]);
    for (const measure of same!.measures) {
      expect(measure.direction).toBe('identical');
      expect(measure.verdict).toBe('identical in every replication');
    }
  });

  test('is no finding against other random futures, because such runs are no pairs', () => {
    expect(() => comparePaired(plan('a', 1), [plan('b', 1, 60, 'others')])).toThrow(/no pair/);
    expect(() => comparePaired(plan('a', 1), [plan('b', 1, 59)])).toThrow(RangeError);
    const late = plan('b', 1);
    expect(() => comparePaired(plan('a', 1), [{ ...late, outcomes: [...late.outcomes].reverse() }])).toThrow(
      RangeError,
    );
  });
});

describe('a plan that gets more people out', () => {
  const [more] = comparePaired(plan('base', 1), [plan('more', 1.1)]);
  const byId = new Map(more!.measures.map((measure) => [measure.spec.id, measure]));

  test('is told to be better, and by how many', () => {
    const out = byId.get('people-out')!;
    expect(out.direction).toBe('better');
    expect(out.verdict).toMatch(/^gets [\d,]+ more people out \([\d,]+ to [\d,]+\)$/);
    expect(out.difference).toBeCloseTo(out.variant! - out.base!, 9);
  });

  test('is told with less than a tenth of the runs that unpaired plans would need', () => {
    expect(byId.get('people-out')!.varianceRatio).toBeGreaterThan(10);
    expect(byId.get('people-out')!.correlation).toBeGreaterThan(0.9);
  });

  test('leaves what it does not touch identical, times that never come included', () => {
    for (const id of ['capital-falls', 'seats-empty', 'gate-hours']) {
      expect(byId.get(id)!.direction).toBe('identical');
    }
  });
});

describe('plans that differ in luck alone', () => {
  const catalogue = catalogueWith({
    measures: Array.from({ length: 8 }, (_, index) => measureSpec({ id: `measure-${index}` })),
  });
  const random = seedrandom.alea('nothing but luck');
  // A sum of twelve uniforms is close enough to normal for a t test on 20 pairs.
  const draw = (): number => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0);
  const plan = (name: string) => ({
    catalogue: { ...catalogue, name },
    outcomes: Array.from({ length: 20 }, (_, replication) =>
      outcomeWith(catalogue, replication, { measures: catalogue.measures.map(draw) }),
    ),
  });

  test('are told apart in some of 8 headlines in 13 to 37 of 500 trials: the family, not each, errs once in twenty', () => {
    // Binomial with 500 trials at 5 %: 25, and 13 to 37 in 99 of 100 such tests. Uncorrected, it would be 168.
    let found = 0;
    for (let trial = 0; trial < 500; trial += 1) {
      const [comparison] = comparePaired(plan('a'), [plan('b')]);
      if (comparison!.measures.some((measure) => measure.direction !== 'none')) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(13);
    expect(found).toBeLessThanOrEqual(37);
  });
});

describe('the correction for many comparisons', () => {
  const catalogue = catalogueWith({
    measures: [measureSpec({ id: 'headline' }), measureSpec({ id: 'detail', headline: false })],
  });
  const base = [10, 12, 9, 11, 10, 13, 8, 11];
  const shifted = [12, 12, 11, 12, 11, 13, 10, 12];
  const runs = (name: string, values: readonly number[]) => ({
    catalogue: { ...catalogue, name },
    outcomes: values.map((value, replication) =>
      outcomeWith(catalogue, replication, { measures: [value, value] }),
    ),
  });

  test('counts variants times headlines, and details apart', () => {
    const names = ['one', 'two', 'three'];
    const all = comparePaired(
      runs('base', base),
      names.map((name) => runs(name, shifted)),
    );
    const alone = comparePaired(runs('base', base), [runs('one', shifted)]);
    const [headline, detail] = all[0]!.measures;
    expect(alone[0]!.measures[0]!.holm).toBe(headline!.p);
    // Three equal p values: Holm multiplies the smallest by three, and the others may not fall below it.
    for (const comparison of all) expect(comparison.measures[0]!.holm).toBeCloseTo(3 * headline!.p!, 12);
    expect(detail!.holm).toBeCloseTo(3 * detail!.p!, 12);
  });

  test('can take a finding back that a single look would have made', () => {
    const slight = [11, 12, 9, 12, 11, 14, 8, 12];
    const alone = comparePaired(runs('base', base), [runs('one', slight)])[0]!.measures[0]!;
    const among = comparePaired(
      runs('base', base),
      ['a', 'b', 'c', 'd'].map((name) => runs(name, slight)),
    )[0]!.measures[0]!;
    expect(alone.p).toBeLessThan(0.05);
    expect(alone.direction).toBe('better');
    expect(among.direction).toBe('none');
    expect(among.verdict).toContain('once all 4 comparisons are counted');
  });
});

test('measures are matched by id, and those of one plan alone are named', () => {
  const a = catalogueWith({ name: 'a', measures: [measureSpec({ id: 'x' }), measureSpec({ id: 'y' })] });
  const b = catalogueWith({ name: 'b', measures: [measureSpec({ id: 'z' }), measureSpec({ id: 'x' })] });
  const runs = (catalogue: typeof a, rows: number[][]) => ({
    catalogue,
    outcomes: rows.map((measures, replication) => outcomeWith(catalogue, replication, { measures })),
  });
  const [comparison] = comparePaired(
    runs(a, [
      [1, 5],
      [2, 5],
    ]),
    [
      runs(b, [
        [9, 1],
        [9, 2],
      ]),
    ],
  );
  expect(comparison!.measures.map((one) => [one.spec.id, one.direction])).toEqual([['x', 'identical']]);
  expect(comparison!.unmatched).toEqual(['y', 'z']);
});

test('the same plan may stand among the variants twice', () => {
  const catalogue = catalogueWith({ measures: [measureSpec({ id: 'x' })] });
  const one = { catalogue, outcomes: outcomesOf(catalogue, [1, 2, 3]) };
  expect(comparePaired(one, [one, one]).map((comparison) => comparison.measures.length)).toEqual([1, 1]);
});
