import { refuelTime, supplyOf } from './fuel.ts';
import { standardBlock } from './legs.ts';
import { isDay, isTimed, untilUsable } from './opening.ts';
import type { SiteState } from './site.ts';
import type { Tail } from './tail.ts';
import type { World } from './world.ts';

/** Where a craft would land or take off, so many minutes from now. */
interface Call {
  readonly site: SiteState;
  readonly ahead: number;
}

/** A sortie as it is planned at the base, by mean times. */
interface Itinerary {
  /** landings and take-offs in their order, the take-off from the base first */
  readonly calls: readonly Call[];
  /** minutes from now until the craft is ready again at its base */
  readonly ready: number;
}

/** Whether a craft needs a slot where it picks people up. */
export const needsSlot = ({ fleet }: Tail, pickup: SiteState): boolean =>
  pickup.slots !== undefined && pickup !== fleet.base && !fleet.usesPads;

/** Minutes that one landing or take-off of a craft takes at a site: the runway for one movement, and the way to the stand. */
const movementAt = ({ fleet }: Tail, site: SiteState): number => {
  const runway = fleet.runway(site);
  return runway === undefined ? 0 : runway.separation + site.taxi;
};

/** Minutes from a launch until the craft is over its pickup. */
export const minutesTo = (world: World, tail: Tail, pickup: SiteState): number =>
  movementAt(tail, tail.fleet.base) + standardBlock(world, tail.fleet, tail.fleet.base, pickup);

/**
 * What a craft would do on a line, by mean times and without any wait but that for its slot.
 *
 * @param from minutes from now until it is launched
 */
const itineraryOf = (
  world: World,
  tail: Tail,
  pickup: SiteState,
  delivery: SiteState,
  from: number,
): Itinerary => {
  const { fleet, luck } = tail;
  const { base } = fleet;
  const calls: Call[] = [];
  let ahead = from;
  const takeOff = (site: SiteState): void => {
    const runway = fleet.runway(site);
    if (runway !== undefined) ahead += site.taxi;
    calls.push({ site, ahead });
    if (runway !== undefined) ahead += runway.separation;
  };
  const stay = (site: SiteState, minutes: number): void => {
    ahead += minutes * (isDay(world, site, ahead) ? 1 : tail.night);
  };
  const goTo = (site: SiteState, origin: SiteState): void => {
    takeOff(origin);
    ahead += standardBlock(world, fleet, origin, site);
    calls.push({ site, ahead });
    ahead += movementAt(tail, site);
  };
  if (pickup !== base) {
    ahead += waitForSlot(world, tail, pickup, ahead);
    goTo(pickup, base);
  }
  const supply = supplyOf(world, fleet, pickup, delivery);
  if (supply === 'at-pickup') ahead += refuelTime(world, fleet);
  stay(pickup, luck.means.groundTime);
  const stop = supply === 'at-stop' ? world.site(fleet.plan.refuelAt!) : undefined;
  if (stop !== undefined) {
    goTo(stop, pickup);
    ahead += refuelTime(world, fleet);
  }
  goTo(delivery, stop ?? pickup);
  if (delivery !== base) {
    stay(delivery, luck.means.offloadTime);
    goTo(base, delivery);
  }
  return { calls, ready: ahead + luck.means.turnTime };
};

/** Minutes by which a craft that is launched so many minutes from now is early for the first free slot. */
const waitForSlot = (world: World, tail: Tail, pickup: SiteState, from: number): number => {
  if (!needsSlot(tail, pickup)) return 0;
  const there = world.sim.now + from + minutesTo(world, tail, pickup);
  return Math.max(0, pickup.slots!.next(there) - there);
};

/** Minutes until the craft would be ready again at its base, were it launched now. */
export const minutesOfSortie = (world: World, tail: Tail, pickup: SiteState, delivery: SiteState): number =>
  itineraryOf(world, tail, pickup, delivery, 0).ready;

/** Waits tried until none of the calls is out of hours; assumed, since each brings one of them into its hours. */
const MOST_TRIES = 24;

/**
 * Minutes until a craft that is launched meets every site within its hours and daylight. Where no such time exists it is
 * enough that it can leave the base and land at the pickup; Infinity where not even that.
 */
export const untilInTime = (world: World, tail: Tail, pickup: SiteState, delivery: SiteState): number => {
  const { fleet } = tail;
  const { base } = fleet;
  if (!isTimed(fleet, base) && !isTimed(fleet, pickup) && !isTimed(fleet, delivery)) return 0;
  const line = (from: number): readonly Call[] => itineraryOf(world, tail, pickup, delivery, from).calls;
  const whole = untilAllUsable(world, tail, line);
  const least = pickup === base ? 1 : 2;
  return whole < Infinity ? whole : untilAllUsable(world, tail, (from) => line(from).slice(0, least));
};

const untilAllUsable = (world: World, { fleet }: Tail, line: (from: number) => readonly Call[]): number => {
  let wait = 0;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const closed = line(wait).map(({ site, ahead }) => untilUsable(world, fleet, site, ahead));
    const shortBy = closed.find((minutes) => minutes > 0);
    if (shortBy === undefined) return wait;
    if (shortBy === Infinity) return Infinity;
    wait += shortBy;
  }
  return Infinity;
};
