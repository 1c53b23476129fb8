import type { EventId, Simulation } from '../kernel/index.ts';

/**
 * Lets people pass at no more than a rate: after a party has passed, nobody does for as long as its people
 * take at that rate. What is not used is not saved up, so that in any time *t* at most rate × *t* and one
 * party pass.
 */
export class Meter {
  readonly #sim: Simulation;
  readonly #ready: () => void;
  /** people per minute; undefined where everyone may pass */
  #rate: number | undefined;
  /** people who must still be waited for, as of `#since` */
  #owed = 0;
  #since = 0;
  #opensAt = 0;
  #timer: EventId | undefined;

  /**
   * @param sim supplies the clock
   * @param rate people per hour, from 0; everyone passes when undefined
   * @param ready called when the next may pass
   */
  constructor(sim: Simulation, rate: number | undefined, ready: () => void) {
    this.#sim = sim;
    this.#ready = ready;
    this.#rate = rate === undefined ? undefined : rate / 60;
  }

  /** Whether somebody may pass now. */
  get isOpen(): boolean {
    return this.#rate === undefined || (this.#rate > 0 && this.#sim.now >= this.#opensAt);
  }

  /** So many people pass now. */
  pass(people: number): void {
    if (this.#rate === undefined) return;
    this.#owed = people;
    this.#wait();
  }

  /** Changes the rate, people per hour; what is still owed is waited for at the new one. */
  setRate(rate: number | undefined): void {
    const passed = (this.#sim.now - this.#since) * (this.#rate ?? 0);
    this.#owed = rate === undefined ? 0 : Math.max(0, this.#owed - passed);
    this.#rate = rate === undefined ? undefined : rate / 60;
    this.#wait();
    if (this.isOpen) this.#ready();
  }

  #wait(): void {
    const { now } = this.#sim;
    if (this.#timer !== undefined) this.#sim.cancel(this.#timer);
    this.#timer = undefined;
    this.#since = now;
    this.#opensAt = this.#owed === 0 ? now : now + this.#owed / (this.#rate ?? Infinity);
    if (this.#opensAt <= now || this.#opensAt === Infinity) return;
    this.#timer = this.#sim.at(this.#opensAt, () => {
      this.#timer = undefined;
      this.#ready();
    });
  }
}
