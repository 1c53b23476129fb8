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
