import { createSummariser, type StoppingRule, type Summary } from '../analysis/index.ts';
import { type Failed, replicateOn } from '../experiment/index.ts';
import type { Outcome } from '../model/index.ts';
import { provenance, type Worth } from '../report/index.ts';
import type { Provenance } from '../report/provenance.ts';
import { type Bench, failuresText, onBench } from './bench.ts';
import { tellFolder, writeResults } from './destination.ts';
import { EXIT, Failure } from './errors.ts';
import { type StudyFlags, stepsOf, study } from './explain.ts';
import { worthText } from './explain-text.ts';
import { MAX_DEFAULT, type PrecisionFlags, type RunFlags, recordedCommand } from './flags.ts';
import { readGuesses } from './guesses.ts';
import { DISK, type Inputs, type Recorder } from './inputs.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, begin, type Plan, readPlan } from './plan.ts';
import { precisionNote, precisionRecord, type Target, targetOf } from './precision.ts';
import { summaryText } from './summary-text.ts';
import type { Terminal } from './terminal.ts';
import { CHART_WIDTH, runChart } from './terminal-chart.ts';

type Flags = RunFlags & PrecisionFlags & { readonly explain?: true | undefined };

/** Paired runs of each step with `--explain`; assumed, because more are seldom needed to tell the steps that matter. */
const EXPLAINED = 60;
/** Pairs after which only what may matter goes on. */
const SCREENED = 10;

/** What all replications of a plan gave. */
interface Results {
  readonly summary: Summary;
  /** without their series, which the summary holds, so that a hundred thousand of them fit into memory */
  readonly outcomes: readonly Pick<Outcome, 'replication' | 'measures'>[];
  readonly failed: readonly Failed[];
}

/** How many replications the progress counts towards, as far as is known. */
const expected = (most: number, rule: StoppingRule | undefined): number =>
  rule === undefined ? most : Math.min(most, rule.reached().needed ?? most);

/** Runs replications until there are enough, with a bar where somebody watches. */
const replications = async (
  plan: Plan,
  flags: Flags,
  on: { readonly bench: Bench; readonly target: Target | null },
): Promise<Results> => {
  const { bench, target } = on;
  const { seed, first = 0 } = flags;
  const most = target === null ? flags.replications : (flags.max ?? MAX_DEFAULT);
  const summariser = createSummariser(plan.model.catalogue);
  const outcomes: Pick<Outcome, 'replication' | 'measures'>[] = [];
  const failed: Failed[] = [];
  const onFailure = (one: Failed): void => void failed.push(one);
  const onProgress = (done: number): void =>
    bench.progress.show(done, Math.max(done, expected(most, target?.rule)));
  const asked = { seed, replications: most, first, onFailure, onProgress };
  for await (const outcome of replicateOn(bench.executor(0), asked)) {
    summariser.add(outcome);
    outcomes.push({ replication: outcome.replication, measures: outcome.measures });
    if (target?.rule.add(outcome.measures[target.index]!) === true) break;
  }
  if (outcomes.length === 0)
    throw new Failure(`every replication failed, for instance ${first}: ${failed[0]!.failure}`);
  return { summary: summariser.summary(seed), outcomes, failed };
};

/** What decided the results, for the record. */
interface Facts {
  readonly plan: Plan;
  readonly flags: Flags;
  readonly actions: ActionsFile | null;
  readonly inputs: Recorder;
  readonly target: Target | null;
}

const recordOf = ({ plan, flags, actions, inputs, target }: Facts, results: Results): Provenance =>
  provenance({
    version: version(),
    node: process.versions.node,
    catalogue: plan.model.catalogue,
    scenarioSha256: plan.sha256,
    seed: flags.seed,
    replications: results.outcomes.length + results.failed.length,
    first: flags.first ?? 0,
    command: [
      ...recordedCommand('run', [plan.recorded], flags),
      ...(flags.explain === true ? ['--explain'] : []),
    ],
    ...actionsRecord(actions),
    ...precisionRecord(target),
    failed: results.failed.map(({ replication, failure }) => ({ replication, failure })),
    inputs: inputs.texts(actions),
  });

/** The summary as `--json` prints it: the series are left to `series.csv`, the texts that were read to `provenance.json`. */
const printable = ({ catalogue, measures, observations, size }: Summary, record: Provenance): object => {
  const { title, question, name, start, utcOffset, zone, window, horizon } = catalogue;
  const { inputs: _, ...provenance } = record;
  return {
    provenance,
    scenario: { title, question, name, start, utcOffset, zone, window, horizon },
    size,
    measures: measures.map(({ spec, ...rest }) => ({ ...spec, ...rest })),
    observations,
  };
};

/** All that is to be shown. */
interface Shown {
  readonly summary: Summary;
  readonly record: Provenance;
  /** what one more of everything is worth, where it was asked for */
  readonly worth: Worth | null;
}

const show = ({ summary, record, worth }: Shown, facts: Facts, terminal: Terminal): void => {
  const { flags, target } = facts;
  const { seed } = flags;
  const explanation = worth === null ? {} : { explanation: { ...worth.found, leftAlone: worth.leftAlone } };
  if (flags.json === true)
    terminal.out(`${JSON.stringify({ ...printable(summary, record), ...explanation }, null, 2)}\n`);
  else if (flags.quiet !== true) {
    terminal.out(summaryText(summary, terminal.outColours, precisionNote(target)));
    if (terminal.columns >= CHART_WIDTH) terminal.out(runChart(summary, terminal.outColours));
    if (worth !== null) terminal.out(`\n${worthText(worth, { seed, colours: terminal.outColours })}`);
  }
  tellFolder(flags, terminal);
};

/** What stays to be said when the results are out, and the exit code. */
const conclude = (results: Results, facts: Facts, terminal: Terminal): number => {
  const { failed, outcomes } = results;
  const { target } = facts;
  const isShort = target !== null && !target.rule.reached().isEnough;
  if (isShort) terminal.err(`airbridge: ${precisionNote(target).join(' ')}\n`);
  terminal.err(failuresText(failed, outcomes.length + failed.length));
  if (failed.length > 0) return EXIT.failed;
  return isShort ? EXIT.imprecise : EXIT.done;
};

/**
 * `airbridge run`: replications of one scenario, their summary on the terminal, and files on request.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param inputs where texts come from
 * @returns the exit code
 */
export const run = async (
  argument: string,
  flags: Flags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  const { inputs, actions } = begin(flags, source);
  const plan = readPlan(argument, flags, actions, inputs);
  const guesses = readGuesses(flags.guess ?? [], plan.model.catalogue);
  const facts: Facts = {
    plan,
    flags,
    actions,
    inputs,
    target: targetOf(flags.precision, plan.model.catalogue),
  };
  const subject = { argument, plan, actions, inputs };
  const asked = (most: number): StudyFlags => ({
    ...flags,
    replications: Math.min(EXPLAINED, most),
    screening: SCREENED,
  });
  if (flags.explain === true) stepsOf(subject, asked(flags.replications));
  return onBench({ command: 'run', plans: [plan], flags }, terminal, async (bench) => {
    const results = await replications(plan, flags, { bench, target: facts.target });
    await bench.rest();
    const { summary, outcomes } = results;
    const record = recordOf(facts, results);
    const worth = flags.explain === true ? await study(subject, asked(outcomes.length), terminal) : null;
    if (flags.out !== undefined) {
      const { runFiles } = await import('./outputs.ts');
      const { ledger } = plan;
      const observed = plan.observe({ seed: flags.seed, replication: outcomes[0]!.replication });
      const all = { summary, outcomes, ledger, record, actions, guesses, observed, worth };
      await writeResults(flags.out, runFiles(all));
    }
    show({ summary, record, worth }, facts, terminal);
    return conclude(results, facts, terminal);
  });
};
