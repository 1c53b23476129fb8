import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import type { Observation } from '../model/outcome.ts';
import { colour, INK, translucent } from './palette.ts';
import { isCertain, isShare, type Levels, sampled } from './series.ts';
import type { Dataset, Point } from './spec.ts';

/** How a line or an area is to look. */
export interface Look {
  readonly hex: string;
  readonly axis?: string;
  readonly width?: number;
  readonly label?: string;
  /** a second, darker band that holds half of the runs */
  readonly fan?: boolean;
}

/** The mean of a series as a line. */
export function meanLine(summary: Summary, series: SeriesSummary, look: Look): Dataset {
  return {
    label: look.label ?? series.spec.label,
    role: 'line',
    group: look.label ?? series.spec.id,
    data: sampled(summary, series.mean),
    borderColor: look.hex,
    backgroundColor: look.hex,
    borderWidth: look.width ?? 3,
    pointRadius: 0,
    pointHoverRadius: 5,
    fill: false,
    // A level holds until the next sample; a mean of many runs is smoother than that.
    ...(isCertain(series) ? { stepped: true } : {}),
    ...(look.axis === undefined ? {} : { yAxisID: look.axis }),
  };
}

/** Most things of which each can be seen; assumed. Where runs differ by one of so few, a band has steps and no slopes, and so has its mean. */
const FEW = 20;

/** The mean of a series between the lines that 5 % and 95 % of the runs stay under. */
export function meanWithBand(summary: Summary, series: SeriesSummary, look: Look): readonly Dataset[] {
  const line = { ...meanLine(summary, series, look), ...(isFew(series) ? { stepped: true } : {}) };
  const edge = {
    ...line,
    borderColor: translucent(look.hex, 0),
    borderWidth: 0,
    pointHoverRadius: 0,
    order: 2,
  } as const;
  const band = (low: readonly number[], high: readonly number[]): readonly Dataset[] => [
    { ...edge, role: 'low', data: sampled(summary, low) },
    {
      ...edge,
      role: 'high',
      data: sampled(summary, high),
      fill: '-1',
      backgroundColor: translucent(look.hex, 0.2),
    },
  ];
  const half = look.fan === true ? band(series.p25, series.p75) : [];
  return [...band(series.p05, series.p95), ...half, line];
}

const isFew = ({ spec, p95 }: SeriesSummary): boolean => !isShare(spec) && Math.max(...p95) <= FEW;

/**
 * The whole with the spread of its runs and its parts' means; without a whole, each part with its spread.
 *
 * @param fan whether the whole has a second band that holds half of the runs
 */
export function levelLines(summary: Summary, { total, parts }: Levels, fan = false): readonly Dataset[] {
  if (total === undefined) {
    return parts.flatMap((each, index) => meanWithBand(summary, each, { hex: colour(index) }));
  }
  return [
    ...meanWithBand(summary, total, { hex: colour(0), width: 4.5, fan }),
    ...parts.map((each, index) => meanLine(summary, each, { hex: colour(index + 1), width: 2.5 })),
  ];
}

/** The mean of a series as one layer of a stack. */
export function layer(summary: Summary, series: SeriesSummary, look: Look): Dataset {
  return {
    ...meanLine(summary, series, look),
    role: 'area',
    fill: 'stack',
    borderWidth: 1.5,
    backgroundColor: translucent(look.hex, 0.65),
  };
}

/** A planned level as a dashed staircase from its first point to the horizon. */
export function planLines(summary: Summary, ids: readonly string[], hex: string): readonly Dataset[] {
  return summary.catalogue.plans
    .filter((plan) => ids.includes(plan.series) && plan.points.length > 0)
    .map((plan) => ({
      label: plan.label,
      role: 'plan',
      group: `plan ${plan.label}`,
      data: [
        ...plan.points.map((point) => ({ x: point.at, y: point.value })),
        { x: summary.catalogue.horizon, y: plan.points.at(-1)?.value ?? 0 },
      ],
      borderColor: hex,
      borderWidth: 2.5,
      borderDash: [9, 6],
      pointRadius: 0,
      stepped: true,
      fill: false,
    }));
}

/** The top of the highest error bar, for which Chart.js leaves no room by itself; 0 without any. */
export const topOfBars = (datasets: readonly Dataset[]): number =>
  Math.max(
    0,
    ...datasets.flatMap(({ data }) => data.map((one) => (typeof one === 'number' ? 0 : (one.high ?? 0)))),
  );

/**
 * Published or assumed points as diamonds with error bars, those of each series in the colour of its line, so that a point
 * near two lines is read against its own.
 *
 * @param lines what is drawn of the series
 */
export function observedPoints(
  { catalogue }: Summary,
  ids: readonly string[],
  lines: readonly Dataset[],
): readonly Dataset[] {
  const seen = catalogue.observations.filter((each) => 'series' in each);
  const recorded = ids.filter((id) => seen.some(({ series }) => series === id));
  return recorded.map((id) => {
    const mine = seen.filter(({ series }) => series === id);
    const series = catalogue.series.find((each) => each.id === id)?.label ?? id;
    const several = ids.length === 1 ? 'what history records' : `history: ${series}`;
    const hex = lines.find(({ role, group }) => role === 'line' && group === id)?.borderColor ?? INK;
    const points = mine.map((each) => ({ ...recordedPoint(each), x: each.at }));
    return {
      ...diamonds(mine.length === 1 ? `history: ${mine[0]?.label}` : several, hex, points),
      group: `observed ${id}`,
      borderColor: INK,
      borderWidth: 2,
      order: -1,
    };
  });
}

/** A published value with its error bar and where it comes from; when it was is left to the chart. */
export const recordedPoint = ({ value, low, high, label, source }: Observation): Omit<Point, 'x'> => ({
  y: value,
  low,
  high,
  note: `${label}. Source: ${source}`,
});

/** Points as diamonds with error bars. */
export const diamonds = (label: string, hex: string, data: readonly Point[]): Dataset => ({
  label,
  role: 'observed',
  group: label,
  type: 'scatter',
  data,
  borderColor: hex,
  backgroundColor: hex,
  pointStyle: 'rectRot',
  pointRadius: 9,
  showLine: false,
  bars: 'y',
});
