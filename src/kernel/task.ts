import { type Linked, WaitList } from './wait-list.ts';

declare const wait: unique symbol;

/**
 * What a process yields: the token that every waiting verb returns. It cannot be made elsewhere, so
 * `yield 5` does not compile.
 */
export interface Wait {
  readonly [wait]: true;
}

/** What `yield` gives back: true when that which was waited for happened, false when patience ended first. */
export type Wake = boolean;

/** A process: a generator that yields what it waits for. `T` is what it returns. */
export type Process<T = void> = Generator<Wait, T, Wake>;

/** What a task can wait at. Write one to add a way of waiting; see `Simulation.block`. */
export interface Facility {
  /** The task begins to wait: put it in line. */
  enter(task: Task<unknown>): void;
  /**
   * The task no longer waits (its patience ended, or it was interrupted): take it out of line, or,
   * when it was granted something at this instant but has not woken yet, take that back.
   */
  leave(task: Task<unknown>): void;
  /** The task wakes now with what it was granted. */
  accept(task: Task<unknown>): void;
}

/** How long to wait: until the earlier of the two. Without either: for ever. */
export interface Patience {
  /** Longest wait, from now; 0 means do not wait at all. */
  readonly patience?: number | undefined;
  /** Time on the clock at which waiting ends. */
  readonly deadline?: number | undefined;
}

/** Whoever lends units to a task and wants them back when the process ends. */
export interface Lender {
  takeBack(holding: Holding): void;
}

/** What one task holds of one resource. */
export interface Holding {
  readonly lender: Lender;
  readonly task: Task<unknown>;
  units: number;
  /** Urgency with which they were seized last. */
  priority: number;
  /** Units lost to a preemption that the process has not yet tried to release. */
  lost: number;
  /** The task's next holding. */
  other: Holding | null;
  /** The lender's neighbours in order of seizing. */
  previous: Holding | null;
  next: Holding | null;
}

/** What a task needs of its simulation. */
export interface Engine {
  readonly now: number;
  block(facility: Facility, options?: Patience): Wait;
  proceed(wake: Wake): Wait;
  wake(task: Task<unknown>): void;
  interrupt(task: Task<unknown>, cause: unknown): boolean;
}

/** Hears of the end of a task; see `anyOf`. */
export interface Watcher {
  ended(task: Task<unknown>): void;
}

// Where a task stands. Plain constants, because these are read several times per event.
/** It runs, or is about to. */
export const RUNNING = 0;
/** It waits. */
export const WAITING = 1;
/** It asked for something that was granted at once. */
export const GRANTED = 2;
/** It asked for something that was refused at once. */
export const REFUSED = 3;
export const DONE = 4;

/**
 * A process under way. Made by `Simulation.start`.
 *
 * The fields under "Bookkeeping" belong to the kernel and to facilities; models leave them alone.
 */
export class Task<T = void> implements Linked<Task<unknown>>, Facility {
  // Bookkeeping. What every event touches comes first, so that it shares a line of the processor's cache.
  readonly process: Process<T>;
  state: number = RUNNING;
  /** Its slot in the calendar, as long as it lives. */
  slot = -1;
  /** What it waits at. */
  facility: Facility | null = null;
  /** Whether it was granted what it waits for, at this instant, but has not woken yet. */
  granted: boolean = false;
  /** What it holds of each resource. */
  holdings: Holding | null = null;
  previous: Task<unknown> | null = null;
  next: Task<unknown> | null = null;
  /** Its place in line. */
  priority = 0;
  /** Units or amount it asks for. */
  units = 0;
  /** When it began to wait. */
  since = 0;
  /** The thing it brings or was handed. */
  parcel: unknown = undefined;
  readonly #engine: Engine;
  #joiners: WaitList<Task<unknown>> | null = null;
  #watchers: Set<Watcher> | null = null;
  readonly #name: string | undefined;

  // For everyone
  /** Number of the task in its simulation, from 0. */
  readonly id: number;
  /** What the process returned; undefined until then, and when it ended otherwise. */
  value: T | undefined = undefined;
  /** The interrupt or error that ended the process. */
  error: unknown = undefined;

  constructor(engine: Engine, process: Process<T>, id: number, name: string | undefined) {
    this.#engine = engine;
    this.process = process;
    this.id = id;
    this.#name = name;
  }

  /** Its name, for messages. */
  get name(): string {
    return this.#name ?? `process ${this.id}`;
  }

  /** Whether the process has ended, in whatever way. */
  get done(): boolean {
    return this.state === DONE;
  }

  /** `yield task.join()` waits until the process has ended, in whatever way; false when patience ended first. */
  join(options?: Patience): Wait {
    if (this.done) return this.#engine.proceed(true);
    return this.#engine.block(this, options);
  }

  /**
   * Throws an {@link Interrupt} into the process where it waits, at this instant and before anything else
   * happens; what it waited for is called off. A process that has ended stays undisturbed.
   *
   * @param cause becomes `interrupt.cause`
   * @returns whether there was anyone to interrupt
   * @throws RangeError when a process interrupts itself
   */
  interrupt(cause?: unknown): boolean {
    return this.#engine.interrupt(this, cause);
  }

  /** Calls `watcher.ended` when the process ends. */
  watch(watcher: Watcher): void {
    this.#watchers ??= new Set();
    this.#watchers.add(watcher);
  }

  /** Ends what {@link watch} began. */
  unwatch(watcher: Watcher): void {
    this.#watchers?.delete(watcher);
  }

  /** A task that joins this one gets in line: the kernel calls it. */
  enter(task: Task<unknown>): void {
    this.#joiners ??= new WaitList();
    this.#joiners.add(task);
  }

  /** A joining task gives up: the kernel calls it. */
  leave(task: Task<unknown>): void {
    if (!task.granted) this.#joiners?.remove(task);
  }

  /** A joining task wakes: the kernel calls it. */
  accept(_task: Task<unknown>): void {}

  /** Tells everyone who waits for the end: the kernel calls it. */
  announceEnd(): void {
    if (this.#joiners !== null) this.#dismissJoiners(this.#joiners);
    if (this.#watchers !== null) this.#tellWatchers(this.#watchers);
  }

  #tellWatchers(watchers: ReadonlySet<Watcher>): void {
    for (const watcher of [...watchers]) watcher.ended(this);
  }

  #dismissJoiners(joiners: WaitList<Task<unknown>>): void {
    while (joiners.head !== null) {
      const joiner = joiners.head;
      joiners.remove(joiner);
      this.#engine.wake(joiner);
    }
  }
}

/** Everything that a task still holds goes back to its lenders. */
export function giveBack(task: Task<unknown>): void {
  for (let holding = task.holdings; holding !== null; holding = holding.other)
    holding.lender.takeBack(holding);
  task.holdings = null;
}

/**
 * Time on the clock at which patience that begins at `now` ends.
 *
 * @throws RangeError when it makes no sense
 */
export function patienceEnds(now: number, options: Patience): number {
  const { patience = Infinity, deadline = Infinity } = options;
  if (!(patience >= 0)) throw new RangeError(`patience must be a number from 0 upwards, got ${patience}`);
  if (Number.isNaN(deadline)) throw new RangeError('deadline must be a number');
  return Math.min(now + patience, deadline);
}
