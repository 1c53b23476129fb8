import { CONSTRAINT, CONSTRAINTS, type Constraint } from './constraint.ts';
import type { FleetState } from './fleet.ts';
import { roomBehindGate, type Step } from './processing.ts';
import { NONE } from './roster.ts';
import type { SiteState } from './site.ts';
import type { Hold, Station } from './station.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** One share per constraint, 0 to 1, in all 1: to what somebody who waits is charged. */
export type Shares = readonly number[];

const PURE: readonly Shares[] = CONSTRAINTS.map((_, index) =>
  CONSTRAINTS.map((_name, at) => (at === index ? 1 : 0)),
);

/** Charged to one constraint alone. */
export const only = (constraint: Constraint): Shares => PURE[CONSTRAINT[constraint]]!;

/**
 * To what those who wait at one site at one instant are charged: the root of their chain of blockers.
 *
 * Whoever waits for a server that is busy is charged to that stage. A server that stands idle because there is
 * no room ahead passes the charge on to whatever keeps that room full, and so on to the craft, and from them to
 * what holds the craft.
 */
export class Roots {
  readonly #world: World;
  readonly #site: SiteState;
  readonly #craft: (Shares | undefined)[] = [];
  readonly #fleets = new Map<FleetState, Shares>();
  #area: Shares | undefined;
  #room: Shares | undefined;

  constructor(world: World, site: SiteState) {
    this.#world = world;
    this.#site = site;
  }

  /** People of a group outside the gates. */
  outside(group: number): Shares {
    const gates = this.#site.gates.filter((gate) => gate.takes(group));
    if (this.#site.gates.length === 0) return this.#behindGate(group);
    return this.#station(gates, 'gate', () => this.#behindGate(group));
  }

  /** People of a group in line for a step of processing. */
  step(step: Step, group: number): Shares {
    const desks = step.desks.filter((desk) => desk.takes(group));
    const isConsular = desks.some(
      (desk) => desk === this.#world.desks.get(this.#world.embassy?.plan.desk ?? ''),
    );
    return this.#station(desks, isConsular ? 'embassy' : 'processing', () => this.area());
  }

  /** People of a group who are ready to board: shared among the fleets that carry them, by their craft. */
  craft(group: number): Shares {
    this.#craft[group] ??= this.#craftOf(group);
    return this.#craft[group];
  }

  /** Those who find the waiting area full. */
  area(): Shares {
    this.#area ??= this.#areaRoot();
    return this.#area;
  }

  #station(
    stations: readonly Station[],
    staff: 'gate' | 'embassy' | 'processing',
    ahead: () => Shares,
  ): Shares {
    const holds = new Set<Hold>(stations.map((station) => station.hold));
    const stage = staff === 'gate' ? 'gate' : 'processing';
    if (holds.has('ahead')) return ahead();
    if (holds.has('busy') || holds.has('metered')) return only(stage);
    if (holds.has('unstaffed')) return only(staff);
    return only(holds.has('uncovered') ? 'force' : stage);
  }

  #behindGate(group: number): Shares {
    const party = this.#site.outside.firstOf(group);
    if (party === NONE) return only('gate');
    const room = roomBehindGate(this.#world, this.#site, party);
    if (room === this.#site.waitingArea) return this.area();
    this.#room ??= this.#processingRoot();
    return this.#room;
  }

  /** Who finds the processing room full waits for whatever those in it wait for. */
  #processingRoot(): Shares {
    const { steps } = this.#site.processing;
    const sum = new Sum();
    for (const step of steps) {
      for (let group = 0; group < step.serves.length; group++) {
        const people = step.queue.peopleOf(group);
        if (people > 0) sum.add(this.step(step, group), people);
      }
    }
    return sum.shares('processing');
  }

  #areaRoot(): Shares {
    const { waiting } = this.#site;
    const groups = this.#world.roster.groups.length;
    const sum = new Sum();
    for (let group = 0; group < groups; group++) {
      const people = waiting.peopleOf(group);
      if (people > 0) sum.add(this.craft(group), people);
    }
    if (this.#hasCraftToSpare()) return only('waiting-area');
    return sum.shares('waiting-area');
  }

  /** Craft that would fly, or fly fuller, if more people were let in: then the room itself is too small. */
  #hasCraftToSpare(): boolean {
    const site = this.#site;
    for (const fleet of this.#world.fleets.values()) {
      if (!fleet.pickups.includes(site)) continue;
      if (fleet.count(TAIL['not-wanted']) > 0) return true;
      if (fleet.count(TAIL['awaiting-people']) === 0) continue;
      const fills = (tail: Tail): boolean =>
        tail.state === TAIL['awaiting-people'] && tail.sortie?.pickup === site;
      if (fleet.joined.some(fills)) return true;
    }
    return false;
  }

  #craftOf(group: number): Shares {
    const sum = new Sum();
    for (const fleet of this.#world.fleets.values()) {
      if (fleet.carries[group] !== 1 || !fleet.pickups.includes(this.#site)) continue;
      sum.add(this.#sharesOf(fleet), fleet.tails);
    }
    return sum.shares('fleet');
  }

  #sharesOf(fleet: FleetState): Shares {
    const known = this.#fleets.get(fleet);
    if (known !== undefined) return known;
    const shares = only(this.#fleetRoot(fleet));
    this.#fleets.set(fleet, shares);
    return shares;
  }

  /** What keeps a fleet from carrying more: where one craft is held, one more would be held too. */
  #fleetRoot(fleet: FleetState): Constraint {
    const runway = fleet.runway(this.#site);
    if (runway !== undefined && !runway.isOpen) return runway.isClosedBy('action') ? 'closed' : 'force';
    const found = HELD.find(([state]) => fleet.count(state) > 0);
    if (found === undefined) return 'fleet';
    const [state, constraint] = found;
    if (state !== TAIL['no-road']) return constraint;
    return this.#world.force.escorts(fleet.id) ? 'road' : 'force';
  }
}

/** What holds a craft, the nearest to the people first. */
const HELD: readonly (readonly [number, Constraint])[] = [
  [TAIL['awaiting-stand'], 'stand'],
  [TAIL['awaiting-runway'], 'runway'],
  [TAIL['awaiting-fuel'], 'fuel'],
  [TAIL['launch-stop'], 'haven'],
  [TAIL['no-road'], 'road'],
  [TAIL.closed, 'closed'],
  [TAIL['awaiting-slot'], 'closed'],
];

/** A mean of shares, weighted by people or craft. */
class Sum {
  readonly #shares: number[] = CONSTRAINTS.map(() => 0);
  #weight = 0;

  add(shares: Shares, weight: number): void {
    this.#weight += weight;
    for (let index = 0; index < shares.length; index++) this.#shares[index]! += shares[index]! * weight;
  }

  /** The mean, or `none` alone where there was nothing to add. */
  shares(none: Constraint): Shares {
    if (this.#weight === 0) return only(none);
    for (let index = 0; index < this.#shares.length; index++) this.#shares[index]! /= this.#weight;
    return this.#shares;
  }
}
