import type { MeasureSpec } from '../model/outcome.ts';

/**
 * - `better`, `worse`: a difference is told, in or against the direction a planner wants;
 * - `changed`: a difference is told in a measure that has no wanted direction;
 * - `none`: no difference can be told at 95 %;
 * - `identical`: the same number in every replication.
 */
export type Direction = 'better' | 'worse' | 'changed' | 'none' | 'identical';

/** One measure of a variant against the base, on the same random futures. */
export interface MeasureComparison {
  readonly spec: MeasureSpec;
  /**
   * What `base`, `variant` and `difference` are: means of the measure, or, where a time came in one of two paired
   * replications only, the shares of replications in which it came within the run.
   */
  readonly basis: 'mean' | 'happened';
  /** pairs compared; below `replications` only for a time that in some replications comes in neither */
  readonly pairs: number;
  readonly base: number | null;
  readonly variant: number | null;
  /** variant − base; null when the time never comes in either */
  readonly difference: number | null;
  /** 95 % interval of the difference, for this measure alone; null with fewer than two pairs */
  readonly low: number | null;
  readonly high: number | null;
  /** between the paired values; null when one of them never varies */
  readonly correlation: number | null;
  /** how many times more replications the same interval would need without pairing; null when undefined */
  readonly varianceRatio: number | null;
  /** two-sided, for this measure alone; null with fewer than two pairs */
  readonly p: number | null;
  /** `p` after Holm's correction over all variants and all headline measures (other measures: over those) */
  readonly holm: number | null;
  /** one sentence */
  readonly verdict: string;
  readonly direction: Direction;
}

/** A variant against the base. */
export interface Comparison {
  /** `Catalogue.name` of the two */
  readonly base: string;
  readonly variant: string;
  readonly replications: number;
  /** measures that both have, in the base's order */
  readonly measures: readonly MeasureComparison[];
  /** ids of measures that only one of the two has */
  readonly unmatched: readonly string[];
}
