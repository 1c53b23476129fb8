import type { Summary } from '../analysis/summary.ts';
import { levelLines, observedPoints, planLines, topOfBars } from './datasets.ts';
import {
  countAxis,
  diamondWords,
  extras,
  levelShading,
  runs,
  seriesTable,
  timeAxis,
  windowEnd,
} from './frame.ts';
import { NEUTRAL } from './palette.ts';
import {
  byTopic,
  everyLevel,
  isAlive,
  type Levels,
  levels,
  meanAt,
  peakBefore,
  times,
  windowIndex,
} from './series.ts';
import type { ChartSpec } from './spec.ts';
import { whole } from './text.ts';

/** Most nations drawn on their own; assumed, because plan and history need colours too. */
const MOST_LINES = 4;

/**
 * Troops on the ground: the whole force with the spread of runs, each nation's mean, the plan as a dashed
 * staircase, and published figures with their error bars.
 *
 * @returns null when the scenario brings no troops
 */
export function force(summary: Summary): ChartSpec | null {
  const all = byTopic(summary, 'troops');
  if (!all.some(isAlive)) return null;
  const troops = levels(summary, 'troops', MOST_LINES);
  const ids = all.map((each) => each.spec.id);
  const lines = levelLines(summary, troops);
  const [plans, seen] = [planLines(summary, ids, NEUTRAL), observedPoints(summary, ids, lines)];
  const title = sentence(summary, troops);
  const also = `${plans.length > 0 ? ' Dashed: plan.' : ''}${diamondWords(seen)}`;
  return {
    id: 'force',
    title,
    subtitle: `Troops on the ground, mean of ${runs(summary)}. ${levelShading(summary, troops)}${also}`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: { labels: times(summary), datasets: [...lines, ...plans, ...seen] },
      options: {
        scales: {
          x: timeAxis(summary),
          y: countAxis('troops on the ground', { suggestedMax: topOfBars(seen) }),
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, everyLevel(troops), true),
  };
}

function sentence(summary: Summary, troops: Levels): string {
  const mean = whole(meanAt(troops, windowIndex(summary)));
  const means = summary.catalogue.grid.map((_, index) => meanAt(troops, index));
  const most = peakBefore(means, windowIndex(summary));
  const start =
    most === null
      ? `${mean} troops are on the ground by ${windowEnd(summary)}`
      : `${whole(most)} troops are on the ground at most, ${mean} by ${windowEnd(summary)}`;
  const plan = summary.catalogue.plans.find((each) => each.series === troops.total?.spec.id);
  const due = plan?.points.findLast((point) => point.at <= summary.catalogue.window);
  return due === undefined ? start : `${start}; the plan says ${whole(due.value)}`;
}
