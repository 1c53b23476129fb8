import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer, planLines } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, timeAxis, windowEnd } from './frame.ts';
import { colour, INK } from './palette.ts';
import { roundUp } from './panels.ts';
import { byTopic, isAlive, times, windowIndex } from './series.ts';
import type { Axis, ChartSpec, Dataset } from './spec.ts';
import { plain, whole } from './text.ts';

/**
 * Where the embassy's staff are, as a stack of means.
 *
 * @returns null when the scenario has no embassy staff
 */
export function embassy(summary: Summary): ChartSpec | null {
  const places = byTopic(summary, 'staff').filter((each) => each.spec.id.includes('.') && isAlive(each));
  if (places.length === 0) return null;
  const plans = drawdownPlan(summary, places);
  const most = mostStaff(summary, places);
  const title = sentence(summary, places);
  const also = plans.length === 0 ? '' : ' Dashed: planned staff in the compound.';
  return {
    id: 'embassy-staff',
    title,
    subtitle: `Embassy staff by place, mean of ${runs(summary)}.${also}`,
    alt: `Stacked area chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: [
          ...places.map((each, index) => layer(summary, each, { hex: colour(index), axis: 'y' })),
          ...plans,
        ],
      },
      options: {
        scales: {
          x: timeAxis(summary),
          y: { ...countAxis('embassy staff', { stacked: true }), max: most },
          ...(plans.length === 0 ? {} : { plan: { ...PLAN_AXIS, max: most } }),
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, places, false),
  };
}

/** The plan for the lowest layer, the one that can be read against the axis; on an axis that is not stacked. */
const drawdownPlan = (summary: Summary, places: readonly SeriesSummary[]): readonly Dataset[] =>
  planLines(
    summary,
    places.slice(0, 1).map((each) => each.spec.id),
    INK,
  ).map((plan) => ({ ...plan, yAxisID: 'plan', order: -1 }));

/** A round number of staff that everything fits under, so that both axes of staff agree. */
function mostStaff(summary: Summary, places: readonly SeriesSummary[]): number {
  const sums = summary.catalogue.grid.map((_, k) =>
    places.reduce((sum, each) => sum + (each.mean[k] ?? 0), 0),
  );
  const plans = summary.catalogue.plans.filter((plan) => plan.series === places[0]?.spec.id);
  const planned = plans.flatMap((plan) => plan.points.map((point) => point.value));
  return roundUp(Math.max(1, ...sums, ...planned));
}

/** Beside the stacked axis, with the same range, and not shown. */
const PLAN_AXIS: Axis = { type: 'linear', display: false, min: 0, write: 'none' };

function sentence(summary: Summary, places: readonly SeriesSummary[]): string {
  const start = places.toSorted((a, b) => (b.mean[0] ?? 0) - (a.mean[0] ?? 0))[0] as SeriesSummary;
  const [before = 0, after = 0] = [start.mean[0], start.mean[windowIndex(summary)]];
  const label = plain(start.spec.label, 60);
  return `${label}: ${whole(before)} staff at the start, ${whole(after)} by ${windowEnd(summary)}`;
}
