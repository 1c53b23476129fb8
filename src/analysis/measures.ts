import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { MeasureKind, MeasureSpec } from '../model/outcome.ts';
import { clip, type Interval, meanInterval, quantileInterval, wilsonInterval } from './interval.ts';
import { quantile } from './quantile.ts';

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

/** stands for the interval of a median when there are too few runs to enclose it */
const NOWHERE = { low: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY } as const;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Interval of the mean of one measure, kept within what the measure can be. */
function intervalOfMean(
  kind: MeasureKind,
  sorted: Float64Array,
  mean: number,
  deviation: number | null,
): Limits {
  const n = sorted.length;
  if (kind === 'indicator') return wilsonInterval(Math.round(mean * n), n);
  if (deviation === null) return { low: null, high: null };
  return possible(kind, sorted[0]!, meanInterval(mean, deviation, n));
}

/**
 * Keeps the interval of a mean within what the mean of a measure can be.
 *
 * @param least of the runs
 * @example
 * possible('share', 0.4, { estimate: 0.5, low: -0.2, high: 1.2 }) // => { estimate: 0.5, low: 0, high: 1 }
 */
export function possible(kind: MeasureKind, least: number, interval: Interval): Interval {
  // Where no run was below zero, neither is the mean of counts, hours, shares or times.
  const floor = least >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const ceiling = kind === 'share' ? 1 : Number.POSITIVE_INFINITY;
  return clip(interval, floor, ceiling);
}

interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** The part that only exists when every run is finite. */
function centre(
  kind: MeasureKind,
  sorted: Float64Array,
): Limits & { readonly mean: number | null; readonly sd: number | null } {
  if (!Number.isFinite(sorted.at(-1)!)) return { mean: null, low: null, high: null, sd: null };
  const runs = Array.from(sorted);
  const average = mean(runs);
  const sd = runs.length < 2 ? null : sampleStandardDeviation(runs);
  const { low, high } = intervalOfMean(kind, sorted, average, sd);
  return { mean: average, low, high, sd };
}

/** How often a time came at all. */
function happening(
  kind: MeasureKind,
  sorted: Float64Array,
): Pick<MeasureSummary, 'happened' | 'happenedLow' | 'happenedHigh'> {
  if (kind !== 'time') return { happened: 1, happenedLow: 1, happenedHigh: 1 };
  const came = wilsonInterval(sorted.filter(Number.isFinite).length, sorted.length);
  return { happened: came.estimate, happenedLow: came.low, happenedHigh: came.high };
}

/**
 * Summarises one measure. The order of the runs does not matter, to the last digit.
 *
 * @param spec of the measure
 * @param sorted at least one run, ascending; `Infinity` only for times that did not come
 * @throws RangeError when there are no runs
 * @example
 * const spec = { id: 'clear', label: 'Clear', unit: 'minutes', kind: 'time', better: 'less', headline: true, section: 'Evacuees', description: '' };
 * const clear = summariseMeasure(spec, Float64Array.of(60, 90, Infinity));
 * clear.mean // => null
 * clear.p50 // => 90
 * clear.p95 // => null
 * clear.happened.toFixed(2) // => '0.67'
 */
export function summariseMeasure(spec: MeasureSpec, sorted: Float64Array): MeasureSummary {
  if (sorted.length === 0) throw new RangeError(`${spec.id}: there is no replication to summarise`);
  const at = (probability: number): number | null => finite(quantile(sorted, probability));
  const median = quantileInterval(sorted, 0.5) ?? NOWHERE;
  return {
    spec,
    n: sorted.length,
    ...centre(spec.kind, sorted),
    p05: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    medianLow: finite(median.low),
    medianHigh: finite(median.high),
    min: at(0),
    max: at(1),
    ...happening(spec.kind, sorted),
  };
}

/**
 * Why the mean of a measure lies outside nine runs in ten, in words; nothing where it lies among them, or where a run can only say
 * yes or no.
 *
 * @example
 * fewRuns({ spec: { kind: 'hours' }, mean: 162, p05: 0, p95: 3 }) // => 'a few runs far above'
 * fewRuns({ spec: { kind: 'hours' }, mean: 2, p05: 0, p95: 3 }) // => ''
 */
export function fewRuns({
  spec,
  mean,
  p05,
  p95,
}: Pick<MeasureSummary, 'mean' | 'p05' | 'p95'> & { readonly spec: Pick<MeasureSpec, 'kind'> }): string {
  if (spec.kind === 'indicator' || mean === null || p05 === null || p95 === null) return '';
  // A mean of equal numbers is off by a rounding.
  const hair = 1e-9 * Math.abs(mean);
  if (mean > p95 + hair) return 'a few runs far above';
  return mean < p05 - hair ? 'a few runs far below' : '';
}
