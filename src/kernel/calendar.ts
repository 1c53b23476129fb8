/** Names one scheduled event; worthless, but harmless, once the event has happened or was cancelled. */
export type EventId = number & { readonly eventId: unique symbol };

/** Priorities are whole numbers from -PRIORITY_LIMIT to PRIORITY_LIMIT; smaller comes first at equal times. */
export const PRIORITY_LIMIT = 32_767;

/** Comes before every priority a caller may ask for; interrupts use it. */
export const URGENT: number = -PRIORITY_LIMIT - 1;

// Priority and sequence number share one double, so that equal times need one comparison:
// 16 bits of priority above 37 bits of sequence number make the 53 bits a double holds exactly.
const SEQUENCE_SPAN = 2 ** 37;
const SLOT_SPAN = 2 ** 24;
const GENERATION_SPAN = 2 ** 28;

/**
 * The event calendar: an implicit 4-ary heap in typed arrays, ordered by (time, priority, order of scheduling).
 *
 * Time and rank lie in heap order, so that comparing four children reads neighbouring memory; `place` says for
 * each slot where in the heap it lies, so that cancelling and rescheduling really remove and move.
 * Taking leaves a hole at the root which the next push fills: a process that holds again costs one
 * descent instead of a descent and a climb.
 */
export class Calendar<Payload extends object> {
  /** Kind of the event taken last. */
  takenKind = 0;
  /** What each slot was scheduled for. */
  #payload: (Payload | null)[] = [];
  #kind: Uint8Array<ArrayBuffer>;
  #time: Float64Array<ArrayBuffer>;
  #rank: Float64Array<ArrayBuffer>;
  #slot: Int32Array<ArrayBuffer>;
  #place: Int32Array<ArrayBuffer>;
  #generation: Int32Array<ArrayBuffer>;
  #vacant: Int32Array<ArrayBuffer>;
  #vacantCount = 0;
  #slotCount = 0;
  /** Entries in the heap, the hole included. */
  #count = 0;
  #hole: boolean = false;
  #sequence = 0;

  /** @param room events to make room for at first; grows by doubling */
  constructor(room = 64) {
    this.#kind = new Uint8Array(room);
    this.#time = new Float64Array(room);
    this.#rank = new Float64Array(room);
    this.#slot = new Int32Array(room);
    this.#place = new Int32Array(room).fill(-1);
    this.#generation = new Int32Array(room);
    this.#vacant = new Int32Array(room);
  }

  /** Number of events pending. */
  get size(): number {
    return this.#hole ? this.#count - 1 : this.#count;
  }

  /** Time of the first event, Infinity when none is pending. */
  firstTime(): number {
    if (this.#hole) this.#fillHole();
    return this.#count === 0 ? Infinity : this.#time[0]!;
  }

  /**
   * Schedules an event.
   *
   * @param time when; not checked here
   * @param priority whole number; smaller comes first at equal times
   * @param kind 0 to 255, handed back as {@link takenKind}
   * @returns the slot that stands for the event until it is taken or cancelled
   */
  push(time: number, priority: number, kind: number, payload: Payload): number {
    const slot = this.#vacantCount > 0 ? this.#vacant[--this.#vacantCount]! : this.#newSlot();
    this.#payload[slot] = payload;
    this.#kind[slot] = kind;
    const rank = this.#nextRank(priority);
    if (this.#hole) {
      this.#hole = false;
      this.#down(0, time, rank, slot);
      return slot;
    }
    this.#up(this.#count++, time, rank, slot);
    return slot;
  }

  /**
   * Takes the first event out and returns what it was scheduled for; its kind is {@link takenKind}.
   *
   * @throws RangeError when nothing is pending
   */
  take(): Payload {
    if (this.#hole) this.#fillHole();
    if (this.#count === 0) throw new RangeError('the calendar is empty');
    const slot = this.#slot[0]!;
    this.takenKind = this.#kind[slot]!;
    this.#hole = true;
    return this.#free(slot);
  }

  /** Removes a pending event. */
  cancel(slot: number): void {
    if (this.#hole) this.#fillHole();
    const place = this.#place[slot]!;
    this.#free(slot);
    const last = --this.#count;
    if (place === last) return;
    this.#settle(place, this.#time[last]!, this.#rank[last]!, this.#slot[last]!);
  }

  /** Moves a pending event to another time, priority and kind, as if it had been scheduled just now. */
  reschedule(slot: number, time: number, priority: number, kind: number): void {
    if (this.#hole) this.#fillHole();
    this.#kind[slot] = kind;
    this.#settle(this.#place[slot]!, time, this.#nextRank(priority), slot);
  }

  /** The public name of a pending event; no two events ever share one (within 268 million uses of a slot). */
  idOf(slot: number): EventId {
    return (this.#generation[slot]! * SLOT_SPAN + slot) as EventId;
  }

  /** The slot of a pending event, -1 when the event has happened or was cancelled. */
  slotOf(id: EventId): number {
    const slot = id % SLOT_SPAN;
    if (!(slot >= 0 && slot < this.#slotCount) || this.#place[slot]! < 0) return -1;
    return this.#generation[slot] === Math.floor(id / SLOT_SPAN) ? slot : -1;
  }

  /** Gives a slot back, under a new generation. */
  #free(slot: number): Payload {
    const payload = this.#payload[slot]!;
    this.#payload[slot] = null;
    this.#place[slot] = -1;
    this.#generation[slot] = (this.#generation[slot]! + 1) % GENERATION_SPAN;
    this.#vacant[this.#vacantCount++] = slot;
    return payload;
  }

  #nextRank(priority: number): number {
    if (this.#sequence === SEQUENCE_SPAN) throw new RangeError('the calendar ran out of sequence numbers');
    return priority * SEQUENCE_SPAN + this.#sequence++;
  }

  #newSlot(): number {
    if (this.#slotCount === this.#place.length) this.#grow();
    this.#payload.push(null);
    return this.#slotCount++;
  }

  #grow(): void {
    const room = this.#place.length * 2;
    if (room > SLOT_SPAN) throw new RangeError(`more than ${SLOT_SPAN} events pending`);
    this.#kind = widened(this.#kind, new Uint8Array(room));
    this.#time = widened(this.#time, new Float64Array(room));
    this.#rank = widened(this.#rank, new Float64Array(room));
    this.#slot = widened(this.#slot, new Int32Array(room));
    this.#place = widened(this.#place, new Int32Array(room).fill(-1));
    this.#generation = widened(this.#generation, new Int32Array(room));
    this.#vacant = widened(this.#vacant, new Int32Array(room));
  }

  #fillHole(): void {
    this.#hole = false;
    const last = --this.#count;
    if (last > 0) this.#down(0, this.#time[last]!, this.#rank[last]!, this.#slot[last]!);
  }

  /** Puts an entry where it belongs, starting from `place`, whose old entry is forgotten. */
  #settle(place: number, time: number, rank: number, slot: number): void {
    const parent = (place - 1) >> 2;
    const parentTime = place > 0 ? this.#time[parent]! : -Infinity;
    if (place > 0 && (time < parentTime || (time === parentTime && rank < this.#rank[parent]!))) {
      this.#up(place, time, rank, slot);
      return;
    }
    this.#down(place, time, rank, slot);
  }

  #up(start: number, time: number, rank: number, slot: number): void {
    const times = this.#time;
    const ranks = this.#rank;
    const slots = this.#slot;
    const places = this.#place;
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const parentTime = times[parent]!;
      if (parentTime < time || (parentTime === time && ranks[parent]! < rank)) break;
      const moved = slots[parent]!;
      times[place] = parentTime;
      ranks[place] = ranks[parent]!;
      slots[place] = moved;
      places[moved] = place;
      place = parent;
    }
    times[place] = time;
    ranks[place] = rank;
    slots[place] = slot;
    places[slot] = place;
  }

  #down(start: number, time: number, rank: number, slot: number): void {
    const times = this.#time;
    const ranks = this.#rank;
    const slots = this.#slot;
    const places = this.#place;
    const count = this.#count;
    let place = start;
    for (let child = 4 * place + 1; child < count; child = 4 * place + 1) {
      const end = child + 4 < count ? child + 4 : count;
      let first = child;
      let firstTime = times[child]!;
      for (let other = child + 1; other < end; other++) {
        const otherTime = times[other]!;
        if (otherTime > firstTime || (otherTime === firstTime && ranks[other]! > ranks[first]!)) continue;
        first = other;
        firstTime = otherTime;
      }
      if (time < firstTime || (time === firstTime && rank < ranks[first]!)) break;
      const moved = slots[first]!;
      times[place] = firstTime;
      ranks[place] = ranks[first]!;
      slots[place] = moved;
      places[moved] = place;
      place = first;
    }
    times[place] = time;
    ranks[place] = rank;
    slots[place] = slot;
    places[slot] = place;
  }
}

function widened<A extends Uint8Array | Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
