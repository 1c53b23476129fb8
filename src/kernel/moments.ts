import { checkDistribution, type Distribution, type Normal } from './distribution.ts';
import { normalCdf, normalDensity } from './normal.ts';

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The mean of a distribution, in closed form.
 *
 * @throws RangeError when a parameter makes no sense
 * @example
 * mean({ kind: 'triangular', min: 30, mode: 60, max: 135 }) // => 75
 */
export function mean(dist: Distribution): number {
  return moments(dist).mean;
}

/**
 * The variance of a distribution, in closed form.
 *
 * @throws RangeError when a parameter makes no sense
 * @example
 * variance({ kind: 'triangular', min: 30, mode: 60, max: 135 }) // => 487.5
 */
export function variance(dist: Distribution): number {
  return moments(dist).variance;
}

/** x · x, exact to the last digit on every engine, which `x ** 2` is not. */
const square = (x: number): number => x * x;

function moments(dist: Distribution): Moments {
  checkDistribution(dist);
  switch (dist.kind) {
    case 'fixed':
      return { mean: dist.value, variance: 0 };
    case 'uniform':
      return { mean: (dist.min + dist.max) / 2, variance: square(dist.max - dist.min) / 12 };
    case 'triangular':
      return triangular(dist.min, dist.mode, dist.max);
    case 'normal':
      return normal(dist);
    case 'lognormal':
    case 'gamma':
      return { mean: dist.mean, variance: square(dist.mean * dist.cv) };
    case 'exponential':
      return { mean: dist.mean, variance: square(dist.mean) };
    case 'erlang':
      return { mean: dist.mean, variance: square(dist.mean) / dist.k };
    case 'poisson':
      return { mean: dist.mean, variance: dist.mean };
    case 'discrete':
      return weighted(dist.values, dist.weights);
    case 'empirical':
      return weighted(
        dist.values,
        dist.values.map(() => 1),
      );
  }
}

function triangular(a: number, c: number, b: number): Moments {
  return { mean: (a + b + c) / 3, variance: (a * a + b * b + c * c - a * b - a * c - b * c) / 18 };
}

/** N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 1 (1994), section 10.1. */
function normal({ mean, sd, min = -Infinity, max = Infinity }: Normal): Moments {
  if (sd === 0) return { mean, variance: 0 };
  const below = (min - mean) / sd;
  const above = (max - mean) / sd;
  const mass = below > 0 ? normalCdf(-below) - normalCdf(-above) : normalCdf(above) - normalCdf(below);
  const shift = (normalDensity(below) - normalDensity(above)) / mass;
  const edge = (timesDensity(below) - timesDensity(above)) / mass;
  return { mean: mean + sd * shift, variance: sd * sd * (1 + edge - shift * shift) };
}

function timesDensity(z: number): number {
  return Number.isFinite(z) ? z * normalDensity(z) : 0;
}

function weighted(values: readonly number[], weights: readonly number[]): Moments {
  let total = 0;
  let sum = 0;
  values.forEach((value, i) => {
    total += weights[i]!;
    sum += weights[i]! * value;
  });
  const mean = sum / total;
  let squares = 0;
  values.forEach((value, i) => {
    squares += weights[i]! * square(value - mean);
  });
  return { mean, variance: squares / total };
}
