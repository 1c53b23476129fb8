import { formatAlike, formatCount, formatNumber, type Interval } from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import { scaleOf } from '../charts/sweep-view.ts';
import type { Effect, Uncertain } from '../experiment/index.ts';
import type { Catalogue, MeasureSpec } from '../model/index.ts';
import { differenceText, unitOf } from './ranking-text.ts';
import type { SensitivityFlags, Study } from './sensitivity.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** What is moved with a number, in words. */
export const withText = ({ together }: Uncertain): string =>
  together.length === 0 ? '' : ` (with ${together.join(', ')})`;

const withInterval = (spec: MeasureSpec, { estimate, low, high }: Interval): string =>
  differenceText(spec, { difference: estimate, low, high });

/** A change with its interval, in the measure's unit. */
const change = (spec: MeasureSpec, found: Interval | null): string => {
  if (found === null) return 'not finished';
  return found.low === 0 && found.high === 0 ? 'none' : withInterval(spec, found);
};

/** Two lines a number: its path, then the values between which it was moved and what that did. */
const lines = ({ tornado }: Study, top: number, colours: Colours): string[] => {
  const { spec, swings } = tornado;
  const shown = swings.slice(0, top);
  const rows = shown.map(({ name, low, high }) => [
    plainText(`${name.low} to ${name.high}`),
    change(spec, low),
    change(spec, high),
  ]);
  const [title, ...texts] = table([['', 'at low', 'at high'], ...rows], 4);
  return [
    colours.dim(title!),
    ...shown.map(({ name }, index) => `${paragraph(`${name.path}${withText(name)}`, 2)}${texts[index]}`),
  ];
};

/** The screening, largest effects first. */
const screening = ({ tornado, effects }: Study, flags: SensitivityFlags, colours: Colours): string => {
  if (effects.length === 0) return '';
  const scale = scaleOf(tornado.spec);
  const numbers = ({ muStar, mu, sigma }: Effect<string>): string[] =>
    muStar === null || mu === null
      ? ['not finished', '', '']
      : formatAlike([muStar, mu, sigma ?? 0].map((value) => value * scale));
  const rows = effects.slice(0, flags.top).map((one) => [plainText(one.name), ...numbers(one)]);
  const [title, ...texts] = table([['', 'mu*', 'mu', 'sigma'], ...rows]);
  return [
    '\n',
    colours.bold(
      paragraph(`Morris screening, ${formatCount(flags.trajectories, 'trajectory', 'trajectories')}`),
    ),
    paragraph(
      'the effect of the whole range wherever the others stand: mu* its mean size, mu its mean, sigma its spread (as large as mu*: it depends on the others)',
    ),
    colours.dim(title!),
    ...texts,
  ].join('');
};

/**
 * A sensitivity study for a terminal, in less than 80 columns.
 *
 * @param found what it found
 * @param flags how much is shown
 */
export const sensitivityText = (
  found: Study,
  flags: SensitivityFlags,
  { catalogue, colours }: { readonly catalogue: Catalogue; readonly colours: Colours },
): string => {
  const { tornado, leftAlone } = found;
  const { spec, base, swings } = tornado;
  const more = swings.length - flags.top;
  return [
    paragraph(catalogue.question),
    '\n',
    colours.bold(paragraph(`What moves ${spec.label.trim().toLowerCase()} (${unitOf(spec)}) most?`)),
    paragraph(
      `from ${withInterval(spec, base)}, when one number alone is moved; ${formatCount(flags.replications, 'replication')}, seed ${flags.seed}, on the same random futures`,
    ),
    paragraph(
      'low and high: 10 % and 90 % quantile of what is drawn once a run; 25 % either way of what is assumed or estimated',
    ),
    '\n',
    ...lines(found, flags.top, colours),
    more > 0 ? paragraph(`and ${formatNumber(more)} more that move it less`, 2) : '',
    leftAlone.length === 0
      ? ''
      : paragraph(
          `left alone, because others would contradict them: ${formatCount(leftAlone.length, 'number')}`,
          2,
        ),
    screening(found, flags, colours),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
