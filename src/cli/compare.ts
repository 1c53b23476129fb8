import { compareScenarios } from '../experiment/index.ts';
import type { ComparisonRecord } from '../report/index.ts';
import { comparisonText } from './comparison-text.ts';
import { inspect, writeResults } from './destination.ts';
import { InputError } from './errors.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, type Plan, readActions, readPlan } from './plan.ts';
import { progressOn, type Terminal } from './terminal.ts';

/** What is needed to get the same bytes again. */
const recordOf = (
  plans: readonly Plan[],
  flags: RunFlags,
  actions: ActionsFile | null,
): ComparisonRecord => ({
  airbridge: version(),
  scenarios: plans.map(({ model, sha256 }) => ({
    name: model.catalogue.name,
    title: model.catalogue.title,
    sha256,
  })),
  seed: flags.seed,
  replications: flags.replications,
  command: recordedCommand(
    'compare',
    plans.map(({ recorded }) => recorded),
    flags,
  ),
  ...actionsRecord(actions),
});

/** Two plans of one name could not be told apart in tables and files. */
const refuseTwins = (plans: readonly Plan[]): void => {
  const names = plans.map(({ model }) => model.catalogue.name);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new InputError(`two of the scenarios are called ${twin}: name each one once`);
};

/** Runs every plan on the same replications, with a counter where somebody watches. */
const compared = (plans: readonly Plan[], flags: RunFlags, terminal: Terminal) => {
  const progress = progressOn(terminal, 'replications');
  try {
    const { seed, replications } = flags;
    const models = plans.map(({ model }) => model);
    return compareScenarios(models, { seed, replications, onProgress: progress.show });
  } finally {
    progress.end();
  }
};

/**
 * `airbridge compare`: paired differences of several scenarios against the first.
 *
 * @param files `FILE` or `FILE#variant`, the base first
 */
export const compare = async (
  files: readonly string[],
  flags: RunFlags,
  terminal: Terminal,
): Promise<void> => {
  if (flags.out !== undefined) inspect(flags.out, flags.force === true);
  const actions = readActions(flags);
  const plans = files.map((file) => readPlan(file, flags, actions));
  refuseTwins(plans);
  const { outcomes, summaries, comparisons } = compared(plans, flags, terminal);
  const record = recordOf(plans, flags, actions);
  if (flags.out !== undefined) {
    const { comparisonFiles } = await import('./outputs.ts');
    writeResults(
      flags.out,
      comparisonFiles({ summaries, outcomes, comparisons, record, ledger: plans[0]!.ledger, actions }),
    );
  }
  if (flags.json === true) terminal.out(`${JSON.stringify({ provenance: record, comparisons }, null, 2)}\n`);
  else if (flags.quiet !== true) terminal.out(comparisonText(summaries, comparisons, terminal.outColours));
  if (flags.out !== undefined && terminal.watched) terminal.err(`results are in ${flags.out}\n`);
};
