import { createSummariser, type Measured, type StoppingRule, type Summary } from '../analysis/index.ts';
import { replicateOn, TooFewFinished } from '../experiment/index.ts';
import { provenance, type Worth } from '../report/index.ts';
import type { Provenance } from '../report/provenance.ts';
import { type Bench, onBench } from './bench.ts';
import { EXIT } from './errors.ts';
import { type StudyFlags, study, subjectOf, workOf } from './explain.ts';
import { worthText } from './explain-text.ts';
import { finish } from './finish.ts';
import { MAX_DEFAULT, type PrecisionFlags, type RunFlags, recordedCommand } from './flags.ts';
import { guessText } from './guess-text.ts';
import { type Guesses, readGuesses } from './guesses.ts';
import { DISK, type Inputs } from './inputs.ts';
import { version } from './package.ts';
import { actionsRecord, begin, openPlan, type Plan, type Setting } from './plan.ts';
import { precisionNote, precisionRecord, type Target, targetOf } from './precision.ts';
import { settingNotes } from './setting-notes.ts';
import { summaryText } from './summary-text.ts';
import type { Terminal } from './terminal.ts';
import { CHART_WIDTH, runChart } from './terminal-chart.ts';

type Flags = RunFlags & PrecisionFlags & { readonly explain?: true | undefined };

/** Paired runs of each step with `--explain`; assumed, because more are seldom needed to tell the steps that matter. */
const EXPLAINED = 60;
/** Pairs after which only what may matter goes on. */
const SCREENED = 10;

/** The study of `--explain` beside so many replications. */
const studyFlags = ({ seed }: Flags, replications: number): StudyFlags => ({
  seed,
  replications: Math.min(EXPLAINED, replications),
  screening: SCREENED,
});

/** What all replications of a plan gave. */
interface Results {
  readonly summary: Summary;
  readonly outcomes: Iterable<Measured>;
}

/** How many replications the progress counts towards, as far as is known. */
const expected = (most: number, rule: StoppingRule | undefined): number =>
  rule === undefined ? most : Math.min(most, rule.reached().needed ?? most);

/** Replications at most. */
const mostOf = ({ precision, replications, max = MAX_DEFAULT }: Flags): number =>
  precision === undefined ? replications : max;

/** Runs replications until there are enough, with a bar where somebody watches. */
const replications = async (
  plan: Plan,
  flags: Flags,
  { bench, target }: { readonly bench: Bench; readonly target: Target | null },
): Promise<Results> => {
  const { seed, first = 0 } = flags;
  const most = mostOf(flags);
  const summariser = createSummariser(plan.model.catalogue);
  const onProgress = (done: number): void =>
    bench.progress.show(done, Math.max(done, expected(most, target?.rule)));
  // The bench keeps account of failures.
  const onFailure = (): void => undefined;
  const asked = { seed, replications: most, first, onFailure, onProgress };
  for await (const outcome of replicateOn(bench.remote(plan).executor, asked)) {
    summariser.add(outcome);
    if (target?.rule.add(outcome.measures[target.index]!) === true) break;
  }
  const [finished] = summariser.measured();
  if (finished === undefined)
    throw new TooFewFinished(`${plan.model.catalogue.name}: every replication failed`);
  return { summary: summariser.summary(seed), outcomes: summariser.measured() };
};

/** What decided the results, for the record. */
const recordOf = (
  plan: Plan,
  { actions }: Setting,
  { flags, target, total }: { readonly flags: Flags; readonly target: Target | null; readonly total: number },
): Provenance =>
  provenance({
    version: version(),
    node: process.versions.node,
    catalogue: plan.model.catalogue,
    scenarioSha256: plan.sha256,
    seed: flags.seed,
    replications: total,
    first: flags.first ?? 0,
    command: [
      ...recordedCommand('run', [plan.recorded], flags),
      ...(flags.explain === true ? ['--explain'] : []),
    ],
    ...actionsRecord(actions),
    ...precisionRecord(target),
  });

/** All that is to be shown. */
interface Shown {
  readonly summary: Summary;
  /** what one more of everything is worth, where it was asked for */
  readonly worth: Worth | null;
  readonly guesses: Guesses;
  /** how it was run, a sentence each */
  readonly notes: readonly string[];
}

/** The results as `--json` prints them: the series are left to `series.csv`. */
const printable = ({ summary, worth }: Shown, record: object): object => {
  const { catalogue, measures, observations, size } = summary;
  const { title, question, name, start, utcOffset, zone, window, horizon } = catalogue;
  return {
    provenance: record,
    scenario: { title, question, name, start, utcOffset, zone, window, horizon },
    size,
    measures: measures.map(({ spec, ...rest }) => ({ ...spec, ...rest })),
    observations,
    ...(worth === null ? {} : { explanation: { ...worth.found, leftAlone: worth.leftAlone } }),
  };
};

const textOf = ({ summary, worth, guesses, notes }: Shown, terminal: Terminal): string => {
  const { columns, outColours: colours } = terminal;
  const chart = columns >= CHART_WIDTH ? runChart(summary, colours) : '';
  const explained = worth === null ? '' : `\n${worthText(worth, { seed: summary.seed, colours })}`;
  const guessed = guessText(summary, guesses, colours);
  return `${summaryText(summary, colours, notes)}${guessed}${chart}${explained}`;
};

/** The exit code, once it is known whether the precision was reached, which is told if it was not. */
const judged = (code: number, target: Target | null, terminal: Terminal): number => {
  if (target === null || target.rule.reached().isEnough) return code;
  terminal.err(`airbridge: ${precisionNote(target).join(' ')}\n`);
  return code === EXIT.done ? EXIT.imprecise : code;
};

/**
 * `airbridge run`: replications of one scenario, their summary on the terminal, and files on request.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param source where texts come from
 * @returns the exit code
 */
export const run = async (
  argument: string,
  flags: Flags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  const setting = begin(flags, source);
  const { actions } = setting;
  const at = openPlan(argument, flags, actions, setting.inputs);
  const plan = at([]);
  const guesses = readGuesses(flags.guess ?? [], plan.model.catalogue);
  const target = targetOf(flags.precision, plan.model.catalogue);
  const most = mostOf(flags);
  const subject = flags.explain === true ? subjectOf(at, plan, studyFlags(flags, most)) : null;
  const work = most + (subject === null ? 0 : workOf(subject, studyFlags(flags, most)));
  return onBench({ command: 'run', plans: [plan], work, flags }, terminal, async (bench) => {
    const { summary, outcomes } = await replications(plan, flags, { bench, target });
    const { total } = bench;
    // One replication alone is no pair: the study says so, with whatever else it needs.
    const enough = studyFlags(flags, Math.max(2, summary.replications));
    const worth = subject === null ? null : await study(subject, enough, bench);
    const notes = [...settingNotes(plan, flags), ...precisionNote(target)];
    const shown = { summary, worth, guesses, notes };
    const code = await finish(
      {
        record: recordOf(plan, setting, { flags, target, total }),
        files: async (record) => {
          const { runFiles } = await import('./outputs.ts');
          const [first] = outcomes;
          const observed = plan.observe({ seed: flags.seed, replication: first!.replication });
          return runFiles({ ...shown, outcomes, ledger: plan.ledger, record, actions, observed });
        },
        json: (record) => printable(shown, record),
        text: () => textOf(shown, terminal),
      },
      { setting, bench, terminal },
    );
    return judged(code, target, terminal);
  });
};
