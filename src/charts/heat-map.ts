import { formatAlike } from '../analysis/format.ts';
import type { Level } from '../experiment/factor.ts';
import { keylessOptions, seedFooter } from './frame.ts';
import { INK, LIGHT } from './palette.ts';
import type { Axis, ChartSpec, Dataset, Point } from './spec.ts';
import { effort, named, type SweepView, scaleOf, tableOf } from './sweep-view.ts';
import { plain } from './text.ts';

/**
 * Blue to yellow in even steps of lightness, alike to readers with any common form of colour blindness.
 * Source: Nunez, Anderton and Renslow (2018), "Optimizing colormaps with consideration for color vision deficiency", PLOS ONE
 * 13(7), cividis, every fifth of it.
 */
const STEPS = ['#00224E', '#35456C', '#666970', '#948E77', '#C8B866', '#FEE838'] as const;

/** Light letters stand on the darker colours. */
const DARK_UP_TO = 0.45;

/** The colour at a place between 0 and 1. */
export function shade(place: number): string {
  const scaled = Math.min(0.999_999, Math.max(0, place)) * (STEPS.length - 1);
  const index = Math.floor(scaled);
  const [from, to] = [STEPS[index]!, STEPS[index + 1]!];
  const mixed = [1, 3, 5].map((at) => {
    const [a, b] = [Number.parseInt(from.slice(at, at + 2), 16), Number.parseInt(to.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * (scaled - index))
      .toString(16)
      .toUpperCase()
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/** Levels of a factor in the order of their numbers, or of their first appearance where they have none. */
const sides = ({ swept }: SweepView, factor: number): readonly Level[] => {
  const all = swept.map(({ levels }) => levels[factor]!);
  const first = all.filter(({ text }, index) => all.findIndex((one) => one.text === text) === index);
  return first.every(({ value }) => value !== null) ? first.toSorted((a, b) => a.value! - b.value!) : first;
};

/** The mean at every combination of two factors, as coloured cells with their numbers. */
export function heatMap(view: SweepView): ChartSpec {
  const { factors, swept, summaries, spec, seed } = view;
  const [across, up] = [sides(view, 0), sides(view, 1)];
  const scale = scaleOf(spec);
  const means = summaries.map((summary) => (summary?.mean == null ? null : summary.mean * scale));
  const known = means.filter((mean) => mean !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const texts = formatAlike(means.map((mean) => mean ?? 0));
  const place = (mean: number): number => (most > least ? (mean - least) / (most - least) : 0.5);
  const cells = means.map((mean, index) => {
    const { levels } = swept[index]!;
    const [x, y] = [across, up].map((side, factor) =>
      side.findIndex(({ text }) => text === levels[factor]!.text),
    );
    const text = summaries[index] === null ? 'failed' : mean === null ? 'not always' : texts[index]!;
    const isDark = mean !== null && place(mean) < DARK_UP_TO;
    return {
      point: { x: x!, y: y!, note: text, ink: isDark ? LIGHT.paper : INK } satisfies Point,
      colour: mean === null ? LIGHT.rule : shade(place(mean)),
    };
  });
  const names = factors.map(({ path }) => plain(path, 50));
  const title = `${named(spec)}: ${formatAlike([least, most]).join(' to ')} over ${names.join(' and ')}`;
  return {
    id: 'sweep',
    title,
    subtitle: `Mean in every cell, dark: least, bright: most. ${effort(view)}.`,
    alt: `Heat map. ${title}`,
    config: {
      type: 'matrix',
      data: { datasets: [dataset(cells, spec.label)] },
      options: keylessOptions(
        { x: axis(names[0]!, across, 'bottom'), y: axis(names[1]!, up, 'left') },
        seedFooter(seed),
      ),
    },
    table: tableOf(view),
  };
}

const dataset = (
  cells: readonly { readonly point: Point; readonly colour: string }[],
  label: string,
): Dataset => ({
  label,
  role: 'cell',
  group: 'cells',
  data: cells.map(({ point }) => point),
  borderColor: LIGHT.paper,
  backgroundColor: cells.map((cell) => cell.colour),
  borderWidth: 1,
});

const axis = (name: string, levels: readonly Level[], position: 'bottom' | 'left'): Axis => ({
  type: 'linear',
  position,
  title: { display: true, text: name },
  grid: { display: false },
  write: 'names',
  names: levels.map(({ text }) => plain(text, 16)),
  ticksAt: [...levels.keys()],
  // Chart.js turns a matrix upside down and leaves half a step free unless told.
  offset: false,
  reverse: false,
  min: -0.5,
  max: levels.length - 0.5,
});
