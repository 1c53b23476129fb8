/** An arrival intensity that is constant between stated times. */
export interface RateProfile {
  /** When each rate begins, rising; before the first nothing arrives. */
  readonly times: readonly number[];
  /** Arrivals per unit of time from then on, not negative; the last holds for ever. */
  readonly rates: readonly number[];
}

/** A compiled {@link RateProfile}. */
export interface Intensity {
  /** Arrivals per unit of time at time `t`. */
  rate(t: number): number;
  /** Arrivals to be expected up to time `t`: Λ(t). */
  cumulative(t: number): number;
  /**
   * The first time at which `expected` arrivals are to be expected: the inverse of {@link cumulative}; Infinity when
   * that many never are.
   */
  inverse(expected: number): number;
  /**
   * The next arrival after `t`, without thinning: where Λ has grown by `threshold`, which is to be exponential with mean 1.
   * (E. Çinlar, Introduction to Stochastic Processes, 1975, section 4.7.) Infinity when there is none.
   */
  next(t: number, threshold: number): number;
}

/**
 * Compiles a rate profile.
 *
 * @throws RangeError when times do not rise, a rate is negative, or the two differ in number
 * @example
 * const arrivals = intensity({ times: [0, 60, 120], rates: [0.5, 2, 0] });
 * arrivals.cumulative(90) // => 90
 * arrivals.inverse(90) // => 90
 * arrivals.next(90, 60) // => 120
 * arrivals.next(90, 61) // => Infinity
 */
export function intensity(profile: RateProfile): Intensity {
  checkProfile(profile);
  const times = Float64Array.from(profile.times);
  const rates = Float64Array.from(profile.rates);
  const before = new Float64Array(times.length);
  for (let i = 1; i < times.length; i++)
    before[i] = before[i - 1]! + rates[i - 1]! * (times[i]! - times[i - 1]!);

  const rate = (t: number): number => {
    const piece = pieceOf(times, t);
    return piece < 0 ? 0 : rates[piece]!;
  };
  const cumulative = (t: number): number => {
    const piece = pieceOf(times, t);
    // A rate of 0 for ever adds nothing even at Infinity, where the product would be NaN.
    return piece < 0
      ? 0
      : rates[piece] === 0
        ? before[piece]!
        : before[piece]! + rates[piece]! * (t - times[piece]!);
  };
  const inverse = (expected: number): number => {
    if (!(expected > 0)) return times[0]!;
    let piece = pieceOf(before, expected);
    // On a plateau of Λ the first of several equal pieces is where the amount was reached.
    while (piece > 0 && before[piece] === expected) piece--;
    const missing = expected - before[piece]!;
    const end = piece + 1 < times.length ? times[piece + 1]! : Infinity;
    return rates[piece] === 0 ? Infinity : Math.min(end, times[piece]! + missing / rates[piece]!);
  };
  return {
    rate,
    cumulative,
    inverse,
    next: (t, threshold) => Math.max(t, inverse(cumulative(t) + threshold)),
  };
}

/**
 * A rate profile from arrivals per hour, for a clock that counts minutes.
 *
 * @param perHour arrivals in each hour, one after the other; none after the last
 * @param start minute at which the first hour begins
 * @example
 * rateByHour([30, 120]) // => { times: [0, 60, 120], rates: [0.5, 2, 0] }
 */
export function rateByHour(perHour: readonly number[], start = 0): RateProfile {
  return {
    times: [...perHour.map((_, hour) => start + 60 * hour), start + 60 * perHour.length],
    rates: [...perHour.map((count) => count / 60), 0],
  };
}

function checkProfile({ times, rates }: RateProfile): void {
  if (times.length === 0 || times.length !== rates.length) {
    throw new RangeError(
      `a rate profile needs as many rates as times, got ${rates.length} and ${times.length}`,
    );
  }
  times.forEach((time, i) => {
    if (!Number.isFinite(time) || (i > 0 && time <= times[i - 1]!))
      throw new RangeError(`times must rise, got ${times}`);
  });
  for (const rate of rates) {
    if (!(rate >= 0 && rate < Infinity))
      throw new RangeError(`rates must be finite and not negative, got ${rate}`);
  }
}

/** Index of the last entry that is at most `x`, -1 when there is none. */
function pieceOf(starts: Float64Array, x: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
