import type { Catalogue, MeasureSpec, Outcome } from '../model/outcome.ts';
import { holm } from './holm.ts';
import type { Interval } from './interval.ts';
import { type PairedDifference, pairedDifference } from './paired.ts';
import { ratioInterval } from './ratio.ts';
import { type Direction, judge } from './verdict.ts';

/** One measure of a variant against the base, on the same random futures. */
export interface MeasureComparison extends Omit<PairedDifference, 'isIdentical'> {
  readonly spec: MeasureSpec;
  /** `p` after Holm's correction over the family that is looked at together: see `comparePaired` */
  readonly holm: number | null;
  /** how many comparisons the correction counted */
  readonly family: number;
  /** variant as a multiple of base, with its 95 % interval (Fieller); null where a ratio says nothing, or one cannot be told */
  readonly ratio: Interval | null;
  /** replications of each plan that would tell as much if they did not share their futures; null when undefined */
  readonly unpaired: number | null;
  /** one sentence */
  readonly verdict: string;
  readonly direction: Direction;
}

/** A variant against the base. */
export interface Comparison {
  /** `Catalogue.name` of the two */
  readonly base: string;
  readonly variant: string;
  readonly replications: number;
  /** measures that both have, in the base's order */
  readonly measures: readonly MeasureComparison[];
  /** ids of measures that only one of the two has, or that are of different kinds */
  readonly unmatched: readonly string[];
}

/** The runs of one plan, as far as a comparison needs them. */
export interface Compared {
  readonly catalogue: Catalogue;
  readonly outcomes: readonly Pick<Outcome, 'seed' | 'replication' | 'measures'>[];
}

/** Two plans that met the same futures. */
export interface Pair {
  readonly base: Compared;
  /** with the seed and the replications of the base, in the same order */
  readonly variant: Compared;
}

/** A difference on its way to a verdict. */
interface Pending {
  readonly replications: number;
  readonly spec: MeasureSpec;
  readonly paired: PairedDifference;
  readonly ratio: Interval | null;
}

/**
 * Compares plans with a base, replication by replication, on common random numbers.
 *
 * A difference is told when it stands after Holm's correction over variants × headline measures; the other measures are a family
 * of their own, so that looking at many details does not blunt the headlines. Measures are matched by their ids.
 *
 * @param base at least one replication
 * @param variants each with the same seed and replications, in the same order
 * @returns one comparison per variant, in their order
 * @throws RangeError when seeds or replications differ: such runs are not pairs
 * @example
 * const measures = [{ id: 'people-out', unit: 'people', kind: 'count', better: 'more', headline: true }];
 * const plan = (name, values) => ({
 *   catalogue: { name, measures },
 *   outcomes: values.map((value, replication) => ({ seed: 's', replication, measures: [value] })),
 * });
 * const [more] = comparePaired(plan('base', [100, 120, 90, 110]), [plan('more', [103, 124, 92, 115])]);
 * more.measures[0].verdict // => 'gets 3.50 more people out (1.45 to 5.55)'
 * more.measures[0].direction // => 'better'
 */
export function comparePaired(base: Compared, variants: readonly Compared[]): Comparison[] {
  return comparePairs(
    variants.map((variant) => ({ base, variant })),
    ({ headline }) => String(headline),
  );
}

/**
 * Compares pairs of plans like `comparePaired`; each pair may have other replications.
 *
 * @param pairs of plans, each with at least one replication
 * @param familyOf a measure: differences with the same answer are looked at together, and Holm's correction counts them all
 * @returns one comparison per pair, in their order
 * @throws RangeError when seeds or replications of two plans differ: such runs are not pairs
 * @example
 * const measures = [{ id: 'people-out', unit: 'people', kind: 'count', better: 'more', headline: true }];
 * const plan = (name, values) => ({
 *   catalogue: { name, measures },
 *   outcomes: values.map((value, replication) => ({ seed: 's', replication, measures: [value] })),
 * });
 * const pairs = [{ base: plan('base', [100, 120, 90, 110]), variant: plan('more', [103, 124, 92, 115]) }];
 * const [{ measures: [out] }] = comparePairs(pairs, ({ id }) => id);
 * [out.difference, out.family] // => [3.5, 1]
 */
export function comparePairs(pairs: readonly Pair[], familyOf: (spec: MeasureSpec) => string): Comparison[] {
  for (const pair of pairs) checkPairs(pair);
  const differences = pairs.map(differencesOf);
  const families = new Map<string, Pending[]>();
  for (const one of differences.flat()) {
    const name = familyOf(one.spec);
    families.set(name, families.get(name) ?? []);
    families.get(name)!.push(one);
  }
  const judged = new Map([...families.values()].flatMap(judgeFamily));
  return pairs.map(({ base, variant }, index) => ({
    base: base.catalogue.name,
    variant: variant.catalogue.name,
    replications: base.outcomes.length,
    measures: differences[index]!.map((one) => judged.get(one)!),
    unmatched: unmatched(base.catalogue, variant.catalogue),
  }));
}

function checkPairs({ base, variant }: Pair): void {
  const names = `${base.catalogue.name} and ${variant.catalogue.name}`;
  if (base.outcomes.length === 0 || base.outcomes.length !== variant.outcomes.length) {
    throw new RangeError(
      `${names}: ${base.outcomes.length} and ${variant.outcomes.length} replications are not pairs`,
    );
  }
  for (const [index, one] of base.outcomes.entries()) {
    const other = variant.outcomes[index]!;
    if (one.seed !== other.seed || one.replication !== other.replication) {
      throw new RangeError(
        `${names}: replication ${one.replication} of seed "${one.seed}" is no pair with replication ${other.replication} of seed "${other.seed}"`,
      );
    }
  }
}

/** Place of the base's measure in the other catalogue; −1 when it has no such measure. */
const placeIn = (catalogue: Catalogue, spec: MeasureSpec): number =>
  catalogue.measures.findIndex((one) => one.id === spec.id && one.kind === spec.kind);

function differencesOf({ base, variant }: Pair): Pending[] {
  return base.catalogue.measures.flatMap((spec, index) => {
    const place = placeIn(variant.catalogue, spec);
    if (place < 0) return [];
    const a = base.outcomes.map((outcome) => outcome.measures[index]!);
    const b = variant.outcomes.map((outcome) => outcome.measures[place]!);
    const paired = pairedDifference(spec.kind, a, b);
    return [{ spec, replications: a.length, paired, ratio: ratioOf(spec, a, b) }];
  });
}

/** Numbers of things and hours have a zero, so that a multiple of them says something. */
function ratioOf(
  { kind }: MeasureSpec,
  base: readonly number[],
  variant: readonly number[],
): Interval | null {
  const isAmount = kind === 'count' || kind === 'hours';
  if (!isAmount || base.length < 2 || [...base, ...variant].some((value) => value < 0)) return null;
  return ratioInterval(variant, base);
}

function unmatched(base: Catalogue, variant: Catalogue): string[] {
  const missing = base.measures.filter((spec) => placeIn(variant, spec) < 0);
  const added = variant.measures.filter((spec) => placeIn(base, spec) < 0);
  return [...new Set([...missing, ...added].map((spec) => spec.id))];
}

/** Corrects and judges all differences that are looked at together. */
function judgeFamily(family: readonly Pending[]): [Pending, MeasureComparison][] {
  // What cannot be tested still counts as a comparison, which errs on the side of caution.
  const adjusted = holm(family.map((one) => one.paired.p ?? 1));
  return family.map((one, index) => {
    const { spec, paired, replications } = one;
    const corrected = paired.p === null ? null : adjusted[index]!;
    const judgement = judge({ spec, paired, replications, holm: corrected, family: family.length });
    const { isIdentical: _, ...statistics } = paired;
    const counted = { holm: corrected, family: family.length };
    return [
      one,
      { spec, ...statistics, ...counted, ratio: one.ratio, unpaired: unpairedOf(paired), ...judgement },
    ];
  });
}

/** Rounded to whole replications; never fewer than none. */
const unpairedOf = ({ pairs, varianceRatio }: PairedDifference): number | null =>
  varianceRatio === null ? null : Math.max(1, Math.round(pairs * varianceRatio));
