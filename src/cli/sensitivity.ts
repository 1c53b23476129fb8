import { formatCount } from '../analysis/index.ts';
import {
  type Effect,
  type Lever,
  morris,
  placesOf,
  type Step,
  type Tornado,
  tornado,
  trajectory,
  type Uncertain,
  uncertainNumbers,
} from '../experiment/index.ts';
import { type Bench, onBench } from './bench.ts';
import { EXIT, InputError } from './errors.ts';
import { measureIn } from './experiment.ts';
import { finish, planRecord } from './finish.ts';
import type { RunFlags } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { begin, openPlan, orNone, type Plan, type PlanAt, type PlanOrNone } from './plan.ts';
import { sensitivityText, withText } from './sensitivity-text.ts';
import type { Terminal } from './terminal.ts';
import { plainText } from './text.ts';

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

/** A number with its two plans, not yet on a bench. */
interface PlannedLever {
  readonly name: Uncertain;
  readonly ends: readonly [Plan, Plan];
}

/** Every uncertain number with its two plans, and those that cannot be moved alone. */
const leversOf = (
  uncertain: readonly Uncertain[],
  at: PlanOrNone,
): { readonly levers: readonly PlannedLever[]; readonly leftAlone: readonly string[] } => {
  const levers: PlannedLever[] = [];
  const leftAlone: string[] = [];
  for (const name of uncertain) {
    const [low, high] = [at(name.settings(0)), at(name.settings(1))];
    if (low === null || high === null) leftAlone.push(name.path);
    else levers.push({ name, ends: [low, high] });
  }
  return { levers, leftAlone };
};

/** The plans of trajectories, and the steps between them. */
interface Walks {
  readonly plans: readonly Plan[];
  readonly steps: readonly Step<string>[];
}

/** All plans of one trajectory; null where a combination on the way contradicts itself. */
const walk = (
  uncertain: readonly Uncertain[],
  at: PlanOrNone,
  { seed, number }: { readonly seed: string; readonly number: number },
): Walks | null => {
  const path = trajectory(uncertain.length, seed, number);
  const visited = placesOf(path);
  const plans: Plan[] = [];
  for (const [point, places] of visited.entries()) {
    const settings = places.flatMap((place, index) => uncertain[index]!.settings(place));
    const plan = at(settings, `point ${point} of trajectory ${number}`);
    if (plan === null) return null;
    plans.push(plan);
  }
  const steps = path.moves.map(({ factor }, index) => {
    const [before, after] = [visited[index]!, visited[index + 1]!].map((places) =>
      uncertain[factor]!.shareAt(places[factor]!),
    );
    return { name: uncertain[factor]!.path, from: index, to: index + 1, moved: after! - before! };
  });
  return { plans, steps };
};

/** As many trajectories as were asked for; those that lead through contradictions are drawn anew. */
const walksOf = (uncertain: readonly Uncertain[], at: PlanOrNone, flags: SensitivityFlags): Walks => {
  const plans: Plan[] = [];
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
const chosen = (base: Plan, { only = [] }: SensitivityFlags): readonly Uncertain[] => {
  const all = uncertainNumbers(base.numbers, base.scenario.policies);
  const wanted = only.length === 0 ? all : all.filter(({ path }) => only.some((part) => path.includes(part)));
  if (wanted.length === 0)
    throw new InputError(
      only.length === 0
        ? 'the scenario has no uncertain numbers: none is drawn once a run, assumed or estimated'
        : `no uncertain number has ${only.map((part) => `\`${part}\``).join(' or ')} in its path`,
    );
  return wanted;
};

/** All plans of a study, not yet on a bench. */
interface Planned {
  readonly base: Plan;
  readonly levers: readonly PlannedLever[];
  readonly leftAlone: readonly string[];
  /** of trajectories; made when they are needed, since they take long to read */
  readonly walks: () => Walks;
  readonly points: number;
}

const planned = (at: PlanAt, flags: SensitivityFlags): Planned => {
  const base = at([]);
  const some = orNone(at);
  const { levers, leftAlone } = leversOf(chosen(base, flags), some);
  const movable = levers.map(({ name }) => name);
  return {
    base,
    levers,
    leftAlone,
    walks: () => walksOf(movable, some, flags),
    points: 1 + 2 * levers.length + flags.trajectories * (movable.length + 1),
  };
};

/** The study itself, with a bar where somebody watches. */
const study = async (
  { base, levers, leftAlone, walks }: Planned,
  flags: SensitivityFlags,
  { measure, bench }: { readonly measure: string; readonly bench: Bench },
): Promise<Study> => {
  const { seed, replications, trajectories } = flags;
  const { width, progress } = bench;
  const options = { seed, replications, measure, width, onProgress: progress.show };
  const middle = bench.remote(base);
  const moved = levers.map(({ name, ends: [low, high] }): Lever<Uncertain> => {
    return { name, low: bench.remote(low), high: bench.remote(high) };
  });
  const found = await tornado(middle, moved, options);
  if (trajectories === 0) return { tornado: found, effects: [], leftAlone };
  const { plans, steps } = walks();
  const remote = plans.map((plan) => bench.remote(plan));
  return { tornado: found, effects: await morris(remote, steps, options), leftAlone };
};

/** The words that decide the results, behind those that all commands share. */
const wordsOf = (flags: SensitivityFlags): string[] => [
  ...(flags.only ?? []).flatMap((one) => ['--only', one]),
  ...(flags.measure === undefined ? [] : ['--measure', flags.measure]),
  ...(flags.trajectories === 0 ? [] : ['--trajectories', String(flags.trajectories)]),
];

/** How much work lies ahead. */
const preview = ({ levers, points }: Planned, { replications }: SensitivityFlags): string =>
  `${formatCount(levers.length, 'uncertain number')}, ${formatCount(points, 'point')}, ${formatCount(replications, 'replication')} of each: ${formatCount(points * replications, 'run')}\n`;

/**
 * `airbridge sensitivity`: which of a scenario's own uncertain numbers move a measure most.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param source where texts come from
 * @returns the exit code
 */
export const sensitivity = async (
  argument: string,
  flags: SensitivityFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  if (flags.replications < 2) throw new InputError('sensitivity needs two replications or more');
  const setting = begin(flags, source);
  const { actions, inputs } = setting;
  const plans = planned(openPlan(argument, flags, actions, inputs), flags);
  const { base, levers, points } = plans;
  const { catalogue } = base.model;
  const measure = measureIn(catalogue, flags.measure).id;
  if (flags.quiet !== true) terminal.err(preview(plans, flags));
  if (flags.dryRun === true) {
    for (const { name } of levers)
      terminal.out(`${plainText(`${name.path}: ${name.low} to ${name.high}${withText(name)}`)}\n`);
    return EXIT.done;
  }
  const job = { command: 'sensitivity', plans: [base], work: points * flags.replications, flags };
  return onBench(job, terminal, async (bench) => {
    const found = await study(plans, flags, { measure, bench });
    return finish(
      {
        record: planRecord('sensitivity', base, { setting, words: wordsOf(flags) }),
        files: async (record) =>
          (await import('./experiment-files.ts')).sensitivityFiles(found, flags, record),
        json: (provenance) => ({ provenance, ...found }),
        text: () => sensitivityText(found, flags, { catalogue, colours: terminal.outColours }),
      },
      { setting, bench, terminal },
    );
  });
};
