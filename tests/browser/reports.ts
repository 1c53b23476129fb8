import { createHash } from 'node:crypto';
import { comparePaired } from '../../src/analysis/compare.ts';
import { type Summary, summarise } from '../../src/analysis/summary.ts';
import { chartsOf, comparisonCharts, explainChart } from '../../src/charts/index.ts';
import type { WideningGain } from '../../src/experiment/index.ts';
import type { Constraint } from '../../src/model/index.ts';
import { bundleClient } from '../../src/report/client/build.mjs';
import { comparisonHtml, provenance, reportHtml, type Worth, worthHtml } from '../../src/report/index.ts';
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

/** What one more is worth in a made-up scenario whose every name is the given one. */
export const madeUpWorth = (name = 'plain'): Worth => {
  const gain = (step: string, constraint: Constraint, people: number): WideningGain => ({
    widening: { path: `${name}.${step}`, of: name, step, constraint, setting: `${name}.${step}=2` },
    pairs: 20,
    people: { estimate: people, low: people - 30, high: people + 30 },
    hours: { estimate: 4 * people, low: 2 * people, high: 6 * people },
    isTold: { people: people > 30, hours: true },
    isScreenedOut: false,
    behind: { constraint: 'haven', label: name, share: 0.2 },
  });
  const [lane, craft] = [gain('1 more lane', 'gate', 120), gain('1 more craft', 'fleet', 10)];
  const binding = [
    { constraint: 'gate' as const, label: name, share: 0.6 },
    { constraint: 'fleet' as const, label: name, share: 0.4 },
  ];
  const none = { estimate: 90, low: 80, high: 100 };
  const pair = { widenings: [lane.widening, craft.widening] as const, pairs: 20, people: none, hours: none };
  return {
    found: {
      base: { people: 8000, ceiling: 9000, reached: 8 / 9 },
      replications: 20,
      binding,
      gains: [lane, craft],
      pairs: [
        {
          ...pair,
          together: none,
          isTold: { people: true, hours: true },
          isMore: true,
          isOnlyTogether: true,
        },
      ],
      disagreements: [{ kind: 'binds-in-vain', binding: binding[1]!, gain: craft }],
      unfinished: [lane.widening],
    },
    leftAlone: [`${name}.x=1`],
  };
};

/** The page of an explanation in which every name that a scenario gives is the given one. */
export const worthPage = async (name = 'plain'): Promise<string> => {
  const worth = madeUpWorth(name);
  return worthHtml({
    ...worth,
    catalogue: { ...kabulLike, title: name, question: name, zone: name },
    charts: [explainChart(worth.found, { seed: name })],
    record: {
      airbridge: '0.1.0',
      scenario: { name, title: name, sha256: 'ab12' },
      seed: name,
      replications: 20,
      command: ['explain', name],
    },
    ledger: ledgerOf(name),
    assets: { clientJs: await clientJs(), sha256 },
  });
};

/** The report page of a summary. */
export const reportPage = async (
  summary: Summary = askingSummary,
  name = 'plain',
  guesses: ReadonlyMap<string, number> = new Map(),
): Promise<string> =>
  reportHtml({
    summary,
    charts: [
      ...chartsOf(summary, { guesses }),
      explainChart(madeUpWorth(name).found, { seed: summary.seed }),
    ],
    worth: madeUpWorth(name),
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
