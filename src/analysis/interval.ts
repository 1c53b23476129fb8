import { binomialUpTo, NORMAL_975, tQuantile } from './student.ts';

/** An estimate and the 95 % interval in which the truth behind it is expected. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Two ends without a middle. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % interval of a mean from independent runs, by Student's t with n − 1 degrees of freedom.
 * Source: Law, Simulation Modeling and Analysis (5th ed.), equation 4.12.
 *
 * @param mean of the runs
 * @param deviation sample standard deviation of the runs (divisor n − 1), 0 or more
 * @param n runs, 2 or more
 * @throws RangeError when there are fewer than two runs: one run says nothing about its own spread
 * @example
 * meanInterval(100, 20, 10).low.toFixed(3) // => '85.693'
 */
export function meanInterval(mean: number, deviation: number, n: number): Interval {
  if (!(n >= 2)) throw new RangeError(`an interval of a mean needs 2 runs or more, got ${n}`);
  const half = (tQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
  return { estimate: mean, low: mean - half, high: mean + half };
}

/**
 * 95 % interval of a probability by Wilson's score: right where the plain one is not, near 0 and 1.
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22; recommended by
 * Brown, Cai and DasGupta (2001), Statistical Science 16(2).
 *
 * @param successes whole number, 0 to `trials`
 * @param trials whole number, 1 or more
 * @throws RangeError when either is out of range
 * @example
 * wilsonInterval(10, 100).low.toFixed(4) // => '0.0552'
 * wilsonInterval(10, 100).high.toFixed(4) // => '0.1744'
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (!(trials >= 1) || !(successes >= 0 && successes <= trials)) {
    throw new RangeError(`successes must lie between 0 and the trials, got ${successes} of ${trials}`);
  }
  const share = successes / trials;
  const z2 = NORMAL_975 * NORMAL_975;
  const centre = (successes + z2 / 2) / (trials + z2);
  const half = (NORMAL_975 * Math.sqrt(trials * share * (1 - share) + z2 / 4)) / (trials + z2);
  return {
    estimate: share,
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
  };
}

/** The difference of two probabilities with its interval, and the standard score of no difference. */
export interface ShareDifference extends Interval {
  readonly score: number;
}

/**
 * 95 % interval of the difference of two probabilities seen on the same runs, by the adjusted Wald interval: one pair is
 * added to each of the two kinds of disagreement. It stays honest when few pairs disagree, where the plain interval is too short.
 * Source: Bonett and Price (2012), "Adjusted Wald confidence interval for a difference of binomial proportions based on
 * paired data", Journal of Educational and Behavioral Statistics 37(4).
 *
 * @param gained pairs in which only the second happened
 * @param lost pairs in which only the first happened
 * @param pairs all pairs, 1 or more
 * @returns the plain difference (gained − lost) / pairs, its interval, and the standard score of the adjusted difference
 * @example
 * adjustedWald(30, 10, 100).low.toFixed(4) // => '0.0775'
 * adjustedWald(30, 10, 100).high.toFixed(4) // => '0.3147'
 */
export function adjustedWald(gained: number, lost: number, pairs: number): ShareDifference {
  const up = (gained + 1) / (pairs + 2);
  const down = (lost + 1) / (pairs + 2);
  const centre = up - down;
  const error = Math.sqrt((up + down - centre * centre) / (pairs + 2));
  return {
    estimate: (gained - lost) / pairs,
    low: Math.max(-1, centre - NORMAL_975 * error),
    high: Math.min(1, centre + NORMAL_975 * error),
    score: centre / error,
  };
}

/** Halvings after which an end of an interval within 2 is known to 2e-16. */
const HALVINGS = 53;

/**
 * 95 % interval of the difference of two probabilities seen on the same runs, by the score: all differences that McNemar's test, carried over to
 * a difference other than none, does not refuse. It stays honest where most pairs disagree.
 * Source: Tango (1998), "Equivalence test and confidence interval for the difference in proportions for the paired-sample design",
 * Statistics in Medicine 17(8).
 *
 * @param gained pairs in which only the second happened
 * @param lost pairs in which only the first happened
 * @param pairs all pairs, 1 or more
 * @returns the difference, its interval, and McNemar's standard score, 0 where no pair disagrees
 * @example
 * tangoScore(30, 10, 100).low.toFixed(4) // => '0.0795'
 * tangoScore(30, 10, 100).high.toFixed(4) // => '0.3170'
 */
export function tangoScore(gained: number, lost: number, pairs: number): ShareDifference {
  const estimate = (gained - lost) / pairs;
  const score = (difference: number): number => scoreAt(difference, { gained, lost, pairs });
  // The score falls as the difference that is asked about rises.
  const edge = (from: number, to: number, level: number): number => {
    let [low, high] = [from, to];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (low + high) / 2;
      if (score(middle) > level) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return {
    estimate,
    low: estimate === -1 ? -1 : edge(-1, estimate, NORMAL_975),
    high: estimate === 1 ? 1 : edge(estimate, 1, -NORMAL_975),
    score: score(0),
  };
}

/** Standard score of a difference, with the variance that is the likeliest if it were the true one. */
function scoreAt(
  difference: number,
  { gained, lost, pairs }: { readonly gained: number; readonly lost: number; readonly pairs: number },
): number {
  const b = (2 * pairs - gained + lost) * difference - gained - lost;
  const c = -lost * difference * (1 - difference);
  const losing = (Math.sqrt(Math.max(0, b * b - 8 * pairs * c)) - b) / (4 * pairs);
  const variance = pairs * (2 * losing + difference * (1 - difference));
  const surplus = gained - lost - pairs * difference;
  if (variance > 0) return surplus / Math.sqrt(variance);
  return surplus === 0 ? 0 : Math.sign(surplus) * Number.POSITIVE_INFINITY;
}

/**
 * 95 % interval of the difference of two probabilities seen on the same runs: the wider at each end of the adjusted Wald and the score
 * interval, and the smaller of their scores. Alone, each covers 85 to 90 % for some probabilities with 5 to 10 pairs, and not the same
 * ones: where every pair disagrees, or where nearly all disagree alike. Together they cover at least 92 %, and hardly differ from either with many pairs.
 *
 * @param gained pairs in which only the second happened
 * @param lost pairs in which only the first happened
 * @param pairs all pairs, 1 or more
 * @returns the plain difference (gained − lost) / pairs, its interval, and a standard score: beyond 1.96 exactly where the interval leaves zero out
 * @throws RangeError when more pairs disagree than there are
 * @example
 * pairedShareInterval(30, 10, 100).low.toFixed(4) // => '0.0775'
 * pairedShareInterval(30, 10, 100).high.toFixed(4) // => '0.3170'
 */
export function pairedShareInterval(gained: number, lost: number, pairs: number): ShareDifference {
  if (!(pairs >= 1) || gained < 0 || lost < 0 || gained + lost > pairs) {
    throw new RangeError(
      `pairs that disagree must lie within all pairs, got ${gained} + ${lost} of ${pairs}`,
    );
  }
  const [wald, tango] = [adjustedWald(gained, lost, pairs), tangoScore(gained, lost, pairs)];
  return {
    estimate: wald.estimate,
    low: Math.min(wald.low, tango.low),
    high: Math.max(wald.high, tango.high),
    score: Math.abs(wald.score) < Math.abs(tango.score) ? wald.score : tango.score,
  };
}

/**
 * Cuts an interval down to the values that can be: nobody expects fewer than no people, or more stands than there are.
 * The truth lies there for certain, so the interval covers it no less often. An estimate outside is left as it is.
 *
 * @param interval to cut
 * @param floor least value that can be
 * @param ceiling greatest value that can be
 * @example
 * clip({ estimate: 0.02, low: -0.01, high: 0.05 }, 0, 1) // => { estimate: 0.02, low: 0, high: 0.05 }
 */
export function clip(interval: Interval, floor: number, ceiling: number): Interval {
  const { estimate, low, high } = interval;
  return {
    estimate,
    low: Math.min(estimate, Math.max(floor, low)),
    high: Math.max(estimate, Math.min(ceiling, high)),
  };
}

/** The least k for which `holds(k)`, between `from` and `to`; `holds` never turns false again. */
function firstThat(holds: (k: number) => boolean, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * 95 % interval of a quantile from independent runs, between two of the sorted runs themselves; no shape of distribution is
 * assumed, and infinite runs are welcome. At most 2.5 % is left on either side.
 * Source: Conover, Practical Nonparametric Statistics (3rd ed.), section 3.2.
 *
 * @param sorted runs in ascending order; `Infinity` for a time that did not come
 * @param probability of the quantile, above 0, below 1
 * @returns low and high, or null when there are too few runs to enclose the quantile at 95 %
 * @example
 * quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5) // => { low: 2, high: 9 }
 * quantileInterval([1, 2, 3, 4, 5], 0.5) // => null
 */
export function quantileInterval(sorted: ArrayLike<number>, probability: number): Ends | null {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
  }
  const n = sorted.length;
  const upTo = (k: number): number => binomialUpTo(k, n, probability);
  const lower = firstThat((k) => upTo(k) > 0.025, 0, n) - 1;
  const upper = firstThat((k) => upTo(k) >= 0.975, 0, n);
  if (lower < 0 || upper >= n) return null;
  return { low: sorted[lower]!, high: sorted[upper]! };
}
