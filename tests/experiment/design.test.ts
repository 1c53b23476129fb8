import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latin, layOut } from '../../src/experiment/design.ts';
import { parseVary } from '../../src/experiment/factor.ts';
import { sobol } from '../../src/experiment/sobol.ts';

const factors = (...written: readonly string[]) => written.map((one) => parseVary(one, () => true));

describe('a full design', () => {
  test('has every combination once, in the order of the factors', () => {
    const points = layOut(factors('a.b=1,2', 'c.d=5..7:1'), { design: 'full', points: 5, seed: 's' });
    expect(points.map((point) => point.map(({ value }) => value))).toEqual([
      [1, 5],
      [1, 6],
      [1, 7],
      [2, 5],
      [2, 6],
      [2, 7],
    ]);
  });

  test('cuts a range evenly, ends included, and drops whole numbers that fall together', () => {
    const [five] = [layOut(factors('a.b=5..40'), { design: 'full', points: 5, seed: 's' })];
    expect(five!.map(([level]) => level!.value)).toEqual([5, 14, 23, 31, 40]);
    expect(layOut(factors('a.b=1..3'), { design: 'full', points: 9, seed: 's' })).toHaveLength(3);
  });

  test('of too many combinations is refused with their number', () => {
    const many = factors('a.a=1..30:1', 'a.b=1..30:1', 'a.c=1..30:1');
    expect(() => layOut(many, { design: 'full', points: 5, seed: 's' })).toThrow(/27000 combinations/);
  });
});

test('a Latin hypercube has one point in every part of every factor, whatever its size and seed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 40 }),
      fc.string(),
      (width, points, seed) => {
        const cube = latin(width, points, `x${seed}`);
        for (let factor = 0; factor < width; factor += 1) {
          const parts = cube.map((point) => Math.floor(point[factor]! * points)).toSorted((a, b) => a - b);
          expect(parts).toEqual(Array.from({ length: points }, (_, part) => part));
        }
      },
    ),
  );
  expect(latin(3, 9, 'a')).toEqual(latin(3, 9, 'a'));
  expect(latin(3, 9, 'a')).not.toEqual(latin(3, 9, 'b'));
});

describe("Sobol's sequence", () => {
  // scipy 1.17.1, scipy.stats.qmc.Sobol(10, scramble=False).random(16)
  test.each([
    [2, [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75]],
    [5, [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375, 0.375, 0.125]],
    [7, [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625, 0.625, 0.875]],
    [11, [0.4375, 0.5625, 0.1875, 0.6875, 0.8125, 0.0625, 0.6875, 0.6875, 0.6875, 0.0625]],
    [15, [0.0625, 0.9375, 0.5625, 0.3125, 0.6875, 0.1875, 0.8125, 0.3125, 0.3125, 0.6875]],
  ])('has the published point %i in ten dimensions', (index, point) => {
    expect(sobol(10, 16)[index]).toEqual(point);
  });

  test('puts one of 64 points into each of 64 equal parts of every dimension', () => {
    const points = sobol(10, 64);
    for (let dimension = 0; dimension < 10; dimension += 1) {
      expect(new Set(points.map((point) => Math.floor(point[dimension]! * 64))).size).toBe(64);
    }
  });

  test('puts one of 64 points into each of 8 by 8 fields of its first two dimensions', () => {
    const fields = sobol(2, 64).map(([x, y]) => `${Math.floor(x! * 8)},${Math.floor(y! * 8)}`);
    expect(new Set(fields).size).toBe(64);
  });

  test('of more than ten factors is refused', () => {
    expect(() => sobol(11, 4)).toThrow(RangeError);
  });
});

test('levels of a space-filling design are equally likely, and whole numbers reach both ends', () => {
  const points = layOut(factors('a.b=1,2,4,8', 'c.d=1..4'), { design: 'sobol', points: 64, seed: 's' });
  for (const factor of [0, 1]) {
    const counts = new Map<string, number>();
    for (const point of points) counts.set(point[factor]!.text, (counts.get(point[factor]!.text) ?? 0) + 1);
    expect([...counts.values()]).toEqual([16, 16, 16, 16]);
  }
});
