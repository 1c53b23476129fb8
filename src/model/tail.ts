import { Signal, type Simulation } from '../kernel/index.ts';
import { Crews } from './crews.ts';
import type { FleetState } from './fleet.ts';
import type { Serial } from './force.ts';
import type { Supply } from './fuel.ts';
import { type TailLuck, tailLuck } from './legs.ts';
import type { SiteState } from './site.ts';
import type { World } from './world.ts';

/**
 * What a craft can be doing. At every instant each tail is in exactly one of these; the order is that of a
 * sortie, which tables and charts follow.
 */
export const TAIL_STATES = [
  'not-wanted',
  'stood-down',
  'launch-stop',
  'no-road',
  'closed',
  'crew-rest',
  'repair',
  'awaiting-slot',
  'flying',
  'awaiting-stand',
  'awaiting-runway',
  'taxiing',
  'loading',
  'awaiting-people',
  'offloading',
  'awaiting-fuel',
  'refuelling',
  'turning',
] as const;

/** The name of a tail state. */
export type TailState = (typeof TAIL_STATES)[number];

/** The tail states' indices. */
export const TAIL: { readonly [name in TailState]: number } = Object.fromEntries(
  TAIL_STATES.map((name, index) => [name, index]),
) as { [name in TailState]: number };

/** What people read for each tail state. */
export const TAIL_LABEL: { readonly [name in TailState]: string } = {
  'not-wanted': 'Ready, and nobody waits for it',
  'stood-down': 'Ready, but outside its hours or sorties',
  'launch-stop': 'Ready, and no beds at a haven',
  'no-road': 'Ready, without escort or open road',
  closed: 'Waiting for a site that is closed or dark',
  'crew-rest': 'Crew at rest',
  repair: 'Under repair',
  'awaiting-slot': 'Waiting for its slot',
  flying: 'Under way',
  'awaiting-stand': 'Waiting for a stand or pad',
  'awaiting-runway': 'Waiting for the runway',
  taxiing: 'On runway and taxiway',
  loading: 'Loading',
  'awaiting-people': 'Waiting for a full load',
  offloading: 'Offloading away from its base',
  'awaiting-fuel': 'Waiting for fuel',
  refuelling: 'Refuelling',
  turning: 'Turning round at its base',
};

/** One flight from the base and back: where to, for whom, and who is on it. */
export interface Sortie {
  readonly pickup: SiteState;
  readonly delivery: SiteState;
  readonly seats: number;
  readonly supply: Supply;
  /** serials it takes to the pickup */
  readonly serials: readonly Serial[];
  /** the chalk */
  readonly parties: number[];
  people: number;
  /** troops it takes from the pickup, and the seats that they take */
  readonly troops: Serial[];
  troopSeats: number;
  /** nobody gets on any more: it has left the pickup, or has turned away from it */
  isOver: boolean;
}

/** Whole seats of those promised to evacuees that nobody has taken. Troops take first what was not promised for want of beds. */
export const promised = ({ seats: room, sortie }: Tail): number => {
  const { seats, people, troopSeats } = sortie!;
  return Math.max(0, Math.min(seats - people, Math.floor(room - people - troopSeats)));
};

/** One craft of a fleet. */
export class Tail {
  readonly fleet: FleetState;
  /** in its fleet, from 1, by which its luck is known */
  readonly number: number;
  /** sorties on which it could not land */
  diverts = 0;
  readonly luck: TailLuck;
  /** minutes it can wait in the air */
  readonly endurance: number;
  /** seats of its next sortie, and troops that it can take */
  seats = 0;
  troopSeats = 0;
  /** where it is to fly next */
  pickup: SiteState;
  delivery: SiteState;
  sortie: Sortie | undefined = undefined;
  /** fires when it is to fly, or is taken out */
  readonly called: Signal;
  /** the seats above are not flown yet */
  hasDrawn: boolean = false;
  isCalled: boolean = false;
  isTakenOut: boolean = false;
  /** its crew is to rest instead */
  mustRest: boolean = false;
  /** absent where crews fly without limit */
  readonly crews: Crews | undefined;
  /** when its slot at the pickup begins, minutes after the start */
  slot = 0;
  /** people an hour who get on and off through its doors */
  readonly boarding: number;
  readonly alighting: number;
  /** multiple of ground times in the dark */
  readonly night: number;
  /** minutes that it has spent in each tail state it has left, and in the present one until `since` */
  readonly minutes: Float64Array = new Float64Array(TAIL_STATES.length);
  readonly joined: number;
  state: number = TAIL['not-wanted'];
  since: number;
  readonly #sim: Simulation;
  readonly #world: World;

  constructor(world: World, fleet: FleetState, number: number) {
    const { sim, luck } = world;
    const { craft } = fleet.plan;
    this.#sim = sim;
    this.#world = world;
    this.fleet = fleet;
    this.number = number;
    this.luck = tailLuck(world, fleet, number);
    const { orbit, boarding, alighting, night, crewDuty } = world.scenario.craft[craft]!;
    const path = `craft.${craft}`;
    this.endurance = luck.once(`${path}.orbit`, orbit);
    this.boarding = boarding === undefined ? Infinity : luck.once(`${path}.boarding`, boarding);
    this.alighting = alighting === undefined ? Infinity : luck.once(`${path}.alighting`, alighting);
    this.night = luck.once(`${path}.night`, night);
    this.crews =
      crewDuty &&
      new Crews(
        luck.once(`${path}.crewDuty.period`, crewDuty.period),
        luck.once(`${path}.crewDuty.rest`, crewDuty.rest),
        fleet.plan.crews,
      );
    this.pickup = fleet.pickups[0]!;
    this.delivery = fleet.delivers[0]!;
    this.called = new Signal(sim);
    this.joined = sim.now;
    this.since = sim.now;
  }

  /** From now on the tail does this. */
  enter(state: number): void {
    const { now } = this.#sim;
    this.minutes[this.state]! += now - this.since;
    this.report();
    this.since = now;
    this.fleet.noteState(this.state, state);
    this.state = state;
  }

  /** Puts what it has been doing on record, where one is kept. */
  report(): void {
    const at = this.#sim.now;
    const { record } = this.#world;
    if (record === undefined || at === this.since || this.isTakenOut) return;
    const state = TAIL_STATES[this.state]!;
    record({ at, kind: 'craft', fleet: this.fleet.id, tail: this.number, state, since: this.since });
  }

  /** Minutes in a state so far; a tail that was taken out has no more of them. */
  minutesIn(state: number): number {
    const open = this.state === state && !this.isTakenOut ? this.#sim.now - this.since : 0;
    return this.minutes[state]! + open;
  }
}
