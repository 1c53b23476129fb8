import type { Simulation } from '../kernel/index.ts';
import { OUT_STATES, SAFE_STATES, STATES } from './states.ts';

/** Stands for "no party" in the columns that link parties. */
export const NONE = -1;

/** One population or staff group of the roster: a run of rows with the same origin. */
export interface Group {
  readonly id: string;
  readonly index: number;
  readonly first: number;
  /** rows */
  readonly parties: number;
  readonly people: number;
}

const flags = (names: readonly string[]): Uint8Array =>
  Uint8Array.from(STATES, (name) => (names.includes(name) ? 1 : 0));

/**
 * Everybody, as rows of typed columns: one row is one party, never split. Moving a party between states
 * keeps the counts of people, the person-minutes spent, and who is out and safe.
 */
export class Roster {
  readonly groups: readonly Group[];
  readonly parties: number;
  readonly people: number;
  readonly size: Uint16Array;
  readonly group: Uint16Array;
  readonly state: Uint8Array;
  /** links of the one queue a party may stand in */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** ticket number in that queue: smaller came first */
  readonly ticket: Float64Array;
  /** when the party's patience ends, minutes after the start; `NONE` while nothing is pending */
  readonly timer: Float64Array;
  /** 1 when the party carries partial papers */
  readonly partialPapers: Uint8Array;
  /** smaller goes first; one number per group, changed by `setPriority` */
  readonly priority: Float64Array;
  readonly out: Int32Array;
  readonly safe: Int32Array;
  /** called after a group's people have gone out, with the group's index */
  onOut: (group: number) => void = () => {};
  /** called after a party has gone from a state to the one it is in; undefined unless a run is traced */
  onMove: ((party: number, from: number) => void) | undefined = undefined;
  readonly #sim: Simulation;
  readonly #counts: Int32Array;
  readonly #total: Int32Array = new Int32Array(STATES.length);
  readonly #area: Float64Array = new Float64Array(STATES.length);
  readonly #since: Float64Array = new Float64Array(STATES.length);
  readonly #peak: Int32Array = new Int32Array(STATES.length);
  static readonly #isOut: Uint8Array = flags(OUT_STATES);
  static readonly #isSafe: Uint8Array = flags(SAFE_STATES);

  /**
   * @param sim supplies the clock
   * @param sizes party sizes of each group, in order
   * @param ids the groups' names, in the same order
   * @param initial state index in which each group starts
   * @param priorities of the groups
   */
  constructor(
    sim: Simulation,
    sizes: readonly Uint16Array[],
    ids: readonly string[],
    initial: readonly number[],
    priorities: readonly number[],
  ) {
    this.#sim = sim;
    const groups: Group[] = [];
    let first = 0;
    for (const [index, rows] of sizes.entries()) {
      const people = rows.reduce((sum, size) => sum + size, 0);
      groups.push({ id: ids[index]!, index, first, parties: rows.length, people });
      first += rows.length;
    }
    this.groups = groups;
    this.parties = first;
    this.people = groups.reduce((sum, group) => sum + group.people, 0);
    this.size = new Uint16Array(first);
    this.group = new Uint16Array(first);
    this.state = new Uint8Array(first);
    this.next = new Int32Array(first).fill(NONE);
    this.previous = new Int32Array(first).fill(NONE);
    this.ticket = new Float64Array(first);
    this.timer = new Float64Array(first).fill(NONE);
    this.partialPapers = new Uint8Array(first);
    this.priority = Float64Array.from(priorities);
    this.out = new Int32Array(groups.length);
    this.safe = new Int32Array(groups.length);
    this.#counts = new Int32Array(groups.length * STATES.length);
    for (const [index, group] of groups.entries()) {
      const end = group.first + group.parties;
      this.size.set(sizes[index]!, group.first);
      this.group.fill(index, group.first, end);
      this.state.fill(initial[index]!, group.first, end);
      this.#counts[index * STATES.length + initial[index]!]! += group.people;
      this.#total[initial[index]!]! += group.people;
    }
    this.#peak.set(this.#total);
  }

  /** Moves a party to another state, at this instant. */
  move(party: number, state: number): void {
    const from = this.state[party]!;
    const group = this.group[party]!;
    const size = this.size[party]!;
    this.state[party] = state;
    this.#change(from, -size);
    this.#change(state, size);
    this.#counts[group * STATES.length + from]! -= size;
    this.#counts[group * STATES.length + state]! += size;
    if (this.onMove !== undefined) this.onMove(party, from);
    const gone = Roster.#isOut[state]! - Roster.#isOut[from]!;
    const arrived = Roster.#isSafe[state]! - Roster.#isSafe[from]!;
    if (arrived !== 0) this.safe[group]! += arrived * size;
    if (gone === 0) return;
    this.out[group]! += gone * size;
    this.onOut(group);
  }

  /** Whether a party has left the ground bound for safety. */
  isOut(party: number): boolean {
    return Roster.#isOut[this.state[party]!] === 1;
  }

  /** People in a state now, of everyone or of one group. */
  count(state: number, group?: number): number {
    return group === undefined ? this.#total[state]! : this.#counts[group * STATES.length + state]!;
  }

  /** Person-minutes spent in a state so far. */
  area(state: number): number {
    return this.#area[state]! + this.#total[state]! * (this.#sim.now - this.#since[state]!);
  }

  /** The most people that were in a state at once. */
  peak(state: number): number {
    return this.#peak[state]!;
  }

  #change(state: number, by: number): void {
    const now = this.#sim.now;
    const people = this.#total[state]!;
    this.#area[state]! += people * (now - this.#since[state]!);
    this.#since[state] = now;
    const after = people + by;
    this.#total[state] = after;
    if (after > this.#peak[state]!) this.#peak[state] = after;
  }
}
