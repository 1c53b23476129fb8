import type { Piscina } from 'piscina';
import type { Attempt } from '../attempt.ts';
import { type Shape, unpack } from '../compact.ts';
import type { Replication } from '../run.ts';
import type { Batch, Task } from './worker.ts';

/** How long a batch ought to take, in milliseconds: long beside what sending it costs (below 1), short beside a user's patience. */
const AIM = 150;

/** Most replications in a batch, so that what waits to be read stays small. */
const LARGEST = 2000;

/** Batches under way for each worker: one that it works on, one that waits, one whose results are being read. */
const AHEAD = 3;

/** A plan on workers. */
export interface Batches {
  readonly workers: Pick<Piscina<Task, Batch>, 'run'>;
  /** how many workers there are, and the milliseconds that a replication takes, as last seen by any plan; 0 while unknown */
  readonly tempo: { readonly jobs: number; pace: number };
  /** serialized */
  readonly plan: Uint8Array;
  readonly shape: Shape;
}

/** A finished batch. */
interface Done {
  /** can be read once */
  readonly attempts: Iterable<Attempt>;
  /** milliseconds for each replication; 0 where a worker died */
  readonly pace: number;
}

/** What is said of a replication that took its worker down with it. */
const crashed = (told: Replication, error: unknown): Attempt => ({
  seed: told.seed,
  replication: told.replication,
  failure: `the worker stopped: ${error instanceof Error ? error.message : String(error)}`,
});

/** The runs that a reader has asked for; once it has left, nothing is tried again. */
class Reading {
  isOver = false;
  readonly #batches: Batches;

  constructor(batches: Batches) {
    this.#batches = batches;
  }

  /**
   * Runs one batch. When its worker dies, for lack of memory for instance, its replications are run one by one, so that only the one
   * that kills a worker is lost.
   */
  async run(work: readonly Replication[]): Promise<Done> {
    const { workers, plan, shape } = this.#batches;
    try {
      const { packed, took } = await workers.run({ plan, work });
      return { attempts: unpack(packed, shape), pace: took / work.length };
    } catch (error) {
      if (work.length === 1 || this.isOver)
        return { attempts: work.map((told) => crashed(told, error)), pace: 0 };
      return this.#oneByOne(work);
    }
  }

  async #oneByOne(work: readonly Replication[]): Promise<Done> {
    const attempts: Attempt[] = [];
    for (const told of work) attempts.push(...(await this.run([told])).attempts);
    return { attempts, pace: 0 };
  }
}

/** The size of a batch: towards the aim, and small enough that all workers end together; 1 while the pace is unknown. */
const sizeFor = (pace: number, share: number): number =>
  pace === 0 ? 1 : Math.max(1, Math.min(Math.round(AIM / pace), LARGEST, Math.ceil(share)));

/**
 * Runs replications on workers in batches, and hands them over in the order of the work. Only a few batches for each worker are under
 * way, so that a slow reader holds the workers back and memory stays bounded.
 */
export async function* inBatches(batches: Batches, work: readonly Replication[]): AsyncGenerator<Attempt> {
  const reading = new Reading(batches);
  const underWay: Promise<Done>[] = [];
  const { tempo } = batches;
  const most = AHEAD * tempo.jobs;
  let next = 0;
  try {
    while (next < work.length || underWay.length > 0) {
      while (next < work.length && underWay.length < most) {
        const size = sizeFor(tempo.pace, (work.length - next) / most);
        underWay.push(reading.run(work.slice(next, next + size)));
        next += size;
      }
      const { attempts, pace } = await underWay.shift()!;
      if (pace > 0) tempo.pace = pace;
      yield* attempts;
    }
  } finally {
    reading.isOver = true;
  }
}
