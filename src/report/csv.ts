import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Measured, ObservedPoint, SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import type { Catalogue } from '../model/outcome.ts';
import type { Check } from '../verify/check.ts';

/** Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula; numbers are left alone. */
export const SAFE = { escape_formulas: true, record_delimiter: 'unix' } as const;

/** A number as it was, or `Inf` for a time that did not come within the run: R and pandas read it so. */
const cell = (value: number): number | string => (Number.isFinite(value) ? value : 'Inf');

/** Replications whose rows are made at once: enough that the rows, not the pieces, take the time. */
const AT_ONCE = 100;

const rowsOfRun = ({ measures: specs }: Pick<Catalogue, 'measures'>, run: Measured): unknown[][] =>
  specs.map((spec, index) => [run.replication, spec.id, spec.unit, cell(run.measures[index] as number)]);

/**
 * The text of `measuresCsv` in pieces, so that millions of rows need not be in memory together.
 *
 * @param outcomes in the order in which their rows are to stand
 */
export function* measuresCsvPieces(
  catalogue: Pick<Catalogue, 'measures'>,
  outcomes: Iterable<Measured>,
): Generator<string, void> {
  yield stringify([['replication', 'measure', 'unit', 'value']], SAFE);
  let rows: unknown[][] = [];
  const full = AT_ONCE * catalogue.measures.length;
  for (const outcome of outcomes) {
    rows.push(...rowsOfRun(catalogue, outcome));
    if (rows.length < full) continue;
    yield stringify(rows, SAFE);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, SAFE);
}

/**
 * All measures of all replications, one row each: `replication, measure, unit, value`.
 *
 * @param outcomes in the order in which their rows are to stand
 * @example
 * measuresCsv({ measures: [] }, []) // => 'replication,measure,unit,value\n'
 */
export const measuresCsv = (catalogue: Pick<Catalogue, 'measures'>, outcomes: Iterable<Measured>): string =>
  [...measuresCsvPieces(catalogue, outcomes)].join('');

const COLUMNS = [
  'series',
  'unit',
  'minutes',
  'local_time',
  'mean',
  'low',
  'high',
  'p05',
  'p25',
  'p50',
  'p75',
  'p95',
];

/**
 * All series over all replications, one row for each instant of the grid. `low` to `high` is the 95 % interval of the
 * mean; `p05` to `p95` are quantiles of the runs. `local_time` is ISO 8601 with the offset from UTC.
 */
export function seriesCsv(summary: Summary): string {
  return stringify([COLUMNS, ...summary.series.flatMap((series) => rowsOf(summary, series))], SAFE);
}

const OBSERVED = [
  'observation',
  'use',
  'series',
  'measure',
  'since_minutes',
  'minutes',
  'change',
  'per',
  'recorded',
  'recorded_low',
  'recorded_high',
  'mean',
  'low',
  'high',
  'p05',
  'p95',
  'verdict',
  'source',
];

/**
 * Every published value beside what the runs gave, one row each; empty where there is none, or no number.
 *
 * @example
 * observationsCsv({ observations: [] }).split(',')[0] // => 'observation'
 */
export function observationsCsv({ observations }: Pick<Summary, 'observations'>): string {
  const rows = observations.map((point) => {
    const { mean, low, high, p05, p95 } = point.simulated;
    const subject = subjectCells(point);
    const recorded = [point.value, point.low, point.high].map(cell);
    const simulated = [mean, low, high, p05, p95].map((value) => (value === null ? '' : cell(value)));
    return [point.label, point.use, ...subject, ...recorded, ...simulated, point.verdict, point.source];
  });
  return stringify([OBSERVED, ...rows], SAFE);
}

/** Series, measure, times, and what the series did in them. */
const subjectCells = (point: ObservedPoint): readonly (string | number)[] => {
  if ('measure' in point) return ['', point.measure, '', '', '', ''];
  if ('series' in point) return [point.series, '', '', point.at, '', ''];
  return [point.of, '', point.since, point.at, point.change, point.per ?? ''];
};

const CHECKED = [
  'part',
  'case',
  'quantity',
  'use',
  'expected',
  'expected_low',
  'expected_high',
  'got',
  'low',
  'high',
  'verdict',
  'source',
];

/**
 * Every check of a verification, one row each; empty where there is no number.
 *
 * @example
 * verificationCsv([]).split(',')[0] // => 'part'
 */
export function verificationCsv(checks: readonly Check[]): string {
  const rows = checks.map((check) => [
    check.part,
    check.group,
    check.quantity,
    check.use ?? '',
    ...[check.expected, check.expectedLow, check.expectedHigh].map(cell),
    ...[check.got, check.low, check.high].map((value) => (value === null ? '' : cell(value))),
    check.verdict,
    check.source,
  ]);
  return stringify([CHECKED, ...rows], SAFE);
}

function rowsOf({ catalogue }: Summary, series: SeriesSummary): readonly (string | number)[][] {
  const { spec, mean, low, high, p05, p25, p50, p75, p95 } = series;
  return catalogue.grid.map((minutes, index) => [
    spec.id,
    spec.unit,
    minutes,
    localTime(catalogue, minutes, 'iso'),
    ...[mean, low, high, p05, p25, p50, p75, p95].map((values) => cell(values[index] as number)),
  ]);
}
