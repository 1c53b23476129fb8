import { Hook } from './hook.ts';

/**
 * Space for people: those in it and those on their way in never exceed the capacity, except that a
 * party larger than the whole room may have it to itself, that some are let in without asking (`admit`), and
 * that a capacity may be cut below what is in use.
 */
export class Room {
  capacity: number;
  /** the most that may be in it or on their way: the capacity, or more for the reasons above, until they leave */
  ceiling: number;
  /** people inside */
  people = 0;
  /** people for whom room is kept */
  reserved = 0;
  /** called whenever there may be more room */
  readonly freed: Hook = new Hook();

  /** @param capacity people, 0 or more */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.ceiling = capacity;
  }

  get #used(): number {
    return this.people + this.reserved;
  }

  /** Whether a party of this size may come in now. */
  fits(size: number): boolean {
    const used = this.#used;
    return used + size <= this.capacity || (used === 0 && this.capacity > 0);
  }

  reserve(size: number): void {
    this.reserved += size;
    const isAlone = this.#used === size;
    if (isAlone) this.ceiling = Math.max(this.ceiling, size);
  }

  /** Gives back a reservation that is not used. */
  forgo(size: number): void {
    this.reserved -= size;
    this.#lower();
    this.freed.call();
  }

  /** People come in for whom room was reserved. */
  enter(size: number): void {
    this.reserved -= size;
    this.people += size;
  }

  /** People come in who are not asked to wait, for instance staff set down by a helicopter. */
  admit(size: number): void {
    this.people += size;
    this.ceiling = Math.max(this.ceiling, this.#used);
  }

  leave(size: number): void {
    this.people -= size;
    this.#lower();
    this.freed.call();
  }

  setCapacity(capacity: number): void {
    this.capacity = capacity;
    this.ceiling = Math.max(capacity, this.#used);
    this.freed.call();
  }

  /** What was more than the capacity is not filled again. */
  #lower(): void {
    this.ceiling = Math.max(this.capacity, Math.min(this.ceiling, this.#used));
  }
}
