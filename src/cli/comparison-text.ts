import {
  type Comparison,
  type Direction,
  formatAlike,
  formatCount,
  formatNumber,
  formatPercent,
  formatValue,
  type MeasureComparison,
  type Summary,
} from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import type { ScenarioComparison } from '../experiment/index.ts';
import type { Catalogue } from '../model/index.ts';
import { setAsideText } from './set-aside-text.ts';
import { bySection, labelled } from './summary-text.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** The word before a verdict, for readers without colours; the other verdicts say it themselves. */
const WORD: Readonly<Record<Direction, string>> = {
  better: 'better: ',
  worse: 'worse: ',
  changed: 'changed: ',
  none: '',
  identical: '',
};

/** Base and variant as their kind asks for. */
const levels = (
  catalogue: Catalogue,
  { spec, basis, base, variant }: MeasureComparison,
): [string, string] => {
  if (base === null || variant === null) return ['never', 'never'];
  if (basis === 'happened') return [`in ${formatPercent(base)}`, `in ${formatPercent(variant)}`];
  if (spec.kind !== 'count' && spec.kind !== 'hours')
    return [formatValue(spec, base, catalogue), formatValue(spec, variant, catalogue)];
  const [from, to] = formatAlike([base, variant]);
  return [from!, to!];
};

const painted = (direction: Direction, text: string, colours: Colours): string => {
  if (direction === 'better') return colours.green(text);
  if (direction === 'worse') return colours.red(text);
  return direction === 'changed' ? colours.yellow(text) : colours.dim(text);
};

/** The verdict below its numbers, behind its word. */
const verdictText = ({ direction, verdict }: MeasureComparison, colours: Colours): string =>
  painted(direction, paragraph(`${WORD[direction]}${verdict}`, 6), colours);

/** Measures of a section that are the same in every replication, in one sentence. */
const identical = (measures: readonly MeasureComparison[], colours: Colours): string => {
  if (measures.length === 0) return '';
  const names = measures.map(({ spec }) => labelled(spec).trim()).join('; ');
  return colours.dim(paragraph(`identical in every replication: ${names}`, 2));
};

/** How far the mean moved, in percent of the base, where that can be told. */
const change = ({ ratio, direction }: MeasureComparison): string => {
  if (ratio === null || direction === 'none') return '';
  const percent = (ratio.estimate - 1) * 100;
  const text = formatNumber(percent, Math.abs(percent) < 10 ? 1 : 0);
  return `${percent > 0 ? '+' : ''}${text} %`;
};

/** One variant against the base. */
const against = (base: Summary, comparison: Comparison, colours: Colours): string => {
  const heading = colours.bold(paragraph(`${comparison.variant} against ${comparison.base}`));
  if (comparison.measures.every(({ direction }) => direction === 'identical'))
    return `${heading}${paragraph('identical: every measure has the same value in every replication', 2)}${unmatched(comparison)}`;
  const headlines = comparison.measures.filter(({ spec }) => spec.headline);
  const different = headlines.filter(({ direction }) => direction !== 'identical');
  const rows = different.map((one) => [labelled(one.spec), ...levels(base.catalogue, one), change(one)]);
  const [title, ...lines] = table([['', 'base', 'variant', 'change'], ...rows]);
  const numbers = new Map(different.map((one, index) => [one, lines[index]!]));
  const blocks = [...bySection(headlines)].map(([name, measures]) => {
    const told = measures.filter((one) => numbers.has(one));
    const text = told.map((one) => `${numbers.get(one)}${verdictText(one, colours)}`).join('');
    const same = measures.filter((one) => !numbers.has(one));
    return `${colours.bold(plainText(name))}\n${text}${identical(same, colours)}`;
  });
  const columns = different.length === 0 ? '' : colours.dim(title!);
  return `${heading}${columns}${blocks.join('\n')}${pairing(different)}${unmatched(comparison)}`;
};

/** What meeting the same futures was worth, for the first measure that differs in some run. */
const pairing = (different: readonly MeasureComparison[]): string => {
  const one = different.find(({ unpaired }) => unpaired !== null);
  if (one?.unpaired == null || one.varianceRatio === null) return '';
  const { spec, pairs, unpaired, varianceRatio } = one;
  const worth =
    unpaired > pairs
      ? `Pairing cut the variance of the difference ${formatNumber(varianceRatio, varianceRatio < 10 ? 1 : 0)} times`
      : 'Pairing did not cut the variance of the difference';
  return `\n${paragraph(`${worth}: for "${spec.label.trim()}", ${formatCount(pairs, 'paired replication')} of each plan tell as much as ${formatNumber(unpaired)} unpaired ones would.`)}`;
};

const unmatched = ({ unmatched }: Comparison): string =>
  unmatched.length === 0
    ? ''
    : `\n${paragraph(`not compared, because only one of the two has them: ${unmatched.join(', ')}`)}`;

/** Why an interval that leaves zero out may not be enough. */
const counting = (comparisons: readonly Comparison[]): string => {
  const family = comparisons[0]?.measures.find(({ spec }) => spec.headline)?.family ?? 1;
  if (family < 2) return 'a difference is told where p < 0.05';
  const stray = Math.max(1, Math.round(family / 20));
  return `A difference is told only where it stands once all ${formatNumber(family)} comparisons of headlines are counted (Holm's correction): looked at alone, about ${formatCount(stray, 'interval leaves', 'intervals leave')} zero out though nothing differs.`;
};

/**
 * Paired differences for a terminal, in less than 80 columns.
 *
 * @param summaries the base first
 * @param found every variant against the base, and those that could not be compared
 * @param colours none where the output is piped
 */
export const comparisonText = (
  summaries: readonly Summary[],
  found: Pick<ScenarioComparison, 'comparisons' | 'setAside'>,
  colours: Colours,
): string => {
  const { comparisons, setAside } = found;
  const base = summaries[0]!;
  const { replications, seed, catalogue } = base;
  const what = `${formatCount(replications, 'replication')} of each, seed ${seed}, paired: every plan meets the same random futures`;
  return [
    paragraph(`${catalogue.title}: ${catalogue.question}`),
    '\n',
    paragraph(what),
    paragraph('differences are of means, with 95 % intervals'),
    colours.dim(paragraph(counting(comparisons))),
    ...comparisons.map((comparison) => `\n${against(base, comparison, colours)}`),
    setAside.length === 0 ? '' : `\n${setAsideText(setAside)}`,
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
