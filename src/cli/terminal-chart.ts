import { formatNumber, localTime, type SeriesSummary, type Summary } from '../analysis/index.ts';
import type { Colours } from './terminal.ts';
import { bindingStrip } from './terminal-strip.ts';
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
 * What a run looks like in a terminal: people out over the hours as blocks, below them what held people back, and what both mean.
 *
 * @returns nothing where nobody is ever out or held back
 */
export const runChart = (summary: Summary, colours: Colours): string => {
  const out = peopleOut(summary, colours);
  const strip = bindingStrip(summary, COLUMNS, colours);
  if (out === null && strip === null) return '';
  const { catalogue } = summary;
  const ends = [localTime(catalogue, 0), localTime(catalogue, catalogue.horizon)];
  const axis = `${' '.repeat(10)}${left(ends[0]!, COLUMNS - [...ends[1]!].length)}${ends[1]!}`;
  const held = strip === null ? '' : `${right('held by', 8)} ${colours.dim('│')}${strip.line}\n`;
  const words = [
    ...(out === null ? [] : [out.words]),
    ...(strip === null ? [] : [`Held by: ${strip.words}; small letters: in fewer than 6 runs of 10`]),
  ];
  const told = words.map((each) => paragraph(each, 10)).join('');
  return `\n${out?.lines ?? ''}${held}${colours.dim(`${axis}\n${told}`)}`;
};

/** People out: solid as far as 95 % of the runs get, shaded as far as 5 % of them do; null where nobody is ever out. */
const peopleOut = (
  summary: Summary,
  colours: Colours,
): { readonly lines: string; readonly words: string } | null => {
  const all = summary.series.filter(({ spec }) => spec.topic === 'out');
  const out = all.find(({ spec }) => !spec.id.includes('.')) ?? (all.length === 1 ? all[0] : undefined);
  const most = Math.max(0, ...(out?.p95 ?? []));
  if (out === undefined || most === 0) return null;
  const lines = Array.from({ length: LINES }, (_, line) => row(summary, out, { line, most, colours }));
  const words = `${plainText(out.spec.label)} out: ${SURE} in 19 runs of 20 at least so many, ${SOME} in 1 of 20 so many`;
  return { lines: lines.join(''), words };
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
