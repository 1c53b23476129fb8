import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { layer } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, timeAxis } from './frame.ts';
import { colour } from './palette.ts';
import { byTopic, isAlive, times } from './series.ts';
import type { ChartSpec } from './spec.ts';
import { plain, whole } from './text.ts';

/**
 * Who waits where: the means of the series of topic `stage`, stacked.
 *
 * @returns null when nobody ever waits
 */
export function queues(summary: Summary): ChartSpec | null {
  const stages = byTopic(summary, 'stage').filter(isAlive);
  if (stages.length === 0) return null;
  const title = sentence(summary, stages);
  return {
    id: 'queues',
    title,
    subtitle: `People at each stage on the way to an aircraft, mean of ${runs(summary)}.`,
    alt: `Stacked area chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: stages.map((each, index) => layer(summary, each, { hex: colour(index), axis: 'y' })),
      },
      options: {
        scales: { x: timeAxis(summary), y: countAxis('people', { stacked: true }) },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, stages, false),
  };
}

function sentence(summary: Summary, stages: readonly SeriesSummary[]): string {
  const { grid } = summary.catalogue;
  const together = grid.map((_, index) => stages.reduce((sum, each) => sum + (each.mean[index] ?? 0), 0));
  const most = Math.max(...together);
  const at = together.indexOf(most);
  const longest = stages.toSorted((a, b) => (b.mean[at] ?? 0) - (a.mean[at] ?? 0))[0] as SeriesSummary;
  const when = localTime(summary.catalogue, grid[at] ?? 0);
  const share = whole(longest.mean[at] ?? 0);
  return `The queues peak at ${whole(most)} people, ${when}; the longest then is “${plain(longest.spec.label, 60)}”, ${share}`;
}
