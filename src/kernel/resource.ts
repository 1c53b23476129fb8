import { requireCount } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { Facility, Holding, Lender, Patience, Task, Wait } from './task.ts';
import { WaitList } from './wait-list.ts';

/** Hears of everything that changes at a resource; statistics are kept by such observers, never by processes. */
export interface ResourceObserver {
  /** Units in use, queue or capacity changed; called once things have settled. */
  changed(resource: Resource, now: number): void;
  /** Someone got units after waiting that long, 0 included. */
  served?(resource: Resource, waited: number): void;
  /** Someone gave up, or was interrupted, after waiting that long. */
  reneged?(resource: Resource, waited: number): void;
}

/** How to seize. */
export interface SeizeOptions extends Patience {
  /** Place in line; smaller is more urgent; default 0. */
  readonly priority?: number;
  /** Whether to take units from those less urgent when there are too few; they are interrupted. */
  readonly preempt?: boolean;
}

/** The cause of the interrupt that a preempted process gets. */
export class Preemption {
  /** Where it lost its units, all that it held there. */
  readonly resource: Resource;
  readonly units: number;
  /** Who took them. */
  readonly by: Task<unknown>;

  constructor(resource: Resource, units: number, by: Task<unknown>) {
    this.resource = resource;
    this.units = units;
    this.by = by;
  }
}

/**
 * Units that processes seize and release: servers, stands, desks.
 *
 * Requests are served in order of (priority, arrival); a large request at the head is not overtaken by a smaller one
 * behind it. Capacity may change at any time: after a cut nobody is disturbed, and nothing is granted until use is below it.
 * What a process still holds when it ends goes back by itself.
 *
 * @example
 * const sim = new Simulation();
 * const desk = new Resource(sim, 1);
 * const log = [];
 * function* customer(name) {
 *   yield desk.seize();
 *   yield sim.hold(10);
 *   desk.release();
 *   log.push(name + ' ' + sim.now);
 * }
 * sim.start(customer('Ada'));
 * sim.start(customer('Bo'));
 * sim.run();
 * log // => ['Ada 10', 'Bo 20']
 */
export class Resource implements Facility, Lender {
  readonly name: string;
  /** Told of every change, when given. */
  observer: ResourceObserver | undefined = undefined;
  readonly #sim: Simulation;
  readonly #line: WaitList<Task<unknown>> = new WaitList();
  #capacity: number;
  #inUse = 0;
  /** Holdings in order of seizing, latest first. */
  #latest: Holding | null = null;

  /**
   * @param capacity units, a whole number from 0, or Infinity
   * @throws RangeError when the capacity is neither
   */
  constructor(sim: Simulation, capacity: number, options: { readonly name?: string } = {}) {
    requireCount('capacity', capacity, 0);
    this.#sim = sim;
    this.#capacity = capacity;
    this.name = options.name ?? 'resource';
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** Units seized; above the capacity only after a cut. */
  get inUse(): number {
    return this.#inUse;
  }

  /** Tasks in line. */
  get queueLength(): number {
    return this.#line.length;
  }

  /**
   * `yield resource.seize()` waits for units; it gives back false when patience ended first.
   *
   * @param units a whole number from 1; default 1
   * @throws RangeError when it is not
   */
  seize(units = 1, options?: SeizeOptions): Wait {
    if (units !== 1) requireCount('units', units, 1);
    const task = this.#sim.requester();
    const priority = options === undefined ? 0 : priorityOf(options);
    const head = this.#line.head;
    if (head === null || priority < head.priority) {
      if (options?.preempt === true) this.#preempt(task, units, priority);
      if (this.#inUse + units <= this.#capacity) return this.#grantAtOnce(task, units, priority);
    }
    task.units = units;
    task.priority = priority;
    return this.#sim.block(this, options);
  }

  /**
   * Gives units back; whoever is next gets them at this instant.
   * Units that were lost to a preemption may be "released" too, so that a `finally` need not know.
   *
   * @param units a whole number from 1; default 1
   * @param task who holds them; default the active task
   * @throws RangeError when the task holds fewer
   */
  release(units = 1, task: Task<unknown> | null = this.#sim.active): void {
    if (units !== 1) requireCount('units', units, 1);
    if (task === null) throw new RangeError('release needs a task when no process runs');
    const holding = this.#holdingOf(task);
    if (holding === null || units > holding.units + holding.lost) {
      throw this.#tooMany(units, task);
    }
    this.#revoke(holding, units);
    this.#serve();
  }

  /**
   * Changes the capacity, from now on.
   *
   * @param capacity units, a whole number from 0, or Infinity
   * @throws RangeError when it is neither
   */
  setCapacity(capacity: number): void {
    requireCount('capacity', capacity, 0);
    this.#capacity = capacity;
    this.#serve();
  }

  /** Units that a task holds here; default the active task. */
  heldBy(task: Task<unknown> | null = this.#sim.active): number {
    return task === null ? 0 : (this.#holdingOf(task)?.units ?? 0);
  }

  /** The kernel calls it: a task begins to wait. */
  enter(task: Task<unknown>): void {
    this.#line.add(task);
    this.observer?.changed(this, this.#sim.now);
  }

  /** The kernel calls it: a task gives up, or does not live to enjoy what it was granted. */
  leave(task: Task<unknown>): void {
    if (task.granted) {
      const holding = this.#holdingOf(task);
      if (holding !== null) this.#revoke(holding, task.units);
    } else {
      this.#line.remove(task);
      this.observer?.reneged?.(this, this.#sim.now - task.since);
    }
    this.#serve();
  }

  /** The kernel calls it: a task goes on with what it was granted. */
  accept(_task: Task<unknown>): void {}

  /** The kernel calls it: a process has ended. */
  takeBack(holding: Holding): void {
    if (holding.units === 0) return;
    this.#inUse -= holding.units;
    holding.units = 0;
    this.#unlink(holding);
    this.#serve();
  }

  #tooMany(units: number, task: Task<unknown>): RangeError {
    return new RangeError(`"${task.name}" releases ${units} of ${this.name} but holds ${this.heldBy(task)}`);
  }

  #grantAtOnce(task: Task<unknown>, units: number, priority: number): Wait {
    this.#lend(task, units, priority);
    if (this.observer !== undefined) {
      this.observer.changed(this, this.#sim.now);
      this.observer.served?.(this, 0);
    }
    return this.#sim.proceed(true);
  }

  /** Serves those in line as far as units go. */
  #serve(): void {
    const line = this.#line;
    for (
      let head = line.head;
      head !== null && this.#inUse + head.units <= this.#capacity;
      head = line.head
    ) {
      line.remove(head);
      this.#lend(head, head.units, head.priority);
      this.#sim.wake(head);
      if (this.observer !== undefined) this.observer.served?.(this, this.#sim.now - head.since);
    }
    if (this.observer !== undefined) this.observer.changed(this, this.#sim.now);
  }

  #lend(task: Task<unknown>, units: number, priority: number): void {
    this.#inUse += units;
    const held = task.holdings === null ? null : this.#holdingOf(task);
    if (held === null) {
      this.#lendFirst(task, units, priority);
      return;
    }
    if (held.units > 0) this.#unlink(held);
    held.units += units;
    held.priority = priority;
    this.#link(held);
  }

  #lendFirst(task: Task<unknown>, units: number, priority: number): void {
    const holding = {
      lender: this,
      task,
      units,
      priority,
      lost: 0,
      other: task.holdings,
      previous: null,
      next: null,
    };
    task.holdings = holding;
    this.#link(holding);
  }

  /** Takes units from holders less urgent than `priority`, if that makes room for `units`. */
  #preempt(by: Task<unknown>, units: number, priority: number): void {
    const victims = this.#victims(by, units - (this.#capacity - this.#inUse), priority);
    for (const victim of victims) {
      const lost = victim.units;
      this.#inUse -= lost;
      victim.units = 0;
      victim.lost += lost;
      this.#unlink(victim);
      this.#sim.interrupt(victim.task, new Preemption(this, lost, by));
    }
    if (victims.length > 0) {
      // What the victims held beyond the need goes to the line, after the preempting request has its share.
      this.#inUse += units;
      this.#serve();
      this.#inUse -= units;
    }
  }

  /** The least urgent holders, the latest first among equals, that together hold `missing` units; none if they do not. */
  #victims(by: Task<unknown>, missing: number, priority: number): Holding[] {
    if (missing <= 0) return [];
    const candidates: Holding[] = [];
    for (let holding = this.#latest; holding !== null; holding = holding.next) {
      if (holding.priority > priority && holding.task !== by) candidates.push(holding);
    }
    candidates.sort((a, b) => b.priority - a.priority);
    let found = 0;
    let count = 0;
    while (count < candidates.length && found < missing) found += candidates[count++]!.units;
    return found < missing ? [] : candidates.slice(0, count);
  }

  /** Takes units out of a holding; those it lacks were lost to a preemption. */
  #revoke(holding: Holding, units: number): void {
    if (units !== holding.units || holding.lost > 0) {
      this.#revokePart(holding, units);
      return;
    }
    this.#inUse -= units;
    holding.units = 0;
    this.#unlink(holding);
    forget(holding);
  }

  #revokePart(holding: Holding, units: number): void {
    const returned = Math.min(units, holding.units);
    holding.lost = Math.max(0, holding.lost - (units - returned));
    holding.units -= returned;
    this.#inUse -= returned;
    if (holding.units > 0) return;
    if (returned > 0) this.#unlink(holding);
    if (holding.lost === 0) forget(holding);
  }

  #holdingOf(task: Task<unknown>): Holding | null {
    let holding = task.holdings;
    while (holding !== null && holding.lender !== this) holding = holding.other;
    return holding;
  }

  #link(holding: Holding): void {
    holding.previous = null;
    holding.next = this.#latest;
    if (this.#latest !== null) this.#latest.previous = holding;
    this.#latest = holding;
  }

  #unlink(holding: Holding): void {
    const { previous, next } = holding;
    if (previous === null) this.#latest = next;
    if (previous !== null) previous.next = next;
    if (next !== null) next.previous = previous;
    holding.previous = null;
    holding.next = null;
  }
}

function priorityOf({ priority = 0 }: SeizeOptions): number {
  if (Number.isFinite(priority)) return priority;
  throw new RangeError(`priority must be a finite number, got ${priority}`);
}

/** Strikes a holding from its task's list. */
function forget(holding: Holding): void {
  const task = holding.task;
  if (task.holdings === holding) {
    task.holdings = holding.other;
    return;
  }
  let before = task.holdings;
  while (before !== null && before.other !== holding) before = before.other;
  if (before !== null) before.other = holding.other;
}
