import type { Catalogue, Observation } from '../model/outcome.ts';
import type { SeriesSummary } from './series.ts';

/** A published point beside what the runs gave at that instant. */
export interface ObservedPoint extends Observation {
  /** mean of the runs with its 95 % interval, and the 5 % and 95 % quantiles of the runs */
  readonly simulated: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly p05: number;
    readonly p95: number;
  };
  /** where the simulated mean lies against the observation's own error band, its ends included */
  readonly verdict: 'inside its error band' | 'below' | 'above';
}

/** Index of the last grid point that is not after `at`; −1 when all are. */
function gridIndex(grid: readonly number[], at: number): number {
  let index = -1;
  while (index + 1 < grid.length && grid[index + 1]! <= at) index += 1;
  return index;
}

/**
 * Sets every published point beside the runs: the level of its series at the last instant of the grid that is not after it,
 * since a level holds until the next one.
 *
 * @param catalogue with the observations and the grid
 * @param series summaries in the catalogue's order
 * @throws RangeError when an observation names a series that is not there, or lies outside the grid
 * @example
 * const troops = { series: 'troops', at: 90, value: 100, low: 90, high: 110, label: 'Troops', source: 'made up' };
 * const catalogue = { grid: [0, 60, 120], horizon: 120, observations: [troops] };
 * const levels = [0, 80, 200];
 * const series = [{ spec: { id: 'troops' }, mean: levels, low: levels, high: levels, p05: levels, p95: levels }];
 * observe(catalogue, series)[0].verdict // => 'below'
 */
export function observe(catalogue: Catalogue, series: readonly SeriesSummary[]): ObservedPoint[] {
  return catalogue.observations.map((point) => {
    const summary = series.find((one) => one.spec.id === point.series);
    const index = point.at > catalogue.horizon ? -1 : gridIndex(catalogue.grid, point.at);
    if (summary === undefined || index < 0) {
      throw new RangeError(`observation "${point.label}": no level of ${point.series} at minute ${point.at}`);
    }
    const simulated = {
      mean: summary.mean[index]!,
      low: summary.low[index]!,
      high: summary.high[index]!,
      p05: summary.p05[index]!,
      p95: summary.p95[index]!,
    };
    return { ...point, simulated, verdict: judge(simulated.mean, point) };
  });
}

function judge(
  mean: number,
  band: { readonly low: number; readonly high: number },
): ObservedPoint['verdict'] {
  if (mean < band.low) return 'below';
  if (mean > band.high) return 'above';
  return 'inside its error band';
}
