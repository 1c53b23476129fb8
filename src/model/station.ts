import type { Simulation } from '../kernel/index.ts';
import { Hook } from './hook.ts';
import { Meter } from './meter.ts';
import type { PartyQueue } from './party-queue.ts';
import type { Room } from './room.ts';
import { NONE, type Roster } from './roster.ts';

/** What a station does with a party; the rest is the same for gates, desks, officers and reception. */
export interface StationWork {
  /** minutes of service for this party */
  time(party: number): number;
  /** the least that `time` could be for this party, where it depends on more than the party and its present luck */
  readonly least?: (party: number) => number;
  /** the party has been called and service begins */
  begin(party: number): void;
  /** service is over */
  finish(party: number): void;
}

/** A queue drawn on by servers that may be opened, covered by troops, staffed and unstaffed while it runs. */
export interface StationOptions {
  readonly queue: PartyQueue;
  /** one flag per group: whom it serves */
  readonly serves: Uint8Array;
  readonly servers: number;
  /** rooms that people may go to next */
  readonly rooms: readonly Room[];
  /** the one of them that this party goes to, if any; nobody is called forward without room there */
  readonly ahead?: (party: number) => Room | undefined;
  readonly work: StationWork;
}

/** Why a station calls nobody more of those who wait for it. */
export type Hold = 'closed' | 'uncovered' | 'unstaffed' | 'busy' | 'metered' | 'ahead';

interface Server {
  /** whom it serves, or served last */
  party: number;
  /** what happens when that service ends: one function for all of them */
  readonly ends: () => void;
}

/**
 * Lanes of a gate, desks, consular officers: servers that call the next party from a queue.
 *
 * A server calls nobody forward unless there is room ahead (it blocks before service), it is one of those
 * at work, and the station is open and covered. A service once begun is always finished.
 */
export class Station {
  readonly queue: PartyQueue;
  busy = 0;
  /** parties served so far */
  served = 0;
  /** servers that stopped calling people so far: each may have had a service to finish */
  overruns = 0;
  readonly #sim: Simulation;
  readonly #roster: Roster;
  readonly #serves: Uint8Array;
  readonly #ahead: ((party: number) => Room | undefined) | undefined;
  readonly #work: StationWork;
  readonly #idle: Server[] = [];
  readonly #meter: Meter;
  /** called when it opens, closes, is covered or staffed anew, before it calls anybody */
  readonly changed: Hook = new Hook();
  readonly #closedBy = new Set<string>();
  readonly #limits = new Map<string, number>();
  /** servers there have ever been */
  #known = 0;
  #servers: number;
  /** servers that may be at a service at once: those there are, within every limit */
  #most = 0;
  #covered: boolean = true;
  /** the next in line was not called because there was no room ahead: whatever else keeps it from calling, room does not help */
  #isHeldAhead: boolean = false;
  #working = 0;
  #workedMinutes = 0;
  #workedBefore = 0;
  #workingSince = 0;

  constructor(sim: Simulation, roster: Roster, options: StationOptions) {
    this.#sim = sim;
    this.#roster = roster;
    this.queue = options.queue;
    this.#serves = options.serves;
    this.#ahead = options.ahead;
    this.#work = options.work;
    this.#servers = 0;
    this.#meter = new Meter(sim, undefined, () => this.assign());
    this.setServers(options.servers);
    for (const room of options.rooms) room.freed.listen(() => this.lookAhead());
  }

  /** Whether it has been opened; it may still be out of hours, or lack cover or servers. */
  get isOpen(): boolean {
    return !this.#closedBy.has('order');
  }

  /** Whether nothing closes it and it is covered; it may still lack servers. */
  get isAtWork(): boolean {
    return this.#covered && this.#closedBy.size === 0;
  }

  get servers(): number {
    return this.#servers;
  }

  /** Servers ready to call people now: none while it is closed or not covered. */
  get working(): number {
    return this.isAtWork ? this.#most : 0;
  }

  /** What keeps those who wait for it waiting now; `ahead` where only room ahead is wanting. */
  get hold(): Hold {
    if (this.#closedBy.size > 0) return this.isOpen && this.#closedBy.has('crowd') ? 'uncovered' : 'closed';
    if (!this.#covered) return 'uncovered';
    if (this.busy >= this.#most) return this.#lacks();
    return this.#meter.isOpen ? 'ahead' : 'metered';
  }

  /** Why no more servers work than there are. */
  #lacks(): Hold {
    const [cause] = [...this.#limits].find(([, most]) => most === this.#most && most < this.#servers) ?? [];
    if (cause?.startsWith('troops')) return 'uncovered';
    return cause !== undefined || this.#most === 0 ? 'unstaffed' : 'busy';
  }

  /** Whether it takes people of a group. */
  takes(group: number): boolean {
    return this.#serves[group] === 1;
  }

  /** People in line whom it could serve. */
  get queued(): number {
    return this.queue.waiting(this.#serves);
  }

  /** Server-minutes ready to call people so far: its capacity over time. */
  get workedMinutes(): number {
    return this.#workedMinutes + this.#working * (this.#sim.now - this.#workingSince);
  }

  /** Somebody who may need it has come for the first time. */
  noteFirst(): void {
    this.#workedBefore = this.workedMinutes;
  }

  /** Server-minutes ready to call people since then; all there were, where that was never noted. */
  get workedSinceFirst(): number {
    return this.workedMinutes - this.#workedBefore;
  }

  /** Least minutes of service for a party. */
  leastTime(party: number): number {
    return (this.#work.least ?? this.#work.time)(party);
  }

  /** Sets how many servers work; one at a service finishes it first. */
  setServers(servers: number): void {
    this.#servers = servers;
    for (; this.#known < servers; this.#known++) {
      const server: Server = { party: NONE, ends: () => this.#end(server) };
      this.#idle.push(server);
    }
    this.#changed();
  }

  /** Changes whom it takes: one flag per group. */
  setServes(serves: Uint8Array): void {
    this.#serves.set(serves);
    this.assign();
  }

  /**
   * Opens or closes it for one cause; it is closed for as long as any holds.
   *
   * @param by the cause: `order` of the scenario and its actions, `hours` …
   */
  setOpen(open: boolean, by: string = 'order'): void {
    if (open) this.#closedBy.delete(by);
    else this.#closedBy.add(by);
    this.#changed();
  }

  /** At most so many servers work, for one cause; infinity lifts the limit. */
  limit(by: string, servers: number): void {
    if ((this.#limits.get(by) ?? Infinity) === servers) return;
    this.#limits.set(by, servers);
    this.#note();
    this.assign();
  }

  /** At most so many people an hour are called from now on; as many as can be served when undefined. */
  meter(rate: number | undefined): void {
    this.#meter.setRate(rate);
  }

  setCovered(covered: boolean): void {
    this.#covered = covered;
    this.#changed();
  }

  /** Calls parties to idle servers as long as somebody can be served. */
  assign(): void {
    while (this.#idle.length > 0) {
      const party = this.#next();
      if (party === NONE) return;
      this.#serve(this.#idle.pop()!, party);
    }
  }

  /** The next in line may find room ahead now, or be another. */
  lookAhead(): void {
    if (this.#isHeldAhead) this.assign();
  }

  #changed(): void {
    this.#note();
    this.changed.call();
    this.assign();
  }

  #note(): void {
    this.#most = Math.min(this.#servers, ...this.#limits.values());
    this.#workedMinutes = this.workedMinutes;
    this.#workingSince = this.#sim.now;
    this.overruns += Math.max(0, this.#working - this.working);
    this.#working = this.working;
  }

  #serve(server: Server, party: number): void {
    server.party = party;
    this.#sim.at(this.#sim.now + this.#work.time(party), server.ends);
  }

  #end(server: Server): void {
    this.busy -= 1;
    this.served += 1;
    this.#work.finish(server.party);
    const party = this.#next();
    if (party === NONE) this.#idle.push(server);
    else this.#serve(server, party);
  }

  /** Takes the next party out of the queue and begins with it, or `NONE`. */
  #next(): number {
    this.#isHeldAhead = false;
    if (this.busy >= this.#working || !this.#meter.isOpen) return NONE;
    const party = this.queue.first(this.#serves);
    if (party === NONE) return NONE;
    const size = this.#roster.size[party]!;
    const ahead = this.#ahead?.(party);
    if (ahead !== undefined && !ahead.fits(size)) {
      this.#isHeldAhead = true;
      return NONE;
    }
    ahead?.reserve(size);
    this.#meter.pass(size);
    this.queue.leave(party);
    this.busy += 1;
    this.#work.begin(party);
    return party;
  }
}
