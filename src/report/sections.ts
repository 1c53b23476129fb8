import { formatCount, formatPercent, formatValue } from '../analysis/format.ts';
import { fewRuns } from '../analysis/measures.ts';
import type { MeasureSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { tellingSpans } from '../charts/binding.ts';
import { NOTICE } from '../charts/frame.ts';
import type { Catalogue } from '../model/outcome.ts';
import type { LedgerEntry } from '../scenario/index.ts';
import { html, type Markup, type Part } from './escape.ts';
import type { Provenance } from './provenance.ts';
import { answer, estimate, pair } from './sentences.ts';
import { table } from './table.ts';

/**
 * Notice, title, question and window, as every page begins.
 *
 * @param effort how often what was run
 * @param more what else stands in the header
 */
export function header(catalogue: Catalogue, effort: string, more: Part = ''): Markup {
  const [start, end] = [localTime(catalogue, 0, 'full'), localTime(catalogue, catalogue.window, 'full')];
  return html`<header>
<p class="notice">${NOTICE}</p>
<h1 dir="auto">${catalogue.title}</h1>
<p class="question" dir="auto">${catalogue.question}</p>
<p class="window">${start} to ${end}, <bdi>${catalogue.zone}</bdi> · ${effort}</p>
${more}</header>
`;
}

/** Title, question, notice and the answer in sentences. */
export function intro(summary: Summary): Markup {
  return html`${header(summary.catalogue, formatCount(summary.replications, 'run'))}<section aria-labelledby="answer"><h2 id="answer">In short</h2>
${answer(summary).map((each) => html`<p class="answer" dir="auto">${each}</p>`)}</section>
`;
}

/** One card for each headline of the whole: mean, its interval, the spread of runs; those of parts as a table to unfold. */
export function cards(summary: Summary): Markup {
  const headlines = summary.measures.filter((each) => each.spec.headline);
  const isPart = ({ spec }: MeasureSummary): boolean => spec.id.includes('.');
  const parts = headlines.filter(isPart);
  const columns = ['headline', 'mean', '95 % interval', '90 % of runs'];
  return html`<section aria-labelledby="headlines"><h2 id="headlines">Headlines</h2>
<div class="cards">${headlines.filter((each) => !isPart(each)).map((each) => card(summary, each))}</div>
${parts.length === 0 ? '' : html`<details><summary>Headlines of the parts: each population, unit and airfield</summary>${table({ columns, rows: parts.map((each) => partRow(summary, each)) })}</details>`}</section>
`;
}

function partRow(summary: Summary, measure: MeasureSummary): readonly string[] {
  const { spec, low, high, p05, p95 } = measure;
  const span = (from: number | null, to: number | null): string =>
    from === null && to === null ? '–' : pair(summary, spec, [from, to]).join(' to ');
  const runs = isSpread(measure) ? span(p05, p95) : '–';
  return [partLabel(summary, spec), big(summary, measure), span(low, high), runs];
}

/** The part's name after that of the whole it belongs to: `People out: US nationals`. */
function partLabel(summary: Summary, spec: MeasureSummary['spec']): string {
  const whole = summary.measures.find((each) => each.spec.id === spec.id.slice(0, spec.id.indexOf('.')));
  return whole === undefined ? spec.label.trim() : `${whole.spec.label}: ${spec.label.trim()}`;
}

function card(summary: Summary, measure: MeasureSummary): Markup {
  const { spec } = measure;
  return html`<article class="card"><h3 dir="auto">${spec.label.trim()}</h3>
<p class="number">${big(summary, measure)}</p>
<p class="small">${known(summary, measure)}</p>
<p class="small">${spreadOf(summary, measure)}</p>
<p class="meaning" dir="auto">${spec.description}</p></article>
`;
}

function big(summary: Summary, measure: MeasureSummary): string {
  const { spec, happened, p50 } = measure;
  if (spec.kind === 'indicator') return `${estimate(summary, measure)} of runs`;
  if (spec.kind !== 'time') return estimate(summary, measure);
  return happened < 1 ? `${formatPercent(happened)} of runs` : formatValue(spec, p50, summary.catalogue);
}

/** How well the number above is known. */
function known(summary: Summary, measure: MeasureSummary): string {
  const { spec, low, high, happened, happenedLow, happenedHigh } = measure;
  if (spec.kind === 'time' && happened < 1) {
    return `95 % interval ${formatPercent(happenedLow)} to ${formatPercent(happenedHigh)}`;
  }
  if (spec.kind === 'time') return 'middle run';
  if (low === null || high === null) return 'one run: no interval';
  return `95 % interval ${pair(summary, spec, [low, high]).join(' to ')}`;
}

/** Whether runs can lie apart: one run cannot, nor can a yes or no be between two others. */
const isSpread = ({ spec, n }: MeasureSummary): boolean => spec.kind !== 'indicator' && n > 1;

/** How far runs lie apart. */
function spreadOf(summary: Summary, measure: MeasureSummary): string {
  if (!isSpread(measure)) return '';
  const { spec, p05, p95 } = measure;
  const few = fewRuns(measure);
  return `90 % of runs: ${pair(summary, spec, [p05, p95]).join(' to ')}${few === '' ? '' : `; ${few}`}`;
}

/** Who is out and who is left behind when the window closes, by population and by state. */
export function leftBehind(summary: Summary): Markup | string {
  const named = (id: string): readonly MeasureSummary[] =>
    summary.measures.filter(({ spec }) => spec.id === id || spec.id.startsWith(`${id}.`));
  const rows = [...named('people-out'), ...named('left-behind')].filter(({ max }) => max !== 0);
  if (rows.length === 0) return '';
  const when = localTime(summary.catalogue, summary.catalogue.window);
  return html`<h3 id="left">Out and left behind when the window closes, ${when}</h3>
${table({
  columns: ['people', 'mean', '5 % of runs below', 'middle run', '95 % of runs below'],
  rows: rows.map(({ spec, mean, p05, p50, p95 }) => [
    spec.label,
    ...[mean, p05, p50, p95].map((value) => formatValue(spec, value, summary.catalogue)),
  ]),
})}
`;
}

/** Which constraint bound when, a line each; nothing where nobody is ever held back. */
export function heldBack(summary: Summary): Markup | string {
  const spans = tellingSpans(summary);
  if (spans.every(({ constraint }) => constraint === 'demand')) return '';
  const { catalogue } = summary;
  return html`<h3>Hour by hour</h3>
<ul>${spans.map(({ from, to, label, share }) => html`<li>${localTime(catalogue, from)} to ${localTime(catalogue, to)}: ${label}, in ${formatPercent(share)} of runs</li>`)}</ul>
`;
}

/** Every measure, by section. */
export function measureTables(summary: Summary): Markup {
  const names = [...new Set(summary.measures.map((each) => each.spec.section))];
  const columns = [
    'measure',
    'unit',
    'mean',
    '95 % from',
    '95 % to',
    '5 % of runs below',
    'middle run',
    '95 % of runs below',
    'came in',
  ];
  return html`<section aria-labelledby="measures"><h2 id="measures">All measures</h2>
${names.map(
  (name) => html`<details><summary dir="auto">${name}</summary>
${table({ columns, rows: summary.measures.filter((each) => each.spec.section === name).map((each) => measureRow(summary, each)) })}</details>
`,
)}</section>
`;
}

function measureRow({ catalogue }: Summary, measure: MeasureSummary): readonly string[] {
  const { spec, mean, low, high, p05, p50, p95 } = measure;
  const write = (value: number | null): string => formatValue(spec, value, catalogue);
  const known = (value: number | null): string => (value === null ? '–' : write(value));
  const came = spec.kind === 'time' ? formatPercent(measure.happened) : '–';
  return [
    spec.label,
    spec.unit,
    known(mean),
    known(low),
    known(high),
    write(p05),
    write(p50),
    write(p95),
    came,
  ];
}

/** What the scenario's numbers rest on. */
export function ledgerTable(ledger: readonly LedgerEntry[]): Markup | string {
  if (ledger.length === 0) return '';
  const rows = ledger.map((each) => [each.path, each.value, each.grade, origin(each)]);
  const count = (grade: LedgerEntry['grade']): number => ledger.filter((each) => each.grade === grade).length;
  const grades = (['observed', 'estimate', 'assumed', 'default', 'none'] as const).filter(
    (grade) => count(grade) > 0,
  );
  const words = {
    observed: 'observed',
    estimate: 'estimated',
    assumed: 'assumed',
    default: 'defaults',
    none: 'without a source',
  };
  return html`<section aria-labelledby="ledger"><h2 id="ledger">What the numbers rest on</h2>
<p>${formatCount(ledger.length, 'number')}: ${grades.map((grade) => `${count(grade)} ${words[grade]}`).join(', ')}.</p>
<details><summary>Every number and its source</summary>${table({ columns: ['number', 'value', 'grade', 'source'], rows })}</details></section>
`;
}

function origin({ source, assumed, note }: LedgerEntry): string {
  const told = source ?? (assumed === undefined ? '' : `assumed: ${assumed}`);
  return note === undefined ? told : `${told} (${note})`;
}

/** Replications that are in no result; nothing when all are. */
const failedRow = ({ failed = [] }: Provenance): string[][] =>
  failed.length === 0
    ? []
    : [
        [
          'failed',
          `${failed.length}, left out of all results: ${failed.map((one) => one.replication).join(', ')}`,
        ],
      ];

/** The precision that was asked for; nothing when the number of replications was. */
const precisionRow = ({ precision }: Provenance): string[][] => {
  if (precision === undefined) return [];
  const { asked, since } = precision;
  const reached = since === null ? 'not reached' : `met from replication ${since} on`;
  return [['precision', `${asked}: ${reached}`]];
};

/** What is needed to get the same numbers again. */
export function howItWasRun(summary: Summary, record: Provenance): Markup {
  const { size } = summary;
  const actions =
    record.actions === undefined
      ? []
      : [['decisions', `${record.actions.count}, SHA-256 ${record.actions.sha256}`]];
  const rows = [
    ['scenario', `${record.scenario.name}, SHA-256 ${record.scenario.sha256}`],
    ['seed', record.seed],
    ['replications', String(record.replications)],
    ...failedRow(record),
    ...precisionRow(record),
    ...actions,
    ['command', `airbridge ${record.command.join(' ')}`],
    ['airbridge', record.airbridge],
    [
      'size of a run',
      `${formatCount(size.people, 'person', 'people')} in ${formatCount(size.parties, 'party', 'parties')}, ${formatCount(size.events, 'event')}`,
    ],
  ];
  return runSection(
    `The interval of a mean says how well the mean is known; it narrows with more runs. The 90 % of runs say how different one
run can be from another; they do not. Times that did not come within the run are counted, never dropped.`,
    rows,
  );
}

/** The last section of every page: how to read intervals, and what is needed to get the same numbers again. */
export const runSection = (
  words: string,
  rows: readonly (readonly string[])[],
): Markup => html`<section aria-labelledby="run"><h2 id="run">How it was run</h2>
<p>${words}</p>
<dl>${rows.map(([name, value]) => html`<dt>${name ?? ''}</dt><dd><bdi>${value ?? ''}</bdi></dd>`)}</dl></section>
`;
