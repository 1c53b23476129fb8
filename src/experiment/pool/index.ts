import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { Piscina } from 'piscina';
import { shapeOf } from '../compact.ts';
import { modelOf, type Plan } from '../plan.ts';
import { type Executor, executeHere } from '../run.ts';
import { inBatches } from './batches.ts';
import type { Batch, Task } from './worker.ts';

/** Workers that plans can be run on, as many plans as there are, one after the other or at once. */
export interface Pool {
  /** The executor that runs one plan. */
  executor(plan: Plan): Executor;
  /** Ends all workers; nothing can be run afterwards. */
  close(): Promise<void>;
}

/** Whether this runs from the sources, as in the tests: TypeScript has to be understood first, which takes a worker seconds. */
const IS_SOURCE = import.meta.url.endsWith('.ts');

/** How long a batch may be expected to take, in milliseconds, before workers are worth their start of about 200. */
const WORTHWHILE = IS_SOURCE ? 60_000 : 1000;

const WORKER = IS_SOURCE ? './boot.mjs' : './worker.js';

/** How long it is tried here first, in milliseconds, to find out. */
const TRIAL = 150;

/** Workers that are started when they are first asked for. */
class Workers {
  readonly jobs: number;
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

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}

const onWorkers = (workers: Workers, plan: Plan): Executor => {
  const shape = shapeOf(modelOf(plan).catalogue);
  const bytes = serialize(plan);
  return (work) => inBatches({ workers: workers.pool, jobs: workers.jobs, plan: bytes, shape }, work);
};

/** Runs here for a moment, and the rest on workers when there is enough of it left to be worth their start. */
const asNeeded = (workers: Workers, plan: Plan): Executor =>
  async function* (work) {
    const began = performance.now();
    let done = 0;
    for await (const one of executeHere(modelOf(plan))(work)) {
      yield one;
      done += 1;
      const spent = performance.now() - began;
      if (spent > TRIAL && (spent / done) * (work.length - done) > WORTHWHILE) break;
    }
    if (done < work.length) yield* onWorkers(workers, plan)(work.slice(done));
  };

/**
 * Opens a pool of workers. Results are the same whatever the number of workers is.
 *
 * @param options `jobs`: how many replications run at once, 1 or more; 1 runs them in this very thread. When absent, small batches run in
 * this thread and large ones on all cores
 * @throws RangeError when `jobs` is not a whole number of 1 or more
 */
export const openPool = (options: { readonly jobs?: number | undefined } = {}): Pool => {
  const jobs = options.jobs ?? availableParallelism();
  if (!Number.isSafeInteger(jobs) || jobs < 1)
    throw new RangeError(`jobs must be a whole number of 1 or more, got ${jobs}`);
  const workers = new Workers(jobs);
  const executor = (plan: Plan): Executor => {
    if (jobs === 1) return executeHere(modelOf(plan));
    return options.jobs === undefined ? asNeeded(workers, plan) : onWorkers(workers, plan);
  };
  return { executor, close: () => workers.close() };
};
