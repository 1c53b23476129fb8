/** Stands for "no slot". */
const NONE = -1;
/** Fewer events than this are put in order at once: rungs would cost more than they save. */
const FEW = 128;
/** Events that a rung is meant for, on average. */
const PER_RUNG = 4;
/** Times looked at to tell when half of the events will have been due. */
const SAMPLE = 63;

/**
 * Events that are far from due, out of order: rungs of equal width in time, and a top for whatever is later.
 * To add, remove or hand on an event costs the same whether a thousand or a million are pending.
 *
 * Whoever keeps the near events in order asks for the {@link next} rung when they have run out. When the last
 * rung has been handed on, the nearer half of the top is divided among new rungs. That an event lies on a later
 * rung means that it is later: its rung is a rounded but monotone function of its time.
 *
 * After W. T. Tang, R. S. M. Goh and I. L.-J. Thng, "Ladder queue: an O(1) priority queue structure for
 * large-scale discrete event simulation", ACM TOMACS 15(3), 2005; with one rung of rungs, since what is
 * handed on goes into a heap, which is not slow where many events share one rung.
 */
export class Ladder {
  /** Whether it takes events: until then all of them are near. */
  isUp: boolean = false;
  /** Events on it. */
  count = 0;
  /** Time and rank of each slot on it. */
  #keys: Float64Array<ArrayBuffer>;
  /** The slots of a rung are a chain; before the first of them stands `~rung`. */
  #next: Int32Array<ArrayBuffer>;
  #previous: Int32Array<ArrayBuffer>;
  /** The first slot of each rung, of the top after the last. */
  #heads: Int32Array<ArrayBuffer> = new Int32Array(1).fill(NONE);
  #rungs = 0;
  /** The rung handed on last. */
  #rung = 0;
  /** Where the first rung begins, and rungs per unit of time. */
  #start = 0;
  #perTime = 0;
  readonly #sample: Float64Array<ArrayBuffer> = new Float64Array(SAMPLE);

  /** @param room slots, numbered from 0 */
  constructor(room: number) {
    this.#keys = new Float64Array(2 * room);
    this.#next = new Int32Array(room);
    this.#previous = new Int32Array(room);
  }

  /** Makes room for more slots. */
  grow(room: number): void {
    this.#keys = widened(this.#keys, new Float64Array(2 * room));
    this.#next = widened(this.#next, new Int32Array(room));
    this.#previous = widened(this.#previous, new Int32Array(room));
  }

  /** Takes an event, unless it is as near as those handed on. */
  add(slot: number, time: number, rank: number): boolean {
    const rung = (time - this.#start) * this.#perTime;
    if (rung < this.#rung + 1) return false;
    this.#keys[2 * slot] = time;
    this.#keys[2 * slot + 1] = rank;
    this.#link(slot, rung < this.#rungs ? rung | 0 : this.#rungs);
    this.count++;
    return true;
  }

  /** Takes an event for the top of a ladder that is not up yet. */
  lay(slot: number, time: number, rank: number): void {
    this.#keys[2 * slot] = time;
    this.#keys[2 * slot + 1] = rank;
    this.#link(slot, this.#rungs);
    this.count++;
  }

  /** Takes off an event that has not been handed on. */
  remove(slot: number): void {
    const before = this.#previous[slot]!;
    const after = this.#next[slot]!;
    if (before >= 0) this.#next[before] = after;
    else this.#heads[~before] = after;
    if (after !== NONE) this.#previous[after] = before;
    this.count--;
  }

  /**
   * Hands on the next events: all that are on it when they are few, and then it is down.
   *
   * @returns the first slot of a chain in no order, -1 when the ladder is empty; see {@link leave}
   */
  next(): number {
    while (++this.#rung < this.#rungs) {
      if (this.#heads[this.#rung] !== NONE) return this.#handOn(this.#rung);
    }
    this.isUp = this.#raise();
    return this.isUp ? this.next() : this.#handOn(this.#rungs);
  }

  /** A slot of a chain handed on is gone: the next one, -1 after the last. */
  leave(slot: number): number {
    this.count--;
    return this.#next[slot]!;
  }

  /** When the event of a slot is due, also while it is handed on. */
  timeOf(slot: number): number {
    return this.#keys[2 * slot]!;
  }

  /** Its place among those due at that time; smaller comes first. */
  rankOf(slot: number): number {
    return this.#keys[2 * slot + 1]!;
  }

  #link(slot: number, rung: number): void {
    const first = this.#heads[rung]!;
    this.#next[slot] = first;
    this.#previous[slot] = ~rung;
    if (first !== NONE) this.#previous[first] = slot;
    this.#heads[rung] = slot;
  }

  #handOn(rung: number): number {
    const first = this.#heads[rung]!;
    this.#heads[rung] = NONE;
    return first;
  }

  /** Divides the nearer half of the top among new rungs; false where that would not pay. */
  #raise(): boolean {
    const count = this.count;
    if (count < FEW) return false;
    const top = this.#heads[this.#rungs]!;
    const [start, middle] = this.#look(top, count);
    const rungs = Math.ceil(count / 2 / PER_RUNG);
    this.#perTime = rungs / (middle - start);
    if (!(this.#perTime > 0 && this.#perTime < Infinity)) return false;
    this.#start = start;
    this.#rungs = rungs;
    this.#rung = -1;
    if (this.#heads.length <= rungs) this.#heads = new Int32Array(2 * rungs);
    this.#heads.fill(NONE, 0, rungs + 1); // and not those of the largest ladder that there ever was
    for (let slot = top; slot !== NONE; ) {
      const after = this.#next[slot]!;
      const rung = (this.#keys[2 * slot]! - start) * this.#perTime;
      this.#link(slot, rung < rungs ? rung | 0 : rungs);
      slot = after;
    }
    return true;
  }

  /** The first time of a chain, and about when half of it will have been due. */
  #look(top: number, count: number): readonly [start: number, middle: number] {
    const stride = Math.floor(count / SAMPLE);
    let start = Infinity;
    let k = 0;
    for (let slot = top; slot !== NONE; slot = this.#next[slot]!) {
      const time = this.#keys[2 * slot]!;
      if (time < start) start = time;
      if (k % stride === 0 && k < SAMPLE * stride) this.#sample[k / stride] = time;
      k++;
    }
    return [start, this.#sample.sort()[SAMPLE >> 1]!];
  }
}

/** The same numbers in a longer array. */
export function widened<A extends Int32Array | Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
