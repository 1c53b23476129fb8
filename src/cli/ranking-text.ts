import {
  formatAlike,
  formatCount,
  formatInterval,
  formatNumber,
  formatPercent,
  type Interval,
  type PairedDifference,
} from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import { scaleOf } from '../charts/sweep-view.ts';
import type { RankedPlan, Ranking } from '../experiment/index.ts';
import type { Catalogue, MeasureSpec } from '../model/index.ts';
import { setAsideText } from './set-aside-text.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** Three numbers of a measure: shares in percent, times in hours after the start. */
export const amounts = ({ kind }: Pick<MeasureSpec, 'kind'>, values: readonly number[]): string[] => {
  if (kind === 'share' || kind === 'indicator') return values.map(formatPercent);
  return formatAlike(kind === 'time' ? values.map((value) => value / 60) : values);
};

/** What the numbers of a measure are counted in. */
export const unitOf = ({ kind, unit }: Pick<MeasureSpec, 'kind' | 'unit'>): string => {
  if (kind === 'time') return 'hours after the start';
  return kind === 'share' || kind === 'indicator' ? 'percent' : unit;
};

/** A mean with its interval; in words where all runs gave the same, which bounds no other. */
export const meanText = (spec: MeasureSpec, mean: Interval): string => {
  const [estimate, low, high] = amounts(spec, [mean.estimate, mean.low, mean.high]);
  return mean.low === mean.high ? `${estimate} in every run` : `${estimate} (${low} to ${high})`;
};

/**
 * A paired difference with its interval, in the unit of the measure; of how often a time comes in percent. Where all pairs differ alike,
 * the interval has no width and is no bound for other runs: it is said in words what was seen.
 */
export const differenceText = (
  { kind }: Pick<MeasureSpec, 'kind'>,
  {
    difference,
    low,
    high,
    basis = 'mean',
  }: Pick<PairedDifference, 'difference' | 'low' | 'high'> & {
    readonly basis?: PairedDifference['basis'];
  },
): string => {
  if (difference === null) return '';
  const scale = basis === 'happened' ? 100 : scaleOf({ kind });
  const unit = basis === 'happened' ? ' % of runs' : '';
  if (low === null || high === null) return `${formatNumber(difference * scale)}${unit}`;
  if (low === high) return `${formatNumber(difference * scale)}${unit} in every run`;
  return `${formatInterval(difference * scale, low * scale, high * scale)}${unit}`;
};

const behindText = (spec: MeasureSpec, { behind }: RankedPlan): string => {
  if (behind === null) return 'leads';
  return behind.isIdentical ? 'identical' : differenceText(spec, behind);
};

/** The plans of one part of the ranking. */
const rows = (spec: MeasureSpec, plans: readonly RankedPlan[]): string[][] =>
  plans.map((one) => [
    plainText(one.name),
    formatNumber(one.replications, 0),
    meanText(spec, one.mean),
    behindText(spec, one),
  ]);

/** What was asked, and how. */
const heading = ({ spec, plans, stages }: Ranking, seed: string, colours: Colours): string => {
  const most = stages.at(-1) ?? 0;
  return [
    colours.bold(
      paragraph(
        `${spec.label.trim()}, ${unitOf(spec)}: which plan has the ${spec.better === 'more' ? 'most' : 'least'}?`,
      ),
    ),
    paragraph(
      `${formatCount(plans.length, 'plan')}, up to ${formatCount(most, 'replication')} of each, seed ${seed}, on the same random futures; screened after ${stages.join(', ')}`,
    ),
    spec.kind === 'time'
      ? paragraph('a time that did not come within the run counts as the end of the run')
      : '',
  ].join('');
};

/** Which plans may be the best; a share of those that could be ranked, where others could not. */
const verdict = ({ plans, setAside }: Ranking, candidates: number): string => {
  const among = setAside.length === 0 ? '' : ` of the ${plans.length} that could be ranked`;
  return candidates === 1
    ? `${plans[0]!.name} is the best${among}, with 95 % confidence:`
    : `the best${among} is one of these ${candidates}, with 95 % confidence:`;
};

/** What can be said of a plan that is left without another to compare it with. */
const alone = ({ name }: RankedPlan): string =>
  `only ${name} is left, and nothing tells whether it is the best:`;

/**
 * A ranking for a terminal, in less than 80 columns.
 *
 * @param ranking what the search found
 * @param catalogue of any of the plans, for the question
 */
export const rankingText = (
  ranking: Ranking,
  catalogue: Catalogue,
  { seed, colours }: { readonly seed: string; readonly colours: Colours },
): string => {
  const { spec, plans, setAside, spent, most } = ranking;
  const count = plans.filter(({ isCandidate }) => isCandidate).length;
  const [title, ...lines] = table([
    ['', 'runs', 'mean (95 % interval)', 'from the leader'],
    ...rows(spec, plans),
  ]);
  const dropped = plans.length - count;
  return [
    paragraph(catalogue.question),
    '\n',
    heading(ranking, seed, colours),
    '\n',
    colours.dim(title!),
    plans.length === 1 ? paragraph(alone(plans[0]!)) : colours.green(paragraph(verdict(ranking, count))),
    ...lines.slice(0, count),
    dropped === 0 ? '' : paragraph('beaten, and dropped:'),
    ...lines.slice(count).map((line) => colours.dim(line)),
    setAsideText(setAside),
    '\n',
    paragraph(`${formatCount(spent, 'run')}${spent < most ? ` instead of ${formatNumber(most)}` : ''}`),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
