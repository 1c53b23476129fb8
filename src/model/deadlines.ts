import type { Simulation } from '../kernel/index.ts';
import { NONE, type Roster } from './roster.ts';

/** Minutes of one bucket: long enough that most deadlines are dropped before they are ever put in order. */
const WIDTH = 60;
/** Deadlines of the last bucket and all that come after it lie together. */
const LAST = 2 ** 30;

/** The bucket of a time: a small whole number, which maps look up fastest. */
const bucketOf = (due: number): number => Math.min(LAST, due / WIDTH) | 0;

/**
 * Deadlines of parties, most of which are dropped long before they are due: the patience of those who wait.
 *
 * They lie in buckets by the hour and are put in order when their hour begins, so that the calendar holds
 * one event however many wait, and to set or drop one costs the same whether a hundred wait or a million.
 * A deadline is known by its time in the roster's column `timer`; what the bucket says besides is stale.
 */
export class Deadlines {
  readonly #sim: Simulation;
  readonly #timer: Float64Array;
  readonly #expire: (party: number) => void;
  readonly #onTime = (party: number): void => this.#end(party, this.#sim.now);
  /** by hour: parties whose deadlines fall into it, in the order in which they were set */
  readonly #buckets = new Map<number, number[]>();

  /**
   * @param sim supplies the clock
   * @param roster keeps each party's deadline
   * @param expire called with a party at its deadline
   */
  constructor(sim: Simulation, roster: Roster, expire: (party: number) => void) {
    this.#sim = sim;
    this.#timer = roster.timer;
    this.#expire = expire;
  }

  /** A party's deadline is at a time, minutes after the start, not before now. */
  set(party: number, due: number): void {
    const hour = bucketOf(due);
    this.#timer[party] = due;
    if (hour * WIDTH <= this.#sim.now) {
      this.#sim.at(due, this.#onTime, 0, party);
      return;
    }
    const bucket = this.#buckets.get(hour) ?? this.#open(hour);
    bucket.push(party);
  }

  /** A party has no deadline any more. */
  drop(party: number): void {
    this.#timer[party] = NONE;
  }

  #open(hour: number): number[] {
    const bucket: number[] = [];
    this.#buckets.set(hour, bucket);
    this.#sim.at(hour * WIDTH, () => this.#begin(hour, bucket));
    return bucket;
  }

  /** The hour begins: what still holds of it is put in order and waited for, one after another. */
  #begin(hour: number, bucket: readonly number[]): void {
    this.#buckets.delete(hour);
    const timer = this.#timer;
    const parties = bucket
      .filter((party) => bucketOf(timer[party]!) === hour)
      .sort((a, b) => timer[a]! - timer[b]!);
    const times = parties.map((party) => timer[party]!);
    let next = 0;
    const expire = (): void => {
      this.#end(parties[next]!, times[next]!);
      next += 1;
      if (next < parties.length) this.#sim.at(times[next]!, expire);
    };
    if (parties.length > 0) this.#sim.at(times[0]!, expire);
  }

  #end(party: number, due: number): void {
    if (this.#timer[party] !== due) return;
    this.#timer[party] = NONE;
    this.#expire(party);
  }
}
