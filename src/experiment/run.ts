import type { Catalogue, Outcome } from '../model/outcome.ts';

/** What one replication is told. */
export interface Replication<Action = unknown> {
  readonly seed: string;
  /** number of the replication, 0 or more; with the seed it decides all luck */
  readonly replication: number;
  /** decisions to apply at their times, on top of the scenario's own timeline */
  readonly actions?: readonly Action[];
}

/** Anything that can be run again and again: a compiled model. */
export interface Replicable<Action = unknown> {
  readonly catalogue: Catalogue;
  run(replication: Replication<Action>): Outcome;
}

/** How many replications to run, and with what. */
export interface RunOptions<Action = unknown> {
  readonly seed: string;
  /** how many, 1 or more */
  readonly replications: number;
  /** number of the first one, 0 unless told; a later batch goes on where an earlier one ended */
  readonly first?: number;
  readonly actions?: readonly Action[];
  /** called after every replication */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Runs replications somewhere else, for instance on a pool of workers that hold the same model. It may work on them in any order
 * and in batches, and hands the outcomes over as they finish.
 */
export type Executor<Action = unknown> = (work: readonly Replication<Action>[]) => AsyncIterable<Outcome>;

/** The replications that the options ask for, in order. */
function plan<Action>({ seed, replications, first = 0, actions }: RunOptions<Action>): Replication<Action>[] {
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new RangeError(`replications must be a whole number of 1 or more, got ${replications}`);
  }
  if (!Number.isSafeInteger(first) || first < 0) {
    throw new RangeError(`the first replication must be a whole number of 0 or more, got ${first}`);
  }
  return Array.from({ length: replications }, (_, index) => ({
    seed,
    replication: first + index,
    ...(actions === undefined ? {} : { actions }),
  }));
}

/**
 * Runs replications one after the other and hands each outcome over before the next begins, so that nothing piles up.
 *
 * @param model a compiled model
 * @param options seed, number of replications …
 * @throws RangeError when there are no replications to run; and whatever the model throws, which ends the batch
 */
export function* replicate<Action>(
  model: Replicable<Action>,
  options: RunOptions<Action>,
): Generator<Outcome, void> {
  for (const [index, replication] of plan(options).entries()) {
    const outcome = model.run(replication);
    options.onProgress?.(index + 1, options.replications);
    yield outcome;
  }
}

/**
 * Runs replications and keeps all outcomes, in the order of their numbers.
 *
 * @param model a compiled model
 * @param options seed, number of replications …
 * @throws RangeError when there are no replications to run; and whatever the model throws
 */
export function runReplications<Action>(model: Replicable<Action>, options: RunOptions<Action>): Outcome[] {
  return [...replicate(model, options)];
}

/**
 * Runs replications on an executor. Whatever order the outcomes come back in, they are handed over in the order of their numbers, so
 * that a summary has the same bytes on any number of workers; only those that came too early wait in memory.
 *
 * @param executor that runs them
 * @param options seed, number of replications …
 * @throws RangeError when there are no replications to run; Error when the executor leaves one out or runs one twice
 */
export async function* replicateOn<Action>(
  executor: Executor<Action>,
  options: RunOptions<Action>,
): AsyncGenerator<Outcome, void> {
  const work = plan(options);
  const waiting = new Map<number, Outcome>();
  let next = work[0]!.replication;
  let done = 0;
  for await (const outcome of executor(work)) {
    if (outcome.replication < next || waiting.has(outcome.replication)) {
      throw new Error(`the executor ran replication ${outcome.replication} twice`);
    }
    waiting.set(outcome.replication, outcome);
    done += 1;
    options.onProgress?.(done, options.replications);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      next += 1;
      yield ready;
    }
  }
  if (done !== work.length || waiting.size > 0) {
    throw new Error(`the executor did not run replication ${next} of seed "${options.seed}"`);
  }
}
