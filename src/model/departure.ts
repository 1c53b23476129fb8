import { type Process, Signal, type Simulation } from '../kernel/index.ts';
import type { Distribution } from '../scenario/index.ts';
import type { Luck } from './luck.ts';

/** Tries to find a lateness that has not passed yet; assumed, as rarer cases keep the one they have. */
const MOST_TRIES = 1000;

/** When something begins: at a stated time and late, or by order before that. */
export class Departure {
  readonly #sim: Simulation;
  readonly #luck: Luck;
  readonly #path: string;
  readonly #late: Distribution;
  readonly #stated: number;
  /** fires when it is ordered, or is to begin at another time */
  readonly #changed: Signal;
  #due: number;
  #isOrdered: boolean = false;

  /**
   * @param path of the lateness in the scenario, by which its luck is known
   * @param stated minutes after the start
   */
  constructor(sim: Simulation, luck: Luck, path: string, when: { stated: number; late: Distribution }) {
    this.#sim = sim;
    this.#luck = luck;
    this.#path = path;
    this.#late = when.late;
    this.#stated = when.stated;
    this.#due = when.stated + luck.once(path, when.late);
    this.#changed = new Signal(sim);
  }

  /** Waits until it begins. */
  *begins(): Process {
    while (!this.#isOrdered && this.#due > this.#sim.now) {
      yield this.#changed.wait({ patience: this.#due - this.#sim.now });
    }
  }

  /** It begins now. */
  order(): void {
    this.#isOrdered = true;
    this.#changed.fire();
  }

  /** Draws the lateness anew, given that it has not begun by now. */
  expectAnew(): void {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const due = this.#stated + this.#luck.next(this.#path, this.#late);
      if (due < this.#sim.now) continue;
      this.#due = due;
      this.#changed.fire();
      return;
    }
  }
}
