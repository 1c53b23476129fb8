import { mean, sampleStandardDeviation } from 'simple-statistics';
import { normalQuantile } from '../kernel/normal.ts';
import type { MeasureKind } from '../model/outcome.ts';
import { pairedShareInterval } from './interval.ts';
import { coinsIn, differAlike, signTest } from './paired.ts';
import { tQuantile } from './student.ts';

/** How to screen. */
export interface ScreenOptions {
  /** of the measure that decides */
  readonly kind: MeasureKind;
  /** which direction is better */
  readonly better: 'more' | 'less';
  /** largest probability with which this screening may drop the best plan, above 0, below 0.5 */
  readonly error: number;
  /** how many plans the error is shared among, at least as many as are screened; those given unless told */
  readonly plans?: number;
}

/**
 * Screens plans that met the same random futures: a plan is dropped when another beats it by more than luck explains. Each pair is
 * compared as `pairedDifference` compares it, one-sided at `error / (plans - 1)`, so that whatever is true, and however the plans'
 * luck hangs together, the best one is dropped with a probability of at most `error`.
 * Source: Nelson, Swann, Goldsman and Song (2001), "Simple procedures for selecting the best simulated system when the number of
 * alternatives is large", Operations Research 49(6), screen-to-the-best with indifference zero; for common random numbers the
 * variance of the paired differences and Bonferroni's bound take the place of independence (Nelson and Matejcik 1995,
 * Management Science 41(12)).
 *
 * @param runs one list per plan, all of the same replications in the same order, two or more of them
 * @returns for each plan the index of the plan that beats it most clearly, or null where it stays
 * @throws RangeError when lists differ in length, have fewer than two runs, or the error is out of range
 * @example
 * const runs = [[100, 120, 90, 110], [103, 124, 92, 115], [103, 124, 92, 115]];
 * screen(runs, { kind: 'count', better: 'more', error: 0.05 }) // => [1, null, null]
 */
export function screen(
  runs: readonly (readonly number[])[],
  { kind, better, error, plans = runs.length }: ScreenOptions,
): (number | null)[] {
  const n = runs[0]?.length ?? 0;
  if (n < 2 || runs.some((one) => one.length !== n)) {
    throw new RangeError('screening needs two or more runs of each plan, and as many of every plan');
  }
  if (!(error > 0 && error < 0.5)) throw new RangeError(`an error must lie between 0 and 0.5, got ${error}`);
  if (plans < 2) return runs.map(() => null);
  const level = error / (plans - 1);
  const [normal, student] = [normalQuantile(1 - level), tQuantile(1 - level, n - 1)];
  const duel = { kind, level, sign: better === 'more' ? 1 : -1, normal, student };
  return runs.map((one) => beaterOf(runs, one, duel));
}

/** What decides whether one plan beats another. */
interface Duel {
  readonly kind: MeasureKind;
  /** 1 where more is better, -1 where less is */
  readonly sign: number;
  /** one-sided */
  readonly level: number;
  /** quantiles of the normal and of Student's distribution at that level */
  readonly normal: number;
  readonly student: number;
}

/** The plan that beats one most clearly; null when none does. */
function beaterOf(runs: readonly (readonly number[])[], one: readonly number[], duel: Duel): number | null {
  let beater: number | null = null;
  let clearest = 1;
  for (const [index, other] of runs.entries()) {
    if (other === one) continue;
    const statistic = statisticOf(one, other, duel);
    if (statistic <= clearest) continue;
    clearest = statistic;
    beater = index;
  }
  return beater;
}

/**
 * How clearly another plan beats one, as `pairedDifference` tests it: in multiples of what is needed. Infinite where every pair differs
 * alike, and they are enough.
 */
function statisticOf(one: readonly number[], other: readonly number[], duel: Duel): number {
  const { kind, sign, level, normal, student } = duel;
  const leads = one.map((value, run) => sign * (other[run]! - value));
  const n = leads.length;
  if (kind === 'indicator') {
    const [gained, lost] = [leads.filter((lead) => lead > 0).length, leads.filter((lead) => lead < 0).length];
    return pairedShareInterval(gained, lost, n).score / normal;
  }
  const middle = mean(leads);
  if (differAlike(one, other)) return middle > 0 && signTest(n) / 2 <= level ? Number.POSITIVE_INFINITY : 0;
  const coins = coinsIn(one, other);
  if (coins !== null) return (sign * pairedShareInterval(coins.up, coins.down, n).score) / normal;
  return (middle * Math.sqrt(n)) / sampleStandardDeviation(leads) / student;
}
