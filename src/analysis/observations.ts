import type { Catalogue, LevelObservation, MeasureObservation, Observation } from '../model/outcome.ts';
import type { MeasureSummary } from './measures.ts';
import type { SeriesSummary } from './series.ts';

/** What the runs gave where something was recorded; null stands for a time that did not come. */
export interface Simulated {
  /** mean of the runs with its 95 % interval; for a time that did not come in every run, the middle run and its interval */
  readonly mean: number | null;
  /** null also with one run of a measure, when there is no interval */
  readonly low: number | null;
  readonly high: number | null;
  /** the 5 % and 95 % quantiles of the runs */
  readonly p05: number | null;
  readonly p95: number | null;
}

/** A published value beside what the runs gave. */
export type ObservedPoint = Observation & {
  readonly simulated: Simulated;
  /** where the simulated mean lies against the observation's own error band, its ends included; never is above */
  readonly verdict: 'inside its error band' | 'below' | 'above';
};

/** Index of the last grid point that is not after `at`; −1 when all are. */
function gridIndex(grid: readonly number[], at: number): number {
  let index = -1;
  while (index + 1 < grid.length && grid[index + 1]! <= at) index += 1;
  return index;
}

/**
 * Sets every published value beside the runs. One of a series is compared with its level at the last instant of the
 * grid that is not after it, since a level holds until the next one; one of a measure with that measure.
 *
 * @param catalogue with the observations and the grid
 * @param runs summaries in the catalogue's order
 * @throws RangeError when an observation names a series or measure that is not there, or lies outside the grid
 * @example
 * const troops = { series: 'troops', at: 90, value: 100, low: 90, high: 110, label: 'Troops', source: 'made up', use: 'check' };
 * const catalogue = { grid: [0, 60, 120], horizon: 120, observations: [troops] };
 * const levels = [0, 80, 200];
 * const series = [{ spec: { id: 'troops' }, mean: levels, low: levels, high: levels, p05: levels, p95: levels }];
 * observe(catalogue, { series, measures: [] })[0].verdict // => 'below'
 */
export function observe(
  catalogue: Catalogue,
  runs: { readonly series: readonly SeriesSummary[]; readonly measures: readonly MeasureSummary[] },
): ObservedPoint[] {
  return catalogue.observations.map((point) => {
    const simulated =
      'measure' in point ? ofMeasure(point, runs.measures) : ofSeries(catalogue, point, runs.series);
    return { ...point, simulated, verdict: judge(simulated.mean, point) };
  });
}

function ofSeries(
  { grid, horizon }: Catalogue,
  point: LevelObservation,
  series: readonly SeriesSummary[],
): Simulated {
  const summary = series.find((one) => one.spec.id === point.series);
  const index = point.at > horizon ? -1 : gridIndex(grid, point.at);
  if (summary === undefined || index < 0) {
    throw new RangeError(`observation "${point.label}": no level of ${point.series} at minute ${point.at}`);
  }
  return {
    mean: summary.mean[index]!,
    low: summary.low[index]!,
    high: summary.high[index]!,
    p05: summary.p05[index]!,
    p95: summary.p95[index]!,
  };
}

function ofMeasure(point: MeasureObservation, measures: readonly MeasureSummary[]): Simulated {
  const summary = measures.find((one) => one.spec.id === point.measure);
  if (summary === undefined) {
    throw new RangeError(`observation "${point.label}": no measure ${point.measure}`);
  }
  const { mean, low, high, p05, p50, p95, medianLow, medianHigh } = summary;
  if (mean === null) return { mean: p50, low: medianLow, high: medianHigh, p05, p95 };
  return { mean, low, high, p05, p95 };
}

function judge(
  mean: number | null,
  band: { readonly low: number; readonly high: number },
): ObservedPoint['verdict'] {
  if (mean === null || mean > band.high) return 'above';
  if (mean < band.low) return 'below';
  return 'inside its error band';
}
