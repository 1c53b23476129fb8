import { Moments, tQuantile } from '../analysis/index.ts';
import type { Case, Check, Part } from './check.ts';

/** Probability that any of the intervals of one table misses the truth behind it. */
const MISS = 0.001;

/** Digits to which closed forms are written down, as a share: five units in the sixth digit. */
const DIGITS = 5e-6;

/** Widest interval, as a share of what is expected, unless a case asks for less. */
const WITHIN = 0.2;

/**
 * How many standard errors on both sides make intervals that hold together with 99.9 %, by Bonferroni's inequality and
 * Student's t. Source: Law, Simulation Modeling and Analysis (5th ed.), section 9.7.
 *
 * @param comparisons in the same table, 1 or more
 * @param n replications, 2 or more
 * @example
 * standardErrors(1, 30).toFixed(3) // => '3.659'
 */
export const standardErrors = (comparisons: number, n: number): number =>
  tQuantile(1 - MISS / (2 * comparisons), n - 1);

/** How many numbers a list of cases compares. */
export const comparisonsOf = (cases: readonly Case[]): number =>
  cases.reduce((sum, { expected }) => sum + Object.keys(expected).length, 0);

/** Which experiments a case is judged by. */
interface Trial {
  readonly part: Part;
  /** replications of its experiment; one where luck has no part */
  readonly replications: number;
  /** half-width of an interval, in standard errors */
  readonly errors: number;
}

/**
 * Runs a case and compares each of its numbers with what is known.
 *
 * @param one the case; its experiments get the seeds "1", "2" …
 */
export const compareCase = (one: Case, { part, replications: asked, errors }: Trial): Check[] => {
  const replications = one.isCertain ? 1 : asked;
  const quantities = Object.keys(one.expected);
  const moments = new Moments(quantities.length);
  for (let replication = 1; replication <= replications; replication++) {
    const measured = one.replicate(String(replication));
    moments.add(quantities.map((quantity) => measured[quantity] ?? Number.NaN));
  }
  return quantities.map((quantity, index) => {
    const expected = one.expected[quantity]!;
    const got = moments.mean(index);
    const step = one.step ?? Math.abs(expected) * DIGITS;
    const sd = replications > 1 ? moments.deviation(index) : 0;
    const half = (errors * sd) / Math.sqrt(replications) + step;
    return {
      part,
      group: one.title,
      quantity,
      expected,
      expectedLow: expected,
      expectedHigh: expected,
      got,
      low: got - half,
      high: got + half,
      verdict: judge({ expected, got, half, within: one.within ?? WITHIN }),
      source: one.source,
    };
  });
};

/** Not a number never holds, and neither does an interval so wide that anything would have. */
const judge = (found: {
  readonly expected: number;
  readonly got: number;
  readonly half: number;
  readonly within: number;
}): Check['verdict'] => {
  const { expected, got, half, within } = found;
  if (!(Math.abs(got - expected) <= half)) return 'differs';
  return half <= within * Math.abs(expected) ? 'holds' : 'too wide';
};
