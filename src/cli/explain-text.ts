import { formatInterval, formatNumber, formatPercent, type Interval } from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import type { Disagreement, Explanation, PairGain, WideningGain } from '../experiment/index.ts';
import type { Catalogue } from '../model/index.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** Constraints that bind in less of the time than this are not listed. */
const WORTH_TELLING = 0.01;

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

const amount = ({ estimate, low, high }: Interval): string =>
  low === high ? formatNumber(estimate) : formatInterval(estimate, low, high);

const nameOf = ({ widening: { of, step } }: WideningGain): string => plainText(`${of}: ${step}`);

const isIdle = ({ people, hours }: WideningGain): boolean =>
  [people, hours].every(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)) < 1e-6);

/** What the base brings out, against its ceiling. */
const baseText = ({ base }: Explanation): string => {
  const out = `${formatNumber(base.people)} people are out by the end of the window`;
  if (base.ceiling === null || base.reached === null) return paragraph(`${out}.`);
  return paragraph(
    `${out}: ${formatPercent(base.reached)} of a ceiling of ${formatNumber(base.ceiling)} that no plan can pass with the same capacities.`,
  );
};

const bindingText = ({ binding }: Explanation): string => {
  const told = binding.filter(({ share }) => share >= WORTH_TELLING);
  return paragraph(
    `What binds, in shares of the time: ${told.map(({ label, share }) => `${lower(label)} ${formatPercent(share)}`).join('; ')}.`,
  );
};

/** Widenings that brought anything, with their intervals; a star marks what stands after correction. */
const gainTable = (gains: readonly WideningGain[], colours: Colours): string => {
  const rows = gains.map((gain) => [
    `${nameOf(gain)}${gain.isScreenedOut ? ` (${gain.pairs} pairs)` : ''}`,
    `${amount(gain.people)}${gain.isTold.people ? ' *' : '  '}`,
    `${amount(gain.hours)}${gain.isTold.hours ? ' *' : '  '}`,
  ]);
  const [title, ...lines] = table([['', 'people  ', 'hours saved  '], ...rows]);
  return [colours.dim(title!), ...lines].join('');
};

/** What stands right behind a constraint that one step more did not help. */
const behindText = ({ behind }: WideningGain): string => {
  if (behind === null) return 'one step is too little to show what binds behind it';
  const { constraint, label, share } = behind;
  return constraint === 'demand'
    ? `nobody waits in ${formatPercent(share)} more of the time, but nobody was left for it to bring`
    : `${lower(label)} binds right behind, in ${formatPercent(share)} more of the time`;
};

/**
 * A sentence about a constraint and what one step more of it brings.
 *
 * @param disagreement between how often it binds and what widening it is worth
 */
const disagreementText = ({ kind, binding, gain }: Disagreement): string => {
  const often = `${binding.label}: binds in ${formatPercent(binding.share)} of the time`;
  if (kind === 'binds-in-vain')
    return `${often}, but no step brings more people out (best: ${nameOf(gain)}); ${behindText(gain)}.`;
  return `${often} only, but ${nameOf(gain)} brings ${formatNumber(gain.people.estimate)} more people out.`;
};

const pairText = (pairs: readonly PairGain[]): string => {
  if (pairs.length === 0) return '';
  const best = pairs.find(({ isMore }) => isMore);
  if (best === undefined)
    return paragraph(`No pair helps more than its two alone, of ${pairs.length} tried.`);
  const [a, b] = best.widenings.map(({ of, step }) => plainText(`${of}: ${step}`));
  const gained = `${amount(best.people)} more people out`;
  return best.isOnlyTogether
    ? paragraph(`Only together: ${a}, with ${b}, brings ${gained}; either alone brings nobody.`)
    : paragraph(
        `Better together: ${a}, with ${b}, brings ${gained}, ${amount(best.together)} beyond what the two bring one by one.`,
      );
};

/**
 * An explanation for a terminal, in less than 80 columns.
 *
 * @param found what one more of everything is worth
 * @param options.leftAlone steps that contradict the rest of the scenario
 */
export const explainText = (
  found: Explanation,
  options: {
    readonly catalogue: Catalogue;
    readonly seed: string;
    readonly leftAlone: readonly string[];
    readonly colours: Colours;
  },
): string => {
  const { catalogue, seed, leftAlone, colours } = options;
  const idle = found.gains.filter(isIdle);
  const moving = found.gains.filter((gain) => !isIdle(gain));
  return [
    paragraph(catalogue.question),
    '\n',
    baseText(found),
    bindingText(found),
    '\n',
    colours.bold(paragraph('What one more of each is worth')),
    paragraph(
      `paired differences with 95 % intervals, up to ${formatNumber(found.replications)} replications, seed ${seed}; * stands after Holm's correction over all ${found.gains.length}; hours: person-hours of waiting`,
    ),
    moving.length === 0 ? paragraph('nothing in the list changes anything', 2) : gainTable(moving, colours),
    idle.length === 0 ? '' : paragraph(`nothing, in any pair of runs: ${idle.map(nameOf).join('; ')}`, 2),
    leftAlone.length === 0
      ? ''
      : paragraph(`left alone, because others contradict them: ${leftAlone.join('; ')}`, 2),
    '\n',
    ...found.disagreements.map((each) => paragraph(disagreementText(each))),
    pairText(found.pairs),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
