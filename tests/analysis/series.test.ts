import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { SeriesStore } from '../../src/analysis/series.ts';
import { catalogueWith, seriesSpec } from '../support/outcomes.ts';

const catalogue = catalogueWith({
  grid: [0, 60],
  series: [seriesSpec({ id: 'a' }), seriesSpec({ id: 'b', limit: 8 })],
});

const storeOf = (rows: readonly number[], room?: number): SeriesStore => {
  const store = new SeriesStore(catalogue, room);
  for (const value of rows)
    store.add([
      [value, 2 * value],
      [8, 8],
    ]);
  return store;
};

describe('series over replications', () => {
  test('have at every instant the mean, interval and quantiles of a textbook', () => {
    const [a, b] = storeOf([2, 4, 4, 4, 5, 5, 7, 9]).summary();
    expect(a!.mean).toEqual([5, 10]);
    expect(a!.high[0]! - 5).toBeCloseTo(2.364624 * Math.sqrt(32 / 7 / 8), 5);
    expect(a!.p50).toEqual([4.5, 9]);
    expect([b!.mean, b!.low, b!.high, b!.p95]).toEqual([
      [8, 8],
      [8, 8],
      [8, 8],
      [8, 8],
    ]);
  });

  test('never show an interval beyond the limit, or below nothing', () => {
    const store = new SeriesStore(catalogue);
    for (const value of [0, 8, 8, 8])
      store.add([
        [8 - value, 0],
        [value, 8],
      ]);
    const [a, b] = store.summary();
    expect(a!.low[0]).toBe(0);
    expect(b!.high[0]).toBe(8);
  });

  test('from one replication are the replication itself', () => {
    const [a] = storeOf([3]).summary();
    for (const values of [a!.mean, a!.low, a!.high, a!.p05, a!.p95]) expect(values).toEqual([3, 6]);
  });

  test('of another shape, or without a number, are refused and not counted', () => {
    const store = storeOf([1]);
    expect(() => store.add([[1, 2]])).toThrow(RangeError);
    expect(() =>
      store.add([
        [1, 2, 3],
        [1, 2],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      store.add([
        [1, Number.NaN],
        [1, 2],
      ]),
    ).toThrow(/series a/);
    expect(store.summary()[0]!.mean).toEqual([1, 2]);
  });
});

describe('more replications than there is room for', () => {
  const random = seedrandom.alea('series');
  const values = Array.from({ length: 50_000 }, () => random());
  const store = storeOf(values, 4 * 2000);

  test('are thinned to every second, fourth … of them, between half and all of the room', () => {
    expect(store.kept).toBeGreaterThanOrEqual(1000);
    expect(store.kept).toBeLessThanOrEqual(2000);
    // 50,000 replications, every 32nd kept from the first on
    expect(store.kept).toBe(Math.ceil(50_000 / 32));
  });

  test('keep those whose number the stride divides, the first among them', () => {
    // Room for 4 of 10: 0 1 2 3, then 0 2 4 6, then 0 4 8.
    const ten = storeOf(
      Array.from({ length: 10 }, (_, index) => index),
      4 * 4,
    );
    const [a] = ten.summary();
    expect([ten.kept, a!.p25[0], a!.p50[0], a!.p75[0], a!.mean[0]]).toEqual([3, 2, 4, 6, 4.5]);
  });

  test('still all count in the mean and its interval', () => {
    const [a] = store.summary();
    const plain = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(a!.mean[0]).toBeCloseTo(plain, 10);
    // 1.96 deviations of the uniform distribution, sqrt(1/12), over the root of 50,000
    expect(a!.high[0]! - a!.mean[0]!).toBeCloseTo((1.96 * Math.sqrt(1 / 12)) / Math.sqrt(50_000), 4);
  });

  test('leave quantiles within four standard errors of the truth', () => {
    const [a] = store.summary();
    for (const [quantiles, p] of [
      [a!.p05, 0.05],
      [a!.p25, 0.25],
      [a!.p50, 0.5],
      [a!.p75, 0.75],
      [a!.p95, 0.95],
    ] as const) {
      // A quantile of the uniform distribution errs by the root of p (1 - p) / n.
      expect(Math.abs(quantiles[0]! - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / store.kept));
    }
  });

  test('are exact as long as there is room', () => {
    const few = storeOf(values.slice(0, 2000), 4 * 2000);
    expect(few.kept).toBe(2000);
    expect(few.summary()).toEqual(storeOf(values.slice(0, 2000)).summary());
  });
});
