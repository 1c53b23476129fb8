import type { Interval } from '../analysis/interval.ts';
import { type PairedDifference, pairedDifference } from '../analysis/paired.ts';
import { screen } from '../analysis/screen.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import { judgedTogether, type SetAside, TooFewFinished } from './attempt.ts';
import type { RemotePlan } from './compare.ts';
import { complete, inParallel, kindOf, meanOf, measuresOf, type Response, responseIn } from './response.ts';

/** How to look for the best plan. */
export interface RankOptions {
  readonly seed: string;
  /** most replications of one plan, 2 or more */
  readonly replications: number;
  /** id of the measure that decides; it must have a wanted direction */
  readonly measure: string;
  /** how many plans at once, 1 unless told; it changes no result */
  readonly width?: number;
  /** called after every replication with how many are done and how many there are at most */
  readonly onProgress?: (done: number, most: number) => void;
}

/** One plan after the search. */
export interface RankedPlan {
  readonly name: string;
  /** replications spent on it */
  readonly replications: number;
  /** mean of the measure with its 95 % interval */
  readonly mean: Interval;
  /** paired difference of this plan from the leader, over the replications that both have; null for the leader */
  readonly behind: Pick<PairedDifference, 'difference' | 'low' | 'high' | 'isIdentical'> | null;
  /** whether the best plan may be this one */
  readonly isCandidate: boolean;
  /** the plan that beat it when it was dropped; null for candidates */
  readonly beatenBy: string | null;
}

/** What the search found. */
export interface Ranking {
  readonly spec: MeasureSpec;
  /** the leader first, then by how far they are behind */
  readonly plans: readonly RankedPlan[];
  /** plans that are not ranked, because too few of their replications were finished: the best may be among them */
  readonly setAside: readonly SetAside[];
  /** replications of each plan at which the candidates were screened */
  readonly stages: readonly number[];
  /** replications spent, and what as many of every plan would have cost */
  readonly spent: number;
  readonly most: number;
}

/** With this probability the best plan is among the candidates, at the end of all stages together. */
const CONFIDENCE = 0.95;

/** Fewest replications at which plans are screened; assumed, because means of 20 skewed runs are nearly normal. */
const FEWEST = 20;

/**
 * The numbers of replications at which plans are screened: the most, and halves of it down to twenty.
 *
 * @param most replications of one plan
 * @example
 * stagesUpTo(400) // => [25, 50, 100, 200, 400]
 * stagesUpTo(30) // => [30]
 */
export function stagesUpTo(most: number): number[] {
  const stages = [most];
  while (stages[0]! / 2 >= FEWEST) stages.unshift(Math.ceil(stages[0]! / 2));
  return stages;
}

/** A plan on its way through the stages. */
interface Entrant {
  readonly plan: RemotePlan;
  readonly response: Response;
  readonly values: number[];
  beatenBy: string | null;
  isSetAside: boolean;
}

/**
 * Finds a subset of plans that contains the best one with 95 %, and spends replications where they matter: all plans meet the
 * same random futures; after each stage those that another clearly beats are dropped and get no more runs, and the search ends when
 * one is left. A plan that finishes too few replications to be judged with the others is set aside; where no two can be judged together, one
 * alone is left, and nothing says whether it is the best. The chance of dropping the best is shared equally among the stages (Bonferroni), so that looking early costs no honesty.
 * See `screen` for one stage and its source.
 *
 * @param plans two or more, with different names; all have the measure
 * @param options what to look at, and how far to go
 * @throws RangeError when there are fewer than two plans or replications, or the measure has no wanted direction; TooFewFinished when
 *   no plan finished two replications
 * @example
 * const measures = [{ id: 'people-out', kind: 'count', better: 'more' }];
 * const plan = (name, extra) => ({
 *   catalogue: { name, measures, horizon: 60 },
 *   executor: executeHere({ run: ({ seed, replication }) => ({ seed, replication, measures: [(replication * 37) % 11 + extra] }) }),
 * });
 * const { plans, spent } = await rank([plan('few', 0), plan('many', 9)], { seed: 's', replications: 100, measure: 'people-out' });
 * plans.map(({ name, isCandidate }) => [name, isCandidate]) // => [['many', true], ['few', false]]
 * spent // => 50
 */
export async function rank(plans: readonly RemotePlan[], options: RankOptions): Promise<Ranking> {
  const { seed, replications, measure, width = 1, onProgress } = options;
  if (plans.length < 2) throw new RangeError(`a ranking needs two plans or more, got ${plans.length}`);
  if (!(replications >= 2))
    throw new RangeError(`a ranking needs two replications or more, got ${replications}`);
  const entrants = plans.map((plan): Entrant => {
    const response = responseIn(plan.catalogue, measure);
    return { plan, response, values: [], beatenBy: null, isSetAside: false };
  });
  const { spec } = entrants[0]!.response;
  if (spec.better === 'neither')
    throw new RangeError(`nobody wants more or less of ${measure}: it ranks no plans`);
  const stages = stagesUpTo(replications);
  const most = replications * plans.length;
  let spent = 0;
  const counted = (): void => {
    spent += 1;
    onProgress?.(spent, most);
  };
  for (const stage of stages) {
    const left = entrants.filter(({ beatenBy, isSetAside }) => beatenBy === null && !isSetAside);
    if (left.length < 2) break;
    await inParallel(left, width, async ({ plan, response, values }) => {
      const batch = { seed, first: values.length, replications: stage - values.length };
      const rows = await measuresOf(plan, { ...batch, onProgress: counted });
      for (const row of rows) values.push(response.of(row));
    });
    const error = (1 - CONFIDENCE) / stages.length;
    drop(left, { kind: kindOf(spec), better: spec.better, error, plans: entrants.length });
  }
  const [aside, ranked] = [true, false].map((is) => entrants.filter(({ isSetAside }) => isSetAside === is));
  return { spec, plans: ordered(ranked!, spec), setAside: aside!.map(setAside), stages, spent, most };
}

const setAside = ({ plan, values }: Entrant): SetAside => ({
  name: plan.catalogue.name,
  finished: values.filter((value) => !Number.isNaN(value)).length,
  replications: values.length,
});

/** Sets those aside that share too few replications with the others, and drops those that another beats. */
function drop(entrants: readonly Entrant[], options: Parameters<typeof screen>[1]): void {
  const stay = judgedTogether(
    entrants.map(({ values }) => values.map((value) => !Number.isNaN(value))),
    2,
  );
  for (const [index, one] of entrants.entries()) one.isSetAside = !stay.includes(index);
  const left = stay.map((index) => entrants[index]!);
  if (left.length === 0)
    throw new TooFewFinished(
      `no plan finished two of ${entrants[0]!.values.length} replications, and an interval needs two`,
    );
  const runs = complete(left.map(({ values }) => values));
  const beaters = screen(runs, options);
  for (const [index, beater] of beaters.entries()) {
    if (beater !== null) left[index]!.beatenBy = left[beater]!.plan.catalogue.name;
  }
}

/** The leader among the candidates first, the others by how far they are behind it. */
function ordered(entrants: readonly Entrant[], spec: MeasureSpec): RankedPlan[] {
  const sign = spec.better === 'more' ? 1 : -1;
  const candidates = entrants.filter(({ beatenBy }) => beatenBy === null);
  const middleOf = ({ values }: Entrant): number => meanOf(values, spec).estimate;
  const leader = candidates.reduce((best, one) => (sign * (middleOf(one) - middleOf(best)) > 0 ? one : best));
  const plans = entrants.map((one) => ranked(one, leader, spec));
  const gap = ({ behind }: RankedPlan): number => sign * (behind?.difference ?? 0);
  return plans.toSorted(
    (a, b) =>
      Number(b.behind === null) - Number(a.behind === null) ||
      Number(b.isCandidate) - Number(a.isCandidate) ||
      gap(b) - gap(a),
  );
}

function ranked(one: Entrant, leader: Entrant, spec: MeasureSpec): RankedPlan {
  const { values, plan, beatenBy } = one;
  const [common = [], own = []] = complete([
    leader.values.slice(0, values.length),
    values.slice(0, leader.values.length),
  ]);
  return {
    name: plan.catalogue.name,
    replications: values.length,
    mean: meanOf(values, spec),
    behind: one === leader ? null : pairedDifference(kindOf(spec), common, own),
    isCandidate: beatenBy === null,
    beatenBy,
  };
}
