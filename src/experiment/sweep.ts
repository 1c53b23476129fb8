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
