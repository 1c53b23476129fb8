import { formatPercent } from '../analysis/format.ts';
import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer, meanWithBand, observedPoints, planLines } from './datasets.ts';
import { diamondWords, extras, runs, seriesTable, shading, timeAxis, windowEnd } from './frame.ts';
import { colour, NEUTRAL } from './palette.ts';
import { panelAxes, roundUp, type Strip } from './panels.ts';
import { byTopic, isAlive, levels, peakBefore, times, windowIndex } from './series.ts';
import type { ChartSpec, Dataset } from './spec.ts';
import { plain, whole } from './text.ts';

/** One runner of the race: a level with what was planned and seen of it. */
interface Runner {
  readonly axis: string;
  readonly name: string;
  readonly hex: string;
  readonly series: SeriesSummary;
}

/**
 * Force and embassy against the fall of the capital, one above the other over the same hours: troops on the ground,
 * staff in the compound, and the odds that the capital has fallen.
 *
 * @returns null when the scenario has no capital that may fall, or neither force nor embassy
 */
export function race(summary: Summary): ChartSpec | null {
  const odds = byTopic(summary, 'threat')[0];
  const runners = runnersOf(summary);
  if (odds === undefined || runners.length === 0) return null;
  const title = sentence(summary, runners, odds);
  const strips = [...runners.map((each) => stripOf(summary, each)), oddsStrip(summary, odds)];
  const drawn = runners.flatMap((each) => lines(summary, each));
  const hasPlan = drawn.some(({ role }) => role === 'plan');
  return {
    id: 'race',
    title,
    subtitle: `Mean of ${runs(summary)}. ${shading(
      summary,
      runners.map(({ series }) => series),
    )}${hasPlan ? ' Dashed: plan.' : ''}${diamondWords(drawn)}`,
    alt: `Panels of line charts over the same hours. ${title}`,
    config: {
      type: 'line',
      data: { labels: times(summary), datasets: [...drawn, oddsArea(summary, odds)] },
      options: {
        scales: { x: timeAxis(summary), ...panelAxes(strips) },
        plugins: { airbridge: extras(summary, { panels: strips.map(({ panel }) => panel) }) },
      },
    },
    table: seriesTable(summary, [...runners.map(({ series }) => series), odds], true),
  };
}

function runnersOf(summary: Summary): readonly Runner[] {
  const troops = levels(summary, 'troops', 1).total;
  const staff = byTopic(summary, 'staff').find(({ spec }) => spec.id === 'staff.compound');
  return [
    { axis: 'troops', name: 'Troops on the ground', hex: colour(0), series: troops },
    { axis: 'staff', name: 'Embassy staff in the compound', hex: colour(1), series: staff },
  ].flatMap((each) => {
    const { series } = each;
    return series === undefined || !isAlive(series) ? [] : [{ ...each, series }];
  });
}

function lines(summary: Summary, { axis, hex, series }: Runner): readonly Dataset[] {
  const ids = [series.spec.id];
  const level = meanWithBand(summary, series, { hex, axis, width: 4 });
  const beside = [...planLines(summary, ids, NEUTRAL), ...observedPoints(summary, ids, level)];
  return [
    ...level,
    ...beside.map((each) => ({ ...each, yAxisID: axis, pointRadius: each.role === 'observed' ? 7 : 0 })),
  ];
}

const oddsArea = (summary: Summary, odds: SeriesSummary): Dataset => ({
  ...layer(summary, odds, { hex: colour(5), axis: 'odds' }),
  role: 'line',
  fill: 'origin',
});

function stripOf(summary: Summary, { axis, name, series }: Runner): Strip {
  const { plans, observations, window } = summary.catalogue;
  const plan = plans.filter((each) => each.series === series.spec.id).flatMap((each) => each.points);
  const seen = observations
    .filter((each) => 'series' in each)
    .filter((each) => each.series === series.spec.id)
    .map((each) => each.high);
  const due = plan.findLast((point) => point.at <= window);
  const planned = due === undefined ? '' : `; the plan says ${whole(due.value)}`;
  const most = Math.max(1, ...series.p95, ...plan.map((point) => point.value), ...seen);
  const note = `${at(summary, series)} by ${windowEnd(summary)}${planned}`;
  return { panel: { axis, label: name, note }, most: roundUp(most), write: 'count' };
}

function oddsStrip(summary: Summary, odds: SeriesSummary): Strip {
  const panel = {
    axis: 'odds',
    label: `Odds that ${plain(odds.spec.label, 60)}`,
    note: `${formatPercent(odds.mean[windowIndex(summary)] ?? 0)} by ${windowEnd(summary)}`,
  };
  return { panel, most: 1, write: 'share' };
}

/** People when the window closes. */
const at = (summary: Summary, series: SeriesSummary): string => whole(series.mean[windowIndex(summary)] ?? 0);

function sentence(summary: Summary, runners: readonly Runner[], odds: SeriesSummary): string {
  const words = runners.map(({ axis, series }) => {
    if (axis !== 'troops') return `${at(summary, series)} staff are still in the compound`;
    const most = peakBefore(series.mean, windowIndex(summary));
    return most === null
      ? `${at(summary, series)} troops are in`
      : `of ${whole(most)} troops ${at(summary, series)} are still in`;
  });
  const share = formatPercent(odds.mean[windowIndex(summary)] ?? 0);
  return `By ${windowEnd(summary)}: ${words.join(', ')}, and ${plain(odds.spec.label, 60)} in ${share} of runs`;
}
