import { type Compared, type Comparison, comparePairs } from '../analysis/compare.ts';
import { type MeasureSummary, summariseMeasure } from '../analysis/measures.ts';
import type { Catalogue } from '../model/outcome.ts';
import { type Failed, TooFewFinished } from './attempt.ts';
import type { RemotePlan } from './compare.ts';
import type { Level } from './factor.ts';
import { inParallel, measuresOf, type Row } from './response.ts';

/** A point of a sweep: the levels that make it, and what runs it. */
export interface SweepPoint extends RemotePlan {
  /** one per factor */
  readonly levels: readonly Level[];
}

/** How to run the points. */
export interface SweepOptions {
  readonly seed: string;
  /** of every point, 1 or more; all points meet the same random futures */
  readonly replications: number;
  /** how many points at once, 1 unless told */
  readonly width?: number;
  /** called after every replication, counted over all points */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What one point gave. */
export interface SweptPoint {
  readonly levels: readonly Level[];
  readonly catalogue: Catalogue;
  /** in the order of the replications */
  readonly rows: readonly Row[];
  /** in the order of the catalogue, over the replications that did not fail; empty where all did */
  readonly measures: readonly MeasureSummary[];
  readonly failed: readonly Failed[];
}

/**
 * Runs every point of a design on the same random futures.
 *
 * @param points one or more
 * @param options seed, replications, and how many points at once, which changes no result
 * @returns what each gave, in the order of the points
 * @throws RangeError when there are no points or no replications; TooFewFinished when every replication of every point failed
 * @example
 * const measures = [{ id: 'people-out', kind: 'count' }];
 * const point = (lanes) => ({
 *   levels: [{ text: String(lanes), value: lanes }],
 *   catalogue: { measures, horizon: 60 },
 *   executor: executeHere({ run: ({ seed, replication }) => ({ seed, replication, measures: [lanes * 100 + replication] }) }),
 * });
 * const swept = await sweep([point(1), point(2)], { seed: 's', replications: 3 });
 * swept.map((one) => one.measures[0].mean) // => [101, 201]
 */
export async function sweep(points: readonly SweepPoint[], options: SweepOptions): Promise<SweptPoint[]> {
  const { seed, replications, width = 1, onProgress } = options;
  if (points.length === 0) throw new RangeError('a sweep needs a point');
  let done = 0;
  const counted = (): void => {
    done += 1;
    onProgress?.(done, points.length * replications);
  };
  const swept = await inParallel(points, width, async (point) => {
    const failed: Failed[] = [];
    const rows = await measuresOf(point, {
      seed,
      replications,
      onProgress: counted,
      onFailure: (one) => failed.push(one),
    });
    return { ...summarised(point, rows), failed };
  });
  if (swept.every(({ measures }) => measures.length === 0))
    throw new TooFewFinished('every replication of every point failed');
  return swept;
}

/** A point with its measures over the replications that did not fail. */
function summarised({ levels, catalogue }: SweepPoint, rows: readonly Row[]): Omit<SweptPoint, 'failed'> {
  const finished = rows.filter((row) => row !== null);
  if (finished.length === 0) return { levels, catalogue, rows, measures: [] };
  const measures = catalogue.measures.map((spec, index) =>
    summariseMeasure(spec, Float64Array.from(finished, (row) => row[index]!).sort()),
  );
  return { levels, catalogue, rows, measures };
}

/**
 * Compares every point of a sweep with one of them, run by run: all met the same random futures, so that differences are known far
 * better than means. Runs that failed at one of the two points are left out of their difference alone. Holm's correction counts the points of one measure:
 * a sweep looks along its points, and at one measure at a time.
 *
 * @param swept the points
 * @param base index of the one that the others are compared with
 * @returns by point; null for the base, and for a point that shares no finished run with it
 * @example
 * const measures = [{ id: 'people-out', unit: 'people', kind: 'count', better: 'more' }];
 * const point = (lanes) => ({
 *   levels: [{ text: String(lanes), value: lanes }],
 *   catalogue: { measures, horizon: 60 },
 *   executor: executeHere({ run: ({ seed, replication }) => ({ seed, replication, measures: [lanes * 100 + 7 * replication] }) }),
 * });
 * const swept = await sweep([point(1), point(2), point(4)], { seed: 's', replications: 9 });
 * againstBase(swept, 0).map((one) => one?.measures[0].verdict ?? 'base')
 * // => ['base', 'gets 100 more people out (in every replication)', 'gets 300 more people out (in every replication)']
 */
export function againstBase(swept: readonly SweptPoint[], base: number): readonly (Comparison | null)[] {
  const middle = swept[base]!;
  const shared = swept.map(({ rows }) => rows.map((row, run) => row !== null && middle.rows[run] != null));
  const isCompared = swept.map((_, index) => index !== base && shared[index]!.includes(true));
  const pairs = swept.flatMap((point, index) =>
    isCompared[index]!
      ? [{ base: someRuns(middle, shared[index]!), variant: someRuns(point, shared[index]!) }]
      : [],
  );
  const found = comparePairs(pairs, ({ id }) => id).values();
  return isCompared.map((is) => (is ? found.next().value! : null));
}

/** The runs of a point that are chosen, as a comparison takes them. */
const someRuns = ({ catalogue, rows }: SweptPoint, chosen: readonly boolean[]): Compared => ({
  catalogue,
  outcomes: rows.flatMap((row, replication) =>
    row === null || !chosen[replication]! ? [] : [{ seed: '', replication, measures: row }],
  ),
});
