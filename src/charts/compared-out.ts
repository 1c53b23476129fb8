import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { meanWithBand } from './datasets.ts';
import {
  countAxis,
  extras,
  peopleOutWords,
  runs,
  seriesTable,
  shading,
  timeAxis,
  windowEnd,
} from './frame.ts';
import { colour } from './palette.ts';
import { byTopic, isTotal, times, windowIndex } from './series.ts';
import type { ChartSpec } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most scenarios on one axis; assumed, because more bands hide each other. */
const MOST_SCENARIOS = 4;

/**
 * People out under each plan on one axis, with the spread of runs.
 *
 * @param summaries base first; all on the base's grid
 * @returns null when a scenario has no series of everybody out, or the grids differ
 */
export function comparedOut(summaries: readonly Summary[]): ChartSpec | null {
  const base = summaries[0];
  const shown = summaries.slice(0, MOST_SCENARIOS);
  const totals = shown.flatMap((each) => everybody(each));
  if (base === undefined || totals.length < 2 || totals.length !== shown.length) return null;
  if (shown.some((each) => each.catalogue.grid.length !== base.catalogue.grid.length)) return null;
  const names = shown.map((each) => plain(each.catalogue.name, 40));
  const levels = totals.map((each) => whole(each.mean[windowIndex(base)] ?? 0));
  const title = `People out by ${windowEnd(base)}: ${names.map((name, index) => `${name} ${levels[index]}`).join(', ')}`;
  return {
    id: 'compared-people-out',
    title,
    subtitle: `${peopleOutWords(base)} under each plan, mean of ${runs(base)}, each. ${shading(base, totals)}`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(base),
        datasets: totals.flatMap((each, index) =>
          meanWithBand(base, each, { hex: colour(index), label: names[index] ?? '' }),
        ),
      },
      options: {
        scales: { x: timeAxis(base), y: countAxis('people out') },
        plugins: { airbridge: extras(base) },
      },
    },
    table: seriesTable(
      base,
      totals.map((each, index) => ({ ...each, spec: { ...each.spec, label: names[index] ?? '' } })),
      true,
    ),
  };
}

function everybody(summary: Summary): readonly SeriesSummary[] {
  const all = byTopic(summary, 'out');
  const total = all.length === 1 ? all[0] : all.find(isTotal);
  return total === undefined ? [] : [total];
}
