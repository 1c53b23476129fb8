/** Stands for "no slot". */
const NONE = -1;

/**
 * Slots first in, first out, that may also leave from within: who leaves leaves a gap, which is gone when
 * the lane is empty or is made longer.
 */
export class Lane {
  /** Slots, NONE for gaps; the first is never a gap. */
  #slots: Int32Array<ArrayBuffer>;
  #start = 0;
  #end = 0;
  #gaps = 0;

  /** @param room slots to make room for at first; grows by doubling */
  constructor(room: number) {
    this.#slots = new Int32Array(room);
  }

  get isEmpty(): boolean {
    return this.#start === this.#end;
  }

  /** Slots in the lane. */
  get size(): number {
    return this.#end - this.#start - this.#gaps;
  }

  /**
   * A slot goes to the end.
   *
   * @param places where each slot lies, by slot: place in the lane, from 0, is written as `mark - place`
   */
  enter(slot: number, places: Int32Array, mark: number): void {
    if (this.#end === this.#slots.length) this.#lengthen(places, mark);
    const place = this.#end++;
    this.#slots[place] = slot;
    places[slot] = mark - place;
  }

  /** Takes the first slot; the lane must not be empty. */
  take(): number {
    const slot = this.#slots[this.#start++]!;
    if (this.#gaps > 0 || this.isEmpty) this.#trim();
    return slot;
  }

  /** What stands at a place leaves. */
  leave(place: number): void {
    this.#slots[place] = NONE;
    this.#gaps++;
    this.#trim();
  }

  /** Closes up, and makes more room where there is no gap to close. */
  #lengthen(places: Int32Array, mark: number): void {
    const slots = this.#slots.subarray(this.#start, this.#end).filter((slot) => slot !== NONE);
    if (2 * slots.length > this.#slots.length) this.#slots = new Int32Array(2 * this.#slots.length);
    this.#start = 0;
    this.#end = 0;
    this.#gaps = 0;
    for (const slot of slots) this.enter(slot, places, mark);
  }

  /** Skips the gaps in front; an empty lane starts anew. */
  #trim(): void {
    while (this.#start < this.#end && this.#slots[this.#start] === NONE) {
      this.#start++;
      this.#gaps--;
    }
    if (this.#start < this.#end) return;
    this.#start = 0;
    this.#end = 0;
  }
}
