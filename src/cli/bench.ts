import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { formatNumber } from '../analysis/index.ts';
import { type Executor, type Failed, type Replication, shapeOf } from '../experiment/index.ts';
import { openPool, type Pool } from '../experiment/pool/index.ts';
import { journalPath, makeFolder, removeIfEmpty, removeStaged } from './destination.ts';
import { Failure, reasonOf } from './errors.ts';
import { type RunFlags, recordedLimits } from './flags.ts';
import { type Identity, Journal, journaled } from './journal.ts';
import { version } from './package.ts';
import type { Plan } from './plan.ts';
import { onSignal } from './signals.ts';
import { type Progress, progressOn, type Terminal } from './terminal.ts';

/** How long this thread works before Ctrl-C and the progress have their turn, in milliseconds. */
const TURN = 50;

/** What a command runs its plans on: workers, and the journal of its folder. */
export interface Bench {
  /** The executor of the plan with that number among the command's plans. */
  executor(plan: number): Executor;
  readonly progress: Progress;
  /** Ends workers and progress, when nothing more is to be run but results are still to be written. */
  rest(): Promise<void>;
}

/** What is to be run. */
export interface Job {
  /** name of the command */
  readonly command: string;
  readonly plans: readonly Plan[];
  readonly flags: Pick<RunFlags, 'out' | 'resume' | 'jobs' | 'seed' | 'eventBudget' | 'audit'>;
}

const identityOf = ({ command, plans, flags }: Job): Identity => ({
  airbridge: version(),
  command,
  seed: flags.seed,
  limits: recordedLimits(flags).join(' '),
  plans: plans.map(({ model, fingerprint }) => ({ name: model.catalogue.name, sha256: fingerprint })),
});

/** Goes on with the journal that is there, and says what it holds. */
const resumed = (path: string, identity: Identity, terminal: Terminal): Journal => {
  const journal = Journal.resume(path, identity);
  const { kept, damaged } = journal;
  if (damaged > 0)
    terminal.err(`the last ${formatNumber(damaged)} bytes of \`${path}\` are damaged and were left out\n`);
  if (terminal.watched) terminal.err(`going on after ${formatNumber(kept)} replications\n`);
  return journal;
};

/** The journal of the folder for the results; null when there is none. */
const journalFor = (job: Job, terminal: Terminal): Journal | null => {
  const { out, resume } = job.flags;
  if (out === undefined) return null;
  const path = journalPath(out);
  try {
    makeFolder(resolve(out));
    removeStaged(out);
    const identity = identityOf(job);
    if (resume === true && existsSync(path)) return resumed(path, identity, terminal);
    return Journal.create(path, identity);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === undefined) throw error;
    throw new Failure(`cannot write to \`${out}\`: ${reasonOf(error)}`, { cause: error });
  }
};

/** Lets Ctrl-C and the progress have their turn while replications run in this thread. */
const withTurns = (executor: Executor): Executor =>
  async function* (work: readonly Replication[]) {
    let last = performance.now();
    for await (const one of executor(work)) {
      yield one;
      if (performance.now() - last < TURN) continue;
      await setImmediate();
      last = performance.now();
    }
  };

/** What is kept of work that ended early, and how to go on with it. */
const keptText = (kept: number, folder: string): string =>
  `${formatNumber(kept)} finished ${kept === 1 ? 'replication is' : 'replications are'} kept in \`${folder}\`: the same command with --resume goes on`;

/** Leaves the journal in good order, or nothing when there is nothing in it. */
const leave = (journal: Journal, folder: string): void => {
  if (journal.kept > 0) {
    journal.close();
    return;
  }
  journal.remove();
  removeIfEmpty(resolve(folder));
};

/** Leaves the journal after an error, which may be that it cannot be written. */
const leaveAfter = (error: unknown, journal: Journal, folder: string): unknown => {
  const { kept } = journal;
  try {
    leave(journal, folder);
  } catch {
    // What could not be written now could not be written before: the error that ended the work says it already.
  }
  if (kept === 0 || !(error instanceof Failure)) return error;
  return new Failure(`${error.message}; ${keptText(kept, folder)}`, { cause: error });
};

class OpenBench implements Bench {
  readonly progress: Progress;
  readonly #pool: Pool;
  readonly #plans: readonly Plan[];
  readonly #journal: Journal | null;

  constructor(job: Job, parts: { pool: Pool; journal: Journal | null; progress: Progress }) {
    this.progress = parts.progress;
    this.#plans = job.plans;
    this.#pool = parts.pool;
    this.#journal = parts.journal;
  }

  executor(index: number): Executor {
    const plan = this.#plans[index]!;
    const executor = withTurns(this.#pool.executor(plan.data));
    const shape = shapeOf(plan.model.catalogue);
    return this.#journal === null
      ? executor
      : withTurns(journaled(executor, { journal: this.#journal, plan: index, shape }));
  }

  async rest(): Promise<void> {
    this.progress.end();
    await this.#pool.close();
  }
}

/**
 * Runs the replications of a command and writes its results. Until the results are written, what is finished is kept in the journal of
 * their folder, whatever ends the process.
 *
 * @param job plans and flags
 * @param terminal for progress, and to say what is kept
 * @param work that runs replications on the bench, calls `rest`, and writes results
 */
export const onBench = async <Result>(
  job: Job,
  terminal: Terminal,
  work: (bench: Bench) => Promise<Result>,
): Promise<Result> => {
  const { out = '', jobs } = job.flags;
  const journal = journalFor(job, terminal);
  const progress = await progressOn(terminal, 'replications');
  const bench = new OpenBench(job, { pool: openPool({ jobs }), journal, progress });
  const stop = onSignal(() => {
    progress.end();
    if (journal === null) return;
    journal.flush();
    if (journal.kept > 0) terminal.err(`\nstopped: ${keptText(journal.kept, out)}\n`);
    leave(journal, out);
  });
  try {
    const result = await work(bench);
    journal?.remove();
    return result;
  } catch (error) {
    throw journal === null ? error : leaveAfter(error, journal, out);
  } finally {
    await bench.rest();
    stop();
  }
};

/** Failures that are told one by one. */
const TOLD = 5;

/**
 * What to say of replications that failed; nothing when none did.
 *
 * @param failed in the order of their numbers
 * @param total replications that were run
 */
export const failuresText = (
  failed: readonly (Failed & { readonly plan?: string })[],
  total: number,
): string => {
  if (failed.length === 0) return '';
  const told = failed
    .slice(0, TOLD)
    .map(
      ({ plan, seed, replication, failure }) =>
        `  ${plan === undefined ? '' : `${plan}, `}replication ${replication} of seed ${seed}: ${failure}\n`,
    );
  const rest = failed.length > TOLD ? `  and ${formatNumber(failed.length - TOLD)} more\n` : '';
  const alone = `to run one alone: --seed ${failed[0]!.seed} --first ${failed[0]!.replication} --replications 1\n`;
  return `${formatNumber(failed.length)} of ${formatNumber(total)} replications failed; results are over the rest\n${told.join('')}${rest}${alone}`;
};
