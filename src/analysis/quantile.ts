import { quantileSorted } from 'simple-statistics';

/**
 * Quantile of runs in ascending order, by the usual linear interpolation between neighbours (definition 7 of Hyndman and
 * Fan, 1996, "Sample quantiles in statistical packages", The American Statistician 50(4)). `Infinity`, a time that did not come, sorts
 * last; a quantile that needs any of it is itself `Infinity`, "not within the run".
 *
 * @param sorted at least one run, ascending, none of them NaN
 * @param probability 0 to 1
 * @throws RangeError when there are no runs or the probability is out of range
 * @example
 * quantile([10, 20, 30, 40], 0.5) // => 25
 * quantile([10, 20, Infinity, Infinity], 0.25) // => 17.5
 * quantile([10, 20, Infinity, Infinity], 0.5) // => Infinity
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile needs at least one run');
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
  }
  // Interpolating between two infinite neighbours would give NaN.
  const above = sorted[Math.ceil((sorted.length - 1) * probability)]!;
  if (above === Number.POSITIVE_INFINITY) return above;
  return quantileSorted(sorted as number[], probability);
}
