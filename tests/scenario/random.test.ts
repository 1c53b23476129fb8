import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Distribution, leastOf, mostOf } from '../../src/scenario/distribution.ts';
import { readRandom } from '../../src/scenario/random.ts';
import { DIMENSIONS, type Dimension, formatAmount, readAmount } from '../../src/scenario/units.ts';

const duration = { dimension: 'duration', min: 0 } as const;

test.each<[unknown, Distribution]>([
  ['1.5 h', { kind: 'fixed', value: 90 }],
  [{ uniform: ['4 min', '1 h'] }, { kind: 'uniform', min: 4, max: 60 }],
  [{ triangular: ['30 min', '60 min', '135 min'] }, { kind: 'triangular', min: 30, mode: 60, max: 135 }],
  [
    { normal: { mean: '1 h', sd: '6 min', min: '30 min' } },
    { kind: 'normal', mean: 60, sd: 6, min: 30, max: undefined },
  ],
  [{ lognormal: { mean: '4 min', cv: 0.6 } }, { kind: 'lognormal', mean: 4, cv: 0.6 }],
  [{ exponential: { mean: '90 s' } }, { kind: 'exponential', mean: 1.5 }],
  [{ gamma: { mean: '60 min', cv: 0.4 } }, { kind: 'gamma', mean: 60, cv: 0.4 }],
  [{ erlang: { mean: '60 min', k: 4 } }, { kind: 'erlang', mean: 60, k: 4 }],
  [
    { discrete: { '30 min': '25 %', '1 h': '75 %' } },
    { kind: 'discrete', values: [30, 60], weights: [0.25, 0.75] },
  ],
  [{ discrete: { '30 min': 1, '1 h': 3 } }, { kind: 'discrete', values: [30, 60], weights: [1, 3] }],
  [{ empirical: ['5 min', '5 min', '8 min'] }, { kind: 'empirical', values: [5, 5, 8] }],
])('%j is read in minutes', (written, distribution) => {
  expect(readRandom(duration, written)).toEqual({ ok: true, value: distribution });
});

test('a Poisson number of things is read as it is', () => {
  expect(readRandom({ dimension: 'count', min: 0 }, { poisson: { mean: 3 } })).toEqual({
    ok: true,
    value: { kind: 'poisson', mean: 3 },
  });
});

test('thirds of a hundred per cent are taken for a whole', () => {
  const thirds = { discrete: { '1': '33.3 %', '2': '33.3 %', '3': '33.3 %' } };
  expect(readRandom({ dimension: 'count' }, thirds).ok).toBe(true);
});

test('the ends of a distribution are those that its parameters say', () => {
  const ends = (written: unknown): readonly number[] => {
    const reading = readRandom({ dimension: 'factor' }, written);
    return reading.ok ? [leastOf(reading.value), mostOf(reading.value)] : [];
  };
  const infinite = Number.POSITIVE_INFINITY;
  expect(ends(3)).toEqual([3, 3]);
  expect(ends({ uniform: [1, 2] })).toEqual([1, 2]);
  expect(ends({ triangular: [1, 1, 2] })).toEqual([1, 2]);
  expect(ends({ normal: { mean: 1, sd: 1 } })).toEqual([-infinite, infinite]);
  expect(ends({ normal: { mean: 1, sd: 1, min: 0, max: 2 } })).toEqual([0, 2]);
  expect(ends({ empirical: [3, 1, 2] })).toEqual([1, 3]);
  expect(ends({ gamma: { mean: 1, cv: 1 } })).toEqual([0, infinite]);
});

test('an amount that is written and read again is the same, in every dimension', () => {
  const dimensions = Object.keys(DIMENSIONS) as Dimension[];
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(fc.constantFrom(...dimensions), value, (dimension, amount) => {
      const reading = readAmount(dimension, formatAmount(dimension, amount));
      expect(reading.ok ? reading.value : undefined).toBeCloseTo(amount, 9);
    }),
  );
});

test('thousands commas and blanks before the unit make no difference', () => {
  expect(
    ['1,089 nm', '1089 nm', '1089nm', ' 1089.0  nm '].map((text) => readAmount('distance', text)),
  ).toEqual(Array(4).fill({ ok: true, value: 1089 }));
});

test('a mile is 1.609344 km and a nautical mile 1.852 km', () => {
  const miles = readAmount('distance', '1852 mi');
  expect(miles.ok ? miles.value : 0).toBeCloseTo(1609.344, 9);
});
