import { stringify } from 'csv-stringify/browser/esm/sync';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { chanceBy } from '../analysis/chance.ts';
import type { Comparison } from '../analysis/compare.ts';
import type { Factor } from '../experiment/factor.ts';
import type { SweptPoint } from '../experiment/sweep.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import { SAFE } from './csv.ts';

/** One column of a tidy table; a number that is not known is null, a time that did not come `Infinity`. */
export interface Column {
  readonly name: string;
  readonly type: 'DOUBLE' | 'INT32' | 'STRING';
  readonly values: readonly (number | string | null)[];
}

/** A table by columns, all of the same length. */
export type TidyTable = readonly Column[];

const cell = (value: number | string | null): number | string => {
  if (value === null) return '';
  return value === Number.POSITIVE_INFINITY ? 'Inf' : value;
};

/**
 * A tidy table as CSV: `Inf` for a time that did not come, nothing for what is not known.
 *
 * @example
 * tidyCsv([{ name: 'point', type: 'INT32', values: [0, 1] }, { name: 'mean', type: 'DOUBLE', values: [2.5, null] }])
 * // => 'point,mean\n0,2.5\n1,\n'
 */
export const tidyCsv = (table: TidyTable): string => {
  const count = table[0]?.values.length ?? 0;
  const rows = Array.from({ length: count }, (_, row) => table.map(({ values }) => cell(values[row]!)));
  return stringify([table.map(({ name }) => name), ...rows], SAFE);
};

/** A tidy table as Apache Parquet: numbers as doubles or 32-bit integers, texts as UTF-8; the same bytes for the same table. */
export const tidyParquet = (table: TidyTable): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: table.map(({ name, type, values }) => ({
        name,
        type,
        data: [...values],
        nullable: values.includes(null),
      })),
    }),
  );

const repeated = <Value>(values: readonly Value[], times: number): Value[] =>
  values.flatMap((value) => new Array<Value>(times).fill(value));

/** A factor's column: numbers with their unit in the name, or the texts where not all levels are numbers. */
const factorColumns = (factors: readonly Factor[], swept: readonly SweptPoint[], times: number): Column[] =>
  factors.map(({ path }, index) => {
    const levels = swept.map(({ levels }) => levels[index]!);
    if (levels.some(({ value }) => value === null))
      return {
        name: path,
        type: 'STRING',
        values: repeated(
          levels.map(({ text }) => text),
          times,
        ),
      };
    const units = new Set(levels.map(({ text, value }) => text.slice(String(value).length).trim()));
    const [unit = ''] = units;
    const name = units.size === 1 && unit !== '' ? `${path} [${unit}]` : path;
    return {
      name,
      type: 'DOUBLE',
      values: repeated(
        levels.map(({ value }) => value),
        times,
      ),
    };
  });

/** Measures that every point has, in the order of the first. */
const common = (swept: readonly SweptPoint[]): readonly MeasureSpec[] =>
  (swept[0]?.catalogue.measures ?? []).filter(({ id, kind }) =>
    swept.every(({ catalogue }) => catalogue.measures.some((one) => one.id === id && one.kind === kind)),
  );

/**
 * A sweep as a tidy table, one row per point and measure: the levels, the mean with its 95 % interval, how far runs spread, for
 * times how often they came within the run and by the end of the window, and the paired difference from the base, which is of the means or of how often
 * a time came.
 *
 * @param base index of the point that the others are compared with
 * @param comparisons of every point with it, as `againstBase` gives them
 */
export const sweepTable = (
  factors: readonly Factor[],
  swept: readonly SweptPoint[],
  { base, comparisons }: { readonly base: number; readonly comparisons: readonly (Comparison | null)[] },
): TidyTable => {
  const specs = common(swept);
  const cells = swept.flatMap((point, index) =>
    specs.map((spec) => {
      const place = point.catalogue.measures.findIndex(({ id }) => id === spec.id);
      const paired = comparisons[index]?.measures.find((one) => one.spec.id === spec.id) ?? null;
      return { spec, summary: point.measures[place], byWindow: byWindowOf(point, place), paired };
    }),
  );
  const numbers = (name: string, read: (one: (typeof cells)[number]) => number | null): Column => ({
    name,
    type: 'DOUBLE',
    values: cells.map(read),
  });
  const texts = (name: string, read: (spec: MeasureSpec) => string): Column => ({
    name,
    type: 'STRING',
    values: cells.map(({ spec }) => read(spec)),
  });
  return [
    { name: 'point', type: 'INT32', values: repeated([...swept.keys()], specs.length) },
    ...factorColumns(factors, swept, specs.length),
    texts('measure', ({ id }) => id),
    texts('unit', ({ unit }) => unit),
    texts('kind', ({ kind }) => kind),
    { name: 'replications', type: 'INT32', values: cells.map(({ summary }) => summary?.n ?? 0) },
    ...(['mean', 'low', 'high', 'sd', 'p05', 'p50', 'p95', 'happened'] as const).map((key) =>
      numbers(key, ({ summary }) => summary?.[key] ?? null),
    ),
    numbers('happened_low', ({ summary }) => summary?.happenedLow ?? null),
    numbers('happened_high', ({ summary }) => summary?.happenedHigh ?? null),
    numbers('by_window', ({ byWindow }) => byWindow?.estimate ?? null),
    numbers('by_window_low', ({ byWindow }) => byWindow?.low ?? null),
    numbers('by_window_high', ({ byWindow }) => byWindow?.high ?? null),
    { name: 'base', type: 'INT32', values: cells.map(() => base) },
    { name: 'difference_of', type: 'STRING', values: cells.map(({ paired }) => paired?.basis ?? null) },
    numbers('difference', ({ paired }) => paired?.difference ?? null),
    numbers('difference_low', ({ paired }) => paired?.low ?? null),
    numbers('difference_high', ({ paired }) => paired?.high ?? null),
    { name: 'difference_pairs', type: 'INT32', values: cells.map(({ paired }) => paired?.pairs ?? null) },
    numbers('difference_holm', ({ paired }) => paired?.holm ?? null),
  ];
};

/** How likely a time comes by the end of the window; null for what is no time. */
const byWindowOf = ({ catalogue, rows }: SweptPoint, place: number) => {
  const times = rows.flatMap((row) => (row === null ? [] : [row[place]!]));
  if (catalogue.measures[place]?.kind !== 'time' || times.length === 0) return null;
  return chanceBy(times, catalogue.window);
};

/** Every run of a sweep, one row per point and replication, one column per measure; a run that failed has no numbers. */
export const runsTable = (factors: readonly Factor[], swept: readonly SweptPoint[]): TidyTable => {
  const times = swept[0]?.rows.length ?? 0;
  return [
    { name: 'point', type: 'INT32', values: repeated([...swept.keys()], times) },
    ...factorColumns(factors, swept, times),
    { name: 'replication', type: 'INT32', values: swept.flatMap(({ rows }) => [...rows.keys()]) },
    ...common(swept).map(
      ({ id }): Column => ({
        name: id,
        type: 'DOUBLE',
        values: swept.flatMap(({ rows, catalogue }) => {
          const place = catalogue.measures.findIndex((one) => one.id === id);
          return rows.map((row) => row?.[place] ?? null);
        }),
      }),
    ),
  ];
};
