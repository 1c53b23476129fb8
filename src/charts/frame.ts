import { formatCount } from '../analysis/format.ts';
import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import type { SeriesSpec } from '../model/outcome.ts';
import { rowRange } from './plugins/rows.ts';
import { everyLevel, isCertain, isShare, type Levels } from './series.ts';
import type { Axis, ChartData, Dataset, Extras, Row, Table } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most rows of the table behind a chart; assumed, because a reader scrolls no further. */
const MOST_ROWS = 100;
const HOUR = 60;

/** The notice under every picture. */
export const NOTICE = 'airbridge: for teaching and exercises, not for planning a real operation';

/** What every chart over time shares: clock, end of the window and footer. */
export function extras(summary: Summary, more: Partial<Extras> = {}): Extras {
  const { catalogue } = summary;
  const { start, utcOffset, zone, window, horizon } = catalogue;
  const mark = { at: window, label: `window ends ${localTime(catalogue, window)}` };
  return {
    clock: { start, utcOffset, zone },
    marks: window < horizon ? [mark] : [],
    limits: [],
    rows: [],
    panels: [],
    footer: footer(summary),
    ...more,
  };
}

/** Notice and provenance in one line; `of` where a picture does not show all runs. */
export function footer(summary: Summary, of: string = runs(summary)): string {
  return `${NOTICE} · ${plain(summary.catalogue.name, 40)} · ${of}`;
}

/** `200 replications, seed kabul`. */
export function runs(summary: Summary): string {
  return `${formatCount(summary.replications, 'replication')}, seed ${plain(summary.seed, 24)}`;
}

/**
 * What the shading means; where no run differs from another there is none.
 *
 * @param series all that is drawn
 * @param whose the one that alone is shaded; undefined where each is
 */
export function shading(
  summary: Summary,
  series: readonly SeriesSummary[],
  whose: SeriesSummary | undefined = undefined,
): string {
  if (summary.replications === 1) return 'One run: no spread.';
  if (series.every(isCertain)) return 'Every run is the same.';
  return `Shaded${whose === undefined ? '' : ` around “${plain(whose.spec.label, 60)}”`}: 90 % of runs.`;
}

/** What the shading of a whole and its parts means: where there are both, only the whole is shaded. */
export const levelShading = (summary: Summary, levels: Levels): string =>
  shading(summary, everyLevel(levels), levels.parts.length > 0 ? levels.total : undefined);

/** What diamonds are; nothing where there are none. */
export function diamondWords(datasets: readonly Dataset[]): string {
  const points = datasets.filter(({ role }) => role === 'observed').flatMap(({ data }) => data);
  if (points.length === 0) return '';
  return points.length === 1 ? ' Diamond: history.' : ' Diamonds: history.';
}

/** The axis of local time under a chart, from the start to the horizon. */
export function timeAxis(summary: Summary): Axis {
  const { horizon, zone } = summary.catalogue;
  return {
    type: 'linear',
    position: 'bottom',
    min: 0,
    max: horizon,
    title: { display: true, text: timeTitle(zone) },
    write: 'time',
  };
}

/** `local time (Kabul time)`; nothing more where a scenario calls its zone just that. */
const timeTitle = (zone: string): string =>
  zone.toLowerCase() === 'local time' ? 'local time' : `local time (${plain(zone, 40)})`;

/** An axis of whole things from zero up. */
export function countAxis(text: string, more: Partial<Axis> = {}): Axis {
  return {
    type: 'linear',
    position: 'left',
    beginAtZero: true,
    title: { display: true, text: plain(text, 60) },
    write: 'count',
    ...more,
  };
}

/**
 * The options of a chart of rows: names at the left, marks on one or several scales in the middle, words at the right.
 *
 * @param rows from the top
 * @param footer of a picture
 * @param look `isOneSided`: marks stand between 0 and 1, not between -1 and 1; `sides` of nothing
 */
export const rowOptions = (
  rows: readonly Row[],
  footer: string,
  look: Pick<Extras, 'isOneSided' | 'sides'> = {},
): ChartData['options'] => ({
  scales: {
    x: {
      type: 'linear',
      position: 'bottom',
      ...rowRange(look.isOneSided),
      write: 'none',
      grid: { display: false },
    },
    y: {
      type: 'linear',
      min: -0.6,
      max: Math.max(1, rows.length) - 0.4,
      reverse: true,
      write: 'rows',
      grid: { display: false },
    },
  },
  plugins: { airbridge: { marks: [], limits: [], panels: [], rows, footer, ...look } },
});

/** The options of a chart whose axes say all there is to say, and which shows no hours. */
export const keylessOptions = (
  scales: ChartData['options']['scales'],
  footer: string,
): ChartData['options'] => ({
  scales,
  plugins: { airbridge: { marks: [], limits: [], rows: [], panels: [], isKeyless: true, footer } },
});

/** Notice and seed in one line. */
export const seedFooter = (seed: string): string => `${NOTICE} · seed ${plain(seed, 24)}`;

/** What *out* means: off the ground where aircraft fly, under way to safety where none does. */
export const peopleOutWords = ({ catalogue }: Summary): string =>
  catalogue.byAir ? 'People out (wheels-up)' : 'People out (under way to safety)';

/** `Sun 15 Aug 12:00` for the end of the window. */
export const windowEnd = (summary: Summary): string => localTime(summary.catalogue, summary.catalogue.window);

/** Hourly rows (every 2, 3, 6 … hours in a long run) of mean and spread for some series. */
export function seriesTable(summary: Summary, series: readonly SeriesSummary[], spread: boolean): Table {
  const { catalogue } = summary;
  const hours =
    [1, 2, 3, 6, 12, 24, 48, 96].find((each) => catalogue.horizon / HOUR / each <= MOST_ROWS) ?? 168;
  const indexes = [...catalogue.grid.keys()].filter(
    (index) => (catalogue.grid[index] as number) % (hours * HOUR) === 0,
  );
  const columns = series.flatMap(({ spec }) => {
    const label = `${plain(spec.label, 80)} (${isShare(spec) ? '%' : plain(spec.unit, 40)})`;
    return spread ? [label, '5 % of runs below', '95 % of runs below'] : [label];
  });
  return {
    columns: [timeTitle(catalogue.zone), ...columns],
    rows: indexes.map((index) => [
      localTime(catalogue, catalogue.grid[index] as number),
      ...series.flatMap((each) => cells(each, index, spread)),
    ]),
  };
}

function cells(series: SeriesSummary, index: number, spread: boolean): string[] {
  const levels = spread ? [series.mean, series.p05, series.p95] : [series.mean];
  return levels.map((values) => level(values[index] as number, series.spec));
}

/** A level in words of its unit: shares as per cent, small numbers with one decimal, others whole. */
export function level(value: number, spec: SeriesSpec): string {
  if (isShare(spec)) return (value * 100).toFixed(0);
  return Math.abs(value) < 10 && !Number.isInteger(value) ? value.toFixed(1) : whole(value);
}
