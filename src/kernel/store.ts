import { requireCount } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { Facility, Patience, Task, Wait, Wake } from './task.ts';
import { WaitList } from './wait-list.ts';

/** Which item to take; without either rule the one that has been there longest. */
export interface TakeOptions<T> extends Patience {
  /** Takes the first item that satisfies this. */
  readonly where?: (item: T) => boolean;
  /** Takes the item that comes first in this order; the one that has been there longest among equals. */
  readonly by?: (a: T, b: T) => number;
  /** Place in line among takers; smaller is more urgent; default 0. */
  readonly priority?: number;
}

/** What a taker in line carries, until it carries the item. */
interface Wish<T> {
  readonly options: TakeOptions<T> | undefined;
  item: T | undefined;
}

/**
 * A place where processes put things and others take them, by a rule of their own.
 *
 * An item given to a taker leaves its place when the taker wakes; if the taker is interrupted at that
 * instant, the item goes back to the front.
 *
 * @example
 * const sim = new Simulation();
 * const shelf = new Store(sim);
 * const log = [];
 * function* clerk() {
 *   log.push(yield* shelf.take({ where: (n) => n > 10 }));
 *   log.push(yield* shelf.take({ patience: 5 }));
 * }
 * sim.start(clerk());
 * sim.at(1, () => shelf.offer(7));
 * sim.at(2, () => shelf.offer(12));
 * sim.run();
 * log // => [12, 7]
 */
export class Store<T> {
  readonly #sim: Simulation;
  readonly #capacity: number;
  readonly #items: T[] = [];
  readonly #takers: Takers<T>;
  readonly #putters: Putters<T>;

  /** @param capacity most items at a time, a whole number from 1; default Infinity */
  constructor(sim: Simulation, capacity: number = Infinity) {
    requireCount('capacity', capacity, 1);
    this.#sim = sim;
    this.#capacity = capacity;
    this.#takers = new Takers(sim, this.#items, () => this.#admit());
    this.#putters = new Putters(
      (item) => this.#add(item),
      () => this.#admit(),
    );
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** What is there, longest first. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** Tasks that wait to take. */
  get takersWaiting(): number {
    return this.#takers.line.length;
  }

  /** Tasks that wait to put. */
  get puttersWaiting(): number {
    return this.#putters.line.length;
  }

  /** `yield store.put(item)` waits for room; it gives back false when patience ended first. */
  put(item: T, options?: Patience): Wait {
    if (this.offer(item)) return this.#sim.proceed(true);
    const task = this.#sim.requester();
    task.parcel = item;
    task.priority = 0;
    return this.#sim.block(this.#putters, options);
  }

  /** Puts an item if there is room now and nobody waits for room; says whether. */
  offer(item: T): boolean {
    if (!this.#hasRoom() || this.#putters.line.head !== null) return false;
    this.#add(item);
    return true;
  }

  /** `yield* store.take()` waits for an item; it gives back undefined when patience ended first. */
  *take(options?: TakeOptions<T>): Generator<Wait, T | undefined, Wake> {
    const task = this.#sim.requester();
    const wish: Wish<T> = { options, item: undefined };
    const index = pick(this.#items, options);
    if (index >= 0) {
      wish.item = this.#items.splice(index, 1)[0];
      this.#admit();
      yield this.#sim.proceed(true);
      return wish.item;
    }
    task.parcel = wish;
    task.priority = options?.priority ?? 0;
    yield this.#sim.block(this.#takers, options);
    return wish.item;
  }

  /** Takes an item out, past everyone in line; false when it is not there. */
  remove(item: T): boolean {
    const index = this.#items.indexOf(item);
    if (index < 0) return false;
    this.#items.splice(index, 1);
    this.#admit();
    return true;
  }

  /** To be called when what a taker's `where` asks of the world has changed: serves those in line again. */
  check(): void {
    this.#takers.serve();
    this.#admit();
  }

  #hasRoom(): boolean {
    return this.#items.length + this.#takers.handedOver + this.#putters.admitted < this.#capacity;
  }

  #add(item: T): void {
    this.#items.push(item);
    this.#takers.serve();
  }

  #admit(): void {
    while (this.#putters.line.head !== null && this.#hasRoom()) this.#sim.wake(this.#putters.admitFirst());
  }
}

/** Those who wait to take. */
class Takers<T> implements Facility {
  readonly line: WaitList<Task<unknown>> = new WaitList();
  /** Items given to takers that have not woken yet: they still fill their place. */
  handedOver = 0;
  readonly #sim: Simulation;
  readonly #items: T[];
  readonly #madeRoom: () => void;

  constructor(sim: Simulation, items: T[], madeRoom: () => void) {
    this.#sim = sim;
    this.#items = items;
    this.#madeRoom = madeRoom;
  }

  /** Gives every taker, in order, what it wishes for and finds. */
  serve(): void {
    let taker = this.line.head;
    while (taker !== null && this.#items.length > 0) {
      const next: Task<unknown> | null = taker.next;
      this.#hand(taker);
      taker = next;
    }
  }

  enter(task: Task<unknown>): void {
    this.line.add(task);
  }

  accept(task: Task<unknown>): void {
    this.handedOver--;
    task.parcel = undefined;
    this.#madeRoom();
  }

  leave(task: Task<unknown>): void {
    const wish = task.parcel as Wish<T>;
    task.parcel = undefined;
    if (!task.granted) {
      this.line.remove(task);
      return;
    }
    this.handedOver--;
    this.#items.unshift(wish.item as T);
    wish.item = undefined;
    this.serve();
  }

  #hand(taker: Task<unknown>): void {
    const wish = taker.parcel as Wish<T>;
    const index = pick(this.#items, wish.options);
    if (index < 0) return;
    wish.item = this.#items.splice(index, 1)[0];
    this.handedOver++;
    this.line.remove(taker);
    this.#sim.wake(taker);
  }
}

/** Those who wait to put. */
class Putters<T> implements Facility {
  readonly line: WaitList<Task<unknown>> = new WaitList();
  /** Putters let in that have not woken yet: their place is taken, their item not there. */
  admitted = 0;
  readonly #add: (item: T) => void;
  readonly #madeRoom: () => void;

  constructor(add: (item: T) => void, madeRoom: () => void) {
    this.#add = add;
    this.#madeRoom = madeRoom;
  }

  /** Lets the first in line in. */
  admitFirst(): Task<unknown> {
    const task = this.line.head!;
    this.line.remove(task);
    this.admitted++;
    return task;
  }

  enter(task: Task<unknown>): void {
    this.line.add(task);
  }

  accept(task: Task<unknown>): void {
    const item = task.parcel as T;
    task.parcel = undefined;
    this.admitted--;
    this.#add(item);
  }

  leave(task: Task<unknown>): void {
    task.parcel = undefined;
    if (!task.granted) {
      this.line.remove(task);
      return;
    }
    this.admitted--;
    this.#madeRoom();
  }
}

/** Index of the item a taker wants, -1 when there is none. */
function pick<T>(items: readonly T[], options: TakeOptions<T> | undefined): number {
  const { where, by } = options ?? {};
  if (by === undefined) return where === undefined ? Math.min(items.length, 1) - 1 : items.findIndex(where);
  let best = -1;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as T;
    if (where !== undefined && !where(item)) continue;
    if (best < 0 || by(item, items[best] as T) < 0) best = i;
  }
  return best;
}
