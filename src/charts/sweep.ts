import { formatAlike, formatNumber } from '../analysis/format.ts';
import type { Factor } from '../experiment/factor.ts';
import { keylessOptions, seedFooter } from './frame.ts';
import { heatMap } from './heat-map.ts';
import { colour, translucent } from './palette.ts';
import type { Axis, ChartSpec, Dataset, Point } from './spec.ts';
import {
  baseName,
  changeUnit,
  differencesOf,
  effort,
  named,
  type SweepView,
  scaleOf,
  tableOf,
} from './sweep-view.ts';
import { plain } from './text.ts';

/** Most factors drawn one by one; assumed, because nobody looks at more pictures of one sweep. */
const MOST_FACTORS = 6;

/** Whether every combination of levels of two factors was run. */
const isGrid = ({ factors, swept }: SweepView): boolean => {
  const counts = factors.map((_, index) => new Set(swept.map(({ levels }) => levels[index]!.text)).size);
  return factors.length === 2 && counts[0]! * counts[1]! === swept.length;
};

/**
 * The charts of a sweep: for one factor a line with its interval, and another with the paired differences from the base; a heat map for
 * a grid of two; and otherwise the mean at every point against each factor.
 */
export function sweepCharts(view: SweepView): readonly ChartSpec[] {
  if (isGrid(view)) return [heatMap(view)];
  const [first, ...others] = view.factors;
  const isAlone = first !== undefined && others.length === 0;
  const means = view.factors
    .slice(0, MOST_FACTORS)
    .map((factor, index) => against(view, factor, { index, isAlone, what: meansOf(view) }));
  const hasDifferences =
    isAlone && differencesOf(view).some((one) => one !== null && one.difference !== null);
  if (!hasDifferences) return means;
  return [...means, against(view, first, { index: 0, isAlone, what: gapsOf(view) })];
}

/** What is drawn at every point. */
interface Drawn {
  readonly id: string;
  /** for titles */
  readonly name: string;
  readonly axis: string;
  /** for the words below the title */
  readonly called: string;
  readonly note: string;
  /** by point; null where it is not known */
  readonly spots: readonly (Omit<Spot, 'x'> | null)[];
}

/** A value with its interval, and nothing where the value is not known. */
const spotOf = (
  [y = null, low = null, high = null]: readonly (number | null | undefined)[],
  scale: number,
): Drawn['spots'][number] =>
  y === null ? null : { y: y * scale, low: (low ?? y) * scale, high: (high ?? y) * scale };

/** The mean at every point. */
const meansOf = (view: SweepView): Drawn => ({
  id: 'sweep',
  name: named(view.spec),
  axis: named(view.spec),
  called: 'mean',
  note: `95 % interval of each mean. ${effort(view)}, so that differences are known better than that.`,
  spots: view.summaries.map((one) => spotOf([one?.mean, one?.low, one?.high], scaleOf(view.spec))),
});

/** The paired difference from the base at every point, which is nothing at the base; one of how often a time comes is left to the table. */
const gapsOf = (view: SweepView): Drawn => ({
  id: 'sweep-difference',
  name: `${plain(view.spec.label, 60)}, change (${changeUnit(view.spec)})`,
  axis: `change (${changeUnit(view.spec)})`,
  called: `paired difference from ${baseName(view)}`,
  note: `its 95 % interval. ${effort(view)}.`,
  spots: differencesOf(view).map((one, point) =>
    point === view.base.point
      ? { y: 0, low: 0, high: 0 }
      : spotOf(one?.basis === 'mean' ? [one.difference, one.low, one.high] : [], scaleOf(view.spec)),
  ),
});

/** What is drawn at every point, against one factor. */
function against(
  view: SweepView,
  { path }: Factor,
  { index, isAlone, what }: { readonly index: number; readonly isAlone: boolean; readonly what: Drawn },
): ChartSpec {
  const points = pointsOf(view, what, index).toSorted((a, b) => a.x - b.x);
  const words = view.swept.map(({ levels }) => levels[index]!);
  const labels = [...new Set(words.map(({ text }) => text))];
  const isNumeric = words.every(({ value }) => value !== null);
  const name = plain(path, 50);
  const title = titleOf(what, points, {
    name,
    text: (x) => (isNumeric ? formatNumber(x) : (labels[x] ?? '')),
  });
  const isLine = isAlone && isNumeric;
  return {
    id: isAlone ? what.id : `${what.id}-${index + 1}`,
    title,
    subtitle: `${isLine ? `Line: ${what.called}, shaded` : `Dots: ${what.called}, whiskers`}: ${what.note}${isAlone ? '' : ' The other factors vary too.'}`,
    alt: `${isLine ? 'Line' : 'Dot-and-whisker'} chart. ${title}`,
    config: {
      type: 'scatter',
      data: { datasets: isLine ? lines(points, path) : dots(points, path) },
      options: keylessOptions(
        { x: xAxis(name, isNumeric ? null : labels), y: yAxis(what, points) },
        seedFooter(view.seed),
      ),
    },
    table: tableOf(view),
  };
}

/** A point with both ends of its interval. */
type Spot = Required<Pick<Point, 'x' | 'y' | 'low' | 'high'>>;

/** What changes from the least to the greatest value. */
function titleOf(
  { name: label }: Drawn,
  points: readonly Spot[],
  { name, text }: { readonly name: string; readonly text: (x: number) => string },
): string {
  const sorted = points.toSorted((a, b) => a.y - b.y);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || least.y === most.y)
    return `${label} does not move with ${name}`;
  const [from, to] = formatAlike([least.y, most.y]);
  return `${label}: ${from} where ${name} is ${text(least.x)}, ${to} where it is ${text(most.x)}`;
}

function pointsOf({ swept }: SweepView, { spots }: Drawn, index: number): Spot[] {
  const labels = [...new Set(swept.map(({ levels }) => levels[index]!.text))];
  const isNumeric = swept.every(({ levels }) => levels[index]!.value !== null);
  return spots.flatMap((spot, point) => {
    if (spot === null) return [];
    const { text, value } = swept[point]!.levels[index]!;
    return [{ x: isNumeric ? value! : labels.indexOf(text), ...spot }];
  });
}

const BASE = { borderColor: colour(0), backgroundColor: colour(0), showLine: true, fill: false } as const;

/** A line between the edges of its interval. */
function lines(points: readonly Spot[], group: string): readonly Dataset[] {
  const edge = {
    label: group,
    group,
    ...BASE,
    borderColor: translucent(colour(0), 0),
    pointRadius: 0,
    borderWidth: 0,
  } as const;
  return [
    { ...edge, role: 'low', data: points.map(({ x, low }) => ({ x, y: low })) },
    {
      ...edge,
      role: 'high',
      data: points.map(({ x, high }) => ({ x, y: high })),
      fill: '-1',
      backgroundColor: translucent(colour(0), 0.25),
    },
    {
      label: group,
      role: 'dot',
      group,
      ...BASE,
      data: points.map(({ x, y }) => ({ x, y })),
      pointRadius: 4,
      borderWidth: 3,
    },
  ];
}

/** A dot with its whiskers at every point. */
const dots = (points: readonly Point[], group: string): readonly Dataset[] => [
  { label: group, role: 'dot', group, ...BASE, data: points, pointRadius: 7, showLine: false, bars: 'y' },
];

function xAxis(name: string, labels: readonly string[] | null): Axis {
  const title = { display: true, text: name };
  if (labels === null) return { type: 'linear', position: 'bottom', title, write: 'count' };
  const ticksAt = [...labels.keys()];
  return {
    type: 'linear',
    position: 'bottom',
    title,
    write: 'names',
    names: labels,
    ticksAt,
    min: -0.5,
    max: labels.length - 0.5,
  };
}

/** Whiskers are not looked at by Chart.js when it chooses the ends. */
const yAxis = ({ axis }: Drawn, points: readonly Spot[]): Axis => {
  const [low, high] = [Math.min(...points.map((one) => one.low)), Math.max(...points.map((one) => one.high))];
  const air = (high - low) * 0.05;
  return {
    type: 'linear',
    position: 'left',
    title: { display: true, text: axis },
    write: 'count',
    ...(points.length === 0 || air === 0 ? {} : { suggestedMin: low - air, suggestedMax: high + air }),
  };
};
