import { mean, sampleCovariance, sampleVariance } from 'simple-statistics';
import type { Interval } from './interval.ts';
import { tQuantile } from './student.ts';

/**
 * 95 % interval of the ratio of two means that were seen on the same runs: people out per sortie, or one plan's people out as a
 * multiple of another's. The ratio of the means is asked for, not the mean of the ratios, which a few runs with a small
 * denominator would carry away.
 * Source: Fieller (1954), "Some problems in interval estimation", Journal of the Royal Statistical Society B 16(2).
 *
 * @param numerators one number per run, two runs or more
 * @param denominators as many, of the same runs in the same order
 * @returns the ratio of the means and its interval; null where the denominator's mean cannot be told from zero at 95 %, because no
 *   finite interval is honest then
 * @throws RangeError when the numbers of runs differ, or there are fewer than two
 * @example
 * const ratio = ratioInterval([103, 124, 92, 115], [100, 120, 90, 110]);
 * ratio.estimate.toFixed(4) // => '1.0333'
 * [ratio.low.toFixed(4), ratio.high.toFixed(4)] // => ['1.0162', '1.0468']
 */
export function ratioInterval(
  numerators: readonly number[],
  denominators: readonly number[],
): Interval | null {
  const n = numerators.length;
  if (n !== denominators.length || n < 2) {
    throw new RangeError(`a ratio needs two paired runs or more, got ${n} and ${denominators.length}`);
  }
  const [above, below] = [[...numerators], [...denominators]];
  const [top, bottom] = [mean(above), mean(below)];
  const t = tQuantile(0.975, n - 1);
  const squared = (t * t) / n;
  // All ratios r for which the mean of (numerator - r * denominator) cannot be told from zero: a quadratic inequality in r.
  const a = bottom * bottom - squared * sampleVariance(below);
  const b = top * bottom - squared * sampleCovariance(above, below);
  const c = top * top - squared * sampleVariance(above);
  if (!(a > 0)) return null;
  const half = Math.sqrt(Math.max(0, b * b - a * c)) / a;
  return { estimate: top / bottom, low: b / a - half, high: b / a + half };
}
