import type { SeriesSpec } from '../model/outcome.ts';

/**
 * One series over all replications, every array aligned with `Catalogue.grid`. `low` to `high` is the 95 % interval of the
 * mean (zero wide with one replication, when there is none); `p05` to `p95` are quantiles of the runs at that instant.
 */
export interface SeriesSummary {
  readonly spec: SeriesSpec;
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}
