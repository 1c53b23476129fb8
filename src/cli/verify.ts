import { createSummariser, type Summary } from '../analysis/index.ts';
import { replicate } from '../experiment/index.ts';
import {
  allHold,
  type Case,
  type Check,
  formulaCases,
  historyChecks,
  type Part,
  REPLICATIONS,
  runFormulas,
  runTheory,
  theoryCases,
} from '../verify/index.ts';
import { inspect, withRecord, writeResults } from './destination.ts';
import { EXIT } from './errors.ts';
import { type ChartForm, recordedCharts } from './flags.ts';
import { shippedScenarios, version } from './package.ts';
import { type Plan, readPlan } from './plan.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { jsonText } from './text.ts';
import { verifyText } from './verify-text.ts';

/** Flags of `verify`. */
export interface VerifyFlags {
  readonly only?: Part | undefined;
  readonly replications: number;
  readonly seed: string;
  readonly out?: string | undefined;
  readonly force?: true | undefined;
  readonly charts?: readonly ChartForm[] | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** What is verified: the cases that must hold, and the scenarios that record history. */
export interface Verified {
  readonly theory: readonly Case[];
  readonly formulas: readonly Case[];
  /** paths of scenario files */
  readonly scenarios: readonly string[];
}

/** All that airbridge ships. */
const everything = (): Verified => ({
  theory: theoryCases(),
  formulas: formulaCases,
  scenarios: shippedScenarios(),
});

/** Runs cases one after the other, with a counter where somebody watches. */
const counted = async (
  name: string,
  total: number,
  checks: Iterable<Check[]>,
  terminal: Terminal,
): Promise<Check[]> => {
  const progress = await progressOn(terminal, name);
  const all: Check[] = [];
  let done = 0;
  try {
    for (const some of checks) {
      all.push(...some);
      progress.show(++done, total);
    }
  } finally {
    progress.end();
  }
  return all;
};

/** Scenarios that record something, ready to run. */
const recording = (paths: readonly string[]): Plan[] =>
  paths
    .map((path) => readPlan(path, {}, null))
    .filter(({ model }) => model.catalogue.observations.length > 0);

const summaryOf = async (
  { model }: Plan,
  { seed, replications }: VerifyFlags,
  terminal: Terminal,
): Promise<Summary> => {
  const progress = await progressOn(terminal, `replications of ${model.catalogue.name}`);
  const summariser = createSummariser(model.catalogue);
  try {
    for (const outcome of replicate(model, { seed, replications, onProgress: progress.show }))
      summariser.add(outcome);
  } finally {
    progress.end();
  }
  return summariser.summary(seed);
};

/** The record of a verification: what is needed to get the same again. */
const recordOf = (flags: VerifyFlags, plans: readonly Plan[]): object => ({
  airbridge: version(),
  command: [
    'verify',
    ...(flags.only === undefined ? [] : ['--only', flags.only]),
    ...['--replications', String(flags.replications), '--seed', flags.seed],
    ...recordedCharts(flags),
  ],
  seed: flags.seed,
  replications: flags.replications,
  experiments: REPLICATIONS,
  scenarios: plans.map(({ model, sha256 }) => ({ name: model.catalogue.name, sha256 })),
});

/**
 * `airbridge verify`: the engine against queueing theory, the model against planning formulas, and against history.
 *
 * @param verified what to verify; all that is shipped unless told
 * @returns the exit code: unverified when a number that must hold does not; history never fails
 */
export const verify = async (
  flags: VerifyFlags,
  terminal: Terminal,
  verified: Verified = everything(),
): Promise<number> => {
  inspect(flags);
  const wants = (part: Part): boolean => flags.only === undefined || flags.only === part;
  const { theory, formulas } = verified;
  const plans = wants('history') ? recording(verified.scenarios) : [];
  const must = [
    ...(wants('theory') ? await counted('cases of theory', theory.length, runTheory(theory), terminal) : []),
    ...(wants('formulas') ? await counted('formulas', formulas.length, runFormulas(formulas), terminal) : []),
  ];
  const summaries: Summary[] = [];
  for (const plan of plans) summaries.push(await summaryOf(plan, flags, terminal));
  const checks = [...must, ...summaries.flatMap(historyChecks)];
  const record = recordOf(flags, plans);
  const holds = allHold(checks);
  if (flags.out !== undefined) {
    const { verifyFiles } = await import('./outputs.ts');
    const results = verifyFiles({ checks, summaries, record });
    await writeResults(flags.out, withRecord(record, results, flags.charts));
  }
  if (flags.json === true) terminal.out(jsonText({ provenance: record, holds, checks }));
  else if (flags.quiet !== true) terminal.out(verifyText(checks, terminal.outColours));
  return holds ? EXIT.done : EXIT.unverified;
};
