import {
  type Comparison,
  type Direction,
  formatAlike,
  formatNumber,
  formatPercent,
  formatValue,
  type MeasureComparison,
  type Summary,
} from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import type { Catalogue } from '../model/index.ts';
import { bySection, labelled } from './summary-text.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** The sign before a verdict, for readers without colours. */
const SIGN: Readonly<Record<Direction, string>> = {
  better: '+',
  worse: '-',
  changed: '~',
  none: '.',
  identical: '=',
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

/** The verdict below its numbers, behind its sign. */
const verdictText = ({ direction, verdict }: MeasureComparison, colours: Colours): string => {
  const text = paragraph(verdict, 6);
  return painted(direction, `    ${SIGN[direction]} ${text.slice(6)}`, colours);
};

/** Measures of a section that are the same in every replication, in one sentence. */
const identical = (measures: readonly MeasureComparison[], colours: Colours): string => {
  if (measures.length === 0) return '';
  const names = measures.map(({ spec }) => labelled(spec).trim()).join('; ');
  return colours.dim(`  = ${paragraph(`identical in every replication: ${names}`, 4).slice(4)}`);
};

/** One variant against the base. */
const against = (base: Summary, comparison: Comparison, colours: Colours): string => {
  const headlines = comparison.measures.filter(({ spec }) => spec.headline);
  const different = headlines.filter(({ direction }) => direction !== 'identical');
  const rows = different.map((one) => [labelled(one.spec), ...levels(base.catalogue, one)]);
  const [title, ...lines] = table([['', 'base', 'variant'], ...rows]);
  const numbers = new Map(different.map((one, index) => [one, lines[index]!]));
  const blocks = [...bySection(headlines)].map(([name, measures]) => {
    const told = measures.filter((one) => numbers.has(one));
    const text = told.map((one) => `${numbers.get(one)}${verdictText(one, colours)}`).join('');
    const same = measures.filter((one) => !numbers.has(one));
    return `${colours.bold(plainText(name))}\n${text}${identical(same, colours)}`;
  });
  const heading = colours.bold(paragraph(`${comparison.variant} against ${comparison.base}`));
  const columns = different.length === 0 ? '' : colours.dim(title!);
  return `${heading}${columns}${blocks.join('\n')}${unmatched(comparison)}`;
};

const unmatched = ({ unmatched }: Comparison): string =>
  unmatched.length === 0
    ? ''
    : `\n${paragraph(`not compared, because only one of the two has them: ${unmatched.join(', ')}`)}`;

/**
 * Paired differences for a terminal, in less than 80 columns.
 *
 * @param summaries the base first
 * @param comparisons every variant against the base
 * @param colours none where the output is piped
 */
export const comparisonText = (
  summaries: readonly Summary[],
  comparisons: readonly Comparison[],
  colours: Colours,
): string => {
  const base = summaries[0]!;
  const { replications, seed, catalogue } = base;
  const what = `${formatNumber(replications)} replications of each, seed ${seed}, paired: every plan meets the same random futures`;
  const legend = '+ better, - worse, ~ changed, . no difference can be told, = identical';
  return [
    paragraph(`${catalogue.title}: ${catalogue.question}`),
    '\n',
    paragraph(what),
    paragraph('differences are of means, with 95 % intervals; a verdict counts all comparisons made'),
    colours.dim(paragraph(legend)),
    ...comparisons.map((comparison) => `\n${against(base, comparison, colours)}`),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
