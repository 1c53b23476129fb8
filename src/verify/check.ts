import type { MeasureKind, ObservationUse } from '../model/outcome.ts';

/** Which of the three questions a check belongs to. */
export type Part = 'theory' | 'formulas' | 'history';

/**
 * What came of a check: it `holds`; it `differs` from what must come out; it agrees, yet its interval is `too wide` to have
 * noticed a difference. History is reported as `inside`, `below` or `above` the band that the records allow.
 */
export type Verdict = 'holds' | 'differs' | 'too wide' | 'inside' | 'below' | 'above';

/** One number that is known from elsewhere, beside the one that airbridge gives. */
export interface Check {
  readonly part: Part;
  /** the system, operation or scenario: `M/M/1 at 80 % load` */
  readonly group: string;
  /** the quantity, with its unit: `mean wait` */
  readonly quantity: string;
  /** what is known: a closed form, a planning formula, a record */
  readonly expected: number;
  /** how far the records allow it to be off; both equal to `expected` where it is exact */
  readonly expectedLow: number;
  readonly expectedHigh: number;
  /** what airbridge gives; null for a time that did not come */
  readonly got: number | null;
  /** the interval of `got`: 99.9 % simultaneous for theory, the steps of time and load for formulas, 95 % for history */
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
  /** where the expected number is from */
  readonly source: string;
  /** for history: what the record is good for, and how its numbers are to be read */
  readonly use?: ObservationUse;
  readonly kind?: MeasureKind;
}

/** A system whose numbers are known from elsewhere, and the experiment that measures them. */
export interface Case {
  readonly title: string;
  readonly source: string;
  /** what is known, by quantity */
  readonly expected: Readonly<Record<string, number>>;
  /**
   * What the numbers are right to, in the unit of the quantity: steps of time, whole loads, the last digit that was published.
   * Default: five units in the sixth digit, to which closed forms are written down.
   */
  readonly step?: number;
  /** widest interval that would still have noticed a difference, as a share of the expected number; default 20 % */
  readonly within?: number;
  /** whether luck has no part in it, so that one experiment tells all */
  readonly isCertain?: true;
  /** one independent experiment: the same quantities as `expected` */
  replicate(seed: string): Readonly<Record<string, number>>;
}

/**
 * Whether everything that must hold does: theory and formulas. History never fails.
 *
 * @example
 * allHold([{ part: 'theory', verdict: 'holds' }, { part: 'history', verdict: 'above' }]) // => true
 * allHold([{ part: 'formulas', verdict: 'differs' }]) // => false
 */
export const allHold = (checks: readonly Pick<Check, 'part' | 'verdict'>[]): boolean =>
  checks.every(({ part, verdict }) => part === 'history' || verdict === 'holds');
