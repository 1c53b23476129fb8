import { Signal } from './signal.ts';
import type { Simulation } from './simulation.ts';
import type { Patience, Wait } from './task.ts';

/**
 * A state of the world that processes wait for, such as "the runway is open".
 *
 * The kernel cannot see the world change: whoever changes it calls `check`. All who wait wake; the first may end what the
 * others waited for, so a process that must be sure asks again: `while (!isFree()) yield free.wait()`.
 *
 * @example
 * const sim = new Simulation();
 * let isOpen = false;
 * const open = new Condition(sim, () => isOpen);
 * const log = [];
 * function* aircraft() {
 *   if (yield open.wait({ deadline: 60 })) log.push('landed at ' + sim.now);
 * }
 * sim.start(aircraft());
 * sim.at(20, () => {
 *   isOpen = true;
 *   open.check();
 * });
 * sim.run();
 * log // => ['landed at 20']
 */
export class Condition {
  readonly #sim: Simulation;
  readonly #holds: () => boolean;
  readonly #becameTrue: Signal;

  /** @param holds asks the world, changing nothing */
  constructor(sim: Simulation, holds: () => boolean) {
    this.#sim = sim;
    this.#holds = holds;
    this.#becameTrue = new Signal(sim);
  }

  /** Tasks that wait. */
  get waiting(): number {
    return this.#becameTrue.waiting;
  }

  /** `yield condition.wait()` goes on at once if it holds; it gives back false when patience ended first. */
  wait(options?: Patience): Wait {
    return this.#holds() ? this.#sim.proceed(true) : this.#becameTrue.wait(options);
  }

  /** To be called after a change: wakes all who wait, in order of arrival, if it holds now. */
  check(): void {
    if (this.#becameTrue.waiting > 0 && this.#holds()) this.#becameTrue.fire();
  }
}
