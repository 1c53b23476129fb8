import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer, meanWithBand } from './datasets.ts';
import { countAxis, extras, level, runs, seriesTable, timeAxis } from './frame.ts';
import { colour } from './palette.ts';
import { byTopic, isAlive, isShare, times, windowIndex } from './series.ts';
import type { Axis, ChartSpec, Dataset, Extras } from './spec.ts';
import { plain } from './text.ts';

/** Most panels of stands; assumed, because a fourth would leave none of them tall enough to read. */
const MOST_PANELS = 3;

/**
 * Stands in use against their number, one panel a site, above a strip of how often the runway is open.
 *
 * @returns null when the scenario has neither stands nor a runway
 */
export function airfield(summary: Summary): ChartSpec | null {
  const all = byTopic(summary, 'airfield');
  const stands = all.filter((each) => !isShare(each.spec) && isAlive(each)).slice(0, MOST_PANELS);
  const runways = all.filter((each) => isShare(each.spec)).slice(0, 1);
  if (stands.length + runways.length === 0) return null;
  const title = sentence(summary, stands, runways);
  return {
    id: 'airfield',
    title,
    subtitle: `Aircraft stands in use and runway, mean of ${runs(summary)}. Shaded: 90 % of runs. Dashed: all stands.`,
    alt: `Panels of line charts. ${title}`,
    config: {
      type: 'line',
      data: { labels: times(summary), datasets: datasets(summary, stands, runways) },
      options: {
        scales: { x: timeAxis(summary), ...panels(stands, runways) },
        plugins: { airbridge: extras(summary, { limits: limits(stands) }) },
      },
    },
    table: seriesTable(summary, [...stands, ...runways], false),
  };
}

const standAxis = (index: number): string => `stands${index}`;

function datasets(
  summary: Summary,
  stands: readonly SeriesSummary[],
  runways: readonly SeriesSummary[],
): readonly Dataset[] {
  return [
    ...stands.flatMap((each, index) =>
      meanWithBand(summary, each, { hex: colour(index), axis: standAxis(index) }),
    ),
    ...runways.map((each) => ({
      ...layer(summary, each, { hex: colour(2), axis: 'runway' }),
      role: 'line' as const,
      fill: 'origin',
    })),
  ];
}

/** Share of a panel left free at its top, so that panels and their numbers do not touch. */
const AIR = 1.3;

/** Panels one above the other: Chart.js stacks the first axis at the bottom. */
function panels(
  stands: readonly SeriesSummary[],
  runways: readonly SeriesSummary[],
): Readonly<Record<string, Axis>> {
  const strip = panel('open', { most: 1, weight: 1.6, write: 'share' });
  const tall = stands.map((each, index) => [
    standAxis(index),
    panel('stands', { most: each.spec.limit ?? Math.ceil(Math.max(...each.p95)), weight: 3, write: 'count' }),
  ]);
  return { ...(runways.length === 0 ? {} : { runway: strip }), ...Object.fromEntries(tall.toReversed()) };
}

function panel(text: string, shape: { most: number; weight: number; write: 'share' | 'count' }): Axis {
  const { most, weight, write } = shape;
  const middle = write === 'count' && most >= 4 ? [Math.round(most / 2)] : [];
  return countAxis(text, {
    stack: 'panels',
    stackWeight: weight,
    min: 0,
    max: most * (write === 'share' ? 2 * AIR - 1 : AIR),
    ticksAt: [0, ...middle, most],
    write,
  });
}

function limits(stands: readonly SeriesSummary[]): Extras['limits'] {
  return stands.flatMap((each, index) => {
    const { limit } = each.spec;
    return limit === undefined ? [] : [{ axis: standAxis(index), value: limit, label: `${limit} stands` }];
  });
}

function sentence(
  summary: Summary,
  stands: readonly SeriesSummary[],
  runways: readonly SeriesSummary[],
): string {
  return [...stands.slice(0, 1).map(busiest), ...runways.map((each) => openFor(summary, each))].join('; ');
}

function busiest(series: SeriesSummary): string {
  const { label, limit } = series.spec;
  const most = level(Math.max(...series.mean), series.spec);
  return `${plain(label, 60)}: at most ${most}${limit === undefined ? '' : ` of ${limit}`} on average`;
}

function openFor(summary: Summary, series: SeriesSummary): string {
  const within = series.mean.slice(0, windowIndex(summary) + 1);
  const open = within.reduce((sum, value) => sum + value, 0) / within.length;
  const share = level(open, series.spec);
  const words = open < 1 && share === '100' ? 'more than 99' : share;
  return `the runway is open ${words} % of the window`;
}
