import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Distribution,
  mean,
  normalQuantile,
  type Quantile,
  quantile,
  Stream,
  sample,
  variance,
} from '../../src/kernel/index.ts';

interface Case {
  readonly dist: Distribution;
  readonly support: readonly [number, number];
  /** Closed forms from a textbook, not from the code. */
  readonly mean: number;
  readonly variance: number;
}

// Truncated normal moments: φ(1) = 0.24197072451914337, Φ(1) = 0.8413447460685429.
const beyondOne = 0.24197072451914337 / (1 - 0.8413447460685429);
const withinOne = 1 - (2 * 0.24197072451914337) / (2 * 0.8413447460685429 - 1);

const cases: Record<string, Case> = {
  fixed: { dist: { kind: 'fixed', value: 7 }, support: [7, 7], mean: 7, variance: 0 },
  uniform: { dist: { kind: 'uniform', min: -2, max: 4 }, support: [-2, 4], mean: 1, variance: 3 },
  'triangular (oracle 29)': {
    dist: { kind: 'triangular', min: 30, mode: 60, max: 135 },
    support: [30, 135],
    mean: 75,
    variance: 487.5,
  },
  'triangular with the mode at its end': {
    dist: { kind: 'triangular', min: 0, mode: 6, max: 6 },
    support: [0, 6],
    mean: 4,
    variance: 2,
  },
  normal: {
    dist: { kind: 'normal', mean: 10, sd: 2 },
    support: [-Infinity, Infinity],
    mean: 10,
    variance: 4,
  },
  'normal cut on both sides': {
    dist: { kind: 'normal', mean: 10, sd: 2, min: 8, max: 12 },
    support: [8, 12],
    mean: 10,
    variance: 4 * withinOne,
  },
  'normal beyond 1 sd': {
    dist: { kind: 'normal', mean: 0, sd: 1, min: 1 },
    support: [1, Infinity],
    mean: beyondOne,
    variance: 1 + beyondOne - beyondOne ** 2,
  },
  'normal below -1 sd': {
    dist: { kind: 'normal', mean: 0, sd: 1, max: -1 },
    support: [-Infinity, -1],
    mean: -beyondOne,
    variance: 1 + beyondOne - beyondOne ** 2,
  },
  lognormal: {
    dist: { kind: 'lognormal', mean: 45, cv: 0.5 },
    support: [0, Infinity],
    mean: 45,
    variance: 506.25,
  },
  'lognormal without spread': {
    dist: { kind: 'lognormal', mean: 45, cv: 0 },
    support: [45, 45],
    mean: 45,
    variance: 0,
  },
  exponential: { dist: { kind: 'exponential', mean: 5 }, support: [0, Infinity], mean: 5, variance: 25 },
  gamma: { dist: { kind: 'gamma', mean: 8, cv: 0.75 }, support: [0, Infinity], mean: 8, variance: 36 },
  'gamma with cv above 1': {
    dist: { kind: 'gamma', mean: 8, cv: 1.25 },
    support: [0, Infinity],
    mean: 8,
    variance: 100,
  },
  erlang: { dist: { kind: 'erlang', mean: 6, k: 3 }, support: [0, Infinity], mean: 6, variance: 12 },
  'erlang of one stage': {
    dist: { kind: 'erlang', mean: 6, k: 1 },
    support: [0, Infinity],
    mean: 6,
    variance: 36,
  },
  poisson: { dist: { kind: 'poisson', mean: 3.5 }, support: [0, Infinity], mean: 3.5, variance: 3.5 },
  'poisson of 2,000': {
    dist: { kind: 'poisson', mean: 2000 },
    support: [0, Infinity],
    mean: 2000,
    variance: 2000,
  },
  'poisson of nothing': { dist: { kind: 'poisson', mean: 0 }, support: [0, 0], mean: 0, variance: 0 },
  discrete: {
    dist: { kind: 'discrete', values: [5, 1, 2], weights: [1, 1, 2] },
    support: [1, 5],
    mean: 2.5,
    variance: 2.25,
  },
  empirical: { dist: { kind: 'empirical', values: [9, 1, 4, 2] }, support: [1, 9], mean: 4, variance: 9.5 },
};

/** Mean and variance by the midpoint rule over u, with the tails cut into ever finer steps: ∫ q(u) du. */
function integrate(q: Quantile): { mean: number; variance: number } {
  const nodes: [u: number, weight: number][] = [];
  const add = (from: number, to: number, steps: number): void => {
    const width = (to - from) / steps;
    for (let i = 0; i < steps; i++) nodes.push([from + (i + 0.5) * width, width]);
  };
  add(1 / 64, 63 / 64, 20_000);
  for (let k = 6; k < 48; k++) {
    add(2 ** -(k + 1), 2 ** -k, 100);
    add(1 - 2 ** -k, 1 - 2 ** -(k + 1), 100);
  }
  let first = 0;
  for (const [u, weight] of nodes) first += weight * q(u);
  let second = 0;
  for (const [u, weight] of nodes) second += weight * (q(u) - first) ** 2;
  return { mean: first, variance: second };
}

describe.each(Object.entries(cases))('%s', (_, expected) => {
  const q = quantile(expected.dist);
  const [low, high] = expected.support;

  test('mean and variance are those of the closed form', () => {
    expect(mean(expected.dist)).toBeCloseTo(expected.mean, 8);
    expect(variance(expected.dist)).toBeCloseTo(expected.variance, 8);
  });

  test('what is drawn has that mean and variance: the quantile function integrates to them', () => {
    const found = integrate(q);
    expect(Math.abs(found.mean - expected.mean)).toBeLessThan(2e-4 * (1 + Math.abs(expected.mean)));
    expect(Math.abs(found.variance - expected.variance)).toBeLessThan(1e-3 * (1 + expected.variance));
  });

  test('every draw is finite and lies in the support; more luck never gives less; the same luck gives the same', () => {
    const uniforms = [
      0,
      2 ** -53,
      1e-12,
      ...Array.from({ length: 400 }, (__, i) => (i + 1) / 402),
      1 - 1e-12,
      1 - 2 ** -53,
    ];
    const values = uniforms.map(q);
    const isGood = (value: number, i: number): boolean =>
      Number.isFinite(value) && value >= low && value <= high && value >= (values[i - 1] ?? low);
    expect(values.filter((value, i) => !isGood(value, i))).toEqual([]);
    expect(uniforms.map(quantile(expected.dist))).toEqual(values);
  });

  test('one draw takes one uniform', () => {
    const [a, b] = [new Stream('one', 'draw'), new Stream('one', 'draw')];
    expect(sample(expected.dist, a)).toBe(q(b.uniform()));
    expect(a.uniform()).toBe(b.uniform());
  });
});

// Wichura (1988) and R 4: qnorm(p) to 16 digits.
test.each([
  [0.975, 1.959963984540054],
  [0.3, -0.5244005127080409],
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167813],
  [1e-10, -6.361340902404056],
  [1e-15, -7.941345326170998],
  [1e-20, -9.262340089798409],
])('the normal quantile of %d is %d to 1e-14', (p, z) => {
  expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14);
});

// χ² tables are gamma tables: 3.841458820694124 with 1 degree of freedom, 18.307038053275146 with 10, both at 95 %.
test.each([
  [0.5, Math.SQRT2, 0.95, 3.841458820694124 / 2],
  [5, Math.sqrt(1 / 5), 0.95, 18.307038053275146 / 2],
  [2, Math.SQRT1_2, 0.5, 1.678346990016661],
])('the gamma quantile with shape %d agrees with tables to ten digits', (shape, cv, p, x) => {
  expect(Math.abs(quantile({ kind: 'gamma', mean: shape, cv })(p) / x - 1)).toBeLessThan(1e-10);
});

test('a Poisson quantile is the least count whose cumulative probability exceeds u', () => {
  const q = quantile({ kind: 'poisson', mean: 2 });
  // e^-2 = 0.135335…: P(0) = 0.135335, P(≤1) = 0.406006, P(≤2) = 0.676676.
  expect([0, 0.1353, 0.1354, 0.406, 0.4061, 0.6766, 0.6767].map(q)).toEqual([0, 0, 1, 1, 2, 2, 3]);
});

test('weights of zero are never drawn, and the order in which values are written does not matter', () => {
  const q = quantile({ kind: 'discrete', values: [3, 1, 2], weights: [1, 0, 1] });
  expect([0, 0.49, 0.5, 1 - 2 ** -53].map(q)).toEqual([2, 2, 3, 3]);
});

test('empirical draws are the values themselves, each as often as the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }),
      (values) => {
        const q = quantile({ kind: 'empirical', values });
        const drawn = values.map((__, i) => q((i + 0.5) / values.length));
        expect(drawn.map((x) => x + 0)).toEqual([...values].sort((a, b) => a - b).map((x) => x + 0));
      },
    ),
  );
});

test.each<Distribution>([
  { kind: 'fixed', value: Number.NaN },
  { kind: 'uniform', min: 2, max: 1 },
  { kind: 'uniform', min: 0, max: Infinity },
  { kind: 'triangular', min: 0, mode: 5, max: 4 },
  { kind: 'normal', mean: 0, sd: -1 },
  { kind: 'normal', mean: 0, sd: 1, min: 3, max: 2 },
  { kind: 'normal', mean: 0, sd: 1, min: 40 },
  { kind: 'normal', mean: 0, sd: 0, min: 1 },
  { kind: 'lognormal', mean: 0, cv: 1 },
  { kind: 'lognormal', mean: 1, cv: -1 },
  { kind: 'exponential', mean: -1 },
  { kind: 'gamma', mean: Number.NaN, cv: 1 },
  { kind: 'erlang', mean: 1, k: 1.5 },
  { kind: 'poisson', mean: -1 },
  { kind: 'poisson', mean: 1e8 },
  { kind: 'discrete', values: [], weights: [] },
  { kind: 'discrete', values: [1], weights: [1, 2] },
  { kind: 'discrete', values: [1], weights: [0] },
  { kind: 'discrete', values: [1, 2], weights: [2, -1] },
  { kind: 'empirical', values: [] },
  { kind: 'empirical', values: [1, Infinity] },
])('%j makes no sense and is refused', (dist) => {
  expect(() => quantile(dist)).toThrow(RangeError);
  expect(() => mean(dist)).toThrow(RangeError);
});
