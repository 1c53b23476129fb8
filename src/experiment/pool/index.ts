import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { Piscina } from 'piscina';
import { attempt, isFailed } from '../attempt.ts';
import { shapeOf, withoutLog } from '../compact.ts';
import { modelOf, type Plan } from '../plan.ts';
import { type Executor, executeHere } from '../run.ts';
import { inBatches } from './batches.ts';
import type { Batch, Task } from './worker.ts';

/** Workers that plans can be run on, as many plans as there are, one after the other or at once. */
export interface Pool {
  /** The executor that runs one plan. */
  executor(plan: Plan): Executor;
  /** how many plans at once keep all workers at work though each plan ends with a wait; 1 in this thread alone */
  readonly width: number;
  /** Ends all workers; nothing can be run afterwards. */
  close(): Promise<void>;
}

/** How a pool is to work. */
export interface PoolOptions {
  /** how many replications run at once, 1 or more; when absent, small work runs in this thread and large work on all cores */
  readonly jobs?: number | undefined;
  /** replications of all plans together, as far as is known: what is worth workers is told by it; of each plan alone when absent */
  readonly work?: number | undefined;
}

/** Whether this runs from the sources, as in the tests: TypeScript has to be understood first, which takes a worker seconds. */
const IS_SOURCE = import.meta.url.endsWith('.ts');

/** How long the work may be expected to take, in milliseconds, before workers are worth their start of about 200. */
const WORTHWHILE = IS_SOURCE ? 60_000 : 1000;

const WORKER = IS_SOURCE ? './boot.mjs' : './worker.js';

/** How long it is tried here first, in milliseconds, to find out. */
const TRIAL = 150;

/** Workers that are started when they are first asked for. */
export class Workers {
  readonly jobs: number;
  /** milliseconds for a replication, as last seen; 0 while unknown */
  pace = 0;
  #pool: Piscina<Task, Batch> | null = null;

  constructor(jobs: number) {
    this.jobs = jobs;
  }

  get pool(): Piscina<Task, Batch> {
    const { jobs } = this;
    this.#pool ??= new Piscina({
      filename: fileURLToPath(new URL(WORKER, import.meta.url)),
      name: 'runBatch',
      minThreads: jobs,
      maxThreads: jobs,
      execArgv: [],
    });
    return this.#pool;
  }

  /** Ends all workers. A batch that a reader left behind may come back while they end: nobody waits for it, and it is no error. */
  async close(): Promise<void> {
    this.#pool?.on('error', () => {});
    await this.#pool?.destroy();
  }
}

/** The executor that runs a plan on workers, also where there is but one. */
export const onWorkers = (workers: Workers, plan: Plan): Executor => {
  const shape = shapeOf(modelOf(plan).catalogue);
  const bytes = serialize(plan);
  return (work) => inBatches({ workers: workers.pool, tempo: workers, plan: bytes, shape }, work);
};

/** What is seen of the work in this thread, over all plans. */
class Trial {
  readonly #work: number | undefined;
  #spent = 0;
  #done = 0;
  #isOver = false;

  constructor(work: number | undefined) {
    this.#work = work;
  }

  /** Notes one replication, and how long it took in milliseconds. */
  note(took: number): void {
    this.#spent += took;
    this.#done += 1;
  }

  /**
   * Whether enough is left to be worth workers; once it was, it stays so.
   *
   * @param left replications of the plan at hand
   */
  isWorthWorkers(left: number): boolean {
    const rest = this.#work === undefined ? left : this.#work - this.#done;
    this.#isOver ||= this.#spent > TRIAL && (this.#spent / this.#done) * rest > WORTHWHILE;
    return this.#isOver;
  }
}

/** Runs here for a moment, and the rest on workers when there is enough of it left to be worth their start. */
const asNeeded = (workers: Workers, plan: Plan, trial: Trial): Executor =>
  async function* (work) {
    const model = modelOf(plan);
    let done = 0;
    while (done < work.length && !trial.isWorthWorkers(work.length - done)) {
      const began = performance.now();
      const one = attempt(model, work[done]!);
      trial.note(performance.now() - began);
      done += 1;
      yield isFailed(one) ? one : withoutLog(one);
    }
    if (done < work.length) yield* onWorkers(workers, plan)(work.slice(done));
  };

/**
 * Opens a pool of workers. Results are the same whatever the number of workers is.
 *
 * @throws RangeError when `jobs` is not a whole number of 1 or more
 */
export const openPool = (options: PoolOptions = {}): Pool => {
  const jobs = options.jobs ?? availableParallelism();
  if (!Number.isSafeInteger(jobs) || jobs < 1)
    throw new RangeError(`jobs must be a whole number of 1 or more, got ${jobs}`);
  const workers = new Workers(jobs);
  const trial = new Trial(options.work);
  const executor = (plan: Plan): Executor => {
    if (jobs === 1) return executeHere(modelOf(plan));
    return options.jobs === undefined ? asNeeded(workers, plan, trial) : onWorkers(workers, plan);
  };
  return { executor, width: jobs === 1 ? 1 : 2 * jobs, close: () => workers.close() };
};
