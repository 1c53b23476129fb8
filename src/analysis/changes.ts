import type { Catalogue, ChangeObservation, Outcome } from '../model/outcome.ts';

/** Index of the last grid point that is not after `at`; −1 when all are. */
export function gridIndex(grid: readonly number[], at: number): number {
  let index = -1;
  while (index + 1 < grid.length && grid[index + 1]! <= at) index += 1;
  return index;
}

/** Minutes in an hour. */
const HOUR = 60;

/** Index of a series of the catalogue. */
function seriesIndex({ series }: Catalogue, id: string, label: string): number {
  const index = series.findIndex((one) => one.id === id);
  if (index < 0) throw new RangeError(`observation "${label}": no series ${id}`);
  return index;
}

/**
 * The longest time in minutes in which sampled levels stood still: as many steps as samples in a row show one level, since what lies
 * between the changes on both sides of them is one step more or less.
 *
 * @param levels at equal steps
 * @param step minutes between them
 * @example
 * longestPause([0, 1, 1, 1, 2], 30) // => 90
 */
export function longestPause(levels: readonly number[], step: number): number {
  let longest = 0;
  let still = 0;
  for (const [index, level] of levels.entries()) {
    still = index > 0 && level === levels[index - 1] ? still + 1 : 1;
    longest = Math.max(longest, still);
  }
  return longest < 2 ? 0 : longest * step;
}

/**
 * How to read off a run what a series did in some time, as its samples show it: a rise, in the unit of the series or per rise of another
 * (0 where that did not rise), or the longest pause in hours, to within one sample.
 *
 * @param catalogue of the runs
 * @param point what was recorded
 * @throws RangeError when it names a series that is not there, or a time outside the grid
 * @example
 * const catalogue = { series: [{ id: 'flights' }], grid: [0, 60, 120, 180], horizon: 180 };
 * const flights = changeIn(catalogue, { change: 'rise', of: 'flights', since: 60, at: 180, label: 'Flights' });
 * flights({ series: [[0, 2, 5, 9]] }) // => 7
 */
export function changeIn(
  catalogue: Catalogue,
  point: ChangeObservation,
): (outcome: Pick<Outcome, 'series'>) => number {
  const { grid, horizon } = catalogue;
  const [from, to] = [gridIndex(grid, point.since), gridIndex(grid, point.at)];
  if (from < 0 || to <= from || point.at > horizon)
    throw new RangeError(
      `observation "${point.label}": minutes ${point.since} to ${point.at} are not sampled`,
    );
  const index = seriesIndex(catalogue, point.of, point.label);
  if (point.change === 'pause') {
    const step = grid[1]! - grid[0]!;
    return ({ series }) => longestPause(series[index]!.slice(from, to + 1), step) / HOUR;
  }
  const rise = (of: number, { series }: Pick<Outcome, 'series'>): number =>
    series[of]![to]! - series[of]![from]!;
  if (point.per === undefined) return (outcome) => rise(index, outcome);
  const per = seriesIndex(catalogue, point.per, point.label);
  return (outcome) => {
    const divisor = rise(per, outcome);
    return divisor === 0 ? 0 : rise(index, outcome) / divisor;
  };
}
