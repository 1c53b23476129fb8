import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer, meanWithBand } from './datasets.ts';
import { extras, level, runs, seriesTable, shading, timeAxis } from './frame.ts';
import { colour } from './palette.ts';
import { panelAxes, roundUp, type Strip } from './panels.ts';
import { byTopic, isAlive, isShare, times, windowIndex } from './series.ts';
import type { ChartSpec, Dataset, Extras } from './spec.ts';
import { plain } from './text.ts';

/** Most panels of stands and pads; assumed, because a fifth would leave none of them tall enough to read. */
const MOST_PANELS = 4;
const RUNWAY = 'runway';

/**
 * Stands and pads in use where people board, against their number, one panel each, above a strip of how often the
 * runway is open.
 *
 * @returns null when the scenario limits none of them
 */
export function sites(summary: Summary): ChartSpec | null {
  const all = byTopic(summary, 'airfield');
  const spots = all.filter((each) => !isShare(each.spec) && isAlive(each)).slice(0, MOST_PANELS);
  const runways = all.filter((each) => isShare(each.spec)).slice(0, 1);
  if (spots.length + runways.length === 0) return null;
  const tightest = spots.toSorted((a, b) => use(b) - use(a)).slice(0, 1);
  const title = [...tightest.map(busiest), ...runways.map((each) => openFor(summary, each))].join('; ');
  const strips = [
    ...spots.map((each, index) => spotStrip(each, index)),
    ...runways.map((each) => runwayStrip(summary, each)),
  ];
  return {
    id: 'sites',
    title,
    subtitle: `Room for ${summary.catalogue.byAir ? 'aircraft' : 'craft'} where people board, mean of ${runs(summary)}. ${shading(summary, spots)} Dashed: all there are.`,
    alt: `Panels of line charts. ${title}`,
    config: {
      type: 'line',
      data: { labels: times(summary), datasets: datasets(summary, spots, runways) },
      options: {
        scales: { x: timeAxis(summary), ...panelAxes(strips) },
        plugins: {
          airbridge: extras(summary, { limits: limits(spots), panels: strips.map(({ panel }) => panel) }),
        },
      },
    },
    table: seriesTable(summary, [...spots, ...runways], true),
  };
}

const axisOf = (index: number): string => `spots${index}`;

function datasets(
  summary: Summary,
  spots: readonly SeriesSummary[],
  runways: readonly SeriesSummary[],
): readonly Dataset[] {
  return [
    ...spots.flatMap((each, index) =>
      meanWithBand(summary, each, { hex: colour(index === 0 ? 0 : index + 2), axis: axisOf(index) }),
    ),
    ...runways.map((each) => ({
      ...layer(summary, each, { hex: colour(2), axis: RUNWAY }),
      role: 'line' as const,
      fill: 'origin',
    })),
  ];
}

function spotStrip(series: SeriesSummary, index: number): Strip {
  const { spec } = series;
  const reach = Math.max(...series.p95);
  const most = Math.max(spec.limit ?? 0, Math.ceil(reach), 1);
  const note = `at most ${level(Math.max(...series.mean), spec)}${spec.limit === undefined ? '' : ` of ${spec.limit}`} on average`;
  const panel = { axis: axisOf(index), label: plain(spec.label, 80), note };
  return { panel, most: spec.limit === undefined ? roundUp(most) : most, write: 'count', weight: 2 };
}

function runwayStrip(summary: Summary, series: SeriesSummary): Strip {
  const panel = {
    axis: RUNWAY,
    label: plain(series.spec.label, 80),
    note: `share of runs; ${openFor(summary, series)}`,
  };
  return { panel, most: 1, write: 'share', weight: 1.5 };
}

/** All stands or pads there are, as a line without words: the panel says what it is. */
function limits(spots: readonly SeriesSummary[]): Extras['limits'] {
  return spots.flatMap((each, index) => {
    const { limit } = each.spec;
    return limit === undefined ? [] : [{ axis: axisOf(index), value: limit, label: '' }];
  });
}

/** Mean share of the spots that is in use; 0 where their number is not told. */
const use = ({ spec, mean }: SeriesSummary): number =>
  spec.limit === undefined ? 0 : mean.reduce((sum, each) => sum + each, 0) / spec.limit / mean.length;

function busiest(series: SeriesSummary): string {
  const { label, limit } = series.spec;
  const most = level(Math.max(...series.mean), series.spec);
  return `${plain(label, 60)}, at most ${most}${limit === undefined ? '' : ` of ${limit}`} on average`;
}

function openFor(summary: Summary, series: SeriesSummary): string {
  const within = series.mean.slice(0, windowIndex(summary) + 1);
  const open = within.reduce((sum, value) => sum + value, 0) / within.length;
  const share = level(open, series.spec);
  const words = open < 1 && share === '100' ? 'more than 99' : share;
  return `the runway is open for ${words} % of the window`;
}
