import { formatCount } from '../analysis/format.ts';
import type { Summary } from '../analysis/summary.ts';
import { levelLines, observedPoints, topOfBars } from './datasets.ts';
import {
  countAxis,
  diamondWords,
  extras,
  levelShading,
  peopleOutWords,
  runs,
  seriesTable,
  timeAxis,
  windowEnd,
} from './frame.ts';
import { byTopic, everyLevel, isAlive, type Levels, levels, meanAt, times, windowIndex } from './series.ts';
import type { ChartSpec } from './spec.ts';
import { whole } from './text.ts';

/** Most populations drawn on their own; assumed, because seven colours are as many as can be told apart. */
const MOST_LINES = 6;

/**
 * People out over time: everybody with the spread of runs, and each population's mean; where the scenario has no
 * series of everybody, each population with its own spread.
 *
 * @returns null when the scenario has no series of topic `out`
 */
export function peopleOut(summary: Summary): ChartSpec | null {
  const all = byTopic(summary, 'out');
  if (all.length === 0) return null;
  const out = levels(summary, 'out', MOST_LINES);
  const ids = all.map((each) => each.spec.id);
  const title = sentence(summary, out);
  const lines = levelLines(summary, out, true);
  const seen = observedPoints(summary, ids, lines);
  return {
    id: 'people-out',
    title,
    subtitle: `${peopleOutWords(summary)}, mean of ${runs(summary)}. ${shaded(summary, out)}${diamondWords(seen)}${leftOut(summary, out)}`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: [...lines, ...seen],
      },
      options: {
        scales: { x: timeAxis(summary), y: countAxis('people out', { suggestedMax: topOfBars(seen) }) },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, everyLevel(out), true),
  };
}

const shaded = (summary: Summary, out: Levels): string => {
  const words = levelShading(summary, out);
  return out.total === undefined
    ? words
    : words.replace('90 % of runs.', '90 % of runs, darker: half of them.');
};

/** The spread is told only where there is a series of everybody: quantiles of parts do not add up. */
function sentence(summary: Summary, out: Levels): string {
  const at = windowIndex(summary);
  const mean = `${formatCount(meanAt(out, at), 'person is', 'people are')} out by ${windowEnd(summary)}`;
  const [low, high] = [out.total?.p05[at], out.total?.p95[at]];
  if (low === undefined || high === undefined || low === high) return mean;
  return `${mean}; in 9 runs of 10, ${whole(low)} to ${whole(high)}`;
}

/** Tells of populations that are out in some run and yet have no line. */
function leftOut(summary: Summary, { total, parts }: Levels): string {
  const all = byTopic(summary, 'out').filter((each) => each !== total && isAlive(each));
  if (parts.length === 0 || parts.length === all.length) return '';
  return ` Lines: the ${parts.length} highest of ${all.length} populations.`;
}
