/** Rounding that a time may be off its slot by, as a share of the interval. */
const ROUNDING = 1e-9;

/** The slots of a site: one craft each, an interval apart from the start of the run on. */
export class SlotBook {
  readonly window: number;
  readonly #interval: number;
  readonly #taken = new Set<number>();

  /**
   * @param interval minutes between two slots, more than 0
   * @param window minutes by which a craft may be late for its slot
   */
  constructor(interval: number, window: number) {
    this.#interval = interval;
    this.window = window;
  }

  /** The first free slot from a time on, minutes after the start. */
  next(from: number): number {
    let slot = Math.ceil(from / this.#interval - ROUNDING);
    while (this.#taken.has(slot)) slot += 1;
    return slot * this.#interval;
  }

  take(time: number): void {
    this.#taken.add(Math.round(time / this.#interval));
  }
}
