import type { Comparison, MeasureComparison } from '../analysis/compare.ts';
import { formatCount, formatDuration, formatNumber, formatPercent, formatValue } from '../analysis/format.ts';
import type { Summary } from '../analysis/summary.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { SetAside } from '../experiment/attempt.ts';
import type { LedgerEntry } from '../scenario/index.ts';
import { html, type Markup } from './escape.ts';
import { chapters } from './figures.ts';
import { type Assets, page } from './page.ts';
import { header, ledgerTable, runSection } from './sections.ts';
import { table } from './table.ts';

/** What is needed to get the same comparison again. */
export interface ComparisonRecord {
  readonly airbridge: string;
  /** version of Node */
  readonly node?: string;
  readonly scenarios: readonly { readonly name: string; readonly title: string; readonly sha256: string }[];
  readonly seed: string;
  readonly replications: number;
  /** first replication, 0 unless a later batch was asked for */
  readonly first?: number;
  readonly command: readonly string[];
  /** replications that could not be finished for a plan, and are in no difference */
  readonly failed?: readonly {
    readonly plan: string;
    readonly replication: number;
    readonly failure: string;
  }[];
}

export interface ComparisonInput {
  /** the base first */
  readonly summaries: readonly Summary[];
  /** every variant against the base */
  readonly comparisons: readonly Comparison[];
  readonly charts: readonly ChartSpec[];
  /** variants of which too few replications were finished to compare them */
  readonly setAside?: readonly SetAside[];
  readonly record: ComparisonRecord;
  /** of the base */
  readonly ledger: readonly LedgerEntry[];
  readonly assets: Assets;
}

/** Most variants that the answer speaks of; the tables have them all. */
const MOST = 3;

/**
 * The report of a comparison: one HTML file, see `page`.
 *
 * @throws RangeError when there is no base
 */
export function comparisonHtml(input: ComparisonInput): string {
  const { summaries, comparisons, charts, record, assets } = input;
  const [base] = summaries;
  if (base === undefined) throw new RangeError('a comparison needs a base');
  const differ = charts.filter(({ id }) => id !== 'compared-people-out').map(({ id }) => id);
  return page({
    title: `${base.catalogue.title}: plans compared`,
    version: record.airbridge,
    charts,
    assets,
    body: [
      intro(base, summaries),
      inShort(base, comparisons),
      chapters(charts, [
        { id: 'who', title: 'Who gets out under each plan', charts: ['compared-people-out'] },
        { id: 'differences', title: 'What differs', charts: differ },
      ]),
      measureTables(base, comparisons),
      ledgerTable(input.ledger),
      howItWasRun(record, input.setAside ?? []),
    ],
  });
}

const intro = (base: Summary, summaries: readonly Summary[]): Markup =>
  header(
    base.catalogue,
    `${formatCount(base.replications, 'run')} of each plan, on the same random futures`,
    table({
      columns: ['plan', 'title', 'part'],
      rows: summaries.map((each, index) => [
        each.catalogue.name,
        each.catalogue.title,
        index === 0 ? 'base' : 'variant',
      ]),
    }),
  );

/** For each variant what becomes of the first headline, and how many of the others differ. */
function inShort(base: Summary, comparisons: readonly Comparison[]): Markup {
  return html`<section aria-labelledby="answer"><h2 id="answer">In short</h2>
${comparisons.slice(0, MOST).map((each) => html`<p class="answer" dir="auto">${sentence(base, each)}</p>`)}</section>
`;
}

function sentence(base: Summary, { variant, measures }: Comparison): string {
  const headlines = measures.filter(({ spec }) => spec.headline);
  const first = headlines[0];
  if (first === undefined) return `${variant} has no headline in common with ${base.catalogue.name}.`;
  const count = (direction: MeasureComparison['direction']): number =>
    headlines.filter((each) => each.direction === direction).length;
  const rest = `of ${formatCount(headlines.length, 'headline')} ${formatCount(count('better'), 'is', 'are')} better, ${count('worse')} worse and ${count('changed')} otherwise changed`;
  return `${variant}: ${first.verdict}; ${rest}.`;
}

const COLUMNS = ['measure', 'unit', 'base', 'variant', 'difference', '95 % from', '95 % to', 'verdict'];

function measureTables(base: Summary, comparisons: readonly Comparison[]): Markup {
  return html`<section aria-labelledby="measures"><h2 id="measures">All measures</h2>
${comparisons.map(
  ({ variant, measures, unmatched }) => html`<details><summary dir="auto">${variant}</summary>
${table({ columns: COLUMNS, rows: measures.map((each) => row(base, each)) })}
${unmatched.length === 0 ? '' : html`<p>Not compared, because only one of the two has them: <bdi>${unmatched.join(', ')}</bdi></p>`}</details>
`,
)}</section>
`;
}

const isShare = ({ basis, spec }: MeasureComparison): boolean =>
  basis === 'happened' || spec.kind === 'indicator' || spec.kind === 'share';

function row({ catalogue }: Summary, each: MeasureComparison): readonly string[] {
  const { spec } = each;
  const level = (value: number | null): string => {
    if (value === null) return 'never';
    return isShare(each) ? formatPercent(value) : formatValue(spec, value, catalogue);
  };
  const gap = (value: number | null): string => {
    if (value === null) return '–';
    if (isShare(each)) return formatNumber(value * 100, 1);
    return spec.kind === 'time' ? formatDuration(value) : formatNumber(value);
  };
  return [
    spec.label.trim(),
    isShare(each) ? '%' : spec.unit,
    level(each.base),
    level(each.variant),
    ...[each.difference, each.low, each.high].map(gap),
    each.verdict,
  ];
}

/** Replications that are in no difference, and plans that are in none; nothing when all are. */
function failedRows({ failed = [] }: ComparisonRecord, setAside: readonly SetAside[]): string[][] {
  const names = failed
    .filter(({ plan }) => setAside.every(({ name }) => name !== plan))
    .map(({ plan, replication }) => `${replication} (${plan})`);
  return [
    ...(names.length === 0 ? [] : [['failed', `left out of all differences: ${names.join(', ')}`]]),
    ...setAside.map(({ name, finished, replications }) => [
      'set aside',
      `${name}: only ${finished} of ${formatCount(replications, 'replication was', 'replications were')} finished`,
    ]),
  ];
}

function howItWasRun(record: ComparisonRecord, setAside: readonly SetAside[]): Markup {
  const rows = [
    ...record.scenarios.map(({ name, sha256 }) => ['scenario', `${name}, SHA-256 ${sha256}`]),
    ['seed', record.seed],
    ['replications', `${record.replications} of each`],
    ...failedRows(record, setAside),
    ['command', `airbridge ${record.command.join(' ')}`],
    ['airbridge', record.airbridge],
  ];
  return runSection(
    `Every plan met the same random futures, replication by replication, so that differences are those of the plans. The
interval of a difference says how well its mean is known; a verdict counts all comparisons made.`,
    rows,
  );
}
