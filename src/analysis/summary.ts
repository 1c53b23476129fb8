import type { Catalogue } from '../model/outcome.ts';
import type { MeasureSummary } from './measures.ts';
import type { ObservedPoint } from './observations.ts';
import type { SeriesSummary } from './series.ts';

export type { MeasureSummary, ObservedPoint, SeriesSummary };

/** Everything the replications of one scenario say, as plain data. */
export interface Summary {
  readonly catalogue: Catalogue;
  readonly seed: string;
  readonly replications: number;
  /** in the order of `catalogue.measures` */
  readonly measures: readonly MeasureSummary[];
  /** in the order of `catalogue.series` */
  readonly series: readonly SeriesSummary[];
  /** in the order of `catalogue.observations` */
  readonly observations: readonly ObservedPoint[];
  /** means per replication */
  readonly size: { readonly people: number; readonly parties: number; readonly events: number };
}
