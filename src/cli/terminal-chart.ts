import { formatNumber, localTime, type SeriesSummary, type Summary } from '../analysis/index.ts';
import type { Colours } from './terminal.ts';
import { left, paragraph, plainText, right } from './text.ts';

/** Lines and columns of the plot; assumed, because it is to leave room for the table in a window of 24 lines by 80. */
const LINES = 8;
const COLUMNS = 60;
/** Narrowest terminal that it is drawn for: the plot and its numbers. */
export const CHART_WIDTH = 76;

/** What fills a cell: out in 19 runs of 20, in some, in 1 of 20 at most. */
const SURE = '█';
const SOME = '░';

/**
 * People out over time as blocks: solid as far as 95 % of the runs get, shaded as far as 5 % of them do.
 *
 * @returns nothing where nobody is ever out
 */
export const peopleOutChart = (summary: Summary, colours: Colours): string => {
  const all = summary.series.filter(({ spec }) => spec.topic === 'out');
  const out = all.find(({ spec }) => !spec.id.includes('.')) ?? (all.length === 1 ? all[0] : undefined);
  const most = Math.max(0, ...(out?.p95 ?? []));
  if (out === undefined || most === 0) return '';
  const lines = Array.from({ length: LINES }, (_, line) => row(summary, out, { line, most, colours }));
  const { catalogue } = summary;
  const ends = [localTime(catalogue, 0), localTime(catalogue, catalogue.horizon)];
  const axis = `${' '.repeat(10)}${left(ends[0]!, COLUMNS - [...ends[1]!].length)}${ends[1]!}`;
  const words = `${plainText(out.spec.label)} out: ${SURE} in 19 runs of 20 at least so many, ${SOME} in 1 of 20 so many`;
  return `\n${lines.join('')}${colours.dim(`${axis}\n${paragraph(words, 10)}`)}`;
};

const row = (
  { catalogue }: Summary,
  out: SeriesSummary,
  { line, most, colours }: { line: number; most: number; colours: Colours },
): string => {
  const floor = (most * (LINES - line - 0.5)) / LINES;
  const cells = Array.from({ length: COLUMNS }, (_, column) => {
    const at = (catalogue.horizon * (column + 1)) / COLUMNS;
    const index = Math.max(
      0,
      catalogue.grid.findLastIndex((minutes) => minutes <= at),
    );
    if ((out.p05[index] ?? 0) >= floor) return SURE;
    return (out.p95[index] ?? 0) >= floor ? SOME : ' ';
  });
  const label = line === 0 ? formatNumber(most, 0) : line === LINES - 1 ? '0' : '';
  return `${right(label, 8)} ${colours.dim('│')}${colours.cyan(cells.join('').trimEnd())}\n`;
};
