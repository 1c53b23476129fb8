import { formatCount, formatInterval, formatNumber, formatPercent, unitFor } from '../analysis/format.ts';
import type { Interval } from '../analysis/interval.ts';
import type { Disagreement, Explanation, PairGain, WideningGain } from '../experiment/index.ts';

/** Constraints that bind in less of the time than this are not listed. */
const WORTH_TELLING = 0.01;

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** An estimate with its interval; the estimate alone where every run says the same. */
export const amount = ({ estimate, low, high }: Interval): string =>
  low === high ? formatNumber(estimate) : formatInterval(estimate, low, high);

/** `1 more person` */
const more = (amount: string): string => `${amount} more ${unitFor(amount, 'people')}`;

/** What there is one step more of: `US C-17 from Al Udeid: 1 more craft`. */
export const stepName = ({ widening: { of, step } }: Pick<WideningGain, 'widening'>): string =>
  `${of}: ${step}`;

/** Whether one step more moved nobody and no hour, in any pair of runs. */
export const isIdle = ({ people, hours }: WideningGain): boolean =>
  [people, hours].every(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)) < 1e-6);

/** What the plan as it is brings out, against its ceiling. */
export const baseSentence = ({ base }: Explanation): string => {
  const out = `${formatCount(base.people, 'person is', 'people are')} out by the end of the window`;
  if (base.ceiling === null || base.reached === null) return `${out}.`;
  return `${out}: ${formatPercent(base.reached)} of a ceiling of ${formatNumber(base.ceiling)} that no plan can pass with the same capacities.`;
};

/** What binds, in shares of the time. */
export const bindingSentence = ({ binding }: Explanation): string => {
  const told = binding.filter(({ share }) => share >= WORTH_TELLING);
  return `What binds, in shares of the time: ${told.map(({ label, share }) => `${lower(label)} ${formatPercent(share)}`).join('; ')}.`;
};

/** What stands right behind a constraint that one step more did not help. */
const behind = ({ behind: next }: WideningGain): string => {
  if (next === null) return 'one step is too little to show what binds behind it';
  const { constraint, label, share } = next;
  return constraint === 'demand'
    ? `nobody waits in ${formatPercent(share)} more of the time, but nobody was left for it to bring`
    : `${lower(label)} binds right behind, in ${formatPercent(share)} more of the time`;
};

const disagreement = ({ kind, binding, gain }: Disagreement): string => {
  const often = `${binding.label}: binds in ${formatPercent(binding.share)} of the time`;
  if (kind === 'binds-in-vain')
    return `${often}, but no step brings more people out (best: ${stepName(gain)}); ${behind(gain)}.`;
  return `${often} only, but ${stepName(gain)} brings ${more(formatNumber(gain.people.estimate))} out.`;
};

/** Where how often something binds and what one step more of it is worth say different things, a sentence each. */
export const disagreementSentences = ({ disagreements }: Explanation): readonly string[] =>
  disagreements.map(disagreement);

/** The two steps that help each other most, or that none do; nothing where none were tried together. */
export const pairSentences = ({ pairs }: Explanation): readonly string[] => {
  if (pairs.length === 0) return [];
  const best = pairs.find(({ isMore }) => isMore);
  return [
    best === undefined ? `No pair helps more than its two alone, of ${pairs.length} tried.` : together(best),
  ];
};

const together = ({ widenings, people, together: beyond, isOnlyTogether }: PairGain): string => {
  const [a, b] = widenings.map((widening) => stepName({ widening }));
  const gained = `${more(amount(people))} out`;
  return isOnlyTogether
    ? `Only together: ${a}, with ${b}, brings ${gained}; either alone brings nobody.`
    : `Better together: ${a}, with ${b}, brings ${gained}, ${amount(beyond)} beyond what the two bring one by one.`;
};
