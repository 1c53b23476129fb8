import { Calendar, type EventId, URGENT } from './calendar.ts';
import {
  Interrupt,
  messageOf,
  requireCount,
  requireDuration,
  requireFuture,
  requirePriority,
  requireSubject,
  SimulationError,
} from './errors.ts';
import { Stream } from './stream.ts';
import {
  DONE,
  type Engine,
  type Facility,
  GRANTED,
  giveBack,
  type Patience,
  type Process,
  patienceEnds,
  REFUSED,
  RUNNING,
  Task,
  WAITING,
  type Wait,
  type Wake,
} from './task.ts';

const WAIT = Object.freeze({}) as Wait;

// Every generator function has a prototype of its own, so `process.next(…)` would look the method up anew for
// each kind of process; taken once from their common ancestor it is a direct call.
const { next, throw: throwInto } = Object.getPrototypeOf(function* () {}).prototype as Process<unknown>;

/** What an event does when its time comes. */
const WAKE = 0;
const ACT = 1;

type Action = (subject: number) => void;

/** Limits and seed of a run. */
export interface SimulationOptions {
  /** Seed of every random stream of this run; default "0". */
  readonly seed?: string;
  /** Events after which the run is taken to be out of hand; default 1e9, minutes of computing. */
  readonly eventBudget?: number;
  /** Events at one instant after which time is taken to stand still; default 1e7. */
  readonly instantBudget?: number;
}

/** How to start a process. */
export interface StartOptions {
  /** For messages; default "process N". */
  readonly name?: string;
  /** Time on the clock; default now. */
  readonly at?: number;
  /** Order among events at that time; default 0. */
  readonly priority?: number;
}

/**
 * A clock, a calendar of events and the processes that live by them.
 *
 * A process is a generator; each `yield` waits for something, and gives back whether it happened.
 *
 * @example
 * const sim = new Simulation();
 * const log = [];
 * function* visitor() {
 *   yield sim.hold(5);
 *   log.push(sim.now);
 * }
 * sim.start(visitor());
 * sim.run();
 * log // => [5]
 */
export class Simulation implements Engine {
  /** Time on the clock, in whatever unit the model uses; starts at 0. */
  now = 0;
  /** Events that have happened so far. */
  events = 0;
  /** The task whose process runs at this moment. */
  active: Task<unknown> | null = null;
  readonly seed: string;
  readonly #calendar: Calendar<Task<unknown> | Action> = new Calendar();
  readonly #streams: Map<string, Stream> = new Map();
  readonly #eventBudget: number;
  readonly #instantBudget: number;
  #instantEvents = 0;
  #tasks = 0;
  #standing: 'ready' | 'running' | 'failed' = 'ready';

  constructor(options: SimulationOptions = {}) {
    const { seed = '0', eventBudget = 1e9, instantBudget = 1e7 } = options;
    if (typeof seed !== 'string') throw new RangeError('seed must be a string');
    requireCount('eventBudget', eventBudget, 1);
    requireCount('instantBudget', instantBudget, 1);
    this.seed = seed;
    this.#eventBudget = eventBudget;
    this.#instantBudget = instantBudget;
  }

  /** Number of events in the calendar. */
  get pending(): number {
    return this.#calendar.size;
  }

  /**
   * The random stream of that name: always the same object for the same name.
   *
   * @param name one purpose, for example "patience of walk-ins"
   */
  stream(name: string): Stream {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const stream = new Stream(this.seed, name);
    this.#streams.set(name, stream);
    return stream;
  }

  /**
   * Starts a process: its first statement runs at `at`, after what was scheduled there before.
   *
   * @returns the task, to join or interrupt
   * @throws RangeError when `at` lies in the past
   */
  start<T>(process: Process<T>, options?: StartOptions): Task<T> {
    const task = new Task<T>(this, process, this.#tasks++, options?.name);
    if (options === undefined) {
      task.slot = this.#calendar.keep(WAKE, task as Task<unknown>);
      this.#calendar.schedule(task.slot, this.now, 0);
      return task;
    }
    const { at = this.now, priority = 0 } = options;
    requireFuture(this.now, at);
    if (priority !== 0) requirePriority(priority);
    task.slot = this.#calendar.keep(WAKE, task as Task<unknown>);
    this.#calendar.schedule(task.slot, at, priority);
    return task;
  }

  /**
   * `yield sim.hold(5)` lets that much time pass.
   *
   * @param duration finite, from 0
   * @param priority order among events at the time it ends, a whole number; smaller is earlier; default 0
   * @throws RangeError when the duration is negative, infinite or not a number
   */
  hold(duration: number, priority = 0): Wait {
    requireDuration('a hold', duration);
    const task = this.requester();
    if (priority !== 0) requirePriority(priority);
    this.#calendar.schedule(task.slot, this.now + duration, priority);
    task.state = WAITING;
    return WAIT;
  }

  /**
   * Schedules an action: a plain function that must not wait.
   *
   * @param priority order among events at that time, a whole number; smaller is earlier; default 0
   * @param subject whole number of 32 bits for the action, so that one function serves many events; default 0
   * @returns its name, for {@link cancel}
   * @throws RangeError when the time lies in the past or is not finite, or the subject is no such number
   */
  at(time: number, action: (subject: number) => void, priority: number = 0, subject: number = 0): EventId {
    requireFuture(this.now, time);
    if (priority !== 0) requirePriority(priority);
    requireSubject(subject);
    return this.#calendar.idOf(this.#calendar.push(time, priority, ACT, action, subject));
  }

  /** Removes an action from the calendar; false when it has happened, or was cancelled, before. */
  cancel(id: EventId): boolean {
    const slot = this.#calendar.slotOf(id);
    if (slot < 0) return false;
    this.#calendar.cancel(slot);
    return true;
  }

  /**
   * Lets everything happen up to and including `until`; the clock stands there afterwards, also when nothing
   * was left to happen. Without `until`: as long as there are events. May be called again to go on.
   *
   * @throws SimulationError when a process fails or a budget is passed
   * @throws RangeError when called from within a run, after a failure, or with a time in the past
   */
  run(until: number = Infinity): void {
    if (this.#standing !== 'ready')
      throw new RangeError(`the simulation cannot run: it is ${this.#standing}`);
    if (!(until >= this.now)) throw new RangeError(`cannot run until ${until}: it is ${this.now}`);
    this.#standing = 'running';
    try {
      this.#runBy(Math.min(until, Number.MAX_VALUE));
      this.#standing = 'ready';
    } finally {
      if (this.#standing === 'running') this.#standing = 'failed';
    }
    if (until < Infinity) this.now = until;
  }

  // For those who write facilities

  /**
   * The task that is about to ask for something.
   *
   * @throws RangeError outside a process
   * @throws SimulationError when it asked for something before and did not `yield` it
   */
  requester(): Task<unknown> {
    const task = this.active;
    if (task === null || task.state !== RUNNING) throw this.#outOfTurn(task);
    return task;
  }

  /** Lets the active process go on at once: with true, or with false. */
  proceed(wake: Wake): Wait {
    this.requester().state = wake ? GRANTED : REFUSED;
    return WAIT;
  }

  /** Makes the active process wait at a facility, whose `enter` is called unless there is no time to wait. */
  block(facility: Facility, options?: Patience): Wait {
    const until = options === undefined ? Infinity : patienceEnds(this.now, options);
    if (until <= this.now) return this.proceed(false);
    const task = this.requester();
    task.state = WAITING;
    task.facility = facility;
    task.since = this.now;
    facility.enter(task);
    if (until < Infinity) this.#calendar.schedule(task.slot, until, 0);
    return WAIT;
  }

  /** Wakes a task that waits at a facility, at this instant, after what is scheduled for it already. */
  wake(task: Task<unknown>): void {
    task.granted = true;
    if (this.#calendar.isPending(task.slot)) this.#calendar.reschedule(task.slot, this.now, 0, WAKE);
    else this.#calendar.schedule(task.slot, this.now, 0);
  }

  /** See `Task.interrupt`. */
  interrupt(task: Task<unknown>, cause: unknown): boolean {
    if (task === this.active) throw new RangeError('a process cannot interrupt itself');
    if (task.done) return false;
    const interrupt = new Interrupt(cause);
    this.#calendar.push(this.now, URGENT, ACT, () => this.#deliver(task, interrupt));
    return true;
  }

  /** Lets happen what is due by `until`, which is finite. */
  #runBy(until: number): void {
    const calendar = this.#calendar;
    for (;;) {
      if (this.events >= this.#eventBudget || this.#instantEvents >= this.#instantBudget)
        this.#requireBudget(until);
      const payload = calendar.takeBy(until);
      if (payload === null) return;
      if (calendar.takenTime !== this.now) this.#reach(calendar.takenTime);
      this.events++;
      this.#instantEvents++;
      if (calendar.takenKind === WAKE) this.#rouse(payload as Task<unknown>);
      else this.#act(payload as Action, calendar.takenSubject);
    }
  }

  #reach(time: number): void {
    this.now = time;
    this.#instantEvents = 0;
  }

  /** A budget is spent, unless time passes before the next event: throws if one is due by `until`. */
  #requireBudget(until: number): void {
    const time = this.#calendar.firstTime();
    if (time > until) return;
    if (time > this.now) this.#reach(time);
    this.events++;
    if (this.#instantEvents >= this.#instantBudget)
      throw this.#outOfHand('events at one instant', this.#instantBudget);
    if (this.events > this.#eventBudget) throw this.#outOfHand('events', this.#eventBudget);
    this.events--;
  }

  /** A task's wait is over: its hold has passed or it was granted something, or its patience has ended. */
  #rouse(task: Task<unknown>): void {
    task.state = RUNNING;
    const wake = task.facility === null || this.#conclude(task, task.facility);
    this.#resume(task, wake, null);
  }

  /** A task no longer waits at a facility; says whether it was granted what it waited for. */
  #conclude(task: Task<unknown>, facility: Facility): boolean {
    const granted = task.granted;
    task.facility = null;
    if (granted) facility.accept(task);
    else facility.leave(task);
    task.granted = false;
    return granted;
  }

  #act(action: Action, subject: number): void {
    try {
      action(subject);
    } catch (cause) {
      if (cause instanceof SimulationError) throw cause;
      throw new SimulationError(
        `an action threw: ${messageOf(cause)}`,
        this.#circumstances('an action'),
        cause,
      );
    }
  }

  #resume(task: Task<unknown>, wake: Wake, interrupt: Interrupt | null): void {
    this.active = task;
    try {
      let step = interrupt === null ? next.call(task.process, wake) : throwInto.call(task.process, interrupt);
      while (step.done !== true && task.state !== WAITING) step = this.#goOn(task);
      if (step.done === true) this.#end(task, step.value);
    } catch (error) {
      this.#fail(task, error);
    }
    this.active = null;
  }

  /** What a process asked for was granted, or refused, at once. */
  #goOn(task: Task<unknown>): IteratorResult<Wait, unknown> {
    const granted = task.state === GRANTED;
    if (task.state === RUNNING) throw this.#lost(task, 'it yields without asking for anything');
    task.state = RUNNING;
    if (++this.#instantEvents > this.#instantBudget)
      throw this.#outOfHand('events at one instant', this.#instantBudget);
    return next.call(task.process, granted);
  }

  #end(task: Task<unknown>, value: unknown): void {
    if (task.state !== RUNNING) throw this.#lost(task, 'it ends while a wait was never yielded');
    task.value = value;
    this.#bury(task);
  }

  #fail(task: Task<unknown>, error: unknown): void {
    task.error = error;
    const abandoned = task.state !== RUNNING;
    if (abandoned) this.#callOff(task);
    const circumstances = this.#circumstances(task.name);
    this.#bury(task);
    if (error instanceof SimulationError) throw error;
    if (!(error instanceof Interrupt)) {
      throw new SimulationError(`a process threw: ${messageOf(error)}`, circumstances, error);
    }
    if (abandoned) throw this.#lost(task, 'it ends while a wait was never yielded');
  }

  /** The process has ended: what it holds goes back, and those who wait for its end hear of it. */
  #bury(task: Task<unknown>): void {
    task.state = DONE;
    this.active = null;
    this.#calendar.release(task.slot);
    if (task.holdings !== null) giveBack(task);
    task.announceEnd();
  }

  #deliver(task: Task<unknown>, interrupt: Interrupt): void {
    if (task.done) return;
    this.#callOff(task);
    this.#resume(task, false, interrupt);
  }

  /** Calls off what a task waits for. */
  #callOff(task: Task<unknown>): void {
    const facility = task.facility;
    if (this.#calendar.isPending(task.slot)) this.#calendar.cancel(task.slot);
    task.facility = null;
    task.state = RUNNING;
    facility?.leave(task);
    task.granted = false;
  }

  #circumstances(process: string): { time: number; process: string; seed: string } {
    return { time: this.now, process, seed: this.seed };
  }

  #lost(task: Task<unknown>, how: string): SimulationError {
    return new SimulationError(`a yield was lost: ${how}`, this.#circumstances(task.name));
  }

  #outOfTurn(task: Task<unknown> | null): Error {
    if (task === null) return new RangeError('only a running process can wait');
    return this.#lost(task, 'it asks for something while an earlier wait was never yielded');
  }

  #outOfHand(what: string, budget: number): SimulationError {
    return new SimulationError(
      `more than ${budget} ${what}`,
      this.#circumstances(this.active?.name ?? 'the calendar'),
    );
  }
}
