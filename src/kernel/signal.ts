import type { Simulation } from './simulation.ts';
import type { Facility, Patience, Task, Wait } from './task.ts';
import { WaitList } from './wait-list.ts';

/**
 * Something that happens from time to time, and that processes wait for: whoever waits when it fires wakes.
 * A signal has no memory: who comes later waits for the next firing.
 *
 * @example
 * const sim = new Simulation();
 * const bell = new Signal(sim);
 * const log = [];
 * function* pupil() {
 *   yield bell.wait();
 *   log.push(sim.now);
 * }
 * sim.start(pupil());
 * sim.at(45, () => bell.fire());
 * sim.run();
 * log // => [45]
 */
export class Signal implements Facility {
  readonly #sim: Simulation;
  readonly #line: WaitList<Task<unknown>> = new WaitList();

  constructor(sim: Simulation) {
    this.#sim = sim;
  }

  /** Tasks that wait. */
  get waiting(): number {
    return this.#line.length;
  }

  /** `yield signal.wait()` waits for the next firing; it gives back false when patience ended first. */
  wait(options?: Patience): Wait {
    this.#sim.requester().priority = 0;
    return this.#sim.block(this, options);
  }

  /** Wakes all who wait, at this instant, in order of arrival. */
  fire(): void {
    for (let head = this.#line.head; head !== null; head = this.#line.head) {
      this.#line.remove(head);
      this.#sim.wake(head);
    }
  }

  /** The kernel calls it: a task begins to wait. */
  enter(task: Task<unknown>): void {
    this.#line.add(task);
  }

  /** The kernel calls it: a task gives up. */
  leave(task: Task<unknown>): void {
    if (!task.granted) this.#line.remove(task);
  }

  /** The kernel calls it: a task wakes. */
  accept(_task: Task<unknown>): void {}
}
