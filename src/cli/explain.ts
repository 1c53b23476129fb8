import {
  type Explanation,
  explain as explainPlan,
  type RemotePlan,
  type WidenedPlan,
  type Widening,
  wideningsOf,
} from '../experiment/index.ts';
import { openPool, type Pool } from '../experiment/pool/index.ts';
import type { Worth, WorthRecord } from '../report/index.ts';
import { ScenarioError } from '../scenario/index.ts';
import { tellFolder, writeResults } from './destination.ts';
import { InputError } from './errors.ts';
import { explainText } from './explain-text.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, begin, type Plan, readPlan } from './plan.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { numbersOf } from './vary.ts';

/** What decides a study of what one more of everything is worth, besides the scenario. */
export interface StudyFlags extends RunFlags {
  readonly only?: readonly string[] | undefined;
  readonly screening: number;
}

/** Flags of `explain`. */
export interface ExplainFlags extends StudyFlags {
  readonly dryRun?: true | undefined;
}

/** A scenario as it was named and read, and where it was read from. */
export interface Subject {
  /** `FILE` or `FILE#variant` */
  readonly argument: string;
  readonly plan: Plan;
  readonly actions: ActionsFile | null;
  readonly inputs: Inputs;
}

const remote = (plan: Plan, pool: Pool): RemotePlan => ({
  catalogue: plan.model.catalogue,
  executor: pool.executor(plan.data),
});

/** The plan with some settings more; null where they contradict the rest of the scenario. */
const planWith = (
  { argument, actions, inputs }: Subject,
  flags: StudyFlags,
  settings: readonly string[],
): Plan | null => {
  try {
    return readPlan(argument, { ...flags, set: [...(flags.set ?? []), ...settings] }, actions, inputs);
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
};

/**
 * The steps that are to be tried.
 *
 * @throws InputError when there are too few replications, nobody to carry, or nothing to have more of
 */
export const stepsOf = ({ argument, plan, inputs }: Subject, flags: StudyFlags): readonly Widening[] => {
  const { catalogue } = plan.model;
  if (flags.replications < 2) throw new InputError('explain needs two replications or more');
  if (!catalogue.measures.some(({ id }) => id === 'people-out'))
    throw new InputError(`${catalogue.name} has nobody to carry, so that nothing can bring more people out`);
  const all = wideningsOf(plan.scenario, numbersOf(argument, flags.set, inputs));
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
const studied = async (
  subject: Subject,
  flags: StudyFlags,
  on: { readonly pool: Pool; readonly widenings: readonly Widening[]; readonly terminal: Terminal },
): Promise<Worth> => {
  const { pool, widenings, terminal } = on;
  const widened: WidenedPlan[] = [];
  const leftAlone: string[] = [];
  for (const widening of widenings) {
    const plan = planWith(subject, flags, [widening.setting]);
    if (plan === null) leftAlone.push(widening.setting);
    else widened.push({ widening, plan: remote(plan, pool) });
  }
  const combine = (a: Widening, b: Widening): RemotePlan | null => {
    const plan = planWith(subject, flags, [a.setting, b.setting]);
    return plan === null ? null : remote(plan, pool);
  };
  const progress = await progressOn(terminal, 'runs at most');
  const { seed, replications, screening } = flags;
  const most = (widened.length + 15) * screening + 11 * replications;
  const onProgress = (done: number): void => progress.show(done, most);
  try {
    const asked = { seed, replications, screening, onProgress };
    const found: Explanation = await explainPlan(remote(subject.plan, pool), widened, combine, asked);
    return { found, leftAlone };
  } finally {
    progress.end();
  }
};

/**
 * Finds what one more of everything is worth.
 *
 * @throws InputError as `stepsOf` does
 */
export const study = async (subject: Subject, flags: StudyFlags, terminal: Terminal): Promise<Worth> => {
  const widenings = stepsOf(subject, flags);
  const pool = openPool({ jobs: flags.jobs });
  try {
    return await studied(subject, flags, { pool, widenings, terminal });
  } finally {
    await pool.close();
  }
};

const recordOf = ({ plan, actions }: Subject, flags: StudyFlags): WorthRecord => ({
  airbridge: version(),
  scenario: {
    name: plan.model.catalogue.name,
    title: plan.model.catalogue.title,
    sha256: plan.sha256,
  },
  seed: flags.seed,
  replications: flags.replications,
  command: [
    ...recordedCommand('explain', [plan.recorded], flags),
    ...['--screening', String(flags.screening)],
    ...(flags.only ?? []).flatMap((one) => ['--only', one]),
  ],
  ...actionsRecord(actions),
});

/**
 * `airbridge explain`: what one more of each widening is worth, and which two only help together.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param source where texts come from
 */
export const explain = async (
  argument: string,
  flags: ExplainFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<void> => {
  const { inputs, actions } = begin(flags, source);
  const plan = readPlan(argument, flags, actions, inputs);
  const subject = { argument, plan, actions, inputs };
  if (flags.dryRun === true) {
    for (const { setting, of, step } of stepsOf(subject, flags))
      terminal.out(`${of}: ${step} (${setting})\n`);
    return;
  }
  const worth = await study(subject, flags, terminal);
  const record = recordOf(subject, flags);
  const { catalogue } = plan.model;
  if (flags.out !== undefined) {
    const { explainFiles } = await import('./outputs.ts');
    const kept = { ...record, inputs: inputs.texts(actions) };
    await writeResults(flags.out, explainFiles({ ...worth, catalogue, ledger: plan.ledger, record: kept }));
  }
  if (flags.json === true)
    terminal.out(
      `${JSON.stringify({ provenance: record, ...worth.found, leftAlone: worth.leftAlone }, null, 2)}\n`,
    );
  else if (flags.quiet !== true)
    terminal.out(explainText(worth, catalogue, { seed: flags.seed, colours: terminal.outColours }));
  tellFolder(flags, terminal);
};
