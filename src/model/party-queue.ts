import { NONE, type Roster } from './roster.ts';

/**
 * Parties that wait at one place. Within a group they stand in order of arrival; between groups the
 * smaller priority number goes first, and among equals who came first. Priorities may change while
 * people wait, which is why every group has a line of its own.
 */
export class PartyQueue {
  /** people waiting */
  people = 0;
  /** parties waiting */
  parties = 0;
  readonly #roster: Roster;
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #peopleOf: Int32Array;
  readonly #cursor: Int32Array;
  #tickets = 0;

  constructor(roster: Roster) {
    this.#roster = roster;
    this.#head = new Int32Array(roster.groups.length).fill(NONE);
    this.#tail = new Int32Array(roster.groups.length).fill(NONE);
    this.#peopleOf = new Int32Array(roster.groups.length);
    this.#cursor = new Int32Array(roster.groups.length);
  }

  /** People of the groups flagged in `wanted` (one flag per group). */
  waiting(wanted: Uint8Array): number {
    let people = 0;
    for (let group = 0; group < wanted.length; group++) {
      if (wanted[group] === 1) people += this.#peopleOf[group]!;
    }
    return people;
  }

  /** Puts a party at the end of its group's line. */
  join(party: number): void {
    const { next, previous, ticket, group: groupOf, size } = this.#roster;
    const group = groupOf[party]!;
    const last = this.#tail[group]!;
    ticket[party] = ++this.#tickets;
    next[party] = NONE;
    previous[party] = last;
    if (last === NONE) this.#head[group] = party;
    else next[last] = party;
    this.#tail[group] = party;
    this.#peopleOf[group]! += size[party]!;
    this.people += size[party]!;
    this.parties += 1;
  }

  /** Takes a party out, wherever it stands. */
  leave(party: number): void {
    const { next, previous, group: groupOf, size } = this.#roster;
    const group = groupOf[party]!;
    const before = previous[party]!;
    const behind = next[party]!;
    if (before === NONE) this.#head[group] = behind;
    else next[before] = behind;
    if (behind === NONE) this.#tail[group] = before;
    else previous[behind] = before;
    this.#peopleOf[group]! -= size[party]!;
    this.people -= size[party]!;
    this.parties -= 1;
  }

  /** People of one group. */
  peopleOf(group: number): number {
    return this.#peopleOf[group]!;
  }

  /** The party of one group that is next, or `NONE`. */
  firstOf(group: number): number {
    return this.#head[group]!;
  }

  /** The party that is next among the flagged groups, or `NONE`. */
  first(wanted: Uint8Array): number {
    return this.#best(wanted, this.#head);
  }

  /**
   * Takes people for one load: in order, and whoever does not fit is passed over for the next that does.
   *
   * @param wanted one flag per group
   * @param seats free seats
   * @param take called with each party that boards, after it has left the queue
   * @returns people taken
   */
  takeLoad(wanted: Uint8Array, seats: number, take: (party: number) => void): number {
    const { next, size } = this.#roster;
    const cursor = this.#cursor;
    cursor.set(this.#head);
    let free = seats;
    while (free > 0) {
      const party = this.#best(wanted, cursor);
      if (party === NONE) break;
      cursor[this.#roster.group[party]!] = next[party]!;
      if (size[party]! > free) continue;
      free -= size[party]!;
      this.leave(party);
      take(party);
    }
    return seats - free;
  }

  #best(wanted: Uint8Array, candidates: Int32Array): number {
    const { priority, ticket } = this.#roster;
    let best = NONE;
    let bestPriority = Infinity;
    for (let group = 0; group < candidates.length; group++) {
      const party = candidates[group]!;
      if (party === NONE || wanted[group] !== 1) continue;
      const rank = priority[group]!;
      if (rank > bestPriority) continue;
      if (rank === bestPriority && ticket[party]! > ticket[best]!) continue;
      best = party;
      bestPriority = rank;
    }
    return best;
  }
}
