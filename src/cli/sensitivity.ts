import {
  type Effect,
  type Lever,
  morris,
  placesOf,
  type RemotePlan,
  type Step,
  type Tornado,
  tornado,
  trajectory,
  type Uncertain,
  uncertainNumbers,
} from '../experiment/index.ts';
import { ScenarioError } from '../scenario/index.ts';
import { inspect, tellFolder, writeResults } from './destination.ts';
import { InputError } from './errors.ts';
import { measureIn, remotePlan } from './experiment.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { version } from './package.ts';
import { type ActionsFile, actionsRecord, readActions, readPlan } from './plan.ts';
import { sensitivityText } from './sensitivity-text.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { numbersOf } from './vary.ts';

/** Flags of `sensitivity`. */
export interface SensitivityFlags extends RunFlags {
  readonly measure?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly trajectories: number;
  readonly top: number;
  readonly dryRun?: true | undefined;
}

/** What a sensitivity study found. */
export interface Study {
  readonly tornado: Tornado<Uncertain>;
  /** largest first; empty without trajectories */
  readonly effects: readonly Effect<string>[];
  /** uncertain numbers that cannot be moved alone, because others contradict them then */
  readonly leftAlone: readonly string[];
}

/** Reads the scenario with some settings; null where they contradict the rest of it. */
type At = (settings: readonly string[]) => RemotePlan | null;

const reader =
  (argument: string, flags: SensitivityFlags, actions: ActionsFile | null): At =>
  (settings) => {
    try {
      return remotePlan(readPlan(argument, { set: [...(flags.set ?? []), ...settings] }, actions));
    } catch (error) {
      if (error instanceof ScenarioError) return null;
      throw error;
    }
  };

/** Every uncertain number with its two plans, and those that cannot be moved alone. */
const leversOf = (
  uncertain: readonly Uncertain[],
  at: At,
): { readonly levers: readonly Lever<Uncertain>[]; readonly leftAlone: readonly string[] } => {
  const levers: Lever<Uncertain>[] = [];
  const leftAlone: string[] = [];
  for (const name of uncertain) {
    const [low, high] = [at([`${name.path}=${name.low}`]), at([`${name.path}=${name.high}`])];
    if (low === null || high === null) leftAlone.push(name.path);
    else levers.push({ name, low, high });
  }
  return { levers, leftAlone };
};

/** All plans of one trajectory; null where a combination on the way contradicts itself. */
const walk = (
  uncertain: readonly Uncertain[],
  at: At,
  { seed, number }: { readonly seed: string; readonly number: number },
): { readonly plans: readonly RemotePlan[]; readonly steps: readonly Step<string>[] } | null => {
  const path = trajectory(uncertain.length, seed, number);
  const plans: RemotePlan[] = [];
  for (const places of placesOf(path)) {
    const plan = at(places.map((place, index) => `${uncertain[index]!.path}=${uncertain[index]!.at(place)}`));
    if (plan === null) return null;
    plans.push(plan);
  }
  const steps = path.moves.map(({ factor, moved }, index) => ({
    name: uncertain[factor]!.path,
    from: index,
    to: index + 1,
    moved,
  }));
  return { plans, steps };
};

/** As many trajectories as were asked for; those that lead through contradictions are drawn anew. */
const walksOf = (uncertain: readonly Uncertain[], at: At, flags: SensitivityFlags) => {
  const plans: RemotePlan[] = [];
  const steps: Step<string>[] = [];
  let found = 0;
  for (let number = 0; found < flags.trajectories; number += 1) {
    if (number >= 20 * flags.trajectories)
      throw new InputError(
        'nearly all combinations of the uncertain numbers contradict each other: use --only',
      );
    const one = walk(uncertain, at, { seed: flags.seed, number });
    if (one === null) continue;
    found += 1;
    steps.push(
      ...one.steps.map((step) => ({ ...step, from: step.from + plans.length, to: step.to + plans.length })),
    );
    plans.push(...one.plans);
  }
  return { plans, steps };
};

/** The uncertain numbers that were asked for. */
const chosen = (argument: string, { set, only = [] }: SensitivityFlags): readonly Uncertain[] => {
  const all = uncertainNumbers(numbersOf(argument, set));
  const wanted = only.length === 0 ? all : all.filter(({ path }) => only.some((part) => path.includes(part)));
  if (wanted.length === 0)
    throw new InputError(
      only.length === 0
        ? 'the scenario has no uncertain numbers: none is drawn once a run, assumed or estimated'
        : `no uncertain number has ${only.map((part) => `\`${part}\``).join(' or ')} in its path`,
    );
  return wanted;
};

/** The study itself, with a counter where somebody watches. */
const study = async (
  argument: string,
  flags: SensitivityFlags,
  { actions, terminal }: { readonly actions: ActionsFile | null; readonly terminal: Terminal },
): Promise<Study | null> => {
  const uncertain = chosen(argument, flags);
  const at = reader(argument, flags, actions);
  const base = remotePlan(readPlan(argument, flags, actions));
  const measure = measureIn(base.catalogue, flags.measure).id;
  const { levers, leftAlone } = leversOf(uncertain, at);
  const movable = levers.map(({ name }) => name);
  const points = 1 + 2 * levers.length + flags.trajectories * (movable.length + 1);
  if (flags.quiet !== true)
    terminal.err(
      `${movable.length} uncertain numbers, ${points} points, ${flags.replications} replications of each: ${points * flags.replications} runs\n`,
    );
  if (flags.dryRun === true) {
    for (const { path, low, high } of movable) terminal.out(`${path}: ${low} to ${high}\n`);
    return null;
  }
  const progress = await progressOn(terminal, 'runs');
  const { seed, replications } = flags;
  const options = { seed, replications, measure, onProgress: progress.show };
  try {
    const found = await tornado(base, levers, options);
    if (flags.trajectories === 0) return { tornado: found, effects: [], leftAlone };
    const { plans, steps } = walksOf(movable, at, flags);
    return { tornado: found, effects: await morris(plans, steps, options), leftAlone };
  } finally {
    progress.end();
  }
};

/** The words that decide the results. */
const commandOf = (file: string, flags: SensitivityFlags): string[] => [
  ...recordedCommand('sensitivity', [file], flags),
  ...(flags.only ?? []).flatMap((one) => ['--only', one]),
  ...(flags.measure === undefined ? [] : ['--measure', flags.measure]),
  ...(flags.trajectories === 0 ? [] : ['--trajectories', String(flags.trajectories)]),
];

/**
 * `airbridge sensitivity`: which of a scenario's own uncertain numbers move a measure most.
 *
 * @param argument `FILE` or `FILE#variant`
 */
export const sensitivity = async (
  argument: string,
  flags: SensitivityFlags,
  terminal: Terminal,
): Promise<void> => {
  if (flags.replications < 2) throw new InputError('sensitivity needs two replications or more');
  inspect(flags);
  const actions = readActions(flags);
  const found = await study(argument, flags, { actions, terminal });
  if (found === null) return;
  const plan = readPlan(argument, flags, actions);
  const record = {
    airbridge: version(),
    scenario: { name: plan.model.catalogue.name, sha256: plan.sha256 },
    seed: flags.seed,
    replications: flags.replications,
    command: commandOf(plan.recorded, flags),
    ...actionsRecord(actions),
  };
  if (flags.out !== undefined) {
    const { sensitivityFiles } = await import('./experiment-files.ts');
    await writeResults(flags.out, sensitivityFiles(found, flags, record));
  }
  if (flags.json === true) terminal.out(`${JSON.stringify({ provenance: record, ...found }, null, 2)}\n`);
  else if (flags.quiet !== true)
    terminal.out(
      sensitivityText(found, flags, { catalogue: plan.model.catalogue, colours: terminal.outColours }),
    );
  tellFolder(flags, terminal);
};
