import { type Resource, type Signal, TimeWeighted } from '../kernel/index.ts';
import type { Fleet } from '../scenario/index.ts';
import type { Serial } from './force.ts';
import type { Runway, SiteState } from './site.ts';

/** One craft of a fleet, between its sorties. */
export interface Tail {
  /** seats of its next sortie */
  seats: number;
  /** troops its next sortie can take */
  troopSeats: number;
  /** serials it takes to the pickup */
  serials: readonly Serial[];
  /** fires when it is to fly, or is taken out */
  readonly called: Signal;
  isCalled: boolean;
  isTakenOut: boolean;
}

/** A fleet while the run goes on. */
export class FleetState {
  readonly id: string;
  readonly plan: Fleet;
  readonly base: SiteState;
  readonly pickup: SiteState;
  /** one flag per group: whom it carries */
  readonly carries: Uint8Array;
  /** fleets that pick up some of the same people at the same site, itself included */
  sharing: readonly FleetState[] = [this];
  /** whether it needs neither runway nor stand */
  readonly usesPads: boolean;
  /** craft ready at the base, the longest ready first */
  readonly idle: Tail[] = [];
  /** free seats of craft called and not yet gone from the pickup */
  committed = 0;
  /** craft to be taken out when next at the base */
  surplus = 0;
  tails = 0;
  /** the number of the last craft that joined */
  numbered = 0;
  /** sorties that left the pickup, people on them, and the seats they had */
  sorties = 0;
  carried = 0;
  seats = 0;
  diverts = 0;
  /** craft that wait to land, over time */
  readonly orbit: TimeWeighted = new TimeWeighted();

  constructor(
    id: string,
    plan: Fleet,
    parts: { base: SiteState; pickup: SiteState; carries: Uint8Array; usesPads: boolean },
  ) {
    this.id = id;
    this.plan = plan;
    this.base = parts.base;
    this.pickup = parts.pickup;
    this.carries = parts.carries;
    this.usesPads = parts.usesPads;
  }

  /** Seats on their way to the same pickup for the same people, of this fleet and of others. */
  get seatsUnderWay(): number {
    let seats = 0;
    for (const fleet of this.sharing) seats += fleet.committed;
    return seats;
  }

  /** Where it stands at a site: a stand, or a pad. */
  berths(site: SiteState): Resource {
    return this.usesPads ? site.pads : site.stands;
  }

  /** The runway it needs at a site, if any. */
  runway(site: SiteState): Runway | undefined {
    return this.usesPads ? undefined : site.runway;
  }

  /** People at the pickup who could fly with it now. */
  get demand(): number {
    return this.pickup.waiting.waiting(this.carries);
  }
}
