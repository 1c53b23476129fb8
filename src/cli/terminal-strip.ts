import { bindingSeries, type SeriesSummary, type Summary } from '../analysis/index.ts';
import type { Colours } from './terminal.ts';
import { plainText } from './text.ts';

/** A letter and a colour for each constraint: the letter alone tells them apart, where there is no colour or it is not seen. */
const LOOKS: Readonly<Record<string, readonly [letter: string, paint: keyof Colours]>> = {
  demand: ['·', 'dim'],
  road: ['R', 'red'],
  embassy: ['O', 'yellow'],
  gate: ['G', 'yellow'],
  processing: ['P', 'green'],
  'waiting-area': ['W', 'red'],
  flights: ['F', 'green'],
  fleet: ['C', 'cyan'],
  fuel: ['U', 'red'],
  stand: ['S', 'cyan'],
  runway: ['Y', 'green'],
  haven: ['B', 'red'],
  force: ['T', 'yellow'],
  closed: ['X', 'red'],
};
const UNKNOWN = ['?', 'dim'] as const;

/** Share of runs from which on a constraint is written in capitals. */
const MOST_RUNS = 0.6;

/** The constraint that binds in most runs through one column. */
interface Cell {
  readonly series: SeriesSummary;
  readonly share: number;
}

const lookOf = ({ series }: Pick<Cell, 'series'>): readonly [string, keyof Colours] =>
  LOOKS[series.spec.id.slice(series.spec.id.indexOf('.') + 1)] ?? UNKNOWN;

const letterOf = (cell: Cell): string => {
  const [letter] = lookOf(cell);
  return cell.share >= MOST_RUNS ? letter : letter.toLowerCase();
};

/** What bound most, column by column of equal time; from the last sample where none falls into a column. */
function cellsOf(summary: Summary, columns: number): readonly Cell[] {
  const { grid, horizon } = summary.catalogue;
  const all = bindingSeries(summary);
  return Array.from({ length: columns }, (_, column) => {
    const [from, to] = [(horizon * column) / columns, (horizon * (column + 1)) / columns];
    const inside = [...grid.keys()].filter((index) => grid[index]! >= from && grid[index]! < to);
    const samples =
      inside.length > 0
        ? inside
        : [
            Math.max(
              0,
              grid.findLastIndex((at) => at < to),
            ),
          ];
    const cells = all.map((series) => ({
      series,
      share: samples.reduce((sum, index) => sum + (series.mean[index] ?? 0), 0) / samples.length,
    }));
    return cells.reduce((most, each) => (each.share > most.share ? each : most));
  });
}

/** Letters of one colour that follow each other. */
function runsOf(
  cells: readonly Cell[],
): readonly { readonly paint: keyof Colours; readonly letters: string }[] {
  const runs: { paint: keyof Colours; letters: string }[] = [];
  for (const cell of cells) {
    const paint = lookOf(cell)[1];
    const last = runs.at(-1);
    if (last?.paint === paint) last.letters += letterOf(cell);
    else runs.push({ paint, letters: letterOf(cell) });
  }
  return runs;
}

/** A strip of letters, one for each column, and what they stand for. */
export interface Strip {
  readonly line: string;
  /** `C craft, G gates`, in the order in which they first bind */
  readonly words: string;
}

/**
 * The binding constraint hour by hour as one line of letters: capitals where it binds in most runs, small ones where it only
 * binds in more than any other.
 *
 * @param columns of equal time from the start to the horizon, 1 or more
 * @returns null where nobody is ever held back
 */
export function bindingStrip(summary: Summary, columns: number, colours: Colours): Strip | null {
  if (bindingSeries(summary).length === 0 || summary.catalogue.grid.length === 0) return null;
  const cells = cellsOf(summary, columns);
  if (cells.every(({ series }) => series.spec.id === 'binding.demand')) return null;
  const line = runsOf(cells)
    .map(({ paint, letters }) => colours[paint](letters))
    .join('');
  const first = new Map(cells.map((cell) => [lookOf(cell)[0], cell.series.spec.label]));
  const words = [...first].map(([letter, label]) => `${letter} ${plainText(label).toLowerCase()}`).join(', ');
  return { line, words };
}
