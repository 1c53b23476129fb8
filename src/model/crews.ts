/** The crews of one craft: one on duty, the others at rest or rested. */
export class Crews {
  readonly #period: number;
  readonly #rest: number;
  /** when the crew on duty began; NaN when it has not flown since its rest */
  #began = Number.NaN;
  /** when each of the others has rested */
  readonly #rested: number[];

  /**
   * @param period longest time on duty, minutes
   * @param rest minutes of rest between two times on duty
   * @param crews how many there are, 1 or more
   */
  constructor(period: number, rest: number, crews: number) {
    this.#period = period;
    this.#rest = rest;
    this.#rested = new Array<number>(crews - 1).fill(0);
  }

  /** The crew flies: it is on duty from its first launch on. */
  launch(now: number): void {
    if (Number.isNaN(this.#began)) this.#began = now;
  }

  /** Whether a sortie of so many minutes would end after the period; a crew that has just rested flies any. */
  isDue(now: number, minutes: () => number): boolean {
    return !Number.isNaN(this.#began) && now + minutes() > this.#began + this.#period;
  }

  /** The crew goes to rest, and the one that has rested, or will have first, takes over: minutes until then. */
  relieve(now: number): number {
    this.#rested.push(now + this.#rest);
    this.#rested.sort((a, b) => a - b);
    this.#began = Number.NaN;
    return Math.max(0, this.#rested.shift()! - now);
  }
}
