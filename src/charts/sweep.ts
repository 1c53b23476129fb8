import { formatAlike, formatNumber } from '../analysis/format.ts';
import type { Factor } from '../experiment/factor.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import { keylessOptions, seedFooter } from './frame.ts';
import { heatMap } from './heat-map.ts';
import { colour, translucent } from './palette.ts';
import type { Axis, ChartSpec, Dataset, Point } from './spec.ts';
import { effort, named, type SweepView, scaleOf, tableOf } from './sweep-view.ts';
import { plain } from './text.ts';

/** Most factors drawn one by one; assumed, because nobody looks at more pictures of one sweep. */
const MOST_FACTORS = 6;

/** Whether every combination of levels of two factors was run. */
const isGrid = ({ factors, swept }: SweepView): boolean => {
  const counts = factors.map((_, index) => new Set(swept.map(({ levels }) => levels[index]!.text)).size);
  return factors.length === 2 && counts[0]! * counts[1]! === swept.length;
};

/**
 * The charts of a sweep: a line with its interval for one factor, a heat map for a grid of two, and otherwise the mean at every point
 * against each factor.
 */
export function sweepCharts(view: SweepView): readonly ChartSpec[] {
  if (isGrid(view)) return [heatMap(view)];
  return view.factors
    .slice(0, MOST_FACTORS)
    .map((factor, index) => against(view, factor, { index, isAlone: view.factors.length === 1 }));
}

/** The mean at every point against one factor. */
function against(
  view: SweepView,
  { path }: Factor,
  { index, isAlone }: { readonly index: number; readonly isAlone: boolean },
): ChartSpec {
  const { spec } = view;
  const points = pointsOf(view, index).toSorted((a, b) => a.x - b.x);
  const words = view.swept.map(({ levels }) => levels[index]!);
  const labels = [...new Set(words.map(({ text }) => text))];
  const isNumeric = words.every(({ value }) => value !== null);
  const name = plain(path, 50);
  const title = titleOf(view, points, {
    name,
    text: (x) => (isNumeric ? formatNumber(x) : (labels[x] ?? '')),
  });
  const isLine = isAlone && isNumeric;
  return {
    id: isAlone ? 'sweep' : `sweep-${index + 1}`,
    title,
    subtitle: `${isLine ? 'Line: mean, shaded' : 'Dots: mean, whiskers'}: 95 % interval of each mean. ${effort(view)}, so that differences are known better than that.${isAlone ? '' : ' The other factors vary too.'}`,
    alt: `${isLine ? 'Line' : 'Dot-and-whisker'} chart. ${title}`,
    config: {
      type: 'scatter',
      data: { datasets: isLine ? lines(points, path) : dots(points, path) },
      options: keylessOptions(
        { x: xAxis(name, isNumeric ? null : labels), y: yAxis(spec, points) },
        seedFooter(view.seed),
      ),
    },
    table: tableOf(view),
  };
}

/** A point with both ends of its interval. */
type Spot = Required<Pick<Point, 'x' | 'y' | 'low' | 'high'>>;

/** What changes from the least to the greatest mean. */
function titleOf(
  { spec }: SweepView,
  points: readonly Spot[],
  { name, text }: { readonly name: string; readonly text: (x: number) => string },
): string {
  const sorted = points.toSorted((a, b) => a.y - b.y);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const label = named(spec);
  if (least === undefined || most === undefined || least.y === most.y)
    return `${label} does not move with ${name}`;
  const [from, to] = formatAlike([least.y, most.y]);
  return `${label}: ${from} where ${name} is ${text(least.x)}, ${to} where it is ${text(most.x)}`;
}

function pointsOf({ swept, summaries, spec }: SweepView, index: number): Spot[] {
  const scale = scaleOf(spec);
  const labels = [...new Set(swept.map(({ levels }) => levels[index]!.text))];
  const isNumeric = swept.every(({ levels }) => levels[index]!.value !== null);
  return summaries.flatMap((summary, point) => {
    const { mean = null, low, high } = summary ?? {};
    if (mean === null) return [];
    const { text, value } = swept[point]!.levels[index]!;
    const x = isNumeric ? value! : labels.indexOf(text);
    return [{ x, y: mean * scale, low: (low ?? mean) * scale, high: (high ?? mean) * scale }];
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
const yAxis = (spec: MeasureSpec, points: readonly Spot[]): Axis => {
  const [low, high] = [Math.min(...points.map((one) => one.low)), Math.max(...points.map((one) => one.high))];
  const air = (high - low) * 0.05;
  return {
    type: 'linear',
    position: 'left',
    title: { display: true, text: named(spec) },
    write: 'count',
    ...(points.length === 0 || air === 0 ? {} : { suggestedMin: low - air, suggestedMax: high + air }),
  };
};
