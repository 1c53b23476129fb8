import { type Design, type Factor, type Level, layOut, parseVary } from '../experiment/index.ts';
import { loadScenario, type ScenarioNumber } from '../scenario/index.ts';
import { InputError } from './errors.ts';
import type { RunFlags } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { type ActionsFile, type Plan, readPlan, scenarioArgument } from './plan.ts';

/** What decides the points of an experiment. */
export interface VaryFlags extends Pick<RunFlags, 'set' | 'seed'> {
  readonly vary: readonly string[];
  readonly design: Design;
  readonly points?: number | undefined;
}

/** Factors and points of an experiment. */
export interface Points {
  readonly factors: readonly Factor[];
  /** one level per factor */
  readonly points: readonly (readonly Level[])[];
}

/** Levels of a range in a full design, and points of the others, unless told; assumed, because a first look needs no more. */
const USUAL = { full: 5, lhs: 20, sobol: 16 } as const;

/** Every number of a scenario, as it is before anything is varied. */
export const numbersOf = (
  argument: string,
  set: readonly string[] | undefined,
  inputs: Inputs = DISK,
): readonly ScenarioNumber[] => {
  const { file, variant } = scenarioArgument(argument, inputs);
  return loadScenario(file, { read: inputs.readerFor(file), variant, set }).numbers;
};

/**
 * Reads what is to be varied and lays out the points.
 *
 * @param argument `FILE` or `FILE#variant`
 * @throws InputError when a range, a list or the design makes no sense; ScenarioError when the scenario itself is invalid
 */
export const pointsOf = (argument: string, flags: VaryFlags): Points => {
  const numbers = new Map(numbersOf(argument, flags.set).map((one) => [one.path, one]));
  try {
    const factors = flags.vary.map((text) => parseVary(text, (path) => numbers.get(path)?.isWhole ?? false));
    const twice = factors.find(({ path }, index) => factors.findIndex((one) => one.path === path) < index);
    if (twice !== undefined) throw new RangeError(`\`${twice.path}\` is varied twice`);
    const { design, points = USUAL[design], seed } = flags;
    return { factors, points: layOut(factors, { design, points, seed }) };
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`--vary: ${error.message}`, { cause: error });
    throw error;
  }
};

/** The settings of a point, as `--set` takes them. */
export const settingsOf = (factors: readonly Factor[], levels: readonly Level[]): string[] =>
  factors.map(({ path }, index) => `${path}=${levels[index]!.text}`);

/**
 * Reads and compiles the scenario at every point; each plan is named by its settings.
 *
 * @throws ScenarioError at the first point that is no valid scenario
 */
export const plansAt = (
  argument: string,
  { factors, points }: Points,
  { flags, actions }: { readonly flags: Pick<RunFlags, 'set'>; readonly actions: ActionsFile | null },
): readonly Plan[] =>
  points.map((levels) => {
    const settings = settingsOf(factors, levels);
    const plan = readPlan(argument, { set: [...(flags.set ?? []), ...settings] }, actions);
    const catalogue = { ...plan.model.catalogue, name: settings.join(' ') };
    return { ...plan, model: { ...plan.model, catalogue } };
  });
