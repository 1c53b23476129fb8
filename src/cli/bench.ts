import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { formatCount, formatNumber } from '../analysis/index.ts';
import {
  type Executor,
  type Failed,
  isFailed,
  type RemotePlan,
  type Replication,
  shapeOf,
  TooFewFinished,
} from '../experiment/index.ts';
import { openPool, type Pool } from '../experiment/pool/index.ts';
import { journalPath, makeFolder, removeIfEmpty, removeStaged } from './destination.ts';
import { Failure, reasonOf } from './errors.ts';
import { type RunFlags, recordedLimits } from './flags.ts';
import { type Identity, Journal, journaled } from './journal.ts';
import { lockFolder } from './lock.ts';
import { version } from './package.ts';
import type { Plan } from './plan.ts';
import { onSignal } from './signals.ts';
import { type Progress, progressOn, type Terminal } from './terminal.ts';
import { commandLine, plainText } from './text.ts';

/** How long this thread works before Ctrl-C and the progress have their turn, in milliseconds. */
const TURN = 50;

/** What a command runs its plans on: workers, and the journal of its folder. */
export interface Bench {
  /** A plan of the command as experiments take it; its runs are kept in the journal, those that fail are counted here. */
  remote(plan: Plan): RemotePlan;
  /** how many plans are to be under way at once, so that no worker waits */
  readonly width: number;
  readonly progress: Progress;
  /** replications that were run or taken from the journal, failed ones included */
  readonly total: number;
  /** how the runs of each plan went so far, in the order in which they were given to the bench */
  readonly tallies: readonly Tally[];
  /** Ends workers and progress, when nothing more is to be run but results are still to be written. */
  rest(): Promise<void>;
}

/** What is to be run. */
export interface Job {
  /** name of the command */
  readonly command: string;
  /** those that the user named, from which all others are made */
  readonly plans: readonly Plan[];
  /** replications of all plans together, at most */
  readonly work: number;
  readonly flags: Pick<RunFlags, 'out' | 'resume' | 'scratch' | 'jobs' | 'seed' | 'eventBudget' | 'audit'>;
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
  if (terminal.watched) terminal.err(`going on after ${formatCount(kept, 'replication')}\n`);
  return journal;
};

/** What is kept in the folder for the results until they are there. */
interface Kept {
  readonly journal: Journal;
  /** lets other processes in */
  readonly free: () => void;
}

/** The journal of the folder for the results, which this process then has for itself; null when nothing is to be kept. */
const journalFor = (job: Job, terminal: Terminal): Kept | null => {
  const { out, resume, scratch } = job.flags;
  if (out === undefined || scratch === true) return null;
  const path = journalPath(out);
  let free: (() => void) | undefined;
  try {
    makeFolder(resolve(out));
    free = lockFolder(resolve(out));
    removeStaged(out);
    const identity = identityOf(job);
    const goesOn = resume === true && existsSync(path);
    const journal = goesOn ? resumed(path, identity, terminal) : Journal.create(path, identity);
    return { journal, free };
  } catch (error) {
    free?.();
    if (free !== undefined) removeIfEmpty(resolve(out));
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
  `${formatCount(kept, 'finished replication is', 'finished replications are')} kept in \`${plainText(folder)}\`: the same command with --resume goes on`;

/** Leaves the journal in good order, or nothing when there is nothing in it. */
const leave = ({ journal, free }: Kept, folder: string): void => {
  try {
    if (journal.kept > 0) journal.close();
    else journal.remove();
  } finally {
    if (journal.kept === 0) rmSync(journal.path, { force: true });
    free();
    removeIfEmpty(resolve(folder));
  }
};

/** Too few finished replications are nobody's mistake, and nothing that the user gave is invalid. */
const asFailure = (error: unknown): unknown =>
  error instanceof TooFewFinished ? new Failure(error.message, { cause: error }) : error;

/** Leaves the journal after an error, which may be that it cannot be written. */
const leaveAfter = (error: unknown, kept: Kept, folder: string): unknown => {
  try {
    leave(kept, folder);
  } catch {
    // What could not be written now could not be written before: the error that ended the work says it already.
  }
  const { kept: count } = kept.journal;
  if (count === 0 || !(error instanceof Failure)) return error;
  return new Failure(`${error.message}; ${keptText(count, folder)}`, { cause: error });
};

/** How the runs of one plan went. */
export interface Tally {
  readonly name: string;
  /** replications that it finished */
  readonly finished: number;
  /** those that it did not, in the order of their numbers */
  readonly failed: readonly Failed[];
  /** as of the plan */
  readonly alone: Plan['alone'];
}

/** A tally that is still kept. */
interface OpenTally extends Tally {
  finished: number;
  readonly failed: Failed[];
}

/** Counts what an executor finishes. */
const tallied = (executor: Executor, tally: OpenTally): Executor =>
  async function* (work: readonly Replication[]) {
    for await (const one of executor(work)) {
      if (isFailed(one)) tally.failed.push(one);
      else tally.finished += 1;
      yield one;
    }
  };

class OpenBench implements Bench {
  readonly progress: Progress;
  readonly #pool: Pool;
  readonly #journal: Journal | null;
  readonly tallies: OpenTally[] = [];

  constructor(parts: { pool: Pool; journal: Journal | null; progress: Progress }) {
    this.progress = parts.progress;
    this.#pool = parts.pool;
    this.#journal = parts.journal;
  }

  get width(): number {
    return this.#pool.width;
  }

  get total(): number {
    return this.tallies.reduce((sum, { finished, failed }) => sum + finished + failed.length, 0);
  }

  remote({ model: { catalogue }, data, fingerprint, alone }: Plan): RemotePlan {
    const tally: OpenTally = { name: catalogue.name, finished: 0, failed: [], alone };
    this.tallies.push(tally);
    const executor = withTurns(this.#pool.executor(data));
    const kept =
      this.#journal === null
        ? executor
        : withTurns(
            journaled(executor, { journal: this.#journal, plan: fingerprint, shape: shapeOf(catalogue) }),
          );
    return { catalogue, executor: tallied(kept, tally) };
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
  const kept = journalFor(job, terminal);
  const journal = kept?.journal ?? null;
  const progress = await progressOn(terminal, 'replications');
  const pool = openPool({ jobs, work: job.work - (journal?.kept ?? 0) });
  const bench = new OpenBench({ pool, journal, progress });
  const stop = onSignal(() => {
    progress.end();
    if (kept === null) return;
    kept.journal.flush();
    if (kept.journal.kept > 0) terminal.err(`\nstopped: ${keptText(kept.journal.kept, out)}\n`);
    leave(kept, out);
  });
  try {
    const result = await work(bench);
    journal?.remove();
    kept?.free();
    return result;
  } catch (error) {
    if (error instanceof TooFewFinished) terminal.err(failuresText(bench, { isOver: true }));
    const told = asFailure(error);
    throw kept === null ? told : leaveAfter(told, kept, out);
  } finally {
    await bench.rest();
    stop();
  }
};

/** Lines of failures. */
const TOLD = 5;

/** Failures in one line, and how many they are. */
interface Line {
  readonly failures: number;
  readonly text: string;
}

/** Whether several replications failed and none was finished. */
const isWhole = ({ finished, failed }: Tally): boolean => finished === 0 && failed.length > 1;

/** The failures of a plan: one line each, or one for all where nothing else came of it. */
const linesOf = (tally: Tally): Line[] => {
  const { name, failed } = tally;
  const whole = `all ${formatNumber(failed.length)} replications`;
  return failed.slice(0, isWhole(tally) ? 1 : failed.length).map(({ seed, replication, failure }) =>
    isWhole(tally)
      ? {
          failures: failed.length,
          text: `${name}, ${whole} of seed ${seed}, for instance ${replication}: ${failure}`,
        }
      : { failures: 1, text: `${name}, replication ${replication} of seed ${seed}: ${failure}` },
  );
};

/** The command line that runs one of the failures again, and nothing else. */
const aloneText = (tallies: readonly Tally[]): string => {
  const tally = tallies.find(({ failed, alone }) => failed.length > 0 && alone !== null);
  if (tally?.alone == null) return '';
  return `to run one alone: ${plainText(commandLine(tally.alone(tally.failed[0]!)))}\n`;
};

/**
 * What to say of replications that failed; nothing when none did. Plans of which nothing was finished come first.
 *
 * @param bench on which they were run
 * @param options.isOver whether there are no results, because too little is left
 */
export const failuresText = (
  { tallies, total }: Pick<Bench, 'tallies' | 'total'>,
  { isOver = false }: { readonly isOver?: boolean } = {},
): string => {
  if (tallies.every((one) => one.failed.length === 0)) return '';
  const lines = [...tallies.filter(isWhole), ...tallies.filter((one) => !isWhole(one))].flatMap(linesOf);
  const count = (some: readonly Line[]): number => some.reduce((sum, { failures }) => sum + failures, 0);
  const failed = formatNumber(count(lines));
  const more = count(lines.slice(TOLD));
  return [
    `${failed} of ${formatCount(total, 'replication')} failed${isOver ? '' : '; results are over the rest'}\n`,
    ...lines.slice(0, TOLD).map(({ text }) => `  ${plainText(text)}\n`),
    more > 0 ? `  and ${formatNumber(more)} more\n` : '',
    total > 1 ? aloneText(tallies) : '',
  ].join('');
};
