import type { MeasureSpec } from '../model/outcome.ts';
import { meanInterval, wilsonInterval } from './interval.ts';
import { Moments } from './welford.ts';

/** How well the mean of one measure is to be known. */
export interface Precision {
  readonly spec: MeasureSpec;
  /** half-width of the 95 % interval that is asked for: a share of the mean, or in the measure's unit; above 0 */
  readonly halfWidth: number;
  readonly isRelative: boolean;
}

/** How well it is known. */
export interface PrecisionReached {
  /** replications that were counted */
  readonly replications: number;
  /** whether the half-width was met and stayed met for as long as is looked ahead */
  readonly isEnough: boolean;
  /** replications after which the half-width was met, and stayed met since; null while it is not */
  readonly since: number | null;
  /** half-width now, as asked for: a share of the mean, or in the measure's unit; null when the mean is not known at all */
  readonly halfWidth: number | null;
  /**
   * how many would be needed by today's spread, those looked ahead included, since a half-width shrinks with the square root of their
   * number; null when unknown
   */
  readonly needed: number | null;
}

/** Counts replications one by one and tells when there are enough. */
export interface StoppingRule {
  /** @returns whether there are enough, this one included */
  add(value: number): boolean;
  reached(): PrecisionReached;
}

/** Fewest replications that have a say. Source: Hoad, Robinson and Davies (2010), step 1 of the algorithm. */
const FEWEST = 3;

/** Replications looked ahead, for up to 100. Source: the same, who recommend 5. */
const LOOK_AHEAD = 5;

/** Look-ahead after n replications: it grows in proportion beyond 100. Source: the same, f(kLimit, n). */
const lookAhead = (n: number): number => (n <= 100 ? LOOK_AHEAD : Math.floor((LOOK_AHEAD * n) / 100));

/** Half-width of the 95 % interval of a mean; of a probability by Wilson, which does not vanish when all runs agree. */
function halfWidthOf({ kind }: MeasureSpec, moments: Moments): number {
  const n = moments.count;
  const mean = moments.mean(0);
  const { low, high } =
    kind === 'indicator'
      ? wilsonInterval(Math.round(mean * n), n)
      : meanInterval(mean, moments.deviation(0), n);
  return (high - low) / 2;
}

/**
 * Goes on until the half-width of a mean's 95 % interval is met and stays met while looking ahead, so that a lucky narrow moment does
 * not end the work.
 *
 * Source: Hoad, Robinson and Davies (2010), "Automated selection of the number of replications for a discrete-event simulation",
 * Journal of the Operational Research Society 61(11): at least 3 replications, look-ahead 5 up to 100 and 5 % of them beyond.
 * Every replication that was looked at is kept in the results.
 *
 * @param precision that is asked for
 * @example
 * const spec = { id: 'people-out', kind: 'count' };
 * const rule = createStoppingRule({ spec, halfWidth: 0.1, isRelative: true });
 * [100, 120, 80, 110, 90, 105, 95, 100, 100, 100, 100, 100, 100, 100].findIndex((value) => rule.add(value)) // => 13
 * rule.reached().since // => 9
 */
export function createStoppingRule(precision: Precision): StoppingRule {
  const { spec, halfWidth, isRelative } = precision;
  const moments = new Moments(1);
  let since: number | null = null;
  const now = (): number => {
    if (moments.count < 2) return Number.NaN;
    const half = halfWidthOf(spec, moments);
    if (!isRelative) return half;
    // Nothing ever: a half-width of nothing is no error, whatever it is relative to.
    return half === 0 ? 0 : half / Math.abs(moments.mean(0));
  };
  const isEnough = (): boolean => since !== null && moments.count - since >= lookAhead(since);
  return {
    add(value) {
      moments.add([value]);
      if (moments.count < FEWEST) return false;
      if (!(now() <= halfWidth)) since = null;
      else since ??= moments.count;
      return isEnough();
    },
    reached() {
      const half = now();
      const isKnown = Number.isFinite(half);
      const ratio = half / halfWidth;
      const met = Math.max(FEWEST, Math.ceil(moments.count * ratio * ratio));
      return {
        replications: moments.count,
        isEnough: isEnough(),
        since,
        halfWidth: isKnown ? half : null,
        needed: isKnown ? met + lookAhead(met) : null,
      };
    },
  };
}
