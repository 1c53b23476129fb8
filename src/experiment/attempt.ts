import type { Outcome } from '../model/outcome.ts';

/** A replication that could not be finished: it passed its event budget, or an invariant did not hold. */
export interface Failed {
  readonly seed: string;
  readonly replication: number;
  /** why, in one line */
  readonly failure: string;
}

/** What comes of one replication. */
export type Attempt = Outcome | Failed;

/** Whether a replication could not be finished. */
export const isFailed = (attempt: Attempt): attempt is Failed => 'failure' in attempt;

/** So many replications failed that those that are left tell nothing; the message says of what, and how many. */
export class TooFewFinished extends Error {
  override readonly name = 'TooFewFinished' as const;
}

/**
 * Refuses to go on with fewer than two finished replications: one says nothing about its own spread.
 *
 * @param finished replications that all of the plans finished
 * @param asked how many were asked for
 * @param names of the plans
 * @throws TooFewFinished when there are too few
 * @example
 * requireTwo(2, 20, ['kabul']) // => undefined
 */
export function requireTwo(finished: number, asked: number, names: readonly string[]): void {
  if (finished >= 2) return;
  const by = names.length === 1 ? '' : names.length === 2 ? ' by both' : ' by all';
  const what = finished === 0 ? 'no replication' : 'only one replication';
  throw new TooFewFinished(
    `${names.join(', ')}: ${what} of ${asked} was finished${by}, and an interval needs two`,
  );
}

/** A plan that is not judged, because too few of its replications were finished. */
export interface SetAside {
  readonly name: string;
  /** replications that it finished, of those that it was asked for */
  readonly finished: number;
  readonly replications: number;
}

/**
 * Chooses plans that share enough finished replications to be judged together: beginning with the plan that finished the most (of
 * several the first), every plan that leaves enough, so that one that never finishes does not take the others with it. Where that plan shares
 * enough with none, the next one begins.
 *
 * @param finished by plan, whether it finished each replication
 * @param least replications that are to be shared, 1 or more
 * @param options.keep plan to begin with in any case: the base
 * @returns indexes of the plans that stay, in order; one alone where no two share enough, and none where no plan finished enough
 * @example
 * const [all, half, none] = [[true, true, true, true], [true, true, false, false], [false, false, false, false]];
 * judgedTogether([all, none, half], 2) // => [0, 2]
 * judgedTogether([none, all, all], 2, { keep: 0 }) // => []
 */
export function judgedTogether(
  finished: readonly (readonly boolean[])[],
  least: number,
  { keep }: { readonly keep?: number } = {},
): readonly number[] {
  const counts = finished.map(count);
  const order = [...finished.keys()].toSorted((a, b) => counts[b]! - counts[a]!);
  const groups = keep === undefined ? order : [keep];
  let alone: readonly number[] = [];
  for (const first of groups) {
    const group = groupFrom(first, { finished, order, least });
    if (group.length > 1) return group.toSorted((a, b) => a - b);
    if (alone.length === 0) alone = group;
  }
  return alone;
}

const count = (runs: readonly boolean[]): number => runs.filter(Boolean).length;

/** A plan with all that leave enough replications which it and they finished; none where it finished too few itself. */
function groupFrom(
  first: number,
  {
    finished,
    order,
    least,
  }: {
    readonly finished: readonly (readonly boolean[])[];
    readonly order: readonly number[];
    readonly least: number;
  },
): readonly number[] {
  let shared = finished[first]!;
  if (count(shared) < least) return [];
  const group = [first];
  for (const plan of order) {
    if (plan === first) continue;
    const both = shared.map((is, run) => is && finished[plan]![run]!);
    if (count(both) < least) continue;
    shared = both;
    group.push(plan);
  }
  return group;
}

/** An error nobody foresaw shows its kind, because its message alone says little. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message } = error;
  const text = name === 'Error' || name === 'SimulationError' ? message : `${name}: ${message}`;
  return text.replaceAll(/\s+/g, ' ');
}

/**
 * Runs one replication; whatever it throws is kept as the reason for its failure.
 *
 * @example
 * const model = { run: () => { throw new Error('more people out than there are'); } };
 * attempt(model, { seed: 's', replication: 3 }).failure // => 'more people out than there are'
 */
export function attempt<Told extends { readonly seed: string; readonly replication: number }>(
  model: { run(told: Told): Outcome },
  told: Told,
): Attempt {
  try {
    return model.run(told);
  } catch (error) {
    return { seed: told.seed, replication: told.replication, failure: reasonOf(error) };
  }
}
