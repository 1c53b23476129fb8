import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tally, TimeWeighted } from '../../src/kernel/index.ts';

test('a level counts for as long as it lasts, and brief ones for the maximum only', () => {
  const level = new TimeWeighted(10, 2);
  level.record(20, 5);
  level.record(20, 1);
  level.record(30, 0);
  expect(level.area(50)).toBe(30);
  expect(level.mean(50)).toBe(0.75);
  expect([level.max, level.level]).toEqual([5, 0]);
});

test('after a restart only what follows counts, from the level that was', () => {
  const level = new TimeWeighted();
  level.record(0, 8);
  level.record(5, 3);
  level.restart(10);
  level.record(20, 1);
  expect([level.mean(30), level.max]).toEqual([2, 3]);
});

test('a tally agrees with the textbook sums, also far from zero', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.constantFrom(0, 1e9), (raw, offset) => {
      const tally = new Tally();
      for (const value of raw) tally.record(value + offset);
      const mean = raw.reduce((a, b) => a + b) / raw.length;
      const variance = raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (raw.length - 1);
      expect(tally.count).toBe(raw.length);
      expect(tally.mean).toBeCloseTo(mean + offset, 5);
      expect(Math.abs(tally.variance - variance)).toBeLessThanOrEqual(1e-4 + 1e-6 * variance);
      expect([tally.min, tally.max]).toEqual([Math.min(...raw) + offset, Math.max(...raw) + offset]);
    }),
  );
});

test('an empty tally has no mean, and one observation no variance', () => {
  const tally = new Tally();
  expect([tally.count, tally.sum, tally.mean, tally.variance]).toEqual([0, 0, Number.NaN, Number.NaN]);
  tally.record(4);
  expect([tally.mean, tally.sd]).toEqual([4, Number.NaN]);
  tally.restart();
  expect([tally.count, tally.max]).toEqual([0, -Infinity]);
});
