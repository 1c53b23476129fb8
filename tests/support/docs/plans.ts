import { createSummariser, formatAlike, type MeasureSummary } from '../../../src/analysis/index.ts';
import { replicate } from '../../../src/experiment/index.ts';
import { compile } from '../../../src/model/index.ts';
import { shipped } from '../files.ts';

/** Runs behind every figure of a page: enough, because the teaching scenarios have little luck or none. */
const REPLICATIONS = 20;

/** A mean, with its 95 % interval where runs differ. */
const figure = ({ mean, low, high, min, max }: MeasureSummary): string => {
  if (mean === null) return 'not in every run';
  if (min === max || low === null || high === null) return formatAlike([mean])[0]!;
  const [middle, from, to] = formatAlike([mean, low, high]);
  return `${middle} (${from} to ${to})`;
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What a scenario or one of its variants gives for some measures. */
const figures = (name: string, variant: string | undefined, ids: readonly string[]): string[] => {
  const model = compile(shipped(name, variant).scenario);
  const summariser = createSummariser(model.catalogue);
  for (const outcome of replicate(model, { seed: '1', replications: REPLICATIONS })) summariser.add(outcome);
  const { measures } = summariser.summary('1');
  return ids.map((id) => {
    const found = measures.find(({ spec }) => spec.id === id);
    if (found === undefined) throw new Error(`${name} has no measure ${id}`);
    return figure(found);
  });
};

/** All plans of a scenario in a table: itself and its variants in rows, measures in columns. */
const planTable = (name: string, columns: readonly (readonly [string, string])[]): string => {
  const ids = columns.map(([id]) => id);
  const plans = [undefined, ...shipped(name).variants].map((variant) =>
    row([variant === undefined ? `\`${name}\`` : `\`#${variant}\``, ...figures(name, variant, ids)]),
  );
  return [
    row(['plan', ...columns.map(([, title]) => title)]),
    row(['---', ...ids.map(() => '---')]),
    ...plans,
  ].join('\n');
};

/**
 * Fills the tables of a page: what stands behind `<!-- plans NAME: measure = title; measure = title -->` up to the
 * next empty line is replaced by what the scenario and its variants give.
 */
export const withPlans = (page: string): string =>
  page.replace(/(<!-- plans ([\w-]+): (.+?) -->\n)[\s\S]*?(?=\n\n)/g, (_, mark, name, list) => {
    const columns = (list as string).split('; ').map((each) => each.split(' = ') as [string, string]);
    return `${mark}${planTable(name as string, columns)}`;
  });
