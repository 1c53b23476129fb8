import jstat from 'jstat';
import { checkDistribution, type Distribution, type Normal } from './distribution.ts';
import { exp, log } from './math.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { poissonTable, steps } from './steps.ts';
import type { Stream } from './stream.ts';

/** Turns one uniform in [0, 1) into one value, rising with it. */
export type Quantile = (u: number) => number;

// A 53-bit uniform can be 0, which would be -Infinity for a normal; half the smallest step instead.
const SMALLEST = 2 ** -54;

/**
 * Compiles a distribution into its quantile function (inverse distribution function): one uniform is one draw, and
 * more luck never means less. Compile once, draw often.
 *
 * @returns a function of a uniform in [0, 1)
 * @throws RangeError when a parameter makes no sense
 * @example
 * const loading = quantile({ kind: 'triangular', min: 30, mode: 60, max: 135 });
 * loading(0) // => 30
 * quantile({ kind: 'discrete', values: [1, 2, 5], weights: [1, 2, 1] })(0.5) // => 2
 */
export function quantile(dist: Distribution): Quantile {
  checkDistribution(dist);
  switch (dist.kind) {
    case 'fixed':
      return fixed(dist.value);
    case 'uniform':
      return uniform(dist.min, dist.max);
    case 'triangular':
      return triangular(dist.min, dist.mode, dist.max);
    case 'normal':
      return normal(dist);
    case 'lognormal':
      return lognormal(dist.mean, dist.cv);
    case 'exponential':
      return exponential(dist.mean);
    case 'gamma':
      return gamma(dist.mean, dist.cv);
    case 'erlang':
      return dist.k === 1 ? exponential(dist.mean) : gamma(dist.mean, 1 / Math.sqrt(dist.k));
    case 'poisson':
      return steps(...poissonTable(dist.mean));
    case 'discrete':
      return steps(dist.values, dist.weights);
    case 'empirical':
      return empirical(dist.values);
  }
}

/** One draw from a distribution; to draw often, compile {@link quantile} once. */
export function sample(dist: Distribution, stream: Stream): number {
  return quantile(dist)(stream.uniform());
}

function fixed(value: number): Quantile {
  return () => value;
}

function uniform(min: number, max: number): Quantile {
  const width = max - min;
  return (u) => min + width * u;
}

function triangular(min: number, mode: number, max: number): Quantile {
  const width = max - min;
  if (width === 0) return fixed(min);
  const turn = (mode - min) / width;
  const rising = width * (mode - min);
  const falling = width * (max - mode);
  return (u) => (u < turn ? min + Math.sqrt(u * rising) : max - Math.sqrt((1 - u) * falling));
}

function exponential(mean: number): Quantile {
  return (u) => -mean * log(1 - u);
}

function lognormal(mean: number, cv: number): Quantile {
  if (cv === 0) return fixed(mean);
  const variance = log(1 + cv * cv);
  const mu = log(mean) - variance / 2;
  const sigma = Math.sqrt(variance);
  return (u) => exp(mu + sigma * normalQuantile(u < SMALLEST ? SMALLEST : u));
}

function gamma(mean: number, cv: number): Quantile {
  if (cv === 0) return fixed(mean);
  const shape = 1 / (cv * cv);
  const scale = mean / shape;
  return (u) => (u <= 0 ? 0 : scale * jstat.gammapinv(u, shape));
}

function normal({ mean, sd, min = -Infinity, max = Infinity }: Normal): Quantile {
  if (sd === 0) return fixed(mean);
  const below = (min - mean) / sd;
  const above = (max - mean) / sd;
  if (below === -Infinity && above === Infinity)
    return (u) => mean + sd * normalQuantile(u < SMALLEST ? SMALLEST : u);
  // Work in the tail that is small, where probabilities keep their digits.
  const isUpper = below > 0;
  const from = isUpper ? normalCdf(-below) : normalCdf(below);
  const to = isUpper ? normalCdf(-above) : normalCdf(above);
  const side = isUpper ? -sd : sd;
  return (u) => {
    const p = from + u * (to - from);
    return Math.min(max, Math.max(min, mean + side * normalQuantile(p < 1e-300 ? 1e-300 : p)));
  };
}

function empirical(values: readonly number[]): Quantile {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  return (u) => sorted[Math.floor(u * count)]!;
}
