import { type Interval, quantileInterval, wilsonInterval } from './interval.ts';
import { quantile } from './quantile.ts';

/**
 * The probability that something has happened by a given time, with its 95 % interval (Wilson). Runs in which it never happens count
 * like those in which it happens later.
 *
 * @param times of the runs, minutes after the start, at least one; `Infinity` where it did not happen
 * @param by minutes after the start; `Infinity` is not allowed, because nobody has seen that far
 * @throws RangeError when there are no runs, or `by` is not finite
 * @example
 * chanceBy([60, 90, Infinity, Infinity], 90).estimate // => 0.5
 * chanceBy([60, 90, Infinity, Infinity], 70).high.toFixed(3) // => '0.699'
 */
export function chanceBy(times: ArrayLike<number>, by: number): Interval {
  if (!Number.isFinite(by)) throw new RangeError(`a time to ask about must be finite, got ${by}`);
  let done = 0;
  for (let index = 0; index < times.length; index += 1) if (times[index]! <= by) done += 1;
  return wilsonInterval(done, times.length);
}

/** A quantile of times with its 95 % interval; an end is null where it does not come within the window. */
export interface TimeQuantile {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A quantile of a time that may not happen, with its interval by order statistics. What lies beyond the window is null, "not within
 * the window", and so is the upper end where the runs are too few to enclose the quantile.
 *
 * @param sorted runs in ascending order, minutes after the start; `Infinity` where it did not happen
 * @param probability of the quantile, above 0, below 1
 * @param window last instant that counts, minutes after the start
 * @throws RangeError when there are no runs or the probability is out of range
 * @example
 * timeQuantile([10, 20, 30, 40, 50, 60, 70, Infinity, Infinity, Infinity], 0.5, 120) // => { estimate: 55, low: 20, high: null }
 */
export function timeQuantile(sorted: ArrayLike<number>, probability: number, window: number): TimeQuantile {
  const within = (time: number): number | null => (time <= window ? time : null);
  const estimate = within(quantile(sorted, probability));
  const ends = quantileInterval(sorted, probability);
  if (ends === null) return { estimate, low: null, high: null };
  return { estimate, low: within(ends.low), high: within(ends.high) };
}

/**
 * A time as one number of every run, for means, differences and rankings: a time that did not come counts as the end of the run. The
 * mean is then that of the time spent waiting for it within the run, which always exists.
 * Source: Royston and Parmar (2013), "Restricted mean survival time", BMC Medical Research Methodology 13:152.
 *
 * @param time minutes after the start, or `Infinity`
 * @param horizon end of the run, minutes after the start
 * @example
 * [restricted(90, 240), restricted(Infinity, 240)] // => [90, 240]
 */
export const restricted = (time: number, horizon: number): number => Math.min(time, horizon);
