import { createHash } from 'node:crypto';
import { comparePaired } from '../../src/analysis/compare.ts';
import { type Summary, summarise } from '../../src/analysis/summary.ts';
import { chartsOf, comparisonCharts } from '../../src/charts/index.ts';
import { bundleClient } from '../../src/report/client/build.mjs';
import { comparisonHtml, provenance, reportHtml } from '../../src/report/index.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const ledgerOf = (name: string) =>
  [
    { path: name, value: name, source: name, grade: 'observed', file: name, line: 1 },
    { path: 'gates.x', value: '3', assumed: name, note: name, grade: 'assumed', file: name, line: 2 },
  ] as const;

/** A catalogue like that of the shipped scenario, with a question of each sort. */
export const asking = {
  ...kabulLike,
  questions: [
    { id: 'out', text: 'How many people will be out?', measure: 'people-out', unit: 'people' },
    { id: 'fall', text: 'How often are all US nationals out?', measure: 'all-us-out', unit: '% of runs' },
  ],
};

/** Twenty made-up runs of it. */
export const askingSummary: Summary = summarise(asking, kabulLikeOutcomes(20), 'kabul');

let bundled: Promise<string> | undefined;
const clientJs = (): Promise<string> => {
  bundled ??= bundleClient();
  return bundled;
};

/** The report page of a summary. */
export const reportPage = async (
  summary: Summary = askingSummary,
  name = 'plain',
  guesses: ReadonlyMap<string, number> = new Map(),
): Promise<string> =>
  reportHtml({
    summary,
    charts: chartsOf(summary, { guesses }),
    provenance: provenance({
      version: '0.1.0',
      node: '20.19.0',
      catalogue: summary.catalogue,
      scenarioSha256: 'ab12',
      seed: summary.seed,
      replications: 20,
      command: ['run', name],
    }),
    ledger: ledgerOf(name),
    guesses,
    assets: { clientJs: await clientJs(), sha256 },
  });

/** The report page of a comparison in which every name that a scenario gives is the given one. */
export const comparisonPage = async (name = 'plain'): Promise<string> => {
  const base = { ...kabulLike, title: name, question: name, zone: name };
  const variant = { ...base, name: `${kabulLike.name}#${name}` };
  const [outcomes, others] = [kabulLikeOutcomes(20), kabulLikeOutcomes(20, 0.97)];
  const comparisons = comparePaired({ catalogue: base, outcomes }, [
    { catalogue: variant, outcomes: others },
  ]);
  const summaries = [summarise(base, outcomes, 'kabul'), summarise(variant, others, 'kabul')];
  return comparisonHtml({
    summaries,
    comparisons,
    charts: comparisonCharts(comparisons, summaries),
    record: {
      airbridge: '0.1.0',
      scenarios: summaries.map(({ catalogue }) => ({
        name: catalogue.name,
        title: catalogue.title,
        sha256: 'ab12',
      })),
      seed: 'kabul',
      replications: 20,
      command: ['compare', name],
    },
    ledger: ledgerOf(name),
    assets: { clientJs: await clientJs(), sha256 },
  });
};
