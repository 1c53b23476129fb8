import { restricted } from '../analysis/chance.ts';
import { type Interval, meanInterval, wilsonInterval } from '../analysis/interval.ts';
import { possible } from '../analysis/measures.ts';
import { checkMeasures } from '../analysis/summary.ts';
import { Moments } from '../analysis/welford.ts';
import type { Catalogue, MeasureSpec } from '../model/outcome.ts';
import type { RemotePlan } from './compare.ts';
import { type Batch, replicateOn } from './run.ts';

/** The measures of one replication, one number per `Catalogue.measures`; null for a replication that failed. */
export type Row = readonly number[] | null;

/**
 * Runs replications of a plan and keeps their measures alone, so that many plans fit into memory.
 *
 * @returns one row per replication, in the order of their numbers
 * @throws RangeError when there are no replications to run, or a measure is a number that its kind cannot be
 * @example
 * const catalogue = { measures: [{ id: 'people-out', kind: 'count' }] };
 * const plan = { catalogue, executor: executeHere({ run: ({ seed, replication }) => ({ seed, replication, measures: [2 * replication] }) }) };
 * await measuresOf(plan, { seed: 's', replications: 2, first: 4 }) // => [[8], [10]]
 */
export async function measuresOf(plan: RemotePlan, batch: Batch): Promise<readonly Row[]> {
  const { first = 0, replications } = batch;
  const rows = new Array<Row>(replications).fill(null);
  const onFailure = batch.onFailure ?? ((): void => undefined);
  for await (const outcome of replicateOn(plan.executor, { ...batch, onFailure })) {
    checkMeasures(plan.catalogue, outcome);
    rows[outcome.replication - first] = outcome.measures;
  }
  return rows;
}

/** One measure as one finite number of every run, for rankings, sweeps and sensitivities. */
export interface Response {
  readonly spec: MeasureSpec;
  /** the number of one run: the measure itself, for a time that did not come the end of the run, NaN for a run that failed */
  of(row: Row): number;
}

/**
 * Finds a measure in a catalogue and reads it from rows.
 *
 * @param catalogue that the rows belong to
 * @param id of the measure
 * @throws RangeError when the catalogue has no such measure
 * @example
 * const catalogue = { horizon: 240, measures: [{ id: 'clear', kind: 'time' }] };
 * const clear = responseIn(catalogue, 'clear');
 * [clear.of([90]), clear.of([Infinity])] // => [90, 240]
 */
export function responseIn(catalogue: Catalogue, id: string): Response {
  const place = catalogue.measures.findIndex((spec) => spec.id === id);
  const spec = catalogue.measures[place];
  if (spec === undefined) throw new RangeError(`${catalogue.name} has no measure ${id}`);
  const isTime = spec.kind === 'time';
  return {
    spec,
    of(row) {
      if (row === null) return Number.NaN;
      return isTime ? restricted(row[place]!, catalogue.horizon) : row[place]!;
    },
  };
}

/**
 * Mean response with its 95 % interval, over the runs that did not fail, within what it can be.
 *
 * @param values two or more that are not NaN
 * @example
 * meanOf([90, NaN, 110], { kind: 'count' }).estimate // => 100
 */
export function meanOf(values: readonly number[], { kind }: Pick<MeasureSpec, 'kind'>): Interval {
  const moments = new Moments(1);
  for (const value of values) if (!Number.isNaN(value)) moments.add([value]);
  const { count } = moments;
  if (kind === 'indicator') return wilsonInterval(Math.round(moments.mean(0) * count), count);
  const least = values.reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY);
  return possible(kind, least, meanInterval(moments.mean(0), moments.deviation(0), count));
}

/** A response is finite, so that a time is compared by its mean, like hours. */
export const kindOf = ({ kind }: MeasureSpec): MeasureSpec['kind'] => (kind === 'time' ? 'hours' : kind);

/**
 * Leaves out the runs that failed for any of the plans: they have no pairs.
 *
 * @param plans responses of each plan, all of the same replications in the same order
 * @example
 * complete([[1, 2, 3], [4, NaN, 6]]) // => [[1, 3], [4, 6]]
 */
export const complete = (plans: readonly (readonly number[])[]): number[][] =>
  plans.map((values) => values.filter((_, run) => plans.every((each) => !Number.isNaN(each[run]!))));

/**
 * Does something for many things, several of them at once, and gives the results in the order of the things.
 *
 * @param things in the order in which they are begun
 * @param width how many at once, 1 or more
 * @param work for one of them
 * @example
 * await inParallel([3, 1, 2], 2, async (thing) => 10 * thing) // => [30, 10, 20]
 */
export async function inParallel<Thing, Result>(
  things: readonly Thing[],
  width: number,
  work: (thing: Thing, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(things.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < things.length) {
      const index = next;
      next += 1;
      results[index] = await work(things[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, things.length) }, worker));
  return results;
}
