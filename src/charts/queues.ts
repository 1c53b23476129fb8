import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { layer } from './datasets.ts';
import { extras, level, runs, seriesTable, timeAxis } from './frame.ts';
import { colour } from './palette.ts';
import { panelAxes, roundUp } from './panels.ts';
import { byTopic, isAlive, times } from './series.ts';
import type { ChartSpec, Dataset, Panel } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most stages in one picture; assumed, because an eighth would leave no panel tall enough to read. */
const MOST_PANELS = 7;
/** The longest queue, and all others. */
const LONGEST = colour(5);
const OTHERS = colour(0);

/**
 * Who waits where: a panel for each stage on the way out, in the order of the journey, all on one scale, so that the
 * longest queue is the tallest.
 *
 * @returns null when nobody ever waits
 */
export function queues(summary: Summary): ChartSpec | null {
  const stages = byTopic(summary, 'stage').filter(isAlive).slice(0, MOST_PANELS);
  if (stages.length === 0) return null;
  const longest = stages.toSorted((a, b) => peak(b) - peak(a))[0] as SeriesSummary;
  const title = sentence(summary, longest);
  const panels = stages.map((each, index) => panelOf(summary, each, index));
  const most = roundUp(peak(longest));
  return {
    id: 'queues',
    title,
    subtitle: `People at each stage on the way out, first stage on top, all on the same scale; mean of ${runs(summary)}.`,
    alt: `Panels of area charts, one for each stage. ${title}. ${panels.map(({ label, note }) => `${label}: ${note}`).join('. ')}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: stages.map((each, index) => area(summary, each, { index, isLongest: each === longest })),
      },
      options: {
        scales: {
          x: timeAxis(summary),
          ...panelAxes(panels.map((panel) => ({ panel, most, write: 'count' }))),
        },
        plugins: { airbridge: extras(summary, { panels }) },
      },
    },
    table: seriesTable(summary, stages, true),
  };
}

const peak = (series: SeriesSummary): number => Math.max(...series.mean);

function area(
  summary: Summary,
  stage: SeriesSummary,
  { index, isLongest }: { index: number; isLongest: boolean },
): Dataset {
  const hex = isLongest ? LONGEST : OTHERS;
  return { ...layer(summary, stage, { hex, axis: axisOf(index) }), role: 'line', fill: 'origin' };
}

const axisOf = (index: number): string => `stage${index}`;

function panelOf(summary: Summary, stage: SeriesSummary, index: number): Panel {
  const { spec } = stage;
  const when = localTime(summary.catalogue, summit(summary, stage));
  const note = `at most ${level(peak(stage), spec)}, ${when}`;
  return { axis: axisOf(index), label: plain(spec.label, 80), note };
}

/** When a level's mean is highest, minutes after the start. */
const summit = ({ catalogue }: Summary, series: SeriesSummary): number =>
  catalogue.grid[series.mean.indexOf(peak(series))] ?? 0;

function sentence(summary: Summary, longest: SeriesSummary): string {
  const when = localTime(summary.catalogue, summit(summary, longest));
  return `Most people at one stage: “${plain(longest.spec.label, 60)}”, ${whole(peak(longest))} on ${when}`;
}
