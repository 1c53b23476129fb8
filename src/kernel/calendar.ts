import { Ladder, widened } from './ladder.ts';
import { Lane } from './lane.ts';

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

const NONE = -1;
const IDLE = -1;
const ON_LADDER = -2;
const IN_LANE = -3;
/** The heap's far events go on the ladder when it holds more than this. */
const MANY = 512;
/** Added to the kind of a slot that outlives its events. */
const KEPT = 128;

/**
 * The event calendar, ordered by (time, priority, order of scheduling): an implicit 4-ary heap in typed arrays, and
 * a lane beside it for what is due at once, and a ladder for what is far from due.
 *
 * Time and rank lie in heap order, so that comparing four children reads neighbouring memory; each slot knows where
 * its event lies, so that cancelling and rescheduling really remove and move. Taking leaves a hole at the root which the
 * next push fills: a process that holds again costs one descent instead of a descent and a climb.
 *
 * Half of all events are due at the very time of the event taken last. Those of priority 0 stand in the lane, in order
 * of scheduling. What the heap has at the lane's time and priority was there before the lane had anything, so it
 * comes before the lane, and what has a greater priority comes behind.
 *
 * When the heap has become large, whatever is later than the next few events goes on the ladder, and comes back into
 * the heap rung by rung. What is on the ladder is later than all of heap and lane.
 */
export class Calendar<Payload extends object> {
  /** Kind of the event taken last. */
  takenKind = 0;
  /** Subject of the event taken last. */
  takenSubject = 0;
  /** Time of the event taken last. */
  takenTime = 0;
  /** What each slot was scheduled for. */
  #payload: (Payload | null)[] = [];
  /**
   * Where the event of each slot lies: from 0 a place in the heap, IDLE nowhere, ON_LADDER there, from IN_LANE
   * down `IN_LANE - place` in the lane.
   * In an array of its own, because every move in the heap writes the place of another slot.
   */
  #places: Int32Array<ArrayBuffer>;
  #kinds: Uint8Array<ArrayBuffer>;
  /** For each pushed event the number that tells it from others scheduled for the same. */
  #subjects: Int32Array<ArrayBuffer>;
  #generations: Int32Array<ArrayBuffer>;
  /** For each vacant slot the next one. */
  #next: Int32Array<ArrayBuffer>;
  #vacant = NONE;
  #slotCount = 0;
  /** Time and rank of each place in the heap. */
  #keys: Float64Array<ArrayBuffer>;
  /** Slot of each place in the heap. */
  #heap: Int32Array<ArrayBuffer>;
  /** Entries in the heap, the hole included. */
  #count = 0;
  #hole: boolean = false;
  /** What is later than all that the heap holds, when there is much of it. */
  readonly #ladder: Ladder;
  #many = MANY;
  /** What is due at once, and when that is. */
  readonly #lane: Lane;
  #laneTime = 0;
  #sequence = 0;

  /** @param room events to make room for at first; grows by doubling */
  constructor(room = 64) {
    this.#places = new Int32Array(room);
    this.#kinds = new Uint8Array(room);
    this.#subjects = new Int32Array(room);
    this.#generations = new Int32Array(room);
    this.#next = new Int32Array(room);
    this.#keys = new Float64Array(2 * room);
    this.#heap = new Int32Array(room);
    this.#lane = new Lane(room);
    this.#ladder = new Ladder(room);
  }

  /** Number of events pending. */
  get size(): number {
    return this.#count - (this.#hole ? 1 : 0) + this.#ladder.count + this.#lane.size;
  }

  /** Time of the first event, Infinity when none is pending. */
  firstTime(): number {
    if (!this.#lane.isEmpty && this.#laneComesFirst()) return this.#laneTime;
    return this.#isEmpty() ? Infinity : this.#keys[0]!;
  }

  /**
   * Schedules an event.
   *
   * @param time when, not before 0 or the event taken last, since the lane counts on it; not checked here
   * @param priority whole number; smaller comes first at equal times
   * @param kind 0 to 127, handed back as {@link takenKind}
   * @param subject whole number of 32 bits, handed back as {@link takenSubject}
   * @returns the slot that stands for the event until it is taken or cancelled
   */
  push(time: number, priority: number, kind: number, payload: Payload, subject: number = 0): number {
    const slot = this.#occupy(payload);
    this.#kinds[slot] = kind;
    this.#subjects[slot] = subject;
    this.schedule(slot, time, priority);
    return slot;
  }

  /**
   * A slot for someone with many events, one at a time: it outlives them until {@link release}.
   *
   * @param kind 0 to 127, handed back as {@link takenKind}
   */
  keep(kind: number, payload: Payload): number {
    const slot = this.#occupy(payload);
    this.#kinds[slot] = KEPT + kind;
    return slot;
  }

  /** Gives a kept slot back; nothing may be pending there. */
  release(slot: number): void {
    this.#payload[slot] = null;
    this.#next[slot] = this.#vacant;
    this.#vacant = slot;
  }

  /** Schedules the event of a kept slot where nothing is pending; otherwise like {@link push}. */
  schedule(slot: number, time: number, priority: number): void {
    if (priority === 0 && time === this.#laneTime) this.#lane.enter(slot, this.#places, IN_LANE);
    else this.#enterHeap(slot, time, priority);
  }

  /** Whether an event of a kept slot is pending. */
  isPending(slot: number): boolean {
    return this.#places[slot] !== IDLE;
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
    const inLane = !this.#lane.isEmpty && this.#laneComesFirst();
    const slot = inLane ? this.#takeFromLane(time) : this.#takeFromHeap(time);
    if (slot === NONE) return null;
    const payload = this.#payload[slot]!;
    const kind = this.#kinds[slot]!;
    this.#places[slot] = IDLE;
    this.takenKind = kind & (KEPT - 1);
    this.takenSubject = this.#subjects[slot]!;
    if (kind < KEPT) this.#retire(slot);
    return payload;
  }

  /** Removes a pending event. */
  cancel(slot: number): void {
    this.#remove(slot);
    if (this.#kinds[slot]! < KEPT) this.#retire(slot);
  }

  /** Moves a pending event to another time, priority and kind, as if it had been scheduled just now. */
  reschedule(slot: number, time: number, priority: number, kind: number): void {
    this.#remove(slot);
    this.#kinds[slot] = (this.#kinds[slot]! & KEPT) + kind;
    this.schedule(slot, time, priority);
  }

  /** The public name of a pushed event; no two events ever share one (within 268 million uses of a slot). */
  idOf(slot: number): EventId {
    return (this.#generations[slot]! * SLOT_SPAN + slot) as EventId;
  }

  /** The slot of a pending event, -1 when the event has happened or was cancelled. */
  slotOf(id: EventId): number {
    const slot = id % SLOT_SPAN;
    if (!(slot >= 0 && slot < this.#slotCount) || !this.isPending(slot)) return -1;
    return this.#generations[slot] === Math.floor(id / SLOT_SPAN) ? slot : -1;
  }

  // Slots

  #occupy(payload: Payload): number {
    const slot = this.#vacant;
    if (slot === NONE) return this.#newSlot(payload);
    this.#vacant = this.#next[slot]!;
    this.#payload[slot] = payload;
    return slot;
  }

  #newSlot(payload: Payload): number {
    if (this.#slotCount === this.#heap.length) this.#grow();
    this.#payload.push(payload);
    this.#places[this.#slotCount] = IDLE;
    return this.#slotCount++;
  }

  #grow(): void {
    const room = this.#heap.length * 2;
    if (room > SLOT_SPAN) throw new RangeError(`more than ${SLOT_SPAN} events pending`);
    this.#places = widened(this.#places, new Int32Array(room));
    this.#kinds = widened(this.#kinds, new Uint8Array(room));
    this.#subjects = widened(this.#subjects, new Int32Array(room));
    this.#generations = widened(this.#generations, new Int32Array(room));
    this.#next = widened(this.#next, new Int32Array(room));
    this.#keys = widened(this.#keys, new Float64Array(2 * room));
    this.#heap = widened(this.#heap, new Int32Array(room));
    this.#ladder.grow(room);
  }

  /** The event of a slot that is not kept has happened, or never will: its public name is worthless now. */
  #retire(slot: number): void {
    this.#generations[slot] = (this.#generations[slot]! + 1) % GENERATION_SPAN;
    this.release(slot);
  }

  /** Takes a pending event out of heap, lane or ladder. */
  #remove(slot: number): void {
    const place = this.#places[slot]!;
    if (place <= IN_LANE) this.#lane.leave(IN_LANE - place);
    else if (place === ON_LADDER) this.#ladder.remove(slot);
    else this.#leaveHeap(slot);
    this.#places[slot] = IDLE;
  }

  // Lane and heap

  #takeFromLane(by: number): number {
    if (this.#laneTime > by) return NONE;
    this.takenTime = this.#laneTime;
    return this.#lane.take();
  }

  /** Whether the lane's first event comes before the heap's; a hole is left open where that is plain to see. */
  #laneComesFirst(): boolean {
    if (this.#hole) {
      if (!this.#isDue()) return true;
      this.#fillHole();
    }
    if (this.#count === 0) return true;
    const first = this.#keys[0]!;
    return this.#laneTime < first || (this.#laneTime === first && this.#keys[1]! >= SEQUENCE_SPAN);
  }

  /** Whether the heap, its root being a hole, has anything that is not later than the lane. */
  #isDue(): boolean {
    const end = this.#count < 5 ? this.#count : 5;
    for (let child = 1; child < end; child++) if (this.#keys[2 * child]! <= this.#laneTime) return true;
    return false;
  }

  #fillHole(): void {
    this.#hole = false;
    const last = --this.#count;
    if (last > 0) this.#down(0, this.#keys[2 * last]!, this.#keys[2 * last + 1]!, this.#heap[last]!);
  }

  #takeFromHeap(by: number): number {
    if (this.#isEmpty()) return NONE;
    const time = this.#keys[0]!;
    if (time > by) return NONE;
    this.takenTime = time;
    if (this.#lane.isEmpty) this.#laneTime = time;
    this.#hole = true;
    return this.#heap[0]!;
  }

  #enterHeap(slot: number, time: number, priority: number): void {
    if (this.#sequence === SEQUENCE_SPAN) throw new RangeError('the calendar ran out of sequence numbers');
    const rank = priority * SEQUENCE_SPAN + this.#sequence++;
    if (this.#ladder.isUp && this.#ladder.add(slot, time, rank)) {
      this.#places[slot] = ON_LADDER;
      return;
    }
    if (this.#hole) {
      this.#hole = false;
      this.#down(0, time, rank, slot);
      return;
    }
    this.#up(this.#count++, time, rank, slot);
    if (this.#count > this.#many && !this.#ladder.isUp) this.#putUpLadder();
  }

  /** Whether the heap has nothing, and the ladder nothing to give it; the root is no hole afterwards. */
  #isEmpty(): boolean {
    if (this.#hole) this.#fillHole();
    if (this.#count === 0 && this.#ladder.isUp) this.#refill();
    return this.#count === 0;
  }

  /** The heap has become large: what is far from due waits on the ladder. */
  #putUpLadder(): void {
    for (let place = 0; place < this.#count; place++) {
      const slot = this.#heap[place]!;
      this.#ladder.lay(slot, this.#keys[2 * place]!, this.#keys[2 * place + 1]!);
      this.#places[slot] = ON_LADDER;
    }
    this.#count = 0;
    this.#refill();
    // where that was no use, all of it being due at one time, it waits until there is twice as much
    this.#many = this.#ladder.isUp ? MANY : 2 * this.#count;
  }

  /** The heap has nothing: the events that the ladder hands on come into it. */
  #refill(): void {
    const ladder = this.#ladder;
    for (let slot = ladder.next(); slot !== NONE; slot = ladder.leave(slot))
      this.#up(this.#count++, ladder.timeOf(slot), ladder.rankOf(slot), slot);
  }

  #leaveHeap(leaver: number): void {
    if (this.#hole) this.#fillHole(); // which may move the leaver
    const keys = this.#keys;
    const place = this.#places[leaver]!;
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
    const places = this.#places;
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
      places[moved] = place;
      place = parent;
    }
    keys[2 * place] = time;
    keys[2 * place + 1] = rank;
    heap[place] = slot;
    places[slot] = place;
  }

  #down(start: number, time: number, rank: number, slot: number): void {
    const keys = this.#keys;
    const heap = this.#heap;
    const places = this.#places;
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
      places[moved] = place;
      place = first;
    }
    keys[2 * place] = time;
    keys[2 * place + 1] = rank;
    heap[place] = slot;
    places[slot] = place;
  }
}
