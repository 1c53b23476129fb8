import { type Design, type Factor, type Level, layOut, parseVary } from '../experiment/index.ts';
import type { ScenarioNumber } from '../scenario/index.ts';
import { InputError } from './errors.ts';
import type { RunFlags } from './flags.ts';
import type { Plan, PlanAt } from './plan.ts';

/** What decides the points of an experiment. */
export interface VaryFlags extends Pick<RunFlags, 'seed'> {
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

/**
 * Reads what is to be varied and lays out the points.
 *
 * @param known every number of the scenario, as it is before anything is varied
 * @throws InputError when a range, a list or the design makes no sense
 */
export const pointsOf = (known: readonly ScenarioNumber[], flags: VaryFlags): Points => {
  const numbers = new Map(known.map((one) => [one.path, one]));
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
 * The scenario at every point; each plan is named by its settings.
 *
 * @param at the scenario before anything is varied
 * @throws ScenarioError at the first point that is no valid scenario
 */
export const plansAt = (at: PlanAt, { factors, points }: Points): readonly Plan[] =>
  points.map((levels) => {
    const settings = settingsOf(factors, levels);
    return at(settings, settings.join(' '));
  });
