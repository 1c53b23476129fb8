import { compareOn, type Failed, type ScenarioComparison } from '../experiment/index.ts';
import type { ComparisonRecord } from '../report/index.ts';
import { type Bench, failuresText, onBench } from './bench.ts';
import { comparisonText } from './comparison-text.ts';
import { tellFolder, writeResults } from './destination.ts';
import { EXIT, Failure, InputError } from './errors.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, begin, type Plan, readPlan } from './plan.ts';
import type { Terminal } from './terminal.ts';

/** What is needed to get the same bytes again. */
const recordOf = (
  plans: readonly Plan[],
  flags: RunFlags,
  actions: ActionsFile | null,
): ComparisonRecord => ({
  airbridge: version(),
  node: process.versions.node,
  scenarios: plans.map(({ model, sha256 }) => ({
    name: model.catalogue.name,
    title: model.catalogue.title,
    sha256,
  })),
  seed: flags.seed,
  replications: flags.replications,
  first: flags.first ?? 0,
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

/** Every plan on the same replications, with a bar where somebody watches. */
const compared = async (
  plans: readonly Plan[],
  flags: RunFlags,
  bench: Bench,
): Promise<ScenarioComparison> => {
  const { seed, replications, first = 0 } = flags;
  const remote = plans.map(({ model }, index) => ({
    catalogue: model.catalogue,
    executor: bench.executor(index),
  }));
  try {
    return await compareOn(remote, { seed, replications, first, onProgress: bench.progress.show });
  } catch (error) {
    // Not one pair is left: `compareOn` says for which plan.
    if (error instanceof RangeError) throw new Failure(error.message, { cause: error });
    throw error;
  }
};

/** Every replication that one plan or another could not finish, with the plan's name. */
const failures = (plans: readonly Plan[], failed: ScenarioComparison['failed']): NamedFailure[] =>
  failed.flatMap((each, index) => each.map((one) => ({ ...one, plan: plans[index]!.model.catalogue.name })));

/** What a command says and records of a failure. */
type NamedFailure = Failed & { readonly plan: string };

const failedRecord = (failed: readonly NamedFailure[]): Pick<ComparisonRecord, 'failed'> =>
  failed.length === 0
    ? {}
    : { failed: failed.map(({ plan, replication, failure }) => ({ plan, replication, failure })) };

/**
 * `airbridge compare`: paired differences of several scenarios against the first.
 *
 * @param files `FILE` or `FILE#variant`, the base first
 * @param source where texts come from
 * @returns the exit code
 */
export const compare = async (
  files: readonly string[],
  flags: RunFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  const { inputs, actions } = begin(flags, source);
  const plans = files.map((file) => readPlan(file, flags, actions, inputs));
  refuseTwins(plans);
  return onBench({ command: 'compare', plans, flags }, terminal, async (bench) => {
    const results = await compared(plans, flags, bench);
    await bench.rest();
    const { outcomes, summaries, comparisons } = results;
    const failed = failures(plans, results.failed);
    const asked = { ...recordOf(plans, flags, actions), ...failedRecord(failed) };
    const record = { ...asked, inputs: inputs.texts(actions) };
    if (flags.out !== undefined) {
      const { comparisonFiles } = await import('./outputs.ts');
      const { ledger } = plans[0]!;
      await writeResults(
        flags.out,
        comparisonFiles({ summaries, outcomes, comparisons, record, ledger, actions }),
      );
    }
    if (flags.json === true) terminal.out(`${JSON.stringify({ provenance: asked, comparisons }, null, 2)}\n`);
    else if (flags.quiet !== true) terminal.out(comparisonText(summaries, comparisons, terminal.outColours));
    tellFolder(flags, terminal);
    terminal.err(failuresText(failed, plans.length * flags.replications));
    return failed.length > 0 ? EXIT.failed : EXIT.done;
  });
};
