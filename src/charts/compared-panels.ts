import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import type { SeriesTopic } from '../model/outcome.ts';
import { meanWithBand } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, timeAxis } from './frame.ts';
import { colour } from './palette.ts';
import { isTotal, times } from './series.ts';
import type { Axis, ChartSpec, Dataset } from './spec.ts';
import { plain } from './text.ts';

/** Most plans and panels in one picture; assumed, because more bands hide each other and smaller panels cannot be read. */
const MOST_PLANS = 4;
const MOST_PANELS = 4;

/** What a panel's axis is called: a word that fits beside a low panel. */
const PANELS: readonly (readonly [SeriesTopic, string])[] = [
  ['out', 'out'],
  ['troops', 'troops'],
  ['staff', 'staff'],
  ['crowd', 'crowd'],
  ['consular', 'officers'],
  ['haven', 'beds'],
];

/** One level under every plan. */
interface Panel {
  readonly word: string;
  readonly levels: readonly SeriesSummary[];
}

/**
 * Small multiples: the levels in which plans differ, one panel above the other on one time axis, every plan in each.
 *
 * @param summaries base first; all on the base's grid
 * @returns null when the plans differ in no level, or the grids differ
 */
export function comparedPanels(summaries: readonly Summary[]): ChartSpec | null {
  const shown = summaries.slice(0, MOST_PLANS);
  const base = shown[0];
  if (base === undefined || shown.length < 2) return null;
  if (shown.some((each) => each.catalogue.grid.length !== base.catalogue.grid.length)) return null;
  const panels = PANELS.flatMap(([topic, word]) => panelOf(shown, topic, word)).slice(0, MOST_PANELS);
  if (panels.length < 2) return null;
  const names = shown.map((each) => plain(each.catalogue.name, 40));
  const title = `Where the plans part: ${panels.map(({ levels }) => plain(levels[0]?.spec.label ?? '', 40).toLowerCase()).join(', ')}`;
  return {
    id: 'compared-panels',
    title,
    subtitle: `Levels that differ between plans, mean of ${runs(base)}, each. Shaded: 90 % of runs.`,
    alt: `Panels of line charts, one line for each of ${names.join(', ')}. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(base),
        datasets: panels.flatMap((panel, index) => lines(base, panel, { index, names })),
      },
      options: {
        scales: { x: timeAxis(base), ...axes(panels) },
        plugins: { airbridge: extras(base) },
      },
    },
    table: seriesTable(
      base,
      panels.flatMap(({ levels }) => levels.map((each, plan) => named(each, names[plan] ?? ''))),
      false,
    ),
  };
}

const named = (series: SeriesSummary, plan: string): SeriesSummary => ({
  ...series,
  spec: { ...series.spec, label: `${series.spec.label}: ${plan}` },
});

/** The level of everybody, or the topic's first, under every plan, where all have it and it is not the same in all. */
function panelOf(summaries: readonly Summary[], topic: SeriesTopic, word: string): Panel[] {
  const levels = summaries.flatMap(({ series }) => {
    const all = series.filter((each) => each.spec.topic === topic);
    const level = all.find(isTotal) ?? all[0];
    return level === undefined ? [] : [level];
  });
  const [first] = levels;
  if (first === undefined || levels.length !== summaries.length) return [];
  const differs = levels.some((each) => each.mean.some((value, index) => value !== first.mean[index]));
  return differs && levels.every((each) => each.spec.id === first.spec.id) ? [{ word, levels }] : [];
}

const axisOf = (index: number): string => `panel${index}`;

/** Every plan's line with its band; plans are named at the lines of the top panel only. */
function lines(
  base: Summary,
  { levels }: Panel,
  { index, names }: { readonly index: number; readonly names: readonly string[] },
): readonly Dataset[] {
  return levels.flatMap((each, plan) => {
    const look = { hex: colour(plan), axis: axisOf(index), label: names[plan] ?? '' };
    return meanWithBand(base, each, look).map((one) =>
      one.role === 'line' && index > 0 ? { ...one, role: 'echo' as const } : one,
    );
  });
}

/** Panels one above the other: Chart.js stacks the first axis at the bottom. */
function axes(panels: readonly Panel[]): Readonly<Record<string, Axis>> {
  const each = panels.map(({ word, levels }, index): [string, Axis] => {
    const most = Math.max(1, ...levels.flatMap(({ p95, mean }) => [...p95, ...mean]));
    const top = roundUp(most);
    return [
      axisOf(index),
      countAxis(word, { stack: 'panels', stackWeight: 1, min: 0, max: top * 1.25, ticksAt: [0, top] }),
    ];
  });
  return Object.fromEntries(each.toReversed());
}

/** The next number of one leading digit, or one and a half, so that a panel's only tick is round. */
function roundUp(value: number): number {
  let unit = 1;
  while (unit * 10 <= value) unit *= 10;
  const digit = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * unit >= value) ?? 10;
  return digit * unit;
}
