import { Resource, Signal, type Simulation } from '../kernel/index.ts';
import type { Site } from '../scenario/index.ts';
import type { Deadlines } from './deadlines.ts';
import { Hook } from './hook.ts';
import type { Luck } from './luck.ts';
import { Occupancy } from './occupancy.ts';
import { PartyQueue } from './party-queue.ts';
import { Processing } from './processing.ts';
import { Room } from './room.ts';
import type { Roster } from './roster.ts';
import { SlotBook } from './slot-book.ts';
import type { Station } from './station.ts';

/** Why a runway is closed; it is open when no reason is left. */
export type ClosedBy = 'action' | 'crowd' | 'troops';

/** The one runway of an airfield: one movement at a time, closed for as long as any reason holds. */
export class Runway {
  /** minutes between two movements */
  readonly separation: number;
  readonly track: Resource;
  /** fires when a reason to be closed is gone; another may be left */
  readonly opened: Signal;
  /** called after it has closed or opened */
  readonly changed: Hook = new Hook();
  readonly #sim: Simulation;
  readonly #reasons = new Set<ClosedBy>();
  /** how often it was closed to everyone, troops included */
  closings = 0;
  #closedMinutes = 0;
  #closedSince = 0;
  #shutMinutes = 0;
  #shutSince = 0;

  constructor(sim: Simulation, separation: number) {
    this.#sim = sim;
    this.separation = separation;
    this.track = new Resource(sim, 1, { name: 'runway' });
    this.opened = new Signal(sim);
  }

  get isOpen(): boolean {
    return this.#reasons.size === 0;
  }

  /** Whether a craft may use it: closed only for want of troops, it may when it brings some. */
  isOpenTo(bringsTroops: boolean): boolean {
    if (this.isOpen) return true;
    return bringsTroops && this.#reasons.size === 1 && this.#reasons.has('troops');
  }

  /** Minutes closed so far. */
  get closedMinutes(): number {
    return this.#closedMinutes + (this.isOpen ? 0 : this.#sim.now - this.#closedSince);
  }

  /** Minutes closed so far to everyone, craft that bring troops included. */
  get shutMinutes(): number {
    return this.#shutMinutes + (this.isOpenTo(true) ? 0 : this.#sim.now - this.#shutSince);
  }

  /** why it is closed; empty while it is open */
  get reasons(): readonly ClosedBy[] {
    return [...this.#reasons];
  }

  isClosedBy(reason: ClosedBy): boolean {
    return this.#reasons.has(reason);
  }

  close(reason: ClosedBy): void {
    if (this.isClosedBy(reason)) return;
    if (this.isOpen) this.#closedSince = this.#sim.now;
    const wasUsable = this.isOpenTo(true);
    this.#reasons.add(reason);
    this.changed.call();
    if (!wasUsable || this.isOpenTo(true)) return;
    this.#shutSince = this.#sim.now;
    this.closings += 1;
  }

  /** Whether there are troops to run it. */
  setCovered(covered: boolean): void {
    if (covered) this.open('troops');
    else this.close('troops');
  }

  open(reason: ClosedBy): void {
    const wasUsable = this.isOpenTo(true);
    if (!this.#reasons.delete(reason)) return;
    if (!wasUsable && this.isOpenTo(true)) this.#shutMinutes += this.#sim.now - this.#shutSince;
    if (this.isOpen) this.#closedMinutes += this.#sim.now - this.#closedSince;
    this.opened.fire();
    this.changed.call();
  }
}

/** Beds of a haven: people in them, people under way to them, and what may still be launched. */
export class Haven {
  beds: number;
  /** the most that may be in beds or under way: the beds, or more after a cut, until they leave */
  ceiling: number;
  /** people received or being received */
  occupied = 0;
  /** of those, people on craft that have not left yet */
  boarding = 0;
  /** people who have left it for other places */
  movedOn = 0;
  /** seats launched towards it and not yet set down */
  inbound = 0;
  peak = 0;
  /** people per hour who move on */
  onward: number;
  /** called when more may be launched towards it */
  readonly freed: Hook = new Hook();
  /** share of the beds at or below which launches go on after a stop; absent: as soon as there is room */
  readonly #resumeBelow: number | undefined;
  #isStopped: boolean = false;

  constructor(beds: number, onward: number, resumeBelow?: number) {
    this.beds = beds;
    this.ceiling = beds;
    this.onward = onward;
    this.#resumeBelow = resumeBelow;
  }

  /** The launch stop: no craft leaves that could bring more people than there will be beds. */
  mayLaunch(seats: number): boolean {
    const used = this.occupied + this.inbound;
    if (this.#resumeBelow === undefined) return used + seats <= this.beds;
    if (this.#isStopped && used > this.beds * this.#resumeBelow) return false;
    this.#isStopped = used + seats > this.beds;
    return !this.#isStopped;
  }

  /** Changes the number of people under way; fewer make room for a launch. */
  expect(people: number): void {
    this.inbound += people;
    if (people < 0) this.#free();
  }

  /** People move on to other places. */
  leave(people: number): void {
    this.occupied -= people;
    this.movedOn += people;
    this.#free();
  }

  setBeds(beds: number): void {
    this.beds = beds;
    this.ceiling = Math.max(beds, this.occupied + this.inbound);
    this.freed.call();
  }

  #free(): void {
    this.ceiling = Math.max(this.beds, Math.min(this.ceiling, this.occupied + this.inbound));
    this.freed.call();
  }

  arrive(people: number): void {
    this.occupied += people;
    this.peak = Math.max(this.peak, this.occupied);
  }
}

const slotBook = (luck: Luck, path: string, { interval, window }: NonNullable<Site['slots']>): SlotBook =>
  new SlotBook(luck.once(`${path}.slots.interval`, interval), luck.once(`${path}.slots.window`, window));

/** Departures, those of them with people aboard, those people, and the seats for them. */
export interface Carried {
  sorties: number;
  loads: number;
  people: number;
  seats: number;
}

export const nothingCarried = (): Carried => ({ sorties: 0, loads: 0, people: 0, seats: 0 });

/** A site while the run goes on. */
export class SiteState {
  readonly id: string;
  /** its place in the scenario's list of sites */
  readonly index: number;
  readonly stands: Resource;
  readonly pads: Resource;
  /** what the scenario says of it */
  readonly plan: Site;
  /** places of craft on the ground, where they are limited */
  readonly parking: Resource | undefined;
  /** where craft refuel */
  readonly fuelPoints: Resource;
  slots: SlotBook | undefined;
  /** an action has closed it to all craft */
  isShut: boolean = false;
  /** fires when it is open to craft again */
  readonly reopened: Signal;
  readonly standUse: Occupancy;
  readonly padUse: Occupancy;
  readonly parkingUse: Occupancy | undefined;
  readonly taxi: number;
  readonly runway: Runway | undefined;
  readonly haven: Haven | undefined;
  /** gates that lead into it, and desks inside it */
  readonly gates: Station[] = [];
  readonly desks: Station[] = [];
  /** whether anybody has come to its gates, or walked in */
  hasCome: boolean = false;
  /** people outside the gates */
  readonly outside: PartyQueue;
  /** when those of them who have only so much patience give up; undefined before the first of them comes */
  patience: Deadlines | undefined = undefined;
  /** what a party does whose patience with its flight ends; undefined before the first of them comes */
  onTicketPatience: ((party: number) => void) | undefined = undefined;
  /** people with tickets at the terminal */
  readonly terminal: PartyQueue;
  /** people inside who wait for a desk, step by step */
  readonly processing: Processing = new Processing();
  readonly processingRoom: Room;
  /** people ready to board */
  readonly waiting: PartyQueue;
  readonly waitingArea: Room;
  /** what fleets have picked up here */
  readonly flown: Carried = nothingCarried();
  /** people who have arrived and wait for reception */
  readonly arrivals: PartyQueue;
  /** people of a haven who have been received */
  readonly residents: PartyQueue;
  /** craft in the air that wait to land here */
  orbiting = 0;
  /** called when somebody becomes ready to board here, or serials are staged for this site */
  readonly wanted: Hook = new Hook();
  /** fires with it, for craft that wait on the stand for a full load */
  readonly ready: Signal;
  readonly #ceilings = new Map<Resource, number>();

  constructor(
    sim: Simulation,
    roster: Roster,
    luck: Luck,
    named: { readonly id: string; readonly index: number; readonly site: Site },
  ) {
    const { id, index, site } = named;
    const path = `sites.${id}`;
    this.id = id;
    this.index = index;
    this.stands = new Resource(sim, Math.max(1, luck.whole(`${path}.stands`, site.stands)), {
      name: `${id} stands`,
    });
    this.pads = new Resource(sim, Math.max(1, luck.whole(`${path}.pads`, site.pads)), {
      name: `${id} pads`,
    });
    this.standUse = new Occupancy(this.stands);
    this.padUse = new Occupancy(this.pads);
    this.plan = site;
    this.reopened = new Signal(sim);
    if (site.parking !== undefined) {
      const places = Math.max(1, luck.whole(`${path}.parking`, site.parking));
      this.parking = new Resource(sim, places, { name: `${id} parking` });
      this.parkingUse = new Occupancy(this.parking);
    }
    const points = site.fuelPoints && luck.whole(`${path}.fuelPoints`, site.fuelPoints);
    this.fuelPoints = new Resource(sim, points ?? Infinity, { name: `${id} fuel points` });
    this.slots = site.slots && slotBook(luck, path, site.slots);
    this.taxi = luck.once(`${path}.taxi`, site.taxi);
    this.runway =
      site.runway && new Runway(sim, luck.once(`${path}.runway.separation`, site.runway.separation));
    this.haven =
      site.beds &&
      new Haven(
        luck.whole(`${path}.beds`, site.beds),
        luck.once(`${path}.onward`, site.onward),
        site.resumeBelow && luck.once(`${path}.resumeBelow`, site.resumeBelow),
      );
    this.outside = new PartyQueue(roster);
    this.terminal = new PartyQueue(roster);
    this.processingRoom = new Room(luck.whole(`${path}.processingRoom`, site.processingRoom));
    this.waiting = new PartyQueue(roster);
    this.waitingArea = new Room(luck.whole(`${path}.waitingArea`, site.waitingArea));
    this.arrivals = new PartyQueue(roster);
    this.residents = new PartyQueue(roster);
    this.ready = new Signal(sim);
  }

  /** Those who get on craft here: people ready to board, or those whom a haven has received. */
  get boarders(): PartyQueue {
    return this.haven === undefined ? this.waiting : this.residents;
  }

  /** Tells craft that somebody, or some serial, waits for them. */
  announce(): void {
    this.ready.fire();
    this.wanted.call();
  }

  /** An action closes it to all craft, or opens it again. */
  shut(isShut: boolean): void {
    this.isShut = isShut;
    if (!isShut) this.reopened.fire();
  }

  get hasFuel(): boolean {
    return this.fuelPoints.capacity > 0;
  }

  /** Changes how many stands, pads, places or fuel points there are; after a cut, those in use are used until they are left. */
  setUnits(of: Resource, units: number): void {
    this.#ceilings.set(of, Math.max(units, of.inUse));
    of.setCapacity(units);
  }

  /** The most units that may be in use: those there are, or more after a cut. */
  ceilingOf(of: Resource): number {
    return this.#ceilings.get(of) ?? of.capacity;
  }

  /** Changes the time between two slots from now on; none are needed any more when undefined. */
  setSlots(interval: number | undefined, now: number, window: number): void {
    this.slots =
      interval === undefined ? undefined : new SlotBook(interval, window, this.slots?.after(now) ?? now);
  }
}
