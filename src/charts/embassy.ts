import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer, meanLine, planLines } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, timeAxis, windowEnd } from './frame.ts';
import { colour, INK } from './palette.ts';
import { byTopic, isAlive, isShare, times, windowIndex } from './series.ts';
import type { Axis, ChartSpec, Dataset } from './spec.ts';
import { plain, whole } from './text.ts';

/**
 * Where the embassy's staff are, as a stack of means, with the odds that the capital has fallen on the right.
 *
 * @returns null when the scenario has no embassy staff
 */
export function embassy(summary: Summary): ChartSpec | null {
  const places = byTopic(summary, 'staff').filter((each) => each.spec.id.includes('.') && isAlive(each));
  if (places.length === 0) return null;
  const odds = capitalOdds(summary);
  const plans = drawdownPlan(summary, places);
  const most = mostStaff(summary, places);
  const title = sentence(summary, places);
  const also = [
    ...(plans.length === 0 ? [] : [' Dashed: planned staff in the compound.']),
    ...(odds === undefined ? [] : [' Dark line, right axis: odds of the capital having fallen.']),
  ].join('');
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
          ...(odds === undefined ? [] : [oddsLine(summary, odds)]),
        ],
      },
      options: {
        scales: {
          x: timeAxis(summary),
          y: { ...countAxis('embassy staff', { stacked: true }), max: most },
          ...(plans.length === 0 ? {} : { plan: { ...PLAN_AXIS, max: most } }),
          ...(odds === undefined ? {} : { odds: ODDS_AXIS }),
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, odds === undefined ? places : [...places, odds], false),
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
  const peak = Math.max(1, ...sums, ...planned);
  const step = [1, 2, 5].flatMap((digit) =>
    [1, 10, 100, 1000, 10_000, 100_000].map((power) => digit * power),
  );
  const unit = step.toSorted((a, b) => a - b).find((each) => each * 5 >= peak) ?? peak;
  return Math.ceil(peak / unit) * unit;
}

/** In front of the areas. */
const oddsLine = (summary: Summary, odds: SeriesSummary): Dataset => ({
  ...meanLine(summary, odds, { hex: INK, axis: 'odds', width: 2.5 }),
  order: -1,
});

/** Beside the stacked axis, with the same range, and not shown. */
const PLAN_AXIS: Axis = { type: 'linear', display: false, min: 0, write: 'none' };

const ODDS_AXIS: Axis = {
  type: 'linear',
  position: 'right',
  min: 0,
  max: 1,
  title: { display: true, text: 'odds of having fallen' },
  grid: { drawOnChartArea: false },
  write: 'share',
};

/** The capital never falls before its neighbours, so it is the least fallen place of topic `threat`. */
function capitalOdds(summary: Summary): SeriesSummary | undefined {
  const places = byTopic(summary, 'threat').filter((each) => isShare(each.spec));
  const fallen = (each: SeriesSummary): number => each.mean.reduce((sum, value) => sum + value, 0);
  return places.toSorted((a, b) => fallen(a) - fallen(b))[0];
}

function sentence(summary: Summary, places: readonly SeriesSummary[]): string {
  const start = places.toSorted((a, b) => (b.mean[0] ?? 0) - (a.mean[0] ?? 0))[0] as SeriesSummary;
  const [before = 0, after = 0] = [start.mean[0], start.mean[windowIndex(summary)]];
  const label = plain(start.spec.label, 60);
  return `${label}: ${whole(before)} staff at the start, ${whole(after)} by ${windowEnd(summary)}`;
}
