import type { Resource, ResourceObserver } from './resource.ts';
import { Tally, TimeWeighted } from './statistics.ts';

/**
 * What one usually wants to know of a resource. Hand it over: `resource.observer = new ResourceStatistics()`.
 */
export class ResourceStatistics implements ResourceObserver {
  /** Units in use over time. */
  readonly inUse: TimeWeighted;
  /** Tasks in line over time. */
  readonly queue: TimeWeighted;
  /** Waiting times of those served, zeros included. */
  readonly waits: Tally = new Tally();
  /** How long those waited who gave up or were interrupted in line. */
  readonly reneges: Tally = new Tally();

  /** @param start time from which on to count */
  constructor(start = 0) {
    this.inUse = new TimeWeighted(start);
    this.queue = new TimeWeighted(start);
  }

  changed(resource: Resource, now: number): void {
    this.inUse.record(now, resource.inUse);
    this.queue.record(now, resource.queueLength);
  }

  served(_resource: Resource, waited: number): void {
    this.waits.record(waited);
  }

  reneged(_resource: Resource, waited: number): void {
    this.reneges.record(waited);
  }

  /** Forgets what was before `time`, for example a warm-up. */
  restart(time: number): void {
    this.inUse.restart(time);
    this.queue.restart(time);
    this.waits.restart();
    this.reneges.restart();
  }
}
