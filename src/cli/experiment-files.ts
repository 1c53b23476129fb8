import { morrisChart, rankingChart, type SweepView, sweepCharts, tornadoChart } from '../charts/index.ts';
import type { RankedPlan, Ranking } from '../experiment/index.ts';
import { runsTable, sweepTable, type TidyTable, tidyCsv, tidyParquet } from '../report/index.ts';
import type { Result } from './destination.ts';
import { pictures } from './outputs.ts';
import type { SensitivityFlags, Study } from './sensitivity.ts';
import { jsonText } from './text.ts';

/** The ranking as a tidy table, the leader first; plans that were set aside come last, and have no numbers. */
const rankingTable = ({ plans, setAside }: Ranking): TidyTable => {
  const none = setAside.map(() => null);
  const numbers = (name: string, read: (plan: RankedPlan) => number | null): TidyTable[number] => ({
    name,
    type: 'DOUBLE',
    values: [...plans.map(read), ...none],
  });
  return [
    { name: 'plan', type: 'STRING', values: [...plans, ...setAside].map(({ name }) => name) },
    {
      name: 'replications',
      type: 'INT32',
      values: [...plans, ...setAside].map(({ replications }) => replications),
    },
    numbers('mean', ({ mean }) => mean.estimate),
    numbers('low', ({ mean }) => mean.low),
    numbers('high', ({ mean }) => mean.high),
    numbers('difference', ({ behind }) => behind?.difference ?? null),
    numbers('difference_low', ({ behind }) => behind?.low ?? null),
    numbers('difference_high', ({ behind }) => behind?.high ?? null),
    {
      name: 'candidate',
      type: 'INT32',
      values: [...plans.map(({ isCandidate }) => Number(isCandidate)), ...none],
    },
  ];
};

/** What `rank --out` writes. */
export const rankingFiles = (results: {
  readonly ranking: Ranking;
  readonly record: object;
  readonly seed: string;
}): readonly Result[] => {
  const { ranking, record, seed } = results;
  return [
    ['ranking.json', jsonText(ranking)],
    ['ranking.csv', tidyCsv(rankingTable(ranking))],
    ...pictures([rankingChart(ranking, seed)], record),
  ];
};

/** What `sweep --out` writes. */
export const sweepFiles = (view: SweepView, record: object): readonly Result[] => {
  const { factors, swept, base, comparisons } = view;
  const summary = sweepTable(factors, swept, { base: base.point, comparisons });
  const runs = runsTable(factors, swept);
  return [
    ['sweep.csv', tidyCsv(summary)],
    ['sweep.parquet', tidyParquet(summary)],
    ['runs.csv', tidyCsv(runs)],
    ['runs.parquet', tidyParquet(runs)],
    ...pictures(sweepCharts(view), record),
  ];
};

/** The tornado as a tidy table, the widest swing first. */
const tornadoTable = ({ tornado: { swings } }: Study): TidyTable => [
  { name: 'path', type: 'STRING', values: swings.map(({ name }) => name.path) },
  { name: 'written', type: 'STRING', values: swings.map(({ name }) => name.written) },
  { name: 'together', type: 'STRING', values: swings.map(({ name }) => name.together.join(' ')) },
  { name: 'grade', type: 'STRING', values: swings.map(({ name }) => name.grade) },
  { name: 'range', type: 'STRING', values: swings.map(({ name }) => name.range) },
  { name: 'low', type: 'STRING', values: swings.map(({ name }) => name.low) },
  { name: 'high', type: 'STRING', values: swings.map(({ name }) => name.high) },
  ...(['low', 'high', 'swing'] as const).flatMap(
    (end): TidyTable => [
      { name: `at_${end}`, type: 'DOUBLE', values: swings.map((one) => one[end]?.estimate ?? null) },
      { name: `at_${end}_from`, type: 'DOUBLE', values: swings.map((one) => one[end]?.low ?? null) },
      { name: `at_${end}_to`, type: 'DOUBLE', values: swings.map((one) => one[end]?.high ?? null) },
    ],
  ),
];

/** The screening as a tidy table, the largest effects first. */
const morrisTable = ({ effects }: Study): TidyTable => [
  { name: 'path', type: 'STRING', values: effects.map(({ name }) => name) },
  { name: 'mu_star', type: 'DOUBLE', values: effects.map(({ muStar }) => muStar) },
  { name: 'mu', type: 'DOUBLE', values: effects.map(({ mu }) => mu) },
  { name: 'sigma', type: 'DOUBLE', values: effects.map(({ sigma }) => sigma) },
  { name: 'steps', type: 'INT32', values: effects.map(({ steps }) => steps) },
];

/** What `sensitivity --out` writes. */
export const sensitivityFiles = (
  found: Study,
  flags: SensitivityFlags,
  record: object,
): readonly Result[] => {
  const { seed, replications, trajectories } = flags;
  const isScreened = found.effects.length > 0;
  const screened = { seed, replications, trajectories, spec: found.tornado.spec };
  const charts = [
    tornadoChart(found.tornado, { seed, replications }),
    ...(isScreened ? [morrisChart(found.effects, screened)] : []),
  ];
  return [
    ['tornado.csv', tidyCsv(tornadoTable(found))],
    ...(isScreened ? [['morris.csv', tidyCsv(morrisTable(found))] as const] : []),
    ...pictures(charts, record),
  ];
};
