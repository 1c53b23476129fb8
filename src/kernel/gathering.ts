import type { Simulation } from './simulation.ts';
import type { Facility, Patience, Task, Wait, Watcher } from './task.ts';

/** One task that waits until a number of others have ended. */
class Gathering implements Facility, Watcher {
  readonly #sim: Simulation;
  readonly #awaited: readonly Task<unknown>[];
  #missing: number;
  #waiter: Task<unknown> | null = null;

  constructor(sim: Simulation, awaited: readonly Task<unknown>[], missing: number) {
    this.#sim = sim;
    this.#awaited = awaited;
    this.#missing = missing;
  }

  enter(task: Task<unknown>): void {
    this.#waiter = task;
    for (const awaited of this.#awaited) awaited.watch(this);
  }

  ended(): void {
    this.#missing--;
    if (this.#missing > 0 || this.#waiter === null) return;
    this.#disperse();
    this.#sim.wake(this.#waiter);
  }

  leave(task: Task<unknown>): void {
    if (!task.granted) this.#disperse();
  }

  accept(): void {}

  #disperse(): void {
    for (const awaited of this.#awaited) awaited.unwatch(this);
  }
}

/**
 * `yield anyOf(sim, [a, b])` waits until one of the tasks has ended, in whatever way; ask `task.done` which.
 * It gives back false when patience ended first.
 *
 * @throws RangeError when no task is given: that wait would never end
 * @example
 * const sim = new Simulation();
 * const log = [];
 * function* work(hours) {
 *   yield sim.hold(hours);
 * }
 * function* boss() {
 *   const tasks = [sim.start(work(3)), sim.start(work(2))];
 *   yield anyOf(sim, tasks);
 *   log.push('one done at ' + sim.now);
 *   yield allOf(sim, tasks);
 *   log.push('all done at ' + sim.now);
 * }
 * sim.start(boss());
 * sim.run();
 * log // => ['one done at 2', 'all done at 3']
 */
export function anyOf(sim: Simulation, tasks: readonly Task<unknown>[], options?: Patience): Wait {
  if (tasks.length === 0) throw new RangeError('anyOf needs a task to wait for');
  if (tasks.some((task) => task.done)) return sim.proceed(true);
  return sim.block(new Gathering(sim, tasks, 1), options);
}

/** `yield allOf(sim, [a, b])` waits until all of the tasks have ended; false when patience ended first. */
export function allOf(sim: Simulation, tasks: readonly Task<unknown>[], options?: Patience): Wait {
  const missing = new Set(tasks.filter((task) => !task.done));
  if (missing.size === 0) return sim.proceed(true);
  return sim.block(new Gathering(sim, [...missing], missing.size), options);
}
