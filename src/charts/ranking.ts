import { formatCount, formatInterval, formatNumber } from '../analysis/format.ts';
import type { RankedPlan, Ranking } from '../experiment/rank.ts';
import { rowOptions, seedFooter } from './frame.ts';
import { BETTER, INK, NEUTRAL } from './palette.ts';
import type { ChartSpec, Dataset, Row } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most rows in one picture; assumed, because more would be smaller than slide text. */
const MOST_ROWS = 10;

/**
 * How far every plan is behind the leader, with the 95 % interval of the paired difference, on one scale.
 *
 * @param ranking what the search found
 * @param seed of the runs, for the footer
 */
export function rankingChart(ranking: Ranking, seed: string): ChartSpec {
  const { spec, plans } = ranking;
  const shown = plans.slice(0, MOST_ROWS);
  const reach =
    Math.max(...shown.flatMap(({ behind }) => [behind?.low ?? 0, behind?.high ?? 0].map(Math.abs))) || 1;
  const label = plain(spec.label, 60);
  const candidates = plans.filter(({ isCandidate }) => isCandidate);
  const title =
    plans.length === 1
      ? `${label}: ${plain(plans[0]?.name ?? '', 60)} is left without another plan to compare it with`
      : candidates.length === 1
        ? `${label}: ${plain(candidates[0]?.name ?? '', 60)} is the best of ${plans.length} plans`
        : `${label}: the best of ${plans.length} plans is one of ${candidates.length}`;
  const rest = plans.length > shown.length ? ` ${plans.length - shown.length} more are in the table.` : '';
  const aside =
    ranking.setAside.length === 0
      ? ''
      : ` Not ranked, because they share too few finished replications: ${ranking.setAside.length}.`;
  return {
    id: 'ranking',
    title,
    subtitle: `Paired difference from the leader, whiskers: 95 % interval, one scale; dashed: the leader. Blue: may be the best (95 %). ${formatCount(ranking.spent, 'run')} in all, seed ${plain(seed, 24)}.${rest}${aside}`,
    alt: `Dot-and-whisker chart. ${title}. ${shown.map((one) => `${one.name}: ${words(one)}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: { datasets: shown.map((one, index) => whisker(one, index, reach)) },
      options: rowOptions(shown.map(row), seedFooter(seed)),
    },
    table: tableOf(ranking),
  };
}

function whisker(one: RankedPlan, index: number, reach: number): Dataset {
  const { difference, low, high } = one.behind ?? { difference: 0, low: 0, high: 0 };
  const middle = difference ?? 0;
  const hex = one.behind === null ? INK : one.isCandidate ? BETTER : NEUTRAL;
  return {
    label: one.name,
    role: 'difference',
    group: one.name,
    data: [{ x: middle / reach, y: index, low: (low ?? middle) / reach, high: (high ?? middle) / reach }],
    borderColor: hex,
    backgroundColor: hex,
    pointRadius: 9,
    bars: 'x',
  };
}

const row = (one: RankedPlan): Row => ({
  label: one.name,
  levels: formatNumber(one.mean.estimate),
  verdict: words(one),
});

function words({ behind, isCandidate, replications }: RankedPlan): string {
  const runs = formatCount(replications, 'run');
  if (behind === null) return `leads, ${runs}`;
  if (behind.isIdentical) return `identical to the leader, ${runs}`;
  const { difference, low, high } = behind;
  const gap =
    difference === null || low === null || high === null
      ? ''
      : `${low === high ? `${formatNumber(difference)} in every run` : formatInterval(difference, low, high)}, `;
  return `${gap}${isCandidate ? runs : `dropped after ${runs}`}`;
}

/** All plans with their means. */
const tableOf = ({ spec, plans }: Ranking): ChartSpec['table'] => ({
  columns: [
    'plan',
    'replications',
    `mean (${plain(spec.unit, 40)})`,
    '95 % from',
    '95 % to',
    'may be the best',
  ],
  rows: plans.map(({ name, replications, mean, isCandidate }) => [
    plain(name, 80),
    whole(replications),
    ...[mean.estimate, mean.low, mean.high].map((value) => formatNumber(value)),
    isCandidate ? 'yes' : 'no',
  ]),
});
