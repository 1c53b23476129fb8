import { formatAlike, formatCount, formatNumber } from '../analysis/format.ts';
import type { Effect, Swing, Tornado } from '../experiment/sensitivity.ts';
import type { Uncertain } from '../experiment/uncertain.ts';
import { bar } from './bars.ts';
import { NOTICE, rowOptions } from './frame.ts';
import { BETTER, WORSE } from './palette.ts';
import type { ChartSpec, Row } from './spec.ts';
import { named, scaleOf } from './sweep-view.ts';
import { plain } from './text.ts';

/** Most rows in one picture: the ten that move the measure most. */
const MOST_ROWS = 10;

/** How the runs were made, for the words under a chart. */
export interface Effort {
  readonly seed: string;
  readonly replications: number;
}

/** Stands for a change that is not known, because too few replications of it were finished. */
const UNFINISHED = 'not finished';

/** A signed number: `+12`, `-3`. */
const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);

/** The last two parts of a path name a number; the table has the whole of it. */
const nameOf = (path: string): string => plain(path.split('.').slice(-2).join(' · '), 60);

const footer = ({ seed, replications }: Effort): string =>
  `${NOTICE} · ${formatCount(replications, 'replication')}, seed ${plain(seed, 24)}`;

function rowOf({ name, low, high }: Swing<Uncertain>, scale: number): Row {
  const changes = [low, high].map((end) => (end === null ? null : end.estimate * scale));
  const texts = formatAlike(changes.map((value) => value ?? 0));
  const [a, b] = changes.map((value, index) => (value === null ? UNFINISHED : signed(texts[index]!, value)));
  return {
    label: nameOf(name.path),
    levels: `${plain(name.low, 30)} to ${plain(name.high, 30)}`,
    verdict: `${a} to ${b}`,
  };
}

/** The numbers that move a measure most, one at a time, as bars from the base: orange towards their low, blue towards their high. */
export function tornadoChart({ spec, base, swings }: Tornado<Uncertain>, effort: Effort): ChartSpec {
  const shown = swings.slice(0, MOST_ROWS);
  const scale = scaleOf(spec);
  const ends = shown.flatMap(({ low, high }) => [low?.estimate ?? 0, high?.estimate ?? 0]);
  const reach = Math.max(...ends.map(Math.abs)) || 1;
  const first = shown.find(({ low, high }) => low !== null || high !== null);
  const title =
    first === undefined
      ? `${named(spec)}: nothing is known to move it`
      : `${named(spec)}: ${nameOf(first.name.path)} moves it most`;
  const rows = shown.map((swing) => rowOf(swing, scale));
  return {
    id: 'tornado',
    title,
    subtitle: `Mean change from ${formatNumber(base.estimate * scale)} when one number alone moves, in ${formatCount(effort.replications, 'paired replication')}. Orange: to its low, blue: to its high (10 % and 90 % quantile of what is drawn once a run, 25 % either way of what is assumed or estimated).`,
    alt: `Tornado chart. ${title}. ${rows.map(({ label, verdict }) => `${label}: ${verdict}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: {
        datasets: shown.flatMap(({ name, low, high }, index) => [
          ...(low === null ? [] : [bar({ index, hex: WORSE, label: name.path }, low.estimate / reach)]),
          ...(high === null ? [] : [bar({ index, hex: BETTER, label: name.path }, high.estimate / reach)]),
        ]),
      },
      options: rowOptions(rows, footer(effort)),
    },
    table: {
      columns: [
        'number',
        'low',
        'high',
        `change at low: ${named(spec)}`,
        '95 % from',
        '95 % to',
        'change at high',
        '95 % from',
        '95 % to',
      ],
      rows: swings.map(({ name, low, high }) => [
        plain(name.path, 80),
        plain(name.low, 40),
        plain(name.high, 40),
        ...[low, high].flatMap((end) =>
          (['estimate', 'low', 'high'] as const).map((key) =>
            end === null ? UNFINISHED : formatNumber(end[key] * scale),
          ),
        ),
      ]),
    },
  };
}

/** Mean sizes of elementary effects: how much each number moves the measure wherever the others stand. */
export function morrisChart(
  effects: readonly Effect<string>[],
  {
    spec,
    trajectories,
    ...effort
  }: Effort & { readonly spec: Tornado<Uncertain>['spec']; readonly trajectories: number },
): ChartSpec {
  const shown = effects.slice(0, MOST_ROWS);
  const scale = scaleOf(spec);
  const reach = Math.max(...shown.map(({ muStar }) => muStar ?? 0)) || 1;
  const title = `${named(spec)}: ${nameOf(shown[0]?.name ?? 'nothing')} has the largest elementary effects`;
  const words = ({ muStar, sigma }: Effect<string>): string =>
    muStar === null
      ? UNFINISHED
      : `mu* ${formatNumber(muStar * scale)}${sigma === null ? '' : `, sigma ${formatNumber(sigma * scale)}`}`;
  return {
    id: 'morris',
    title,
    subtitle: `Morris screening, ${formatCount(trajectories, 'trajectory', 'trajectories')}, ${formatCount(effort.replications, 'paired replication')} at each of their points. Bars: mu*, the mean size of the effect of a number's whole range; sigma as large as mu*: it depends on the others.`,
    alt: `Bar chart. ${title}. ${shown.map((one) => `${one.name}: ${words(one)}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: {
        datasets: shown.map(({ name, muStar }, index) =>
          bar({ index, hex: BETTER, label: name }, (muStar ?? 0) / reach),
        ),
      },
      options: rowOptions(
        shown.map((one) => ({ label: nameOf(one.name), levels: 'whole range', verdict: words(one) })),
        footer(effort),
      ),
    },
    table: {
      columns: ['number', `mu*: ${named(spec)}`, 'mu', 'sigma'],
      rows: effects.map(({ name, muStar, mu, sigma }) => [
        plain(name, 80),
        ...[muStar, mu, sigma].map((value) => (value === null ? '–' : formatNumber(value * scale))),
      ]),
    },
  };
}
