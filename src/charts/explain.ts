import { formatCount, formatInterval, formatNumber } from '../analysis/format.ts';
import type { Explanation, WideningGain } from '../experiment/explain.ts';
import { barAndWhisker } from './bars.ts';
import { NOTICE, rowOptions } from './frame.ts';
import { BETTER, NEUTRAL, WORSE } from './palette.ts';
import type { ChartSpec, Dataset, Row, Table } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most rows in one picture, those that bring most; assumed, because with more of them long names do not fit. */
const MOST_ROWS = 8;

/** What one step more of each is worth in people out, with intervals: the longest bar first. */
export function explainChart(found: Explanation, { seed }: { readonly seed: string }): ChartSpec {
  const moving = found.gains.filter(({ people }) => people.low !== 0 || people.high !== 0);
  const shown = (moving.length > 0 ? moving : found.gains).slice(0, MOST_ROWS);
  const ends = shown.flatMap(({ people: { estimate, low, high } }) => [estimate, low, high]);
  const reach = Math.max(...ends.map(Math.abs), 0) || 1;
  const first = shown[0];
  const title =
    first === undefined || first.people.estimate <= 0 || !first.isTold.people
      ? 'No single step brings more people out'
      : `${nameOf(first)}: ${step(first)} brings the most people out`;
  const rows = shown.map(
    (gain): Row => ({
      label: nameOf(gain),
      levels: step(gain),
      verdict: words(gain),
    }),
  );
  return {
    id: 'one-more',
    title,
    subtitle: `People out by the end of the window gained by one step more of each alone, in up to ${formatCount(found.replications, 'paired replication')}. Whiskers: 95 % interval. Blue: more, orange: fewer, grey: cannot be told from nothing. What moves nobody is in the table only.`,
    alt: `Bar chart with whiskers. ${title}. ${rows.map((row) => `${row.label}, ${row.levels}: ${row.verdict}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: { datasets: shown.flatMap((gain, index) => marks(gain, index, reach)) },
      options: rowOptions(
        rows,
        `${NOTICE} · ${formatCount(found.replications, 'replication')}, seed ${plain(seed, 24)}`,
      ),
    },
    table: tableOf(found.gains),
  };
}

const tableOf = (gains: readonly WideningGain[]): Table => ({
  columns: [
    ...['of', 'step', 'people gained', '95 % from', '95 % to'],
    ...['person-hours saved', '95 % from', '95 % to', 'pairs'],
  ],
  rows: gains.map((gain) => [
    nameOf(gain),
    step(gain),
    ...[gain.people, gain.hours].flatMap(({ estimate, low, high }) =>
      [estimate, low, high].map((value) => formatNumber(value)),
    ),
    whole(gain.pairs),
  ]),
});

const nameOf = ({ widening }: WideningGain): string => plain(widening.of, 60);
const step = ({ widening }: WideningGain): string => plain(widening.step, 60);

const words = ({ people, pairs, isScreenedOut }: WideningGain): string => {
  const { estimate, low, high } = people;
  const gained = low === high ? formatNumber(estimate) : formatInterval(estimate, low, high);
  return isScreenedOut ? `${gained} after ${formatCount(pairs, 'pair')}` : gained;
};

/** A bar from nothing to the mean, and its whisker, on the scale of all rows. */
function marks({ people, isTold, widening }: WideningGain, index: number, reach: number): readonly Dataset[] {
  const { estimate, low, high } = people;
  const hex = isTold.people ? (estimate > 0 ? BETTER : WORSE) : NEUTRAL;
  return barAndWhisker({ index, hex, label: widening.path }, estimate / reach, [low / reach, high / reach]);
}
