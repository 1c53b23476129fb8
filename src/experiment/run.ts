import type { Catalogue, Outcome } from '../model/outcome.ts';
import { type Attempt, attempt, type Failed, isFailed } from './attempt.ts';
import { withoutLog } from './compact.ts';

/** What every replication is told; a model may ask for more, such as decisions. */
export interface Replication {
  readonly seed: string;
  /** number of the replication, 0 or more; with the seed it decides all luck */
  readonly replication: number;
}

/** Anything that can be run again and again: a compiled model. */
export interface Replicable<Told extends Replication = Replication> {
  readonly catalogue: Catalogue;
  run(told: Told): Outcome;
}

/** Which replications to run. */
export interface Batch {
  readonly seed: string;
  /** how many, 1 or more */
  readonly replications: number;
  /** number of the first one, 0 unless told; a later batch goes on where an earlier one ended */
  readonly first?: number;
  /** called after every replication */
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * called for every replication that an executor could not finish, in the order of their numbers; the others go on.
   * Without it the first failure ends the batch
   */
  readonly onFailure?: (failed: Failed) => void;
}

/** Which replications to run, and whatever else the model takes, such as decisions. */
export type RunOptions<Told extends Replication = Replication> = Batch & Omit<Told, 'seed' | 'replication'>;

/**
 * Runs replications somewhere, for instance on a pool of workers. It may work on them in any order and in batches, hands each over as
 * it finishes, and goes on after one that failed. Logs of actions stay where they were written: outcomes come without them.
 */
export type Executor<Told extends Replication = Replication> = (
  work: readonly Told[],
) => AsyncIterable<Attempt>;

/**
 * The executor that runs one replication after the other in this very thread.
 *
 * @param model a compiled model
 * @example
 * const model = { run: ({ seed, replication }) => ({ seed, replication, measures: [10 * replication] }) };
 * let sum = 0;
 * for await (const one of replicateOn(executeHere(model), { seed: 'kabul', replications: 4 })) sum += one.measures[0];
 * sum // => 60
 */
export function executeHere<Told extends Replication>(model: Pick<Replicable<Told>, 'run'>): Executor<Told> {
  return async function* (work) {
    for (const told of work) {
      const result = attempt(model, told);
      yield isFailed(result) ? result : withoutLog(result);
    }
  };
}

/** The replications that the options ask for, in order. */
function plan<Told extends Replication>(options: RunOptions<Told>): Told[] {
  const { replications, first = 0, onProgress: _, onFailure: __, ...told } = options;
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new RangeError(`replications must be a whole number of 1 or more, got ${replications}`);
  }
  if (!Number.isSafeInteger(first) || first < 0) {
    throw new RangeError(`the first replication must be a whole number of 0 or more, got ${first}`);
  }
  // What is left of the options is, by their type, all that a replication is told but its number.
  return Array.from(
    { length: replications },
    (_, index) => ({ ...told, replication: first + index }) as unknown as Told,
  );
}

/**
 * Runs replications one after the other and hands each outcome over before the next begins, so that nothing piles up.
 *
 * @param model a compiled model
 * @param options seed, number of replications, and whatever else the model takes, such as decisions
 * @throws RangeError when there are no replications to run; and whatever the model throws, which ends the batch
 * @example
 * const model = { run: ({ seed, replication }) => ({ seed, replication, measures: [10 * replication] }) };
 * let sum = 0;
 * for (const outcome of replicate(model, { seed: 'kabul', replications: 4 })) sum += outcome.measures[0];
 * sum // => 60
 */
export function* replicate<Told extends Replication>(
  model: Replicable<Told>,
  options: RunOptions<NoInfer<Told>>,
): Generator<Outcome, void> {
  for (const [index, replication] of plan<Told>(options).entries()) {
    const outcome = model.run(replication);
    options.onProgress?.(index + 1, options.replications);
    yield outcome;
  }
}

/**
 * Runs replications and keeps all outcomes, in the order of their numbers.
 *
 * @param model a compiled model
 * @param options seed, number of replications, and whatever else the model takes, such as decisions
 * @throws RangeError when there are no replications to run; and whatever the model throws
 * @example
 * const model = { run: ({ seed, replication }) => ({ seed, replication, measures: [10 * replication] }) };
 * runReplications(model, { seed: 'kabul', replications: 2, first: 5 }).map((outcome) => outcome.measures[0]) // => [50, 60]
 */
export function runReplications<Told extends Replication>(
  model: Replicable<Told>,
  options: RunOptions<NoInfer<Told>>,
): Outcome[] {
  return [...replicate(model, options)];
}

/**
 * Runs replications on an executor. Whatever order the outcomes come back in, they are handed over in the order of their numbers, so
 * that a summary has the same bytes on any number of workers; only those that came too early wait in memory.
 *
 * @param executor that runs them
 * @param options seed, number of replications, and whatever else the model takes, such as decisions
 * @throws RangeError when there are no replications to run; Error when the executor leaves one out or runs one twice, and when one
 * failed and nobody asked for failures
 * @example
 * const backwards = async function* (work) { for (const { replication } of work.toReversed()) yield { replication }; };
 * const numbers = [];
 * for await (const outcome of replicateOn(backwards, { seed: 'kabul', replications: 3 })) numbers.push(outcome.replication);
 * numbers // => [0, 1, 2]
 */
export async function* replicateOn<Told extends Replication>(
  executor: Executor<Told>,
  options: RunOptions<NoInfer<Told>>,
): AsyncGenerator<Outcome, void> {
  const work = plan<Told>(options);
  const waiting = new Map<number, Attempt>();
  let next = work[0]!.replication;
  let done = 0;
  for await (const one of executor(work)) {
    if (one.replication < next || waiting.has(one.replication)) {
      throw new Error(`the executor ran replication ${one.replication} twice`);
    }
    waiting.set(one.replication, one);
    done += 1;
    options.onProgress?.(done, options.replications);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      next += 1;
      if (isFailed(ready)) tell(ready, options);
      else yield ready;
    }
  }
  if (done !== work.length || waiting.size > 0) {
    throw new Error(`the executor did not run replication ${next} of seed "${options.seed}"`);
  }
}

/** Hands a failure over to whoever asked for failures. */
function tell(failed: Failed, { onFailure }: Batch): void {
  if (onFailure === undefined)
    throw new Error(`replication ${failed.replication} of seed "${failed.seed}" failed: ${failed.failure}`);
  onFailure(failed);
}
