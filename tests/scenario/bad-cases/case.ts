import type { ProblemCode } from '../../../src/scenario/fault.ts';

/** What is changed in the small scenario; each ‹…› is where a problem must be shown, with its code and words. */
export interface Case {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** a second change, where the problem is shown elsewhere */
  readonly also?: readonly [from: string, to: string];
  readonly problems: readonly (readonly [ProblemCode, string])[];
}

export const one: (
  title: string,
  from: string,
  to: string,
  problem: readonly [ProblemCode, string],
  also?: readonly [string, string],
) => Case = (
  title: string,
  from: string,
  to: string,
  problem: readonly [ProblemCode, string],
  also?: readonly [string, string],
): Case => ({ title, from, to, problems: [problem], ...(also && { also }) });
