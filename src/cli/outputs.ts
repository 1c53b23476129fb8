import { createHash } from 'node:crypto';
import type { Comparison, Measured, Summary } from '../analysis/index.ts';
import { distinct } from '../charts/file-name.ts';
import { NOTICE } from '../charts/frame.ts';
import { type ChartSpec, chartsOf, comparisonCharts, explainChart, historyCharts } from '../charts/index.ts';
import { renderPng, renderSvg } from '../charts/render/index.ts';
import type { Explanation, SetAside } from '../experiment/index.ts';
import type { Catalogue, RecordedOutcome } from '../model/index.ts';
import {
  type Assets,
  type ComparisonRecord,
  comparisonHtml,
  measuresCsvPieces,
  observationsCsv,
  reportHtml,
  seriesCsv,
  type TidyTable,
  tidyCsv,
  verificationCsv,
  type Worth,
  type WorthRecord,
  worthHtml,
} from '../report/index.ts';
import type { Provenance } from '../report/provenance.ts';
import type { LedgerEntry } from '../scenario/index.ts';
import type { Check } from '../verify/index.ts';
import type { Result } from './destination.ts';
import type { Guesses } from './guesses.ts';
import { clientProgram, version } from './package.ts';
import type { ActionsFile } from './plan.ts';
import { jsonText } from './text.ts';

/** What a picture keeps of the run, so that it can be told where a slide comes from. */
const pictureRecord = (record: object): ReadonlyMap<string, string> => {
  // The texts would make every picture ten times as large, and the version of Node would tell pictures apart that are the same.
  const { inputs: _, node: __, ...source } = record as Partial<Provenance>;
  return new Map([
    ['Software', `airbridge ${version()}`],
    ['Disclaimer', NOTICE],
    ['Source', JSON.stringify(source)],
  ]);
};

/** Every chart as PNG and SVG, each with the record of the run inside. */
export const pictures = (charts: readonly ChartSpec[], record: object): Result[] => {
  const options = { record: pictureRecord(record) };
  return charts.flatMap((chart): Result[] => [
    [`charts/${chart.id}.png`, () => renderPng(chart, options)],
    [`charts/${chart.id}.svg`, () => renderSvg(chart, options)],
  ]);
};

/** Decisions go with the results that they led to. */
const decisions = (actions: ActionsFile | null): Result[] =>
  actions === null ? [] : [['actions.jsonl', actions.text]];

/** What was recorded in the world, where a scenario says so. */
const recorded = (summary: Summary): Result[] =>
  summary.observations.length === 0 ? [] : [['observations.csv', observationsCsv(summary)]];

/** What the pages need that only a host has. */
const assets = (): Assets => ({
  clientJs: clientProgram(),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('base64'),
});

/** The gains as a tidy table, the most people first. */
const gainsTable = ({ gains }: Explanation): TidyTable => [
  { name: 'path', type: 'STRING', values: gains.map(({ widening }) => widening.path) },
  { name: 'widening', type: 'STRING', values: gains.map(({ widening }) => widening.of) },
  { name: 'step', type: 'STRING', values: gains.map(({ widening }) => widening.step) },
  { name: 'constraint', type: 'STRING', values: gains.map(({ widening }) => widening.constraint) },
  { name: 'pairs', type: 'INT32', values: gains.map(({ pairs }) => pairs) },
  ...(['people', 'hours'] as const).flatMap(
    (of): TidyTable => [
      { name: of, type: 'DOUBLE', values: gains.map((gain) => gain[of].estimate) },
      { name: `${of}_low`, type: 'DOUBLE', values: gains.map((gain) => gain[of].low) },
      { name: `${of}_high`, type: 'DOUBLE', values: gains.map((gain) => gain[of].high) },
      { name: `${of}_told`, type: 'INT32', values: gains.map((gain) => Number(gain.isTold[of])) },
    ],
  ),
];

/** What an explanation adds to the files of a run, and all that `explain --out` writes beside its report. */
const worthFiles = ({ found }: Worth): Result[] => [
  ['explain.json', jsonText(found)],
  ['explain.csv', tidyCsv(gainsTable(found))],
];

/** What `explain --out` writes. */
export const explainFiles = (
  results: Worth & {
    readonly catalogue: Catalogue;
    readonly ledger: readonly LedgerEntry[];
    readonly record: WorthRecord;
  },
): readonly Result[] => {
  const { found, record } = results;
  const charts = [explainChart(found, record)];
  return [
    ...worthFiles(results),
    ['report.html', worthHtml({ ...results, charts, assets: assets() })],
    ...pictures(charts, record),
  ];
};

/** What `run --out` writes. */
export const runFiles = (results: {
  readonly summary: Summary;
  readonly outcomes: Iterable<Measured>;
  readonly ledger: readonly LedgerEntry[];
  readonly record: Provenance;
  readonly actions: ActionsFile | null;
  readonly guesses: Guesses;
  readonly observed: RecordedOutcome;
  /** what one more of everything is worth, where it was asked for */
  readonly worth: Worth | null;
}): readonly Result[] => {
  const { summary, outcomes, ledger, record, guesses, worth, observed } = results;
  const charts = [
    ...chartsOf(summary, { guesses, observed }),
    ...(worth === null ? [] : [explainChart(worth.found, record)]),
  ];
  const page = { summary, charts, provenance: record, ledger, guesses, worth: worth ?? undefined };
  return [
    ['measures.csv', measuresCsvPieces(summary.catalogue, outcomes)],
    ['series.csv', seriesCsv(summary)],
    ...recorded(summary),
    ['report.html', reportHtml({ ...page, assets: assets() })],
    ...(worth === null ? [] : worthFiles(worth)),
    ...decisions(results.actions),
    ...pictures(charts, record),
  ];
};

/** Names of plans as every file system takes them, no two alike: `kabul-48h#late` as `kabul-48h.late`. */
const fileNames = (names: readonly string[]): readonly string[] =>
  distinct(
    names.map((name) =>
      name
        .replaceAll('#', '.')
        .replace(/[^\w.-]|^\./g, '-')
        .slice(0, LONGEST_NAME),
    ),
  );

/** Letters of a plan's name in the name of a file; most file systems take 255 bytes with the ending. */
const LONGEST_NAME = 200;

/** What `compare --out` writes. */
export const comparisonFiles = (results: {
  readonly summaries: readonly Summary[];
  readonly outcomes: readonly Iterable<Measured>[];
  readonly comparisons: readonly Comparison[];
  readonly setAside: readonly SetAside[];
  readonly record: ComparisonRecord;
  /** of the base */
  readonly ledger: readonly LedgerEntry[];
  readonly actions: ActionsFile | null;
}): readonly Result[] => {
  const { summaries, outcomes, comparisons, record } = results;
  const charts = comparisonCharts(comparisons, summaries);
  const names = fileNames(summaries.map(({ catalogue }) => catalogue.name));
  const plans = summaries.flatMap((summary, index): Result[] => [
    [`measures/${names[index]}.csv`, measuresCsvPieces(summary.catalogue, outcomes[index]!)],
    [`series/${names[index]}.csv`, seriesCsv(summary)],
  ]);
  return [
    ['comparison.json', jsonText(comparisons)],
    ...plans,
    ...decisions(results.actions),
    ['report.html', comparisonHtml({ ...results, charts, assets: assets() })],
    ...pictures(charts, record),
  ];
};

/** What `verify --out` writes: the table, and a picture of every series that history records. */
export const verifyFiles = (results: {
  readonly checks: readonly Check[];
  readonly summaries: readonly Summary[];
  readonly record: object;
}): readonly Result[] => [
  ['verify.csv', verificationCsv(results.checks)],
  ...pictures(
    results.summaries.flatMap((summary) => historyCharts(summary)),
    results.record,
  ),
];
