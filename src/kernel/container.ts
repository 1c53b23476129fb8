import { requireDuration } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { Facility, Patience, Task, Wait } from './task.ts';
import { WaitList } from './wait-list.ts';

/** How to get or put an amount. */
export interface AmountOptions extends Patience {
  /** Place in line; smaller is more urgent; default 0. */
  readonly priority?: number;
}

/**
 * A level of something that is not counted in things: fuel, water, beds as a number.
 *
 * Gets and puts are served in order of (priority, arrival), each kind in its own line, and a large one at the head is not
 * overtaken. After a cut in capacity nothing is put until there is room again.
 *
 * @example
 * const sim = new Simulation();
 * const tank = new Container(sim, 100, { level: 20 });
 * const log = [];
 * function* truck() {
 *   yield tank.get(50);
 *   log.push(sim.now);
 * }
 * sim.start(truck());
 * sim.at(30, () => tank.add(40));
 * sim.run();
 * [log, tank.level] // => [[30], 10]
 */
export class Container {
  readonly #sim: Simulation;
  readonly #getters: Line;
  readonly #putters: Line;
  #capacity: number;
  #level: number;

  /**
   * @param capacity most it can contain, from 0; Infinity is allowed
   * @throws RangeError when the capacity is negative or the level above it
   */
  constructor(sim: Simulation, capacity: number, options: { readonly level?: number } = {}) {
    const { level = 0 } = options;
    if (!(capacity >= 0)) throw new RangeError(`capacity must be a number from 0 upwards, got ${capacity}`);
    requireDuration('level', level);
    if (level > capacity) throw new RangeError(`level ${level} is above the capacity ${capacity}`);
    this.#sim = sim;
    this.#capacity = capacity;
    this.#level = level;
    this.#getters = new Line(
      () => this.#serve(),
      (amount) => this.#raise(amount),
    );
    this.#putters = new Line(
      (amount) => this.#raise(amount),
      () => this.#serve(),
    );
  }

  get capacity(): number {
    return this.#capacity;
  }

  get level(): number {
    return this.#level;
  }

  /** Tasks that wait to get. */
  get gettersWaiting(): number {
    return this.#getters.tasks.length;
  }

  /** Tasks that wait to put. */
  get puttersWaiting(): number {
    return this.#putters.tasks.length;
  }

  /** `yield container.get(5)` waits until that much is there and takes it; false when patience ended first. */
  get(amount: number, options?: AmountOptions): Wait {
    requireDuration('amount', amount);
    const task = this.#sim.requester();
    const priority = options?.priority ?? 0;
    if (this.#getters.isFirst(priority) && amount <= this.#level) {
      this.#level -= amount;
      this.#serve();
      return this.#sim.proceed(true);
    }
    task.units = amount;
    task.priority = priority;
    return this.#sim.block(this.#getters, options);
  }

  /** `yield container.put(5)` waits until there is room for that much and adds it; false when patience ended first. */
  put(amount: number, options?: AmountOptions): Wait {
    requireDuration('amount', amount);
    const task = this.#sim.requester();
    const priority = options?.priority ?? 0;
    if (this.#putters.isFirst(priority) && amount <= this.#room()) {
      this.#raise(amount);
      return this.#sim.proceed(true);
    }
    task.units = amount;
    task.priority = priority;
    return this.#sim.block(this.#putters, options);
  }

  /**
   * Adds an amount at once, from outside any process.
   *
   * @throws RangeError when there is no room for it
   */
  add(amount: number): void {
    requireDuration('amount', amount);
    if (amount > this.#room()) throw new RangeError(`no room for ${amount}`);
    this.#raise(amount);
  }

  /**
   * Changes the capacity, from now on; what is there stays there.
   *
   * @param capacity from 0; Infinity is allowed
   */
  setCapacity(capacity: number): void {
    if (!(capacity >= 0)) throw new RangeError(`capacity must be a number from 0 upwards, got ${capacity}`);
    this.#capacity = capacity;
    this.#serve();
  }

  #room(): number {
    // What was granted at this instant but not taken up yet keeps its place, so that it can be called off.
    return this.#capacity - this.#level - this.#getters.granted - this.#putters.granted;
  }

  #raise(amount: number): void {
    this.#level += amount;
    this.#serve();
  }

  #serve(): void {
    const getters = this.#getters;
    for (let first = getters.first; first !== null && first.units <= this.#level; first = getters.first) {
      this.#level -= first.units;
      this.#sim.wake(getters.grantFirst());
    }
    const putters = this.#putters;
    for (let first = putters.first; first !== null && first.units <= this.#room(); first = putters.first) {
      this.#sim.wake(putters.grantFirst());
    }
  }
}

/** Those who wait to get, or to put. */
class Line implements Facility {
  readonly tasks: WaitList<Task<unknown>> = new WaitList();
  /** Amount granted to tasks that have not woken yet. */
  granted = 0;
  #grants = 0;
  readonly #accepted: (amount: number) => void;
  readonly #calledOff: (amount: number) => void;

  /** Told the amount, or 0 when none had been granted. */
  constructor(accepted: (amount: number) => void, calledOff: (amount: number) => void) {
    this.#accepted = accepted;
    this.#calledOff = calledOff;
  }

  get first(): Task<unknown> | null {
    return this.tasks.head;
  }

  isFirst(priority: number): boolean {
    return this.tasks.head === null || priority < this.tasks.head.priority;
  }

  grantFirst(): Task<unknown> {
    const task = this.tasks.head!;
    this.tasks.remove(task);
    this.granted += task.units;
    this.#grants++;
    return task;
  }

  enter(task: Task<unknown>): void {
    this.tasks.add(task);
  }

  accept(task: Task<unknown>): void {
    this.#settle(task.units);
    this.#accepted(task.units);
  }

  leave(task: Task<unknown>): void {
    if (task.granted) {
      this.#settle(task.units);
      this.#calledOff(task.units);
      return;
    }
    this.tasks.remove(task);
    this.#calledOff(0);
  }

  #settle(amount: number): void {
    this.#grants--;
    // Sums of fractions need not come back to nothing by themselves.
    this.granted = this.#grants === 0 ? 0 : this.granted - amount;
  }
}
