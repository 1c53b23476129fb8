import type {
  Catalogue,
  ChangeObservation,
  LevelObservation,
  MeasureKind,
  MeasureObservation,
  MeasureSpec,
  Observation,
} from '../model/outcome.ts';
import { gridIndex } from './changes.ts';
import { type MeasureSummary, summariseMeasure } from './measures.ts';
import type { SeriesSummary } from './series.ts';
import { localTime } from './time.ts';

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

/**
 * Sets every published value beside the runs. One of a series is compared with its level at the last instant of the
 * grid that is not after it, since a level holds until the next one; one of a change with what the series did in that time; one of a
 * measure with that measure.
 *
 * @param catalogue with the observations and the grid
 * @param runs summaries in the catalogue's order, and by observation of a change what every run gave, ascending
 * @throws RangeError when an observation names a series or measure that is not there, or lies outside the grid
 * @example
 * const troops = { series: 'troops', at: 90, value: 100, low: 90, high: 110, label: 'Troops', source: 'made up', use: 'check' };
 * const catalogue = { grid: [0, 60, 120], horizon: 120, observations: [troops] };
 * const levels = [0, 80, 200];
 * const series = [{ spec: { id: 'troops' }, mean: levels, low: levels, high: levels, p05: levels, p95: levels }];
 * observe(catalogue, { series, measures: [], changes: new Map() })[0].verdict // => 'below'
 */
export function observe(catalogue: Catalogue, runs: Runs): ObservedPoint[] {
  return catalogue.observations.map((point) => {
    const simulated = ofRuns(catalogue, point, runs);
    return { ...point, simulated, verdict: judge(simulated.mean, point) };
  });
}

interface Runs {
  readonly series: readonly SeriesSummary[];
  readonly measures: readonly MeasureSummary[];
  readonly changes: ReadonlyMap<ChangeObservation, Float64Array>;
}

function ofRuns(catalogue: Catalogue, point: Observation, runs: Runs): Simulated {
  if ('measure' in point) return ofMeasure(point, runs.measures);
  if ('series' in point) return ofSeries(catalogue, point, runs.series);
  return centreOf(summariseMeasure(CHANGE, runs.changes.get(point)!));
}

/** A change is read like a measure of hours: any number, whose mean over the runs is compared. */
const CHANGE: MeasureSpec = {
  id: 'change',
  label: '',
  unit: '',
  kind: 'hours',
  better: 'neither',
  headline: false,
  section: '',
  description: '',
};

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
  return centreOf(summary);
}

function centreOf({ mean, low, high, p05, p50, p95, medianLow, medianHigh }: MeasureSummary): Simulated {
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

/**
 * When something was observed, for people: a local time, from one to another, or the name of the measure.
 *
 * @param catalogue for local times and the labels of measures
 */
export function observedWhen(catalogue: Catalogue, point: Observation): string {
  if ('measure' in point)
    return catalogue.measures.find(({ id }) => id === point.measure)?.label.trim() ?? point.measure;
  const at = localTime(catalogue, point.at);
  return 'change' in point ? `${localTime(catalogue, point.since)} to ${at}` : at;
}

/** How the numbers of an observation are to be read: levels and rises of series are counts, pauses are hours. */
export function observedKind({ measures }: Catalogue, point: Observation): MeasureKind {
  if ('measure' in point) return measures.find(({ id }) => id === point.measure)?.kind ?? 'count';
  return 'change' in point && point.change === 'pause' ? 'hours' : 'count';
}
