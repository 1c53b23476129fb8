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

// Of every slot four numbers stand side by side, so that an event touches one line of the processor's cache.
/** Where its event lies: from 0 in the heap, IDLE nowhere, below that in the lane, `IN_LANE - slot before it`. */
const PLACE = 0;
const GENERATION = 1;
const KIND = 2;
/** The slot behind it in the lane, or among the vacant. */
const NEXT = 3;
const NUMBERS = 4;

const NONE = -1;
const IDLE = -1;
const IN_LANE = -3;
/** Added to the kind of a slot that outlives its events. */
const KEPT = 256;

/**
 * The event calendar, ordered by (time, priority, order of scheduling): an implicit 4-ary heap in typed arrays, and
 * a lane beside it for what is due at once.
 *
 * Time and rank lie in heap order, so that comparing four children reads neighbouring memory; each slot knows where
 * its event lies, so that cancelling and rescheduling really remove and move. Taking leaves a hole at the root which the
 * next push fills: a process that holds again costs one descent instead of a descent and a climb.
 *
 * Half of all events are due at the very time of the event taken last. Those of priority 0 stand in the lane, a linked
 * list in order of scheduling. What the heap has at the lane's time and priority was there before the lane had
 * anything, so it comes before the lane, and what has a greater priority comes behind.
 */
export class Calendar<Payload extends object> {
  /** Kind of the event taken last. */
  takenKind = 0;
  /** Time of the event taken last. */
  takenTime = 0;
  /** What each slot was scheduled for. */
  #payload: (Payload | null)[] = [];
  #slots: Int32Array<ArrayBuffer>;
  #vacant = NONE;
  #slotCount = 0;
  /** Time and rank of each place in the heap. */
  #keys: Float64Array<ArrayBuffer>;
  /** Slot of each place in the heap. */
  #heap: Int32Array<ArrayBuffer>;
  /** Entries in the heap, the hole included. */
  #count = 0;
  #hole: boolean = false;
  #laneTime = 0;
  #laneHead = NONE;
  #laneTail = NONE;
  #laneCount = 0;
  #sequence = 0;

  /** @param room events to make room for at first; grows by doubling */
  constructor(room = 64) {
    this.#slots = new Int32Array(NUMBERS * room);
    this.#keys = new Float64Array(2 * room);
    this.#heap = new Int32Array(room);
  }

  /** Number of events pending. */
  get size(): number {
    return this.#count - (this.#hole ? 1 : 0) + this.#laneCount;
  }

  /** Time of the first event, Infinity when none is pending. */
  firstTime(): number {
    if (this.#laneHead !== NONE && this.#laneComesFirst()) return this.#laneTime;
    if (this.#hole) this.#fillHole();
    return this.#count === 0 ? Infinity : this.#keys[0]!;
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
    const slot = this.#occupy(payload);
    this.#slots[slot * NUMBERS + KIND] = kind;
    this.#enter(slot, time, priority);
    return slot;
  }

  /** A slot for someone with many events, one at a time: it outlives them until {@link release}. */
  keep(payload: Payload): number {
    const slot = this.#occupy(payload);
    this.#slots[slot * NUMBERS + KIND] = KEPT;
    return slot;
  }

  /** Gives a kept slot back; nothing may be pending there. */
  release(slot: number): void {
    this.#free(slot);
  }

  /** Schedules the event of a kept slot where nothing is pending; otherwise like {@link push}. */
  schedule(slot: number, time: number, priority: number, kind: number): void {
    this.#slots[slot * NUMBERS + KIND] = KEPT + kind;
    this.#enter(slot, time, priority);
  }

  /** Whether an event of a kept slot is pending. */
  isPending(slot: number): boolean {
    return this.#slots[slot * NUMBERS + PLACE] !== IDLE;
  }

  /**
   * Takes the first event out and returns what it was scheduled for; see {@link takenKind} and {@link takenTime}.
   *
   * @throws RangeError when nothing is pending
   */
  take(): Payload {
    const payload = this.takeBy(Infinity);
    if (payload === null) throw new RangeError('the calendar is empty');
    return payload;
  }

  /** Takes the first event out, like {@link take}, unless it is later than `time`; null when there is none so early. */
  takeBy(time: number): Payload | null {
    const laneHead = this.#laneHead;
    if (laneHead !== NONE && this.#laneComesFirst()) {
      if (this.#laneTime > time) return null;
      this.takenTime = this.#laneTime;
      this.#leaveLane(laneHead);
      return this.#handOver(laneHead);
    }
    if (this.#hole) this.#fillHole();
    if (this.#count === 0) return null;
    const first = this.#keys[0]!;
    if (first > time) return null;
    this.takenTime = first;
    if (laneHead === NONE) this.#laneTime = first;
    this.#hole = true;
    return this.#handOver(this.#heap[0]!);
  }

  /** Removes a pending event. */
  cancel(slot: number): void {
    this.#remove(slot);
    if (this.#slots[slot * NUMBERS + KIND]! < KEPT) this.#free(slot);
  }

  /** Moves a pending event to another time, priority and kind, as if it had been scheduled just now. */
  reschedule(slot: number, time: number, priority: number, kind: number): void {
    this.#remove(slot);
    const at = slot * NUMBERS + KIND;
    this.#slots[at] = (this.#slots[at]! & KEPT) + kind;
    this.#enter(slot, time, priority);
  }

  /** The public name of a pending event; no two events ever share one (within 268 million uses of a slot). */
  idOf(slot: number): EventId {
    return (this.#slots[slot * NUMBERS + GENERATION]! * SLOT_SPAN + slot) as EventId;
  }

  /** The slot of a pending event, -1 when the event has happened or was cancelled. */
  slotOf(id: EventId): number {
    const slot = id % SLOT_SPAN;
    if (!(slot >= 0 && slot < this.#slotCount) || !this.isPending(slot)) return -1;
    return this.#slots[slot * NUMBERS + GENERATION] === Math.floor(id / SLOT_SPAN) ? slot : -1;
  }

  // Slots

  #occupy(payload: Payload): number {
    const slot = this.#vacant;
    if (slot === NONE) return this.#newSlot(payload);
    this.#vacant = this.#slots[slot * NUMBERS + NEXT]!;
    this.#payload[slot] = payload;
    return slot;
  }

  #newSlot(payload: Payload): number {
    if (this.#slotCount === this.#heap.length) this.#grow();
    this.#payload.push(payload);
    this.#slots[this.#slotCount * NUMBERS + PLACE] = IDLE;
    return this.#slotCount++;
  }

  #grow(): void {
    const room = this.#heap.length * 2;
    if (room > SLOT_SPAN) throw new RangeError(`more than ${SLOT_SPAN} events pending`);
    this.#slots = widened(this.#slots, new Int32Array(NUMBERS * room));
    this.#keys = widened(this.#keys, new Float64Array(2 * room));
    this.#heap = widened(this.#heap, new Int32Array(room));
  }

  /** Gives a slot back, under a new generation. */
  #free(slot: number): void {
    const slots = this.#slots;
    const at = slot * NUMBERS;
    this.#payload[slot] = null;
    slots[at + GENERATION] = (slots[at + GENERATION]! + 1) % GENERATION_SPAN;
    slots[at + NEXT] = this.#vacant;
    this.#vacant = slot;
  }

  /** The event has been taken. */
  #handOver(slot: number): Payload {
    const slots = this.#slots;
    const at = slot * NUMBERS;
    const kind = slots[at + KIND]!;
    const payload = this.#payload[slot]!;
    this.takenKind = kind & (KEPT - 1);
    slots[at + PLACE] = IDLE;
    if (kind < KEPT) this.#free(slot);
    return payload;
  }

  #enter(slot: number, time: number, priority: number): void {
    if (priority === 0 && time === this.#laneTime) {
      this.#enterLane(slot);
      return;
    }
    if (this.#sequence === SEQUENCE_SPAN) throw new RangeError('the calendar ran out of sequence numbers');
    const rank = priority * SEQUENCE_SPAN + this.#sequence++;
    if (this.#hole) {
      this.#hole = false;
      this.#down(0, time, rank, slot);
      return;
    }
    this.#up(this.#count++, time, rank, slot);
  }

  /** Takes a pending event out of heap or lane. */
  #remove(slot: number): void {
    const at = slot * NUMBERS + PLACE;
    if (this.#slots[at]! < IDLE) this.#leaveLane(slot);
    else this.#leaveHeap(slot);
    this.#slots[at] = IDLE;
  }

  // The lane

  #enterLane(slot: number): void {
    const slots = this.#slots;
    const tail = this.#laneTail;
    slots[slot * NUMBERS + PLACE] = IN_LANE - tail;
    slots[slot * NUMBERS + NEXT] = NONE;
    if (tail === NONE) this.#laneHead = slot;
    else slots[tail * NUMBERS + NEXT] = slot;
    this.#laneTail = slot;
    this.#laneCount++;
  }

  #leaveLane(slot: number): void {
    const slots = this.#slots;
    const before = IN_LANE - slots[slot * NUMBERS + PLACE]!;
    const after = slots[slot * NUMBERS + NEXT]!;
    if (before === NONE) this.#laneHead = after;
    else slots[before * NUMBERS + NEXT] = after;
    if (after === NONE) this.#laneTail = before;
    else slots[after * NUMBERS + PLACE] = IN_LANE - before;
    this.#laneCount--;
  }

  /** Whether the lane's first event comes before the heap's; a hole is left open where that is plain to see. */
  #laneComesFirst(): boolean {
    const keys = this.#keys;
    const time = this.#laneTime;
    if (this.#hole) {
      const end = this.#count < 5 ? this.#count : 5;
      let child = 1;
      while (child < end && keys[2 * child]! > time) child++;
      if (child === end) return true;
      this.#fillHole();
    }
    if (this.#count === 0) return true;
    const first = keys[0]!;
    return time < first || (time === first && keys[1]! >= SEQUENCE_SPAN);
  }

  // The heap

  #fillHole(): void {
    this.#hole = false;
    const last = --this.#count;
    if (last > 0) this.#down(0, this.#keys[2 * last]!, this.#keys[2 * last + 1]!, this.#heap[last]!);
  }

  #leaveHeap(leaver: number): void {
    if (this.#hole) this.#fillHole(); // which may move the leaver
    const keys = this.#keys;
    const place = this.#slots[leaver * NUMBERS + PLACE]!;
    const last = --this.#count;
    if (place === last) return;
    const time = keys[2 * last]!;
    const rank = keys[2 * last + 1]!;
    const parent = (place - 1) >> 2;
    const climbs =
      place > 0 && (time < keys[2 * parent]! || (time === keys[2 * parent]! && rank < keys[2 * parent + 1]!));
    if (climbs) this.#up(place, time, rank, this.#heap[last]!);
    else this.#down(place, time, rank, this.#heap[last]!);
  }

  #up(start: number, time: number, rank: number, slot: number): void {
    const keys = this.#keys;
    const heap = this.#heap;
    const slots = this.#slots;
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const parentTime = keys[2 * parent]!;
      const parentRank = keys[2 * parent + 1]!;
      if (parentTime < time || (parentTime === time && parentRank < rank)) break;
      const moved = heap[parent]!;
      keys[2 * place] = parentTime;
      keys[2 * place + 1] = parentRank;
      heap[place] = moved;
      slots[moved * NUMBERS + PLACE] = place;
      place = parent;
    }
    keys[2 * place] = time;
    keys[2 * place + 1] = rank;
    heap[place] = slot;
    slots[slot * NUMBERS + PLACE] = place;
  }

  #down(start: number, time: number, rank: number, slot: number): void {
    const keys = this.#keys;
    const heap = this.#heap;
    const slots = this.#slots;
    const count = this.#count;
    let place = start;
    for (let child = 4 * place + 1; child < count; child = 4 * place + 1) {
      const end = child + 4 < count ? child + 4 : count;
      let first = child;
      let firstTime = keys[2 * child]!;
      for (let other = child + 1; other < end; other++) {
        const otherTime = keys[2 * other]!;
        if (otherTime > firstTime || (otherTime === firstTime && keys[2 * other + 1]! > keys[2 * first + 1]!))
          continue;
        first = other;
        firstTime = otherTime;
      }
      const firstRank = keys[2 * first + 1]!;
      if (time < firstTime || (time === firstTime && rank < firstRank)) break;
      const moved = heap[first]!;
      keys[2 * place] = firstTime;
      keys[2 * place + 1] = firstRank;
      heap[place] = moved;
      slots[moved * NUMBERS + PLACE] = place;
      place = first;
    }
    keys[2 * place] = time;
    keys[2 * place + 1] = rank;
    heap[place] = slot;
    slots[slot * NUMBERS + PLACE] = place;
  }
}

function widened<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
