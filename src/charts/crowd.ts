import { formatCount, formatNumber } from '../analysis/format.ts';
import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { meanLine, meanWithBand } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, shading, timeAxis, windowEnd } from './frame.ts';
import { colour, INK } from './palette.ts';
import { byTopic, isAlive, times, windowIndex } from './series.ts';
import type { ChartSpec } from './spec.ts';

/**
 * The crowd at the perimeter with the spread of runs, against what the security on hand can hold.
 *
 * @returns null when there is never a crowd
 */
export function crowd(summary: Summary): ChartSpec | null {
  const [pressing, ...held] = byTopic(summary, 'crowd').filter(isAlive);
  if (pressing === undefined) return null;
  const title = sentence(summary, pressing, held[0]);
  return {
    id: 'crowd',
    title,
    subtitle: `Crowd and what security can hold, mean of ${runs(summary)}. ${shading(summary, [pressing], pressing)}`,
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

/** Whether the crowd is held on average, and how large it gets within the window and after it. */
function sentence(summary: Summary, pressing: SeriesSummary, held: SeriesSummary | undefined): string {
  const { catalogue } = summary;
  const closing = windowIndex(summary);
  const [within, after] = [pressing.mean.slice(0, closing + 1), pressing.mean.slice(closing + 1)];
  const later = after.length === 0 ? '' : `, ${formatNumber(Math.max(...after), 0)} after it`;
  const size = `at most ${formatCount(Math.max(...within), 'person', 'people')} until ${windowEnd(summary)}${later}`;
  if (held === undefined) return `The crowd at the perimeter, on average: ${size}`;
  const loose = pressing.mean.findIndex((people, index) => people > (held.mean[index] ?? 0));
  if (loose === -1) return `On average security can hold the crowd: ${size}`;
  const since = localTime(catalogue, catalogue.grid[loose] ?? 0);
  return `On average the crowd is more than security can hold, first on ${since}: ${size}`;
}
