import { withUnit } from '../analysis/format.ts';
import type { Summary } from '../analysis/summary.ts';
import { layer, levelLines } from './datasets.ts';
import { countAxis, extras, level, runs, seriesTable, shading, timeAxis, windowEnd } from './frame.ts';
import { colour } from './palette.ts';
import { byTopic, everyLevel, isAlive, type Levels, levels, meanAt, times, windowIndex } from './series.ts';
import type { ChartSpec } from './spec.ts';

/** Most places drawn on their own; assumed, because officers serve at the embassy, the airfield and few more. */
const MOST_LINES = 4;

/**
 * How many consular officers serve people: what "open with a smaller footprint" means in practice. Places are stacked
 * where the scenario has no series of the whole.
 *
 * @returns null when the scenario has no consular officers
 */
export function consular(summary: Summary): ChartSpec | null {
  const all = byTopic(summary, 'consular');
  const first = all[0];
  if (first === undefined || !all.some(isAlive)) return null;
  const officers = levels(summary, 'consular', MOST_LINES);
  const isStacked = officers.total === undefined;
  const title = sentence(summary, officers);
  return {
    id: 'consular-capacity',
    title,
    subtitle: `Officers who serve people, by place, mean of ${runs(summary)}; those on the move between places serve nobody.${isStacked ? '' : ` ${shading(summary, everyLevel(officers))}`}`,
    alt: `${isStacked ? 'Stacked area' : 'Line'} chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: isStacked
          ? officers.parts.map((each, index) => layer(summary, each, { hex: colour(index), axis: 'y' }))
          : levelLines(summary, officers),
      },
      options: {
        scales: { x: timeAxis(summary), y: countAxis(first.spec.unit, { stacked: isStacked }) },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, everyLevel(officers), true),
  };
}

function sentence(summary: Summary, officers: Levels): string {
  const at = windowIndex(summary);
  const { spec } = everyLevel(officers)[0] as { spec: Parameters<typeof level>[1] };
  const means = Array.from({ length: at + 1 }, (_, index) => meanAt(officers, index));
  const [before, least, after] = [means[0] as number, Math.min(...means), means[at] as number];
  const isLower = level(least, spec) !== level(Math.min(before, after), spec);
  const low = isLower ? `, ${level(least, spec)} at the lowest` : '';
  return `Consular capacity: ${withUnit(level(before, spec), spec.unit)} at the start${low}, ${level(after, spec)} by ${windowEnd(summary)}`;
}
