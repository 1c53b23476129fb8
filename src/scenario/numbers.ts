import type { Distribution } from './distribution.ts';
import { fixed } from './distribution.ts';
import { minutesAfterStart, readInstant } from './instant.ts';
import type { Leaf } from './leaves.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Each } from './quantity.ts';
import { type Bounds, readRandom } from './random.ts';
import { dotted, toPlain, written } from './tree.ts';
import { DIMENSIONS, type Dimension, formatAmount } from './units.ts';

/** One number or time of a scenario, as an experiment that varies it needs it. */
export interface ScenarioNumber {
  /** dotted path, as `--set` takes it */
  readonly path: string;
  /** as written in the file, or the default as the schema writes it */
  readonly written: string;
  readonly grade: LedgerEntry['grade'];
  /** what is measured; a point in time is measured from the start */
  readonly dimension: Dimension;
  /** whether a single value must be a whole number */
  readonly isWhole: boolean;
  /** least and greatest value in the canonical unit */
  readonly min: number;
  readonly max: number;
  /** in the canonical unit; minutes after the start for a point in time */
  readonly value: Distribution;
  /** what it is drawn for: once for the whole run, or anew for every party, sortie … */
  readonly drawnFor: 'run' | Each;
  /** whether it stands in a list, of which `--set` cannot change one entry alone */
  readonly isListed: boolean;
}

const readingOf = (
  leaf: Extract<Leaf, { kind: 'field' | 'default' }>,
  start: { readonly start: { readonly civil: number } },
): Distribution | undefined => {
  const plain = leaf.kind === 'default' ? leaf.value : toPlain(leaf.node);
  if (leaf.field.kind === 'instant') {
    const reading = readInstant(plain);
    return reading.ok ? fixed(minutesAfterStart(start, reading.value)) : undefined;
  }
  const reading = readRandom(leaf.field as Bounds, plain);
  return reading.ok ? reading.value : undefined;
};

const numberOf = (
  leaf: Leaf,
  scenario: { readonly start: { readonly civil: number } },
): readonly ScenarioNumber[] => {
  if ((leaf.kind !== 'field' && leaf.kind !== 'default') || leaf.field.kind === 'start') return [];
  const value = readingOf(leaf, scenario);
  if (value === undefined) return [];
  const {
    dimension = 'duration',
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
  } = leaf.field;
  const path = dotted(leaf.path);
  const annotation = leaf.kind === 'field' ? leaf.node.annotation : undefined;
  return [
    {
      path,
      written: leaf.kind === 'field' ? written(leaf.node) : String(leaf.value),
      grade: leaf.kind === 'default' ? 'default' : (annotation?.grade ?? 'none'),
      dimension,
      isWhole: DIMENSIONS[dimension].whole,
      min: leaf.field.kind === 'instant' ? 0 : min,
      max,
      value,
      drawnFor: leaf.field.each ?? 'run',
      isListed: leaf.path.some((key) => typeof key === 'number'),
    },
  ];
};

/**
 * Every number and time of a scenario with its value in canonical units.
 *
 * @param leaves all values of the resolved file
 * @param scenario for its start
 */
export const numbersOf = (
  leaves: readonly Leaf[],
  scenario: { readonly start: { readonly civil: number } },
): readonly ScenarioNumber[] => leaves.flatMap((leaf) => numberOf(leaf, scenario));

/**
 * A quantity as it could be written in a file, on one line.
 *
 * @param dimension of its field
 * @param distribution in the canonical unit
 * @example
 * writeQuantity('duration', { kind: 'fixed', value: 90 }) // => '90 min'
 * writeQuantity('share', { kind: 'uniform', min: 0.1, max: 0.25 }) // => '{ uniform: [10 %, 25 %] }'
 * writeQuantity('factor', { kind: 'normal', mean: 1, sd: 0.05, min: 0.8 }) // => '{ normal: { mean: 1, sd: 0.05, min: 0.8 } }'
 */
export const writeQuantity = (dimension: Dimension, distribution: Distribution): string => {
  const amount = (value: number): string => formatAmount(dimension, value);
  const list = (values: readonly number[]): string => `[${values.map(amount).join(', ')}]`;
  switch (distribution.kind) {
    case 'fixed':
      return amount(distribution.value);
    case 'uniform':
      return `{ uniform: ${list([distribution.min, distribution.max])} }`;
    case 'triangular':
      return `{ triangular: ${list([distribution.min, distribution.mode, distribution.max])} }`;
    case 'normal': {
      const { mean, sd, min, max } = distribution;
      const ends = Object.entries({ min, max }).flatMap(([key, value]) =>
        value === undefined ? [] : [`, ${key}: ${amount(value)}`],
      );
      return `{ normal: { mean: ${amount(mean)}, sd: ${amount(sd)}${ends.join('')} } }`;
    }
    case 'lognormal':
    case 'gamma':
      return `{ ${distribution.kind}: { mean: ${amount(distribution.mean)}, cv: ${distribution.cv} } }`;
    case 'exponential':
    case 'poisson':
      return `{ ${distribution.kind}: { mean: ${amount(distribution.mean)} } }`;
    case 'erlang':
      return `{ erlang: { mean: ${amount(distribution.mean)}, k: ${distribution.k} } }`;
    case 'discrete': {
      const { values, weights } = distribution;
      return `{ discrete: { ${values.map((value, index) => `${amount(value)}: ${weights[index]}`).join(', ')} } }`;
    }
    case 'empirical':
      return `{ empirical: ${list(distribution.values)} }`;
  }
};

/**
 * A distribution with all its values so many times as large.
 *
 * @param factor 0 or more
 * @example
 * scaled({ kind: 'lognormal', mean: 4, cv: 0.6 }, 1.25) // => { kind: 'lognormal', mean: 5, cv: 0.6 }
 */
export const scaled = (distribution: Distribution, factor: number): Distribution => {
  switch (distribution.kind) {
    case 'fixed':
      return fixed(distribution.value * factor);
    case 'uniform':
      return { kind: 'uniform', min: distribution.min * factor, max: distribution.max * factor };
    case 'triangular': {
      const { min, mode, max } = distribution;
      return { kind: 'triangular', min: min * factor, mode: mode * factor, max: max * factor };
    }
    case 'normal': {
      const { mean, sd, min, max } = distribution;
      return {
        kind: 'normal',
        mean: mean * factor,
        sd: sd * factor,
        ...(min !== undefined && { min: min * factor }),
        ...(max !== undefined && { max: max * factor }),
      };
    }
    case 'discrete':
      return { ...distribution, values: distribution.values.map((value) => value * factor) };
    case 'empirical':
      return { ...distribution, values: distribution.values.map((value) => value * factor) };
    default:
      return { ...distribution, mean: distribution.mean * factor };
  }
};

/**
 * A distribution with all its values moved; one that cannot go below zero has its mean moved.
 *
 * @param by in the canonical unit
 * @example
 * moved({ kind: 'uniform', min: 4, max: 6 }, 1) // => { kind: 'uniform', min: 5, max: 7 }
 */
export const moved = (distribution: Distribution, by: number): Distribution => {
  switch (distribution.kind) {
    case 'fixed':
      return fixed(distribution.value + by);
    case 'uniform':
      return { kind: 'uniform', min: distribution.min + by, max: distribution.max + by };
    case 'triangular': {
      const { min, mode, max } = distribution;
      return { kind: 'triangular', min: min + by, mode: mode + by, max: max + by };
    }
    case 'normal': {
      const { min, max } = distribution;
      return {
        ...distribution,
        mean: distribution.mean + by,
        ...(min !== undefined && { min: min + by }),
        ...(max !== undefined && { max: max + by }),
      };
    }
    case 'discrete':
      return { ...distribution, values: distribution.values.map((value) => value + by) };
    case 'empirical':
      return { ...distribution, values: distribution.values.map((value) => value + by) };
    default:
      return { ...distribution, mean: distribution.mean + by };
  }
};
