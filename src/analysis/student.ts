import jstat from 'jstat';
import { normalCdf } from '../kernel/normal.ts';

/**
 * Quantile 0.975 of the standard normal distribution: what is added on both sides for 95 %.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1 (1.96), to double precision.
 */
export const NORMAL_975 = 1.959963984540054;

/** rounds away the digits in which two versions of the engine's `pow` and `log` may differ */
const settle = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/**
 * Quantile of Student's t distribution, to seven decimals (so that it is the same on every engine).
 *
 * @param probability above 0, below 1
 * @param degrees of freedom, above 0
 * @throws RangeError when either is out of range
 * @example
 * tQuantile(0.975, 9) // => 2.2621572
 */
export function tQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
  }
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0, got ${degrees}`);
  return settle(jstat.studentt.inv(probability, degrees), 7);
}

/**
 * Two-sided p value of a t statistic, right to 2e-8 (compared with scipy 1.17.1 for 1 to 99,999 degrees) and given to twelve decimals.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.1.
 *
 * @param statistic any number; infinite gives 0
 * @param degrees of freedom, above 0
 * @throws RangeError when the degrees of freedom are out of range, or the statistic is not a number
 * @example
 * tTwoSided(2.2621572, 9).toFixed(6) // => '0.050000'
 */
export function tTwoSided(statistic: number, degrees: number): number {
  if (Number.isNaN(statistic)) throw new RangeError('the t statistic is not a number');
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0, got ${degrees}`);
  if (Math.abs(statistic) === Number.POSITIVE_INFINITY) return 0;
  // The t distribution function of jstat is wrong by 5e-6 for many degrees, its incomplete beta only by 2e-8.
  const inside = degrees / (degrees + statistic * statistic);
  return Math.min(1, settle(jstat.ibeta(inside, degrees / 2, 0.5), 12));
}

/**
 * Two-sided p value of a normal statistic, to twelve decimals.
 *
 * @param statistic any number; infinite gives 0
 * @throws RangeError when it is not a number
 * @example
 * normalTwoSided(1.959963984540054).toFixed(6) // => '0.050000'
 */
export function normalTwoSided(statistic: number): number {
  if (Number.isNaN(statistic)) throw new RangeError('the statistic is not a number');
  return settle(2 * normalCdf(-Math.abs(statistic)), 12);
}

/**
 * Probability of at most `successes` in `trials` independent trials.
 *
 * @param successes whole number; below 0 gives 0
 * @param trials whole number of 0 or more
 * @param chance of one success, 0 to 1
 * @example
 * binomialUpTo(39, 100, 0.5).toFixed(4) // => '0.0176'
 */
export function binomialUpTo(successes: number, trials: number, chance: number): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return jstat.binomial.cdf(successes, trials, chance);
}
