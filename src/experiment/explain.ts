import { holm } from '../analysis/holm.ts';
import type { Interval } from '../analysis/interval.ts';
import { pairedDifference } from '../analysis/paired.ts';
import type { Constraint } from '../model/index.ts';
import { requireTwo } from './attempt.ts';
import type { RemotePlan } from './compare.ts';
import { type BindingShare, type Observed, Runs } from './explain-runs.ts';
import { inParallel } from './response.ts';
import type { Widening } from './widenings.ts';

/** How to find out what one more is worth. */
export interface ExplainOptions {
  readonly seed: string;
  /** of the base, and of what may matter: 2 or more */
  readonly replications: number;
  /** pairs after which runs are spent only on what may matter, 2 or more; 10 unless told */
  readonly screening?: number;
  /** how many plans at once, 1 unless told; it changes no result */
  readonly width?: number;
  /** called after every run */
  readonly onProgress?: (done: number) => void;
}

/** A widening with the plan that has one step more of it. */
export interface WidenedPlan {
  readonly widening: Widening;
  readonly plan: RemotePlan;
}

/** What something brings: paired differences from the base with their 95 % intervals. */
export interface Gain {
  /** pairs compared */
  readonly pairs: number;
  /** people out by the end of the window */
  readonly people: Interval;
  /** person-hours of waiting saved by the end of the window */
  readonly hours: Interval;
  /** whether the gain in people, and in hours, stands after Holm's correction over all widenings */
  readonly isTold: { readonly people: boolean; readonly hours: boolean };
}

/** One step more of one widening. */
export interface WideningGain extends Gain {
  readonly widening: Widening;
  /** whether it was left after the screening, so that its interval is wide and nothing is told */
  readonly isScreenedOut: boolean;
  /** which constraint binds more often instead, if any: what stands right behind */
  readonly behind: BindingShare | null;
}

/** Two widenings at once. */
export interface PairGain extends Gain {
  readonly widenings: readonly [Widening, Widening];
  /** people beyond the sum of what each brings alone */
  readonly together: Interval;
  /** whether what they bring beyond their sum stands after correction over all pairs tried */
  readonly isMore: boolean;
  /** whether that is so and neither brings anybody alone */
  readonly isOnlyTogether: boolean;
}

/** A constraint that binds although one step more of it brings nothing, or the other way round. */
export interface Disagreement {
  readonly kind: 'binds-in-vain' | 'helps-unseen';
  readonly binding: BindingShare;
  readonly gain: WideningGain;
}

/** What one more of everything is worth. */
export interface Explanation {
  /** mean of people out, ceiling and share reached, of the base */
  readonly base: {
    readonly people: number;
    readonly ceiling: number | null;
    readonly reached: number | null;
  };
  readonly replications: number;
  /** how often each constraint binds, the most frequent first */
  readonly binding: readonly BindingShare[];
  /** most people first, then most hours */
  readonly gains: readonly WideningGain[];
  /** the pairs tried, the most beyond their sum first */
  readonly pairs: readonly PairGain[];
  readonly disagreements: readonly Disagreement[];
  /** steps of which nothing can be told, because they share fewer than two finished replications of the screening with the base */
  readonly unfinished: readonly Widening[];
}

/** Pairs of the screening unless told; assumed, because what never moves in ten rarely matters. */
const SCREENING = 10;
/** Widenings that go on after the screening; assumed, because more than a handful are not read. */
const FINALISTS = 8;
/** Best widenings that are tried two by two. */
const BEST = 3;
/** Most pairs of widenings that are tried. */
const MOST_PAIRS = 15;
/** Share of the time from which on a constraint is said to bind; below it, seldom. */
const OFTEN = 0.1;
const SELDOM = 0.05;
const LEVEL = 0.05;

/** A widening on its way. */
interface Candidate {
  readonly widening: Widening;
  readonly runs: Runs;
}

/** Whether all of them finished two of the same replications, which an interval needs. */
const shareTwo = (...plans: readonly Runs[]): boolean =>
  plans[0]!.rows.filter((_, index) => plans.every(({ rows }) => (rows[index] ?? null) !== null)).length >= 2;

/** Differences in people and hours of the runs that both finished. */
const differences = (base: Runs, other: Runs) => {
  const pairs = other.rows.flatMap((row, index): (readonly [Observed, Observed])[] => {
    const before = base.rows[index] ?? null;
    return row === null || before === null ? [] : [[before, row]];
  });
  return {
    pairs: pairs.length,
    people: paired(
      pairs.map(([before]) => before.people),
      pairs.map(([, after]) => after.people),
    ),
    hours: paired(
      pairs.map(([, after]) => after.hours),
      pairs.map(([before]) => before.hours),
    ),
  };
};

/** A paired difference with its interval and p value, of two pairs or more. */
const paired = (from: readonly number[], to: readonly number[]): Interval & { readonly p: number } => {
  const { difference, low, high, p } = pairedDifference('count', from, to);
  const estimate = difference!;
  return { estimate, low: low ?? estimate, high: high ?? estimate, p: p ?? 1 };
};

const interval = ({ estimate, low, high }: Interval): Interval => ({ estimate, low, high });

const moves = (base: Runs, { runs }: Candidate): boolean => {
  const { people, hours } = differences(base, runs);
  return [people.low, people.high, hours.low, hours.high].some((end) => Math.abs(end) > 1e-6);
};

/** Those that moved anything in the screening, by the most people that they may bring. */
const finalists = (base: Runs, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates
    .filter((one) => moves(base, one))
    .map((one) => ({ one, found: differences(base, one.runs) }))
    .toSorted((a, b) => b.found.people.high - a.found.people.high || b.found.hours.high - a.found.hours.high)
    .slice(0, FINALISTS)
    .map(({ one }) => one);

/** Gains of all widenings; what was left after the screening counts in the correction and tells nothing. */
const gainsOf = (
  base: Runs,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
): readonly WideningGain[] => {
  const found = candidates.map((one) => ({
    one,
    isOut: !chosen.includes(one),
    ...differences(base, one.runs),
  }));
  const told = (of: 'people' | 'hours'): readonly number[] =>
    holm(found.map((each) => (each.isOut ? 1 : each[of].p)));
  const [people, hours] = [told('people'), told('hours')];
  return found
    .map(
      ({ one, isOut, ...each }, index): WideningGain => ({
        widening: one.widening,
        pairs: each.pairs,
        people: interval(each.people),
        hours: interval(each.hours),
        isTold: { people: people[index]! < LEVEL, hours: hours[index]! < LEVEL },
        isScreenedOut: isOut && moves(base, one),
        behind: one.runs.behind(base, one.widening.constraint),
      }),
    )
    .toSorted((a, b) => b.people.estimate - a.people.estimate || b.hours.estimate - a.hours.estimate);
};

/** Of each constraint the widening that brings most. */
const representatives = (gains: readonly WideningGain[]): readonly WideningGain[] => {
  const first = new Map<Constraint, WideningGain>();
  for (const gain of gains)
    if (!first.has(gain.widening.constraint)) first.set(gain.widening.constraint, gain);
  return [...first.values()];
};

/** The best widenings two by two, and the best of each constraint that binds with the best of every other. */
const pairsToTry = (
  gains: readonly WideningGain[],
  binding: readonly BindingShare[],
): readonly (readonly [Widening, Widening])[] => {
  const share = ({ constraint }: Widening): number =>
    binding.find((each) => each.constraint === constraint)?.share ?? 0;
  const tried: (readonly [Widening, Widening])[] = [];
  const add = (a: Widening, b: Widening): void => {
    const isKnown = tried.some((pair) => pair.includes(a) && pair.includes(b));
    if (a !== b && !isKnown) tried.push([a, b]);
  };
  const best = gains.filter(({ people }) => people.estimate > 0).slice(0, BEST);
  for (const a of best) for (const b of best) add(a.widening, b.widening);
  const of = representatives(gains).map(({ widening }) => widening);
  const others = of
    .flatMap((a, index) => of.slice(index + 1).map((b) => [a, b] as const))
    .filter((pair) => pair.some((each) => share(each) >= SELDOM))
    .toSorted((a, b) => share(b[0]) + share(b[1]) - share(a[0]) - share(a[1]));
  for (const [a, b] of others) add(a, b);
  return tried.slice(0, MOST_PAIRS);
};

/** Two widenings on their way. */
interface Couple {
  readonly widenings: readonly [Widening, Widening];
  readonly alone: readonly [Runs, Runs];
  readonly both: Runs;
}

/** People beyond the sum of both, run by run. */
const beyond = (base: Runs, { alone: [a, b], both }: Couple) => {
  const sums: number[] = [];
  const together: number[] = [];
  for (const [index, row] of both.rows.entries()) {
    const [none, one, other] = [base.rows[index], a.rows[index], b.rows[index]];
    if (!row || !none || !one || !other) continue;
    sums.push(one.people + other.people - none.people);
    together.push(row.people);
  }
  return paired(sums, together);
};

const coupleGain = (base: Runs, couple: Couple, tried: number, isFull: boolean): PairGain => {
  const { pairs, people, hours } = differences(base, couple.both);
  const together = beyond(base, couple);
  const isMore = isFull && together.estimate > 0 && together.p * tried < LEVEL;
  const isIdle = couple.alone.every((runs) => differences(base, runs).people.low <= 0);
  return {
    widenings: couple.widenings,
    pairs,
    people: interval(people),
    hours: interval(hours),
    together: interval(together),
    isTold: { people: isFull && people.p * tried < LEVEL, hours: isFull && hours.p * tried < LEVEL },
    isMore,
    isOnlyTogether: isMore && isIdle,
  };
};

/** Where the strip of binding constraints and the value of one more say different things. */
const disagreements = (
  gains: readonly WideningGain[],
  binding: readonly BindingShare[],
): readonly Disagreement[] =>
  representatives(gains).flatMap((gain): Disagreement[] => {
    const share = binding.find(({ constraint }) => constraint === gain.widening.constraint);
    if (share === undefined) return [];
    const helps = gain.isTold.people && gain.people.estimate > 0;
    if (share.share >= OFTEN && !helps && !gain.isScreenedOut)
      return [{ kind: 'binds-in-vain', binding: share, gain }];
    return helps && share.share < SELDOM ? [{ kind: 'helps-unseen', binding: share, gain }] : [];
  });

/**
 * What one more of each widening is worth: every plan meets the same random futures as the base.
 *
 * All are screened on a few pairs; runs are then spent on those that moved anything and may bring most. At last
 * widenings are tried two by two, since where two stages bind one behind the other, only both together help.
 *
 * @param base the plan as it is
 * @param widened the plans with one step more of one widening each
 * @param combine the plan with two steps, or null where they contradict each other
 * @throws RangeError when there are fewer than two replications, or the base carries no evacuees; TooFewFinished when the base
 *   finished fewer than two of the screening
 */
export async function explain(
  base: RemotePlan,
  widened: readonly WidenedPlan[],
  combine: (a: Widening, b: Widening) => RemotePlan | null,
  options: ExplainOptions,
): Promise<Explanation> {
  const { seed, replications, screening = SCREENING, width = 1, onProgress } = options;
  if (replications < 2) throw new RangeError(`an explanation needs two replications, got ${replications}`);
  let done = 0;
  const counted = (): void => {
    done += 1;
    onProgress?.(done);
  };
  const runsOf = (plan: RemotePlan): Runs => new Runs(plan, seed, counted);
  const first = Math.min(screening, replications);
  const before = runsOf(base);
  await before.upTo(first);
  if (!shareTwo(before)) requireTwo(before.rows.filter((row) => row !== null).length, first, [before.name]);
  const all = widened.map(({ widening, plan }): Candidate => ({ widening, runs: runsOf(plan) }));
  await inParallel(all, width, ({ runs }) => runs.upTo(first));
  const candidates = all.filter(({ runs }) => shareTwo(before, runs));
  const chosen = finalists(before, candidates);
  const further = [before, ...chosen.map(({ runs }) => runs)];
  await inParallel(further, width, (runs) => runs.upTo(replications));
  const gains = gainsOf(before, candidates, chosen);
  const binding = before.binding();
  const tried: Couple[] = [];
  for (const [a, b] of pairsToTry(gains, binding)) {
    const plan = combine(a, b);
    if (plan === null) continue;
    const both = runsOf(plan);
    const alone = [a, b].map((each) => candidates.find(({ widening }) => widening === each)!.runs);
    tried.push({ widenings: [a, b], alone: alone as [Runs, Runs], both });
  }
  await inParallel(tried, width, ({ both }) => both.upTo(first));
  const couples = tried.filter(({ alone, both }) => shareTwo(both, before, ...alone));
  const best = bestOf(before, couples);
  if (best !== undefined)
    await inParallel([...best.alone, best.both], width, (runs) => runs.upTo(replications));
  const pairs = couples
    .map((each) => coupleGain(before, each, tried.length, each === best))
    .toSorted((a, b) => Number(b.isMore) - Number(a.isMore) || b.together.estimate - a.together.estimate);
  return {
    base: before.level(),
    replications,
    binding,
    gains,
    pairs,
    disagreements: disagreements(gains, binding),
    unfinished: all.filter((one) => !candidates.includes(one)).map(({ widening }) => widening),
  };
}

/** The pair that brings most beyond the sum of its two, if any does. */
const bestOf = (base: Runs, couples: readonly Couple[]): Couple | undefined =>
  couples
    .map((each) => ({ each, more: beyond(base, each).estimate }))
    .filter(({ more }) => more > 0)
    .toSorted((a, b) => b.more - a.more)[0]?.each;
