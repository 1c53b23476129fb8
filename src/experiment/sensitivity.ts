import type { Interval } from '../analysis/interval.ts';
import { pairedDifference } from '../analysis/paired.ts';
import { Moments } from '../analysis/welford.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import { requireTwo } from './attempt.ts';
import type { RemotePlan } from './compare.ts';
import { complete, inParallel, kindOf, meanOf, measuresOf, responseIn } from './response.ts';

/** How to look for what moves a measure. */
export interface SensitivityOptions {
  readonly seed: string;
  /** of every plan, 2 or more; all meet the same random futures */
  readonly replications: number;
  /** id of the measure */
  readonly measure: string;
  /** how many plans at once, 1 unless told; it changes no result */
  readonly width?: number;
  /** called after every replication, counted over all plans */
  readonly onProgress?: (done: number, total: number) => void;
}

/** One number moved to its low and to its high value, everything else as it was. */
export interface Lever<Name> {
  readonly name: Name;
  readonly low: RemotePlan;
  readonly high: RemotePlan;
}

/**
 * What one number does to the measure: paired differences from the base, each with its 95 % interval; null where two plans share fewer
 * than two finished replications.
 */
export interface Swing<Name> {
  readonly name: Name;
  readonly low: Interval | null;
  readonly high: Interval | null;
  /** from low to high */
  readonly swing: Interval | null;
}

/** What one number at a time does to a measure. */
export interface Tornado<Name> {
  readonly spec: MeasureSpec;
  /** mean of the measure with everything as it was */
  readonly base: Interval;
  /** the widest swing first, those that are not known last */
  readonly swings: readonly Swing<Name>[];
}

/** A plan with its response in every run. */
interface Answer {
  readonly name: string;
  readonly values: readonly number[];
}

/** Responses of many plans on the same futures, in their order. */
async function responses(
  plans: readonly RemotePlan[],
  { seed, replications, measure, width = 1, onProgress }: SensitivityOptions,
): Promise<readonly Answer[]> {
  let done = 0;
  return inParallel(plans, width, async (plan) => {
    const response = responseIn(plan.catalogue, measure);
    const rows = await measuresOf(plan, {
      seed,
      replications,
      onProgress: () => {
        done += 1;
        onProgress?.(done, plans.length * replications);
      },
    });
    return { name: plan.catalogue.name, values: rows.map((row) => response.of(row)) };
  });
}

/** Interval of the paired difference, over the runs that neither plan failed in; null with fewer than two. */
function differenceOf(spec: MeasureSpec, from: Answer, to: Answer): Interval | null {
  const [a = [], b = []] = complete([from.values, to.values]);
  if (a.length < 2) return null;
  const { difference, low, high } = pairedDifference(kindOf(spec), a, b);
  const estimate = difference!;
  return { estimate, low: low ?? estimate, high: high ?? estimate };
}

/**
 * Moves one number at a time to its low and to its high value, on the same random futures: a tornado.
 *
 * @param base everything as it is
 * @param levers one per number
 * @throws RangeError when the base has no such measure; TooFewFinished when the base finished fewer than two replications
 * @example
 * const measures = [{ id: 'out', kind: 'count' }];
 * const plan = (extra) => ({
 *   catalogue: { measures, horizon: 60 },
 *   executor: executeHere({ run: ({ seed, replication }) => ({ seed, replication, measures: [100 + replication + extra] }) }),
 * });
 * const levers = [{ name: 'lanes', low: plan(-1), high: plan(2) }, { name: 'seats', low: plan(-10), high: plan(30) }];
 * const { swings } = await tornado(plan(0), levers, { seed: 's', replications: 5, measure: 'out' });
 * swings.map(({ name, low, high }) => [name, low.estimate, high.estimate]) // => [['seats', -10, 30], ['lanes', -1, 2]]
 */
export async function tornado<Name>(
  base: RemotePlan,
  levers: readonly Lever<Name>[],
  options: SensitivityOptions,
): Promise<Tornado<Name>> {
  const { spec } = responseIn(base.catalogue, options.measure);
  const plans = [base, ...levers.flatMap(({ low, high }) => [low, high])];
  const [middle, ...ends] = await responses(plans, options);
  const [finished = []] = complete([middle!.values]);
  requireTwo(finished.length, options.replications, [middle!.name]);
  const swings = levers.map(({ name }, index): Swing<Name> => {
    const [low, high] = [ends[2 * index]!, ends[2 * index + 1]!];
    return {
      name,
      low: differenceOf(spec, middle!, low),
      high: differenceOf(spec, middle!, high),
      swing: differenceOf(spec, low, high),
    };
  });
  const reach = ({ low, high, swing }: Swing<Name>): number =>
    Math.max(...[low, high, swing].map((one) => (one === null ? -1 : Math.abs(one.estimate))));
  return { spec, base: meanOf(finished, spec), swings: swings.toSorted((a, b) => reach(b) - reach(a)) };
}

/** What one number does to a measure wherever the others stand. */
export interface Effect<Name> {
  readonly name: Name;
  /** elementary effects that are known: one a trajectory, but for steps that move nothing, or whose ends share fewer than two finished replications */
  readonly steps: number;
  /** mean size of the elementary effects: how much the measure moves when the number goes through its whole range; null without any */
  readonly muStar: number | null;
  /** their mean with its sign; far below `muStar` where the direction depends on the others; null without any */
  readonly mu: number | null;
  /** their standard deviation: interactions and curves; null with fewer than two */
  readonly sigma: number | null;
}

/** One number's step on a trajectory: the plans before and after it, and which way it went. */
export interface Step<Name> {
  readonly name: Name;
  /** indexes into the plans */
  readonly from: number;
  readonly to: number;
  /** share of the number's range that it moved, with its sign */
  readonly moved: number;
}

/**
 * Elementary effects by Morris: every trajectory moves each number once, from a random corner of a grid on, so that effects are seen
 * with the others at many values.
 * Sources: Morris (1991), "Factorial sampling plans for preliminary computational experiments", Technometrics 33(2); mu* after
 * Campolongo, Cariboni and Saltelli (2007), Environmental Modelling and Software 22(10).
 *
 * @param plans every point of every trajectory
 * @param steps between them; each number has one per trajectory
 * @returns the largest `muStar` first, those that are not known last
 * @throws RangeError when there is no plan
 */
export async function morris<Name>(
  plans: readonly RemotePlan[],
  steps: readonly Step<Name>[],
  options: SensitivityOptions,
): Promise<readonly Effect<Name>[]> {
  if (plans.length === 0) throw new RangeError('a screening needs a plan');
  const found = await responses(plans, options);
  const effects = new Map<Name, number[]>();
  const { spec } = responseIn(plans[0]!.catalogue, options.measure);
  for (const { name, from, to, moved } of steps) {
    const difference = differenceOf(spec, found[from]!, found[to]!);
    // A quantity may be drawn so unevenly that a step between two of its quantiles moves nothing, of which no effect can be told.
    const effect = difference === null || moved === 0 ? [] : [difference.estimate / moved];
    effects.set(name, [...(effects.get(name) ?? []), ...effect]);
  }
  return [...effects]
    .map(([name, each]) => effectOf(name, each))
    .toSorted((a, b) => (b.muStar ?? -1) - (a.muStar ?? -1));
}

function effectOf<Name>(name: Name, effects: readonly number[]): Effect<Name> {
  const moments = new Moments(2);
  for (const effect of effects) moments.add([effect, Math.abs(effect)]);
  return {
    name,
    steps: effects.length,
    muStar: effects.length === 0 ? null : moments.mean(1),
    mu: effects.length === 0 ? null : moments.mean(0),
    sigma: effects.length < 2 ? null : moments.deviation(0),
  };
}
