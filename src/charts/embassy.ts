import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer, meanLine } from './datasets.ts';
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
  const title = sentence(summary, places);
  const also = odds === undefined ? '' : ' Dark line, right axis: odds of the capital having fallen.';
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
          ...(odds === undefined ? [] : [oddsLine(summary, odds)]),
        ],
      },
      options: {
        scales: {
          x: timeAxis(summary),
          y: countAxis('embassy staff', { stacked: true }),
          ...(odds === undefined ? {} : { odds: ODDS_AXIS }),
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, odds === undefined ? places : [...places, odds], false),
  };
}

/** In front of the areas. */
const oddsLine = (summary: Summary, odds: SeriesSummary): Dataset => ({
  ...meanLine(summary, odds, { hex: INK, axis: 'odds', width: 2.5 }),
  order: -1,
});

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
