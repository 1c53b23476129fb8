/**
 * A random quantity as plain data; `quantile`, `mean` and `variance` say what it means.
 * Means, sds and limits are in the unit of the quantity; `cv` is the coefficient of variation, sd / mean.
 */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | Normal
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'erlang'; readonly mean: number; readonly k: number }
  | { readonly kind: 'poisson'; readonly mean: number }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** Normal, cut to [min, max] where given; mean and sd are those before the cut. */
export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/**
 * Checks the parameters of a distribution.
 *
 * @throws RangeError that names the parameter and what was given
 * @example
 * checkDistribution({ kind: 'uniform', min: 2, max: 5 }) // => undefined
 */
export function checkDistribution(dist: Distribution): void {
  switch (dist.kind) {
    case 'fixed':
      demandFinite('value', dist.value);
      break;
    case 'uniform':
      demandOrder(dist.min, dist.max);
      break;
    case 'triangular':
      demandOrder(dist.min, dist.mode);
      demandOrder(dist.mode, dist.max);
      break;
    case 'normal':
      checkNormal(dist);
      break;
    case 'lognormal':
    case 'gamma':
      demandPositive('mean', dist.mean);
      demandFromZero('cv', dist.cv);
      break;
    case 'exponential':
      demandFromZero('mean', dist.mean);
      break;
    case 'erlang':
      demandPositive('mean', dist.mean);
      demand(Number.isInteger(dist.k) && dist.k >= 1, 'k must be a whole number from 1', dist.k);
      break;
    case 'poisson':
      demand(dist.mean >= 0 && dist.mean <= 1e7, 'mean must lie within 0 and 1e7', dist.mean);
      break;
    case 'discrete':
      checkDiscrete(dist.values, dist.weights);
      break;
    case 'empirical':
      demand(dist.values.length > 0, 'values must not be empty', dist.values.length);
      for (const value of dist.values) demandFinite('value', value);
  }
}

function checkNormal({ mean, sd, min = -Infinity, max = Infinity }: Normal): void {
  demandFinite('mean', mean);
  demandFromZero('sd', sd);
  demand(min <= max, 'min must not be above max', min);
  demand(sd > 0 || (min <= mean && mean <= max), 'without spread the mean must lie within min and max', mean);
  // Beyond 30 standard deviations the cut-off part leaves nothing that doubles can tell apart.
  const within = sd === 0 || ((min - mean) / sd < 30 && (max - mean) / sd > -30);
  demand(within, 'min and max must leave something within 30 sd of the mean', mean);
}

function checkDiscrete(values: readonly number[], weights: readonly number[]): void {
  demand(values.length > 0, 'values must not be empty', values.length);
  demand(
    values.length === weights.length,
    `weights must be as many as the ${values.length} values`,
    weights.length,
  );
  let total = 0;
  for (const weight of weights) {
    demandFromZero('weight', weight);
    total += weight;
  }
  for (const value of values) demandFinite('value', value);
  demand(total > 0 && total < Infinity, 'weights must have a positive finite sum', total);
}

function demand(isRight: boolean, rule: string, got: number): void {
  if (!isRight) throw new RangeError(`distribution: ${rule}, got ${got}`);
}

function demandFinite(what: string, value: number): void {
  demand(Number.isFinite(value), `${what} must be a finite number`, value);
}

function demandPositive(what: string, value: number): void {
  demand(value > 0 && value < Infinity, `${what} must be positive and finite`, value);
}

function demandFromZero(what: string, value: number): void {
  demand(value >= 0 && value < Infinity, `${what} must be finite and not negative`, value);
}

function demandOrder(low: number, high: number): void {
  demandFinite('limit', low);
  demandFinite('limit', high);
  demand(low <= high, `limits must not fall: ${low} is followed by`, high);
}
