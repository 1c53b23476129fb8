import { createSummariser, type Summary } from '../analysis/index.ts';
import { replicate } from '../experiment/index.ts';
import type { Outcome } from '../model/index.ts';
import { provenance } from '../report/index.ts';
import type { Provenance } from '../report/provenance.ts';
import { inspect, writeResults } from './destination.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { readGuesses } from './guesses.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, type Plan, readActions, readPlan } from './plan.ts';
import { summaryText } from './summary-text.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { CHART_WIDTH, peopleOutChart } from './terminal-chart.ts';

/** What all replications of a plan gave. */
interface Results {
  readonly summary: Summary;
  /** without their series, which the summary holds, so that thousands of them fit into memory */
  readonly outcomes: readonly Outcome[];
}

/** Runs all replications, with a counter where somebody watches. */
const replications = ({ model }: Plan, { seed, replications }: RunFlags, terminal: Terminal): Results => {
  const progress = progressOn(terminal, 'replications');
  const summariser = createSummariser(model.catalogue);
  const outcomes: Outcome[] = [];
  try {
    for (const outcome of replicate(model, { seed, replications, onProgress: progress.show })) {
      summariser.add(outcome);
      outcomes.push({ ...outcome, series: [], actions: [] });
    }
  } finally {
    progress.end();
  }
  return { summary: summariser.summary(seed), outcomes };
};

const recordOf = (plan: Plan, flags: RunFlags, actions: ActionsFile | null): Provenance =>
  provenance({
    version: version(),
    catalogue: plan.model.catalogue,
    scenarioSha256: plan.sha256,
    seed: flags.seed,
    replications: flags.replications,
    command: recordedCommand('run', [plan.recorded], flags),
    ...actionsRecord(actions),
  });

/** The summary as `--json` prints it: the series are left to `series.csv`. */
const printable = ({ catalogue, measures, observations, size }: Summary, record: Provenance): object => {
  const { title, question, name, start, utcOffset, zone, window, horizon } = catalogue;
  return {
    provenance: record,
    scenario: { title, question, name, start, utcOffset, zone, window, horizon },
    size,
    measures: measures.map(({ spec, ...rest }) => ({ ...spec, ...rest })),
    observations,
  };
};

/**
 * `airbridge run`: replications of one scenario, their summary on the terminal, and files on request.
 *
 * @param argument `FILE` or `FILE#variant`
 */
export const run = async (argument: string, flags: RunFlags, terminal: Terminal): Promise<void> => {
  if (flags.out !== undefined) inspect(flags.out, flags.force === true);
  const actions = readActions(flags);
  const plan = readPlan(argument, flags, actions);
  const guesses = readGuesses(flags.guess ?? [], plan.model.catalogue);
  const { summary, outcomes } = replications(plan, flags, terminal);
  const record = recordOf(plan, flags, actions);
  if (flags.out !== undefined) {
    const { runFiles } = await import('./outputs.ts');
    const observed = plan.observe({ seed: flags.seed, replication: 0 });
    writeResults(
      flags.out,
      runFiles({ summary, outcomes, ledger: plan.ledger, record, actions, guesses, observed }),
    );
  }
  if (flags.json === true) terminal.out(`${JSON.stringify(printable(summary, record), null, 2)}\n`);
  else if (flags.quiet !== true) {
    terminal.out(summaryText(summary, terminal.outColours));
    if (terminal.columns >= CHART_WIDTH) terminal.out(peopleOutChart(summary, terminal.outColours));
  }
  if (flags.out !== undefined && terminal.watched) terminal.err(`results are in ${flags.out}\n`);
};
