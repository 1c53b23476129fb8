import type { Case, Check } from './check.ts';
import { compareCase, comparisonsOf, standardErrors } from './compare.ts';

/** Experiments per random case: enough for half-widths of some per cent in some twenty seconds. */
export const REPLICATIONS = 40;

/**
 * The engine against queueing theory, case after case. A number holds when it lies within the interval of the experiments' mean; all
 * intervals of the table hold together with 99.9 %, so that a right engine would fail one choice of seeds in a thousand.
 *
 * @param cases systems with a closed form
 * @param replications experiments of each, 2 or more
 */
export function* runTheory(
  cases: readonly Case[],
  replications: number = REPLICATIONS,
): Generator<Check[], void> {
  if (cases.length === 0) return;
  const errors = standardErrors(comparisonsOf(cases), replications);
  for (const one of cases) yield compareCase(one, { part: 'theory', replications, errors });
}

/** The model against planning formulas, case after case; nothing in them is random, and one run of each tells all. */
export function* runFormulas(cases: readonly Case[]): Generator<Check[], void> {
  for (const one of cases) yield compareCase(one, { part: 'formulas', replications: 1, errors: 0 });
}
