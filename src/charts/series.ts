import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import type { SeriesSpec, SeriesTopic } from '../model/outcome.ts';

/** Most points a line keeps; assumed, because a chart 1,200 wide shows no more and the report stays small. */
const MOST_POINTS = 300;

/** The series of one topic, in the catalogue's order. */
export function byTopic(summary: Summary, topic: SeriesTopic): readonly SeriesSummary[] {
  return summary.series.filter((each) => each.spec.topic === topic);
}

/** Whether a series counts everybody: its id has no name after a dot. */
export const isTotal = (series: SeriesSummary): boolean => !series.spec.id.includes('.');

/** Whether a series is a part of one, to be written as per cent. */
export const isShare = (spec: SeriesSpec): boolean => /^(share|probability|odds)\b/u.test(spec.unit);

/** Whether a series is anything but zero anywhere. */
export const isAlive = (series: SeriesSummary): boolean => series.p95.some((value) => value !== 0);

/** Whether nine runs of ten never differ: the level is a staircase, not a curve. */
export const isCertain = (series: SeriesSummary): boolean =>
  series.p05.every((value, index) => value === series.p95[index]);

/** Index of the last grid point at or before a time; 0 when the grid starts later. */
export function indexAt(summary: Summary, minutes: number): number {
  const index = summary.catalogue.grid.findLastIndex((at) => at <= minutes);
  return Math.max(0, index);
}

/** Index of the grid point at the window's end. */
export const windowIndex = (summary: Summary): number => indexAt(summary, summary.catalogue.window);

/** Grid indexes that a chart draws: every k-th, always with the window's end and the last. */
export function drawn(summary: Summary): readonly number[] {
  const count = summary.catalogue.grid.length;
  const every = Math.max(1, Math.ceil(count / MOST_POINTS));
  const closing = windowIndex(summary);
  return [...Array(count).keys()].filter(
    (index) => index % every === 0 || index === closing || index === count - 1,
  );
}

/** The drawn times, minutes after the start. */
export function times(summary: Summary): readonly number[] {
  return drawn(summary).map((index) => summary.catalogue.grid[index] as number);
}

/** A level at the drawn times, with as many digits as a picture can show. */
export function sampled(summary: Summary, values: readonly number[]): readonly number[] {
  return drawn(summary).map((index) => rounded(values[index] as number));
}

const rounded = (value: number): number => Number(value.toPrecision(6));

/** A topic's series of everybody, where there is one, and its parts by name. */
export interface Levels {
  readonly total: SeriesSummary | undefined;
  readonly parts: readonly SeriesSummary[];
}

/**
 * Split a topic into the whole and its parts. A single series is the whole; a single part of a whole says nothing new.
 *
 * @param most parts to keep, those highest at the horizon, in the catalogue's order
 */
export function levels(summary: Summary, topic: SeriesTopic, most: number): Levels {
  const all = byTopic(summary, topic);
  const total = all.length === 1 ? all[0] : all.find(isTotal);
  const alive = all.filter((each) => each !== total && isAlive(each));
  if (total !== undefined && alive.length < 2) return { total, parts: [] };
  const last = (each: SeriesSummary): number => each.mean.at(-1) ?? 0;
  const highest = alive.toSorted((a, b) => last(b) - last(a)).slice(0, most);
  return { total, parts: alive.filter((each) => highest.includes(each)) };
}

/**
 * The highest of some levels up to an index, where at that index less than half of it is left.
 *
 * @returns null where most of it is still there
 * @example
 * peakBefore([0, 6800, 6], 2) // => 6800
 * peakBefore([0, 700, 750], 2) // => null
 */
export function peakBefore(means: readonly number[], index: number): number | null {
  const most = Math.max(...means.slice(0, index + 1));
  return most > 2 * (means[index] ?? 0) ? most : null;
}

/** The whole before its parts. */
export const everyLevel = ({ total, parts }: Levels): readonly SeriesSummary[] =>
  total === undefined ? parts : [total, ...parts];

/** Mean of the whole at a grid index; where there is no series of the whole, the sum of its parts' means. */
export function meanAt({ total, parts }: Levels, index: number): number {
  if (total !== undefined) return total.mean[index] ?? 0;
  return parts.reduce((sum, each) => sum + (each.mean[index] ?? 0), 0);
}
