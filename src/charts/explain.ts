import { formatCount, formatNumber } from '../analysis/format.ts';
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
  // One rule for all rows: tenths as soon as one gain is so small that they matter.
  const decimals = shown.some(({ people: { estimate } }) => isSmall(estimate)) ? 1 : 0;
  const rows = shown.map(
    (gain): Row => ({
      label: nameOf(gain),
      levels: step(gain),
      verdict: words(gain, decimals),
    }),
  );
  return {
    id: 'one-more',
    title,
    subtitle: `People gained by the end of the window by one step more of each alone. Whiskers and brackets: 95 % intervals from up to ${formatCount(found.replications, 'pair')} of runs${shown.some(({ isScreenedOut }) => isScreenedOut) ? ', fewer where the first promised little' : ''}. ${coloursOf(shown, found.gains.length)}. ${restOf(shown, moving, found.gains)}`,
    alt: `Bar chart with whiskers. ${title}. ${rows.map((row) => `${row.label}, ${row.levels}: ${row.verdict}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: { datasets: shown.flatMap((gain, index) => marks(gain, index, reach)) },
      options: rowOptions(
        rows,
        `${NOTICE} · ${formatCount(found.replications, 'replication')}, seed ${plain(seed, 24)}`,
        { sides: ['fewer', 'more'] },
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

const isSmall = (gain: number): boolean => !Number.isInteger(gain) && Math.abs(gain) < 10;

const words = ({ people, pairs, isScreenedOut }: WideningGain, decimals: number): string => {
  const [gained, low, high] = [people.estimate, people.low, people.high].map((one) =>
    formatNumber(one, decimals),
  );
  const span = people.low === people.high ? '' : ` (${low} to ${high})`;
  return `${gained}${span}${isScreenedOut ? `, ${formatCount(pairs, 'pair')}` : ''}`;
};

/** What the colours that occur mean; an interval alone may leave nothing out, and yet not when so many are looked at. */
function coloursOf(shown: readonly WideningGain[], all: number): string {
  const together = all > 1 ? ` once all ${whole(all)} steps are judged together` : '';
  const meanings: readonly [hex: string, meaning: string][] = [
    [BETTER, 'blue: more'],
    [WORSE, 'orange: fewer'],
    [NEUTRAL, `grey: cannot be told from nothing${together}`],
  ];
  const used = meanings.filter(([hex]) => shown.some((gain) => hexOf(gain) === hex));
  const text = used.map(([, meaning]) => meaning).join(', ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Which steps have no row. */
function restOf(
  shown: readonly WideningGain[],
  moving: readonly WideningGain[],
  all: readonly WideningGain[],
): string {
  if (shown.length === all.length) return '';
  if (shown.length < moving.length) return `Shown: the ${shown.length} that bring most.`;
  return `Not shown: ${formatCount(all.length - shown.length, 'step that moves', 'steps that move')} nobody.`;
}

const hexOf = ({ people, isTold }: WideningGain): string => {
  if (!isTold.people) return NEUTRAL;
  return people.estimate > 0 ? BETTER : WORSE;
};

/** A bar from nothing to the mean, and its whisker, on the scale of all rows. */
function marks(gain: WideningGain, index: number, reach: number): readonly Dataset[] {
  const { estimate, low, high } = gain.people;
  return barAndWhisker({ index, hex: hexOf(gain), label: gain.widening.path }, estimate / reach, [
    low / reach,
    high / reach,
  ]);
}
