import type { Scenario } from '../scenario/index.ts';
import type { PartyLuck, Purpose } from './party-luck.ts';
import { STATE } from './states.ts';
import { fail } from './try-again.ts';
import type { World } from './world.ts';

/** What a road is made of, drawn for this run. */
export interface RoadNumbers {
  /** share of parties turned back */
  readonly turnedBack: number;
  /** people an hour that it carries; without limit when undefined */
  readonly capacity: number | undefined;
}

/** A road while the run goes on. */
export class RoadState {
  readonly id: string;
  isOpen: boolean;
  /** share of parties turned back */
  turnedBack: number;
  /** people an hour that may set out on it; without limit when undefined */
  #capacity: number | undefined;
  /** minutes of travel of one party to a site, and to the embassy */
  readonly toSite: (party: number) => number;
  readonly toEmbassy: (party: number) => number;
  /** what happens to a party where a leg ends; made when somebody first travels it */
  readonly ends: Map<Leg, (party: number) => void> = new Map();
  #freeAt = 0;
  /** those in line since before the capacity was changed: until when the last of them pass, and how many a minute */
  #before: readonly { readonly until: number; readonly perMinute: number }[] = [];

  constructor(id: string, plan: Scenario['roads'][string], numbers: RoadNumbers, luck: PartyLuck) {
    this.id = id;
    this.isOpen = plan.open;
    this.turnedBack = numbers.turnedBack;
    this.#capacity = numbers.capacity;
    this.toSite = luck.valuesOf(plan.travel, 'travel');
    this.toEmbassy = luck.valuesOf(plan.travel, 'embassy-travel');
  }

  /**
   * So many people come to the road's narrowest point, one after another, and pass it at its capacity.
   *
   * @returns when they have passed it
   */
  pass(people: number, now: number): number {
    if (this.#capacity === undefined) return now;
    this.#freeAt = Math.max(now, this.#freeAt) + (60 * people) / this.#capacity;
    return this.#freeAt;
  }

  /** Changes how many people an hour may set out, for those still to come; without limit when undefined. */
  setCapacity(capacity: number | undefined, now: number): void {
    const line = { until: this.#freeAt, perMinute: (this.#capacity ?? 0) / 60 };
    this.#before = [...this.#before, line].filter(({ until }) => until > now);
    this.#capacity = capacity;
  }

  /** Whether whoever sets out may have to wait for those before. */
  get isNarrow(): boolean {
    return this.#capacity !== undefined || this.#before.length > 0;
  }

  /** People who have set out and are still in line for its narrowest point, at the rate at which they pass it. */
  inLine(now: number): number {
    let people = 0;
    let from = now;
    for (const { until, perMinute } of this.#before) {
      people += Math.max(0, until - from) * perMinute;
      from = Math.max(from, until);
    }
    return people + (Math.max(0, this.#freeAt - from) * (this.#capacity ?? 0)) / 60;
  }
}

/** One leg by road; a second leg has luck of its own. */
export interface Leg {
  /** minutes that a party travels */
  readonly minutes: (road: RoadState, party: number) => number;
  readonly turnedBack: Purpose;
  /** what a party does at its end */
  readonly arrive: (world: World, party: number) => void;
}

/** A party travels by a road; it is turned back where that is closed, or at a checkpoint. */
export const travel = (world: World, party: number, road: RoadState, leg: Leg): void => {
  const { roster, sim } = world;
  if (!road.isOpen) {
    fail(world, party, STATE['turned-back']);
    return;
  }
  const sets = road.pass(roster.size[party]!, sim.now);
  sim.at(sets + leg.minutes(road, party), endOf(world, road, leg), 0, party);
};

const endOf = (world: World, road: RoadState, leg: Leg): ((party: number) => void) => {
  const known = road.ends.get(leg);
  if (known !== undefined) return known;
  const end = (party: number): void => {
    const isStopped = !road.isOpen || world.partyLuck.isAmong(road.turnedBack, party, leg.turnedBack);
    if (isStopped) fail(world, party, STATE['turned-back']);
    else leg.arrive(world, party);
  };
  road.ends.set(leg, end);
  return end;
};
