import type { Process, Resource } from '../kernel/index.ts';
import { awaitRunway, type Movement, move, WITH_ALL_TIME } from './movement.ts';
import { awaitOpen, isUsable } from './opening.ts';
import type { SiteState } from './site.ts';
import { keepSlot } from './slots.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** Orbits until it may land at the pickup, then lands; false when the craft must divert. */
export function* approach(world: World, tail: Tail, bringsTroops: boolean): Process<boolean> {
  const { sim } = world;
  const { endurance } = tail;
  const { pickup } = tail.sortie!;
  const { orbit } = tail.fleet;
  const arrived = sim.now;
  const patience = () => Math.max(0, endurance - (sim.now - arrived));
  orbit.record(sim.now, orbit.level + 1);
  pickup.orbiting += 1;
  const mayLand =
    (yield* keepSlot(world, tail, patience)) &&
    (yield* claim(world, tail, pickup, { patience, bringsTroops }));
  orbit.record(sim.now, orbit.level - 1);
  pickup.orbiting -= 1;
  if (mayLand) yield* touchDown(world, tail, pickup);
  return mayLand;
}

/** Lands where it is expected, whatever the wait; the craft keeps its stand. */
export function* land(world: World, tail: Tail, site: SiteState): Process {
  yield* claim(world, tail, site, WITH_ALL_TIME);
  yield* touchDown(world, tail, site);
}

/** Waits in the air until the site is open to it, there is a place on the ground and the runway is its own. */
function* claim(world: World, tail: Tail, site: SiteState, movement: Movement): Process<boolean> {
  const { fleet } = tail;
  const { patience } = movement;
  const places = fleet.parking(site) ?? fleet.berths(site);
  const runway = fleet.runway(site);
  for (;;) {
    if (!(yield* awaitOpen(world, tail, site, patience))) return false;
    tail.enter(TAIL['awaiting-stand']);
    if (!(yield places.seize(fleet.footprint, { patience: patience() }))) return false;
    tail.enter(TAIL['awaiting-runway']);
    if (runway !== undefined && !(yield* awaitRunway(runway, movement))) {
      places.release(fleet.footprint);
      return false;
    }
    if (isUsable(world, fleet, site)) return true;
    runway?.track.release(1);
    places.release(fleet.footprint);
  }
}

/** The landing itself; where it has only a place of parking yet, it waits there for a stand. */
function* touchDown(world: World, tail: Tail, site: SiteState): Process {
  const { fleet } = tail;
  const runway = fleet.runway(site);
  if (runway !== undefined) {
    tail.enter(TAIL.taxiing);
    yield* move(world, runway);
    yield world.sim.hold(site.taxi);
  }
  if (fleet.parking(site) === undefined) return;
  tail.enter(TAIL['awaiting-stand']);
  yield fleet.berths(site).seize(fleet.footprint);
}

/**
 * Leaves its stand, where it has one, once site and runway are open, and is airborne when this returns. Who could land
 * with troops on a runway that nobody runs yet may leave it too, or its stand would be lost to the next troops.
 */
export function* takeOff(world: World, tail: Tail, site: SiteState, bringsTroops: boolean): Process {
  const { fleet } = tail;
  const runway = fleet.runway(site);
  yield* awaitOpen(world, tail, site, forEver);
  tail.enter(TAIL['awaiting-runway']);
  while (runway !== undefined && !runway.isOpenTo(bringsTroops)) yield runway.opened.wait();
  giveBack(fleet.berths(site));
  if (runway !== undefined) {
    tail.enter(TAIL.taxiing);
    yield world.sim.hold(site.taxi);
    yield* lineUp(world, tail, site, bringsTroops);
    tail.enter(TAIL.taxiing);
    yield* move(world, runway);
  }
  const parking = fleet.parking(site);
  if (parking !== undefined) giveBack(parking);
}

const forEver = (): number => Infinity;

/** On the taxiway: waits until the runway is its own while the site is open. */
function* lineUp(world: World, tail: Tail, site: SiteState, bringsTroops: boolean): Process {
  const runway = tail.fleet.runway(site)!;
  for (;;) {
    tail.enter(TAIL['awaiting-runway']);
    yield* awaitRunway(runway, { ...WITH_ALL_TIME, bringsTroops });
    if (isUsable(world, tail.fleet, site)) return;
    runway.track.release(1);
    yield* awaitOpen(world, tail, site, forEver);
  }
}

/** Gives back all that the craft holds of a resource, nothing included: at its base it stands on ground of its own. */
const giveBack = (places: Resource): void => {
  const held = places.heldBy();
  if (held > 0) places.release(held);
};

/** Leaves its stand at the base for ground of its own, where it waits for the next launch. */
export const clear = (tail: Tail): void => {
  const { fleet } = tail;
  giveBack(fleet.berths(fleet.base));
  const parking = fleet.parking(fleet.base);
  if (parking !== undefined) giveBack(parking);
};
