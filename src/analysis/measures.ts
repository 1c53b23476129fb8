import type { MeasureSpec } from '../model/outcome.ts';

/**
 * One measure over all replications. Two different things stand side by side and are never mixed:
 * `low` to `high` says how well the *mean* is known (it shrinks with more replications), `sd` and `p05` to `p95`
 * say how far single *runs* spread (they do not).
 */
export interface MeasureSummary {
  readonly spec: MeasureSpec;
  /** replications */
  readonly n: number;
  /** mean over replications; a probability for indicators; null for a time that did not come in every replication */
  readonly mean: number | null;
  /** 95 % interval of the mean: Student t, Wilson for indicators; null with the mean, or with one replication */
  readonly low: number | null;
  readonly high: number | null;
  /** standard deviation of the runs (divisor n − 1); null with the mean, or with one replication */
  readonly sd: number | null;
  /** quantiles of the runs; null when the quantile is a time that did not come within the run */
  readonly p05: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  /** 95 % interval of the median, by order statistics; null where there is none or it does not come within the run */
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** share of replications in which a time came at all, with its Wilson interval; 1, 1 and 1 for other kinds */
  readonly happened: number;
  readonly happenedLow: number;
  readonly happenedHigh: number;
}
