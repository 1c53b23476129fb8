import { type Resource, TimeWeighted } from '../kernel/index.ts';
import type { Craft, Fleet } from '../scenario/index.ts';
import type { Hook } from './hook.ts';
import { type Carried, nothingCarried, type Runway, type SiteState } from './site.ts';
import { TAIL, TAIL_STATES, type Tail } from './tail.ts';

/** No tail state. */
const NO_STATE = -1;

/** A fleet while the run goes on. */
export class FleetState {
  readonly id: string;
  readonly plan: Fleet;
  readonly base: SiteState;
  /** where people board, in order of preference */
  pickups: readonly SiteState[];
  /** where they alight, in order of preference */
  delivers: readonly SiteState[];
  /** one flag per group: whom it carries */
  readonly carries: Uint8Array;
  /** fleets that carry some of the same people, itself included */
  sharing: readonly FleetState[] = [this];
  /** whether it needs neither runway nor stand */
  readonly usesPads: boolean;
  /** whether it lands and takes off in daylight only */
  readonly isDayOnly: boolean;
  /** stands or pads that each of its craft takes, and places of parking */
  readonly footprint: number;
  /** every craft that has joined, those taken out included */
  readonly joined: Tail[] = [];
  /** craft ready at the base, the longest ready first */
  readonly idle: Tail[] = [];
  /** by index of the site: free seats of craft called to pick people up there and not yet gone from it */
  readonly committed: Int32Array;
  /** sorties that may still be launched */
  sortiesLeft = Infinity;
  /** craft to be taken out when next at the base */
  surplus = 0;
  tails = 0;
  /** the number of the last craft that joined */
  numbered = 0;
  /** all that left a pickup */
  readonly total: Carried = nothingCarried();
  /** those who took people from where they had been in danger to a haven */
  readonly bridge: Carried = nothingCarried();
  diverts = 0;
  /** craft that wait to land, over time */
  readonly orbit: TimeWeighted = new TimeWeighted();
  /** minutes after the start of its last launch */
  readonly until: number;
  /** by index of pickup times number of sites plus index of delivery: whether the way is within range; as far as asked for */
  readonly reaches: (boolean | undefined)[] = [];
  /** what it hears of: people where it picks up, beds where it delivers */
  readonly heard: Set<Hook> = new Set();
  /** block times without variation, by site and site, as far as they have been asked for */
  readonly blocks: Map<SiteState, Map<SiteState, number>> = new Map();
  /** when a look at the idle craft is due because of the time of day */
  dueAt = Infinity;
  readonly #inState = new Int32Array(TAIL_STATES.length);
  /** the state that all idle craft are in, as far as that is known */
  #idleState = NO_STATE;

  constructor(
    id: string,
    plan: Fleet,
    parts: {
      base: SiteState;
      pickups: readonly SiteState[];
      delivers: readonly SiteState[];
      carries: Uint8Array;
      kind: Craft;
      sites: number;
      until: number;
    },
  ) {
    this.id = id;
    this.plan = plan;
    this.base = parts.base;
    this.pickups = parts.pickups;
    this.delivers = parts.delivers;
    this.carries = parts.carries;
    this.usesPads = parts.kind.lands === 'pad';
    this.isDayOnly = parts.kind.flies === 'day';
    this.footprint = parts.kind.footprint;
    this.committed = new Int32Array(parts.sites);
    this.until = parts.until;
  }

  /** Seats on their way to a pickup for the same people, of this fleet and of others. */
  seatsUnderWay(pickup: SiteState): number {
    let seats = 0;
    for (const fleet of this.sharing) seats += fleet.committed[pickup.index]!;
    return seats;
  }

  /** Where it stands at a site: a stand, or a pad. */
  berths(site: SiteState): Resource {
    return this.usesPads ? site.pads : site.stands;
  }

  /** The places of parking it needs at a site, if any. */
  parking(site: SiteState): Resource | undefined {
    return this.usesPads ? undefined : site.parking;
  }

  /** The runway it needs at a site, if any. */
  runway(site: SiteState): Runway | undefined {
    return this.usesPads ? undefined : site.runway;
  }

  /** People at a pickup who could fly with it now. */
  demand(pickup: SiteState): number {
    return pickup.boarders.waiting(this.carries);
  }

  /** A craft is ready, the last in line of those that are. */
  park(tail: Tail): void {
    tail.enter(TAIL['not-wanted']);
    this.idle.push(tail);
    this.#idleState = NO_STATE;
  }

  /** All idle craft wait for the same. */
  idleFor(state: number): void {
    if (this.#idleState === state) return;
    this.#idleState = state;
    for (const tail of this.idle) if (tail.state !== state) tail.enter(state);
  }

  /** A craft joins. */
  join(tail: Tail): void {
    this.joined.push(tail);
    this.#inState[tail.state]! += 1;
  }

  /** One of its craft goes from one tail state to another. */
  noteState(from: number, to: number): void {
    this.#inState[from]! -= 1;
    this.#inState[to]! += 1;
  }

  /** Craft in a tail state now; those taken out are in none. */
  count(state: number): number {
    return this.#inState[state]!;
  }

  /** Craft-minutes in a tail state so far. */
  minutesIn(state: number): number {
    let minutes = 0;
    for (const tail of this.joined) minutes += tail.minutesIn(state);
    return minutes;
  }

  /** Takes a craft out for good. */
  takeOut(tail: Tail): void {
    tail.enter(TAIL['not-wanted']);
    tail.isTakenOut = true;
    this.#inState[tail.state]! -= 1;
    this.surplus -= 1;
    this.tails -= 1;
  }
}
