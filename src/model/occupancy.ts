import { type Resource, type ResourceObserver, TimeWeighted } from '../kernel/index.ts';

/** Units of a resource in use over time, of those there are; one in use counts until it is left, also after a cut. */
export class Occupancy implements ResourceObserver {
  readonly #use: TimeWeighted = new TimeWeighted();
  readonly #there: TimeWeighted;

  /** Begins to watch a resource that nobody uses yet. */
  constructor(resource: Resource) {
    this.#there = new TimeWeighted(0, resource.capacity);
    resource.observer = this;
  }

  changed(resource: Resource, now: number): void {
    this.#use.record(now, resource.inUse);
    this.#there.record(now, Math.max(resource.inUse, resource.capacity));
  }

  /** Unit-time that there was up to now. */
  there(now: number): number {
    return this.#there.area(now);
  }

  /** Unit-time in use as a share of all unit-time up to now; 0 where there was none. */
  share(now: number): number {
    const there = this.there(now);
    return there === 0 ? 0 : this.#use.area(now) / there;
  }
}
