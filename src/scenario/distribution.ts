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
