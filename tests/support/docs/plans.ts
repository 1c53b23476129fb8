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

/** A column of a table: a measure, and its title there. */
type Column = readonly [id: string, title: string];

/** One plan of a scenario as a row of its table. */
const planRow = (name: string, variant: string | undefined, columns: readonly Column[]): string => {
  const title = variant === undefined ? `\`${name}\`` : `\`#${variant}\``;
  const ids = columns.map(([id]) => id);
  return row([title, ...figures(name, variant, ids)]);
};

/** All plans of a scenario in a table: itself and its variants in rows, measures in columns. */
const planTable = (name: string, columns: readonly Column[]): string => {
  const plans = [undefined, ...shipped(name).variants].map((variant) => planRow(name, variant, columns));
  return [
    row(['plan', ...columns.map(([, title]) => title)]),
    row(['---', ...columns.map(() => '---')]),
    ...plans,
  ].join('\n');
};

const MARK = /(<!-- plans ([\w-]+): (.+?) -->\n)[\s\S]*?(?=\n\n)/g;

const columnsOf = (list: string): Column[] =>
  list.split('; ').map((each) => each.split(' = ') as [string, string]);

/** Of each table of a page the row of the scenario as it stands, without its variants. */
export const baseRows = (page: string): string[] =>
  [...page.matchAll(MARK)].map(([, , name, list]) => planRow(name!, undefined, columnsOf(list!)));

/**
 * Fills the tables of a page: what stands behind `<!-- plans NAME: measure = title; measure = title -->` up to the
 * next empty line is replaced by what the scenario and its variants give.
 */
export const withPlans = (page: string): string =>
  page.replace(
    MARK,
    (_, mark: string, name: string, list: string) => `${mark}${planTable(name, columnsOf(list))}`,
  );
