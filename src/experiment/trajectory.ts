import { Stream } from '../kernel/index.ts';

/** Levels of Morris' grid: 0, 1/3, 2/3 and 1. With four of them a step of 2/3 makes all levels equally likely. */
const LEVELS = 4;
const STEP = LEVELS / (2 * (LEVELS - 1));

/** One trajectory: where it begins, and which number moves next, by how much. */
export interface Trajectory {
  /** one place per number, 0 to 1 */
  readonly start: readonly number[];
  /** numbers in the order in which they move, each once */
  readonly moves: readonly { readonly factor: number; readonly moved: number }[];
}

/**
 * A random trajectory through the grid: every number moves once by two thirds of its range, up from the lower half or down from the
 * upper. See `morris` for the source.
 *
 * @param factors how many numbers, 1 or more
 * @param seed and number of the trajectory, which decide it
 * @example
 * const { start, moves } = trajectory(3, 's', 0);
 * moves.map(({ factor }) => factor).toSorted() // => [0, 1, 2]
 * moves.every(({ factor, moved }) => [0, 1 / 3, 2 / 3, 1].some((level) => Math.abs(start[factor] + moved - level) < 1e-9)) // => true
 */
export function trajectory(factors: number, seed: string, number: number): Trajectory {
  const luck = new Stream(seed, `morris/${number}`);
  const start = Array.from({ length: factors }, () => Math.floor(luck.uniform() * LEVELS) / (LEVELS - 1));
  const order = start.map((_, factor) => ({ factor, key: luck.uniform() })).toSorted((a, b) => a.key - b.key);
  return {
    start,
    moves: order.map(({ factor }) => ({ factor, moved: start[factor]! < 0.5 ? STEP : -STEP })),
  };
}

/** All places that a trajectory visits, its start first. */
export function placesOf({ start, moves }: Trajectory): readonly (readonly number[])[] {
  const places: (readonly number[])[] = [start];
  for (const { factor, moved } of moves) {
    const last = places.at(-1)!;
    places.push(last.map((place, index) => (index === factor ? place + moved : place)));
  }
  return places;
}
