/** Rounding that a time may be off its slot by, as a share of the interval. */
const ROUNDING = 1e-9;

/** The slots of a site: one craft each, an interval apart. */
export class SlotBook {
  readonly window: number;
  readonly #interval: number;
  readonly #origin: number;
  readonly #taken = new Set<number>();

  /**
   * @param interval minutes between two slots, more than 0
   * @param window minutes by which a craft may be late for its slot
   * @param origin when the first of them is, minutes after the start
   */
  constructor(interval: number, window: number, origin = 0) {
    this.#interval = interval;
    this.window = window;
    this.#origin = origin;
  }

  /** The first free slot from a time on, minutes after the start. */
  next(from: number): number {
    let slot = Math.max(0, Math.ceil((from - this.#origin) / this.#interval - ROUNDING));
    while (this.#taken.has(slot)) slot += 1;
    return this.#origin + slot * this.#interval;
  }

  /** The first time from now on behind all slots that are taken, an interval after the last of them. */
  after(now: number): number {
    const last = Math.max(-1, ...this.#taken);
    return Math.max(now, this.#origin + (last + 1) * this.#interval);
  }

  take(time: number): void {
    this.#taken.add(Math.round((time - this.#origin) / this.#interval));
  }
}
