import {
  type Explanation,
  explain as explainPlan,
  type RemotePlan,
  type WidenedPlan,
  type Widening,
  wideningsOf,
} from '../experiment/index.ts';
import { openPool, type Pool } from '../experiment/pool/index.ts';
import { ScenarioError } from '../scenario/index.ts';
import { inspect, tellFolder, writeResults } from './destination.ts';
import { InputError } from './errors.ts';
import { explainText } from './explain-text.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, type Plan, readActions, readPlan } from './plan.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { numbersOf } from './vary.ts';

/** Flags of `explain`. */
export interface ExplainFlags extends RunFlags {
  readonly only?: readonly string[] | undefined;
  readonly screening: number;
  readonly jobs?: number | undefined;
  readonly dryRun?: true | undefined;
}

/** How plans are read and run. */
interface Setting {
  readonly argument: string;
  readonly flags: ExplainFlags;
  readonly actions: ActionsFile | null;
  readonly pool: Pool;
}

const remote = (plan: Plan, pool: Pool): RemotePlan => ({
  catalogue: plan.model.catalogue,
  executor: pool.executor({ scenario: plan.scenario, decisions: plan.decisions }),
});

/** The plan with some settings more; null where they contradict the rest of the scenario. */
const planWith = (
  { argument, flags, actions, pool }: Setting,
  settings: readonly string[],
): RemotePlan | null => {
  try {
    return remote(readPlan(argument, { set: [...(flags.set ?? []), ...settings] }, actions), pool);
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
};

/** The widenings that were asked for. */
const chosen = (
  plan: Plan,
  { argument, flags }: Pick<Setting, 'argument' | 'flags'>,
): readonly Widening[] => {
  const all = wideningsOf(plan.scenario, numbersOf(argument, flags.set));
  const { only = [] } = flags;
  const wanted = only.length === 0 ? all : all.filter(({ path }) => only.some((part) => path.includes(part)));
  if (wanted.length === 0)
    throw new InputError(
      only.length === 0
        ? 'the scenario has nothing that there could be more of'
        : `no widening has ${only.map((part) => `\`${part}\``).join(' or ')} in its path`,
    );
  return wanted;
};

/** The explanation itself, with a counter where somebody watches. */
const study = async (
  widenings: readonly Widening[],
  base: RemotePlan,
  setting: Setting,
  terminal: Terminal,
): Promise<{ readonly found: Explanation; readonly leftAlone: readonly string[] }> => {
  const widened: WidenedPlan[] = [];
  const leftAlone: string[] = [];
  for (const widening of widenings) {
    const plan = planWith(setting, [widening.setting]);
    if (plan === null) leftAlone.push(widening.setting);
    else widened.push({ widening, plan });
  }
  const progress = await progressOn(terminal, 'runs at most');
  const { seed, replications, screening } = setting.flags;
  const most = (widened.length + 15) * screening + 11 * replications;
  try {
    const combine = (a: Widening, b: Widening): RemotePlan | null =>
      planWith(setting, [a.setting, b.setting]);
    const found = await explainPlan(base, widened, combine, {
      seed,
      replications,
      screening,
      onProgress: (done) => progress.show(done, most),
    });
    return { found, leftAlone };
  } finally {
    progress.end();
  }
};

/**
 * `airbridge explain`: what one more of each widening is worth, and which two only help together.
 *
 * @param argument `FILE` or `FILE#variant`
 */
export const explain = async (argument: string, flags: ExplainFlags, terminal: Terminal): Promise<void> => {
  if (flags.replications < 2) throw new InputError('explain needs two replications or more');
  inspect(flags);
  const actions = readActions(flags);
  const plan = readPlan(argument, flags, actions);
  const { catalogue } = plan.model;
  if (!catalogue.measures.some(({ id }) => id === 'people-out'))
    throw new InputError(`${catalogue.name} has nobody to carry, so that nothing can bring more people out`);
  const widenings = chosen(plan, { argument, flags });
  if (flags.dryRun === true) {
    for (const { setting, of, step } of widenings) terminal.out(`${of}: ${step} (${setting})\n`);
    return;
  }
  const pool = openPool({ jobs: flags.jobs });
  try {
    const setting = { argument, flags, actions, pool };
    const { found, leftAlone } = await study(widenings, remote(plan, pool), setting, terminal);
    const record = {
      airbridge: version(),
      scenario: { name: catalogue.name, sha256: plan.sha256 },
      seed: flags.seed,
      replications: flags.replications,
      command: [
        ...recordedCommand('explain', [plan.recorded], flags),
        ...['--screening', String(flags.screening)],
        ...(flags.only ?? []).flatMap((one) => ['--only', one]),
      ],
      ...actionsRecord(actions),
    };
    if (flags.out !== undefined) {
      const { explainFiles } = await import('./experiment-files.ts');
      await writeResults(flags.out, explainFiles(found, flags.seed, record));
    }
    if (flags.json === true)
      terminal.out(`${JSON.stringify({ provenance: record, ...found, leftAlone }, null, 2)}\n`);
    else if (flags.quiet !== true)
      terminal.out(
        explainText(found, { catalogue, seed: flags.seed, leftAlone, colours: terminal.outColours }),
      );
    tellFolder(flags, terminal);
  } finally {
    await pool.close();
  }
};
