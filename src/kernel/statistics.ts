/**
 * The time-weighted statistic of a level, such as a queue length.
 *
 * @example
 * const queue = new TimeWeighted();
 * queue.record(10, 4);
 * queue.record(20, 0);
 * queue.mean(40) // => 1
 * queue.max // => 4
 */
export class TimeWeighted {
  /** Greatest level so far, brief ones included. */
  max: number;
  /** The level now. */
  level: number;
  #since: number;
  #start: number;
  #area = 0;

  /** @param start time from which on to count; @param level level at that time */
  constructor(start = 0, level = 0) {
    this.#start = start;
    this.#since = start;
    this.level = level;
    this.max = level;
  }

  /** From `time` on the level is `level`. */
  record(time: number, level: number): void {
    this.#area += this.level * (time - this.#since);
    this.#since = time;
    this.level = level;
    if (level > this.max) this.max = level;
  }

  /** Level times time, up to `time`. */
  area(time: number): number {
    return this.#area + this.level * (time - this.#since);
  }

  /** The mean level up to `time`; NaN when no time has passed. */
  mean(time: number): number {
    return this.area(time) / (time - this.#start);
  }

  /** Forgets what was before `time`, for example a warm-up; the level stays. */
  restart(time: number): void {
    this.#area = 0;
    this.#start = time;
    this.#since = time;
    this.max = this.level;
  }
}

/**
 * Count, mean, variance and extremes of single observations, by Welford's recurrence (Technometrics 4, 1962).
 *
 * @example
 * const waits = new Tally();
 * for (const wait of [2, 4, 9]) waits.record(wait);
 * [waits.count, waits.mean, waits.variance, waits.min, waits.max] // => [3, 5, 13, 2, 9]
 */
export class Tally {
  count = 0;
  /** NaN before the first observation. */
  mean: number = Number.NaN;
  min: number = Infinity;
  max: number = -Infinity;
  #squares = 0;

  record(value: number): void {
    this.count++;
    const before = this.count === 1 ? 0 : this.mean;
    const distance = value - before;
    this.mean = before + distance / this.count;
    this.#squares += distance * (value - this.mean);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  get sum(): number {
    return this.count === 0 ? 0 : this.mean * this.count;
  }

  /** Sample variance (divided by count - 1); NaN below two observations. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this.#squares / (this.count - 1);
  }

  /** Sample standard deviation. */
  get sd(): number {
    return Math.sqrt(this.variance);
  }

  restart(): void {
    this.count = 0;
    this.mean = Number.NaN;
    this.min = Infinity;
    this.max = -Infinity;
    this.#squares = 0;
  }
}
