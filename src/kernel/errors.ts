import { PRIORITY_LIMIT } from './calendar.ts';

/**
 * Thrown into a process where it waits, by `task.interrupt(cause)` or by a preemption.
 * A process may catch it and go on; uncaught it ends the task quietly, with the interrupt as `task.error`.
 */
export class Interrupt extends Error {
  override readonly name = 'Interrupt' as const;

  /** @param cause whatever the interrupter wants to say; a preemption says {@link Preemption} */
  constructor(cause: unknown) {
    super('a process was interrupted', { cause });
  }
}

/** Where a run stood when it failed. */
export interface Circumstances {
  /** Simulated time. */
  readonly time: number;
  /** Name of the process that ran, or of what ran instead. */
  readonly process: string;
  /** Seed that reproduces the run. */
  readonly seed: string;
}

/**
 * A run that cannot go on: a process threw, lost a `yield`, or a budget was passed.
 * The simulation stands at `time` and cannot be resumed; what it measured so far can still be read.
 */
export class SimulationError extends Error {
  override readonly name = 'SimulationError' as const;
  /** Simulated time of the failure. */
  readonly time: number;
  /** Name of the process that failed. */
  readonly process: string;
  /** Seed that reproduces the failure. */
  readonly seed: string;

  constructor(what: string, at: Circumstances, cause?: unknown) {
    const where = `at time ${at.time} in "${at.process}", seed "${at.seed}"`;
    super(`${what} (${where})`, cause === undefined ? {} : { cause });
    this.time = at.time;
    this.process = at.process;
    this.seed = at.seed;
  }
}

/** @throws RangeError unless `value` is a finite number from 0 upwards */
export function requireDuration(what: string, value: number): void {
  if (value >= 0 && value < Infinity) return;
  throw unfit(what, 'a finite number from 0 upwards', value);
}

/** @throws RangeError unless `value` is a whole number from `least` upwards; Infinity passes too */
export function requireCount(what: string, value: number, least: number): void {
  if (value >= least && (Number.isSafeInteger(value) || value === Infinity)) return;
  throw unfit(what, `a whole number from ${least} upwards`, value);
}

function unfit(what: string, demand: string, value: number): RangeError {
  return new RangeError(`${what} must be ${demand}, got ${value}`);
}

/** @throws RangeError unless `time` is finite and not before `now` */
export function requireFuture(now: number, time: number): void {
  if (time >= now && time < Infinity) return;
  throw new RangeError(`cannot schedule for time ${time}: it is ${now}`);
}

/** @throws RangeError unless `priority` is a whole number within the calendar's limits */
export function requirePriority(priority: number): void {
  if (Number.isInteger(priority) && priority >= -PRIORITY_LIMIT && priority <= PRIORITY_LIMIT) return;
  throw new RangeError(`priority must be a whole number within ±${PRIORITY_LIMIT}, got ${priority}`);
}

/** @throws RangeError unless `subject` is a whole number of 32 bits: the calendar would keep another */
export function requireSubject(subject: number): void {
  if (subject === (subject | 0)) return;
  throw new RangeError(`subject must be a whole number of 32 bits, got ${subject}`);
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
