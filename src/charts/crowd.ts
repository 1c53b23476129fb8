import { formatCount } from '../analysis/format.ts';
import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { meanLine, meanWithBand } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, shading, timeAxis } from './frame.ts';
import { colour, INK } from './palette.ts';
import { byTopic, isAlive, times } from './series.ts';
import type { ChartSpec } from './spec.ts';

/**
 * The crowd at the perimeter with the spread of runs, against what the security on hand can hold.
 *
 * @returns null when there is never a crowd
 */
export function crowd(summary: Summary): ChartSpec | null {
  const [pressing, ...held] = byTopic(summary, 'crowd').filter(isAlive);
  if (pressing === undefined) return null;
  const title = sentence(summary, pressing);
  return {
    id: 'crowd',
    title,
    subtitle: `Crowd and what security can hold, mean of ${runs(summary)}. ${shading(summary, [pressing])}`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: [
          ...meanWithBand(summary, pressing, { hex: colour(5), width: 4 }),
          ...held.slice(0, 1).map((each) => meanLine(summary, each, { hex: INK, width: 2.5 })),
        ],
      },
      options: {
        scales: { x: timeAxis(summary), y: countAxis('people') },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, [pressing, ...held.slice(0, 1)], true),
  };
}

function sentence({ catalogue }: Summary, pressing: SeriesSummary): string {
  const most = Math.max(...pressing.mean);
  const at = catalogue.grid[pressing.mean.indexOf(most)] ?? 0;
  return `The crowd at the perimeter is largest ${localTime(catalogue, at)}: ${formatCount(most, 'person', 'people')} on average`;
}
