import { Hook } from './hook.ts';

/**
 * Space for people: those in it and those on their way in never exceed the capacity, except that a
 * party larger than the whole room may have it to itself, and that a capacity may be cut below what is in use.
 */
export class Room {
  capacity: number;
  /** people inside */
  people = 0;
  /** people for whom room is kept */
  reserved = 0;
  /** called whenever there may be more room */
  readonly freed: Hook = new Hook();

  /** @param capacity people, 0 or more */
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** Whether a party of this size may come in now. */
  fits(size: number): boolean {
    const used = this.people + this.reserved;
    return used + size <= this.capacity || (used === 0 && this.capacity > 0);
  }

  reserve(size: number): void {
    this.reserved += size;
  }

  /** Gives back a reservation that is not used. */
  forgo(size: number): void {
    this.reserved -= size;
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
  }

  leave(size: number): void {
    this.people -= size;
    this.freed.call();
  }

  setCapacity(capacity: number): void {
    this.capacity = capacity;
    this.freed.call();
  }
}
