import { mean, sampleCorrelation, sampleStandardDeviation, sampleVariance } from 'simple-statistics';
import { pow } from '../kernel/math.ts';
import type { MeasureKind } from '../model/outcome.ts';
import { meanInterval, pairedShareInterval } from './interval.ts';
import { normalTwoSided, tTwoSided } from './student.ts';

/** The difference of one measure between two plans that met the same random futures. */
export interface PairedDifference {
  /**
   * What `base`, `variant` and `difference` are: means of the measure, or, where a time came in only one of two paired
   * replications, the shares of replications in which it came within the run.
   */
  readonly basis: 'mean' | 'happened';
  /** pairs compared; fewer than the replications only for a time that in some of them comes in neither */
  readonly pairs: number;
  readonly base: number | null;
  readonly variant: number | null;
  /** variant − base; null when there is no pair */
  readonly difference: number | null;
  /** 95 % interval of the difference, for this measure alone; null where pairs are too few: one, or up to five that all differ alike */
  readonly low: number | null;
  readonly high: number | null;
  /** between the paired values; null when one of them never varies */
  readonly correlation: number | null;
  /** how many times more replications the same interval would need without pairing; null when undefined */
  readonly varianceRatio: number | null;
  /** two-sided, for this measure alone; null with fewer than two pairs */
  readonly p: number | null;
  /** the same number in every replication */
  readonly isIdentical: boolean;
}

/**
 * Compares one measure of two plans, run by run.
 *
 * Means: interval and test by Student's t on the differences. Where every pair differs by the same, t has no spread to judge by and
 * would be sure after two pairs: the exact sign test is asked instead, which is convinced from six pairs on. Where pairs differ by one
 * size up or down, or not at all, they are coins, of which t knows too little while they are few: they are compared like indicators, times that
 * size. Indicators, and times that came in only one of two paired runs (compared as the share of runs in which they came): see
 * `pairedShareInterval`.
 * Times that came in both runs or in neither: means over the runs in which they came.
 *
 * @param kind of the measure
 * @param base one number per replication, at least one
 * @param variant as many, of the same replications in the same order
 * @throws RangeError when the numbers of replications differ, or there are none
 * @example
 * const out = pairedDifference('count', [100, 120, 90, 110], [103, 124, 92, 115]);
 * out.difference // => 3.5
 * out.low.toFixed(2) // => '1.45'
 */
export function pairedDifference(
  kind: MeasureKind,
  base: readonly number[],
  variant: readonly number[],
): PairedDifference {
  if (base.length === 0 || base.length !== variant.length) {
    throw new RangeError(`pairs are needed, got ${base.length} and ${variant.length} replications`);
  }
  const isIdentical = base.every((value, index) => value === variant[index]);
  if (kind === 'indicator') return { ...ofShares(base, variant), basis: 'mean', isIdentical };
  const came = [base.map(indicate), variant.map(indicate)] as const;
  if (came[0].some((one, index) => one !== came[1][index])) {
    return { ...ofShares(came[0], came[1]), basis: 'happened', isIdentical };
  }
  return {
    ...ofMeans(base.filter(Number.isFinite), variant.filter(Number.isFinite)),
    basis: 'mean',
    isIdentical,
  };
}

const indicate = (time: number): number => (Number.isFinite(time) ? 1 : 0);

/** Level of a single comparison. */
const LEVEL = 0.05;

type Statistics = Omit<PairedDifference, 'basis' | 'isIdentical'>;

function ofMeans(base: readonly number[], variant: readonly number[]): Statistics {
  const pairs = base.length;
  if (pairs === 0) return { ...NOTHING, pairs, base: null, variant: null, difference: null };
  const differences = variant.map((value, index) => value - base[index]!);
  const difference = mean(differences);
  const means = { pairs, base: mean([...base]), variant: mean([...variant]), difference };
  if (pairs === 1) return { ...NOTHING, ...means };
  if (!differAlike(base, variant)) {
    const found = coins(base, variant) ?? tested(differences);
    return { ...means, ...found, ...pairing(base, variant) };
  }
  return { ...means, ...signed(difference, pairs), ...pairing(base, variant), varianceRatio: null };
}

const NOTHING = { low: null, high: null, correlation: null, varianceRatio: null, p: null } as const;

/** Sums of many doubles agree to this share of their size. */
const ROUNDING = 1e-12;

/**
 * Whether all pairs differ by the same, but for rounding.
 *
 * @param base one finite number per replication, at least one
 * @param variant as many
 * @example
 * [differAlike([1, 5, 9], [3, 7, 11]), differAlike([1, 5, 9], [3, 7, 12])] // => [true, false]
 */
export function differAlike(base: readonly number[], variant: readonly number[]): boolean {
  const first = variant[0]! - base[0]!;
  return base.every((value, index) => {
    const size = Math.max(Math.abs(value), Math.abs(variant[index]!), Math.abs(first));
    return Math.abs(variant[index]! - value - first) <= ROUNDING * size;
  });
}

/** Pairs that differ by one size up or down, or not at all. */
export interface Coins {
  readonly size: number;
  /** pairs that differ up, and down */
  readonly up: number;
  readonly down: number;
}

/**
 * Reads pairs as coins: all that differ do so by one size, but for rounding, at least two of them, and not all pairs alike.
 *
 * @param base one finite number per replication
 * @param variant as many
 * @returns null where pairs differ by other sizes
 * @example
 * coinsIn([5, 5, 5, 9], [7, 3, 5, 11]) // => { size: 2, up: 2, down: 1 }
 * coinsIn([5, 5, 5, 9], [7, 3, 5, 12]) // => null
 */
export function coinsIn(base: readonly number[], variant: readonly number[]): Coins | null {
  const different = base.flatMap((value, index) =>
    value === variant[index]! ? [] : [[value, variant[index]!] as const],
  );
  if (different.length < 2 || differAlike(base, variant)) return null;
  const [lesser, greater] = [
    different.map((pair) => Math.min(...pair)),
    different.map((pair) => Math.max(...pair)),
  ];
  if (!differAlike(lesser, greater)) return null;
  const up = different.filter(([before, after]) => after > before).length;
  return { size: greater[0]! - lesser[0]!, up, down: different.length - up };
}

/**
 * Two-sided p value of so many pairs of which all differ in the same direction: heads in every throw.
 * Source: Conover, Practical Nonparametric Statistics (3rd ed.), section 3.4.
 *
 * @param pairs 1 or more
 * @example
 * [signTest(5), signTest(6)] // => [0.0625, 0.03125]
 */
export const signTest = (pairs: number): number => pow(2, 1 - pairs);

type Tested = Pick<PairedDifference, 'low' | 'high' | 'p'>;

/** Two differences or more, by Student's t. */
function tested(differences: number[]): Tested {
  const pairs = differences.length;
  const difference = mean(differences);
  const deviation = sampleStandardDeviation(differences);
  const { low, high } = meanInterval(difference, deviation, pairs);
  return { low, high, p: tTwoSided((difference * Math.sqrt(pairs)) / deviation, pairs - 1) };
}

/** Differences of one size up or down, like shares; null where they have other sizes. */
function coins(base: readonly number[], variant: readonly number[]): Tested | null {
  const found = coinsIn(base, variant);
  if (found === null) return null;
  const { size, up, down } = found;
  const { low, high, score } = pairedShareInterval(up, down, base.length);
  return { low: size * low, high: size * high, p: normalTwoSided(score) };
}

/** Differences that are all the same, by their sign. */
function signed(difference: number, pairs: number): Tested {
  if (difference === 0) return { low: 0, high: 0, p: 1 };
  const p = signTest(pairs);
  return p < LEVEL ? { low: difference, high: difference, p } : { low: null, high: null, p };
}

/** The same for numbers that are all 0 or 1. */
function ofShares(base: readonly number[], variant: readonly number[]): Statistics {
  const pairs = base.length;
  const gained = variant.filter((value, index) => value > base[index]!).length;
  const lost = variant.filter((value, index) => value < base[index]!).length;
  const { estimate, low, high, score } = pairedShareInterval(gained, lost, pairs);
  const shares = { pairs, base: mean([...base]), variant: mean([...variant]), difference: estimate };
  if (pairs === 1) return { ...NOTHING, ...shares };
  const ends = gained + lost === 0 ? { low: 0, high: 0 } : { low, high };
  return { ...shares, ...ends, p: normalTwoSided(score), ...pairing(base, variant) };
}

/** What running both plans on the same futures was worth. */
function pairing(
  a: readonly number[],
  b: readonly number[],
): Pick<PairedDifference, 'correlation' | 'varianceRatio'> {
  const [base, variant] = [[...a], [...b]];
  const unpaired = sampleVariance(base) + sampleVariance(variant);
  const paired = sampleVariance(variant.map((value, index) => value - base[index]!));
  const varies = sampleVariance(base) > 0 && sampleVariance(variant) > 0;
  return {
    // Rounding can carry a perfect correlation a hair past 1.
    correlation: varies ? Math.min(1, Math.max(-1, sampleCorrelation(base, variant))) : null,
    varianceRatio: paired > 0 ? unpaired / paired : null,
  };
}
