/**
 * A random quantity as plain data, in the canonical unit of its field (minutes, nautical miles, knots,
 * people …). The shape is the kernel's, stated again so that the file language stands alone.
 */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly sd: number;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'erlang'; readonly mean: number; readonly k: number }
  | { readonly kind: 'poisson'; readonly mean: number }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** A distribution that always gives `value`, in the field's canonical unit. */
export const fixed = (value: number): Distribution => ({ kind: 'fixed', value });

/**
 * The least value that a distribution can give, in the field's canonical unit.
 *
 * @example
 * leastOf({ kind: 'uniform', min: 4, max: 12 }) // => 4
 */
export const leastOf = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
    case 'triangular':
      return distribution.min;
    case 'normal':
      return distribution.min ?? Number.NEGATIVE_INFINITY;
    case 'discrete':
    case 'empirical':
      return Math.min(...distribution.values);
    default:
      return 0;
  }
};

/**
 * The greatest value that a distribution can give, in the field's canonical unit; infinite where there is none.
 *
 * @example
 * mostOf({ kind: 'exponential', mean: 5 }) // => Infinity
 */
export const mostOf = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
    case 'triangular':
      return distribution.max;
    case 'normal':
      return distribution.max ?? Number.POSITIVE_INFINITY;
    case 'discrete':
    case 'empirical':
      return Math.max(...distribution.values);
    default:
      return Number.POSITIVE_INFINITY;
  }
};
