import type { Process } from '../kernel/index.ts';
import { alight } from './arrival.ts';
import { boardOn, bringBack, depart, hasTroops, load } from './boarding.ts';
import { settle, standBy, troopsWho } from './dispatch.ts';
import type { FleetState } from './fleet.ts';
import { awaitRunway, move, WITH_ALL_TIME } from './movement.ts';
import type { SiteState } from './site.ts';
import { TAIL, Tail } from './tail.ts';
import type { World } from './world.ts';

/**
 * The story of one craft: from its base to where people board, on to where they alight, and back, until it
 * is taken out of the fleet. An aircraft, a helicopter, a convoy and a ferry differ only in their numbers.
 */
export function* fly(world: World, fleet: FleetState, number: number): Process {
  const tail = new Tail(world, fleet, number);
  fleet.joined.push(tail);
  for (;;) {
    standBy(world, tail);
    if (!tail.isCalled) yield tail.called.wait();
    if (tail.isTakenOut) return;
    const launched = world.sim.now;
    const hasLanded = yield* reachPickup(world, tail);
    if (hasLanded) {
      yield* pickUp(world, tail);
      yield* deliver(world, tail);
    } else {
      yield* divert(world, tail);
    }
    yield* turnRound(world, tail);
    const shortBy = launched + LEAST_CYCLE - world.sim.now;
    if (shortBy > 0) yield world.sim.hold(shortBy);
  }
}

/** Least minutes from launch to launch; assumed, because no craft does it in less, and time must pass. */
const LEAST_CYCLE = 1;

/** From the base to a stand at the pickup; false when the craft must divert. */
function* reachPickup(world: World, tail: Tail): Process<boolean> {
  const { base } = tail.fleet;
  const { pickup, serials } = tail.sortie!;
  if (pickup === base) {
    tail.enter(TAIL['awaiting-stand']);
    return yield tail.fleet.berths(base).seize(1);
  }
  yield* takeOff(world, tail, base, false);
  yield* cruise(world, tail, base, pickup);
  return yield* approach(world, tail, serials.length > 0 || troopsWho(world, tail, pickup) > 0);
}

/** Serials step off, people get on, and the craft leaves the ground. */
function* pickUp(world: World, tail: Tail): Process {
  const { pickup, serials } = tail.sortie!;
  world.force.land(serials);
  yield* load(world, tail);
  yield* boardOn(world, tail);
  yield* takeOff(world, tail, pickup, hasTroops(tail.sortie!));
  depart(world, tail);
  settle(tail);
}

/** To where people alight, and from there to the base, on whose stand the craft is then. */
function* deliver(world: World, tail: Tail): Process {
  const { base, plan } = tail.fleet;
  const { pickup, delivery, parties, people, troops } = tail.sortie!;
  yield* cruise(world, tail, pickup, delivery);
  yield* land(world, tail, delivery);
  delivery.haven?.arrive(people);
  delivery.haven?.expect(-people);
  for (const party of parties) alight(world, delivery, party, plan.setsDown);
  world.force.setDown(troops.splice(0));
  if (delivery === base) return;
  tail.enter(TAIL.offloading);
  yield world.sim.hold(tail.luck.offloadTime());
  yield* takeOff(world, tail, delivery, false);
  yield* cruise(world, tail, delivery, base);
  yield* land(world, tail, base);
}

/** Back to the base with whatever was to be brought. */
function* divert(world: World, tail: Tail): Process {
  const { fleet } = tail;
  fleet.diverts += 1;
  tail.diverts += 1;
  fleet.sortiesLeft += 1;
  settle(tail);
  yield* cruise(world, tail, tail.sortie!.pickup, fleet.base);
  yield* land(world, tail, fleet.base);
  bringBack(world, tail);
}

/** On its stand at the base: made ready for the next sortie. */
function* turnRound({ sim }: World, tail: Tail): Process {
  const { fleet, luck } = tail;
  tail.enter(TAIL.turning);
  yield sim.hold(luck.turnTime());
  fleet.berths(fleet.base).release(1);
}

/** One leg. */
function* cruise({ sim }: World, tail: Tail, from: SiteState, to: SiteState): Process {
  tail.enter(TAIL.flying);
  yield sim.hold(tail.luck.block(from, to));
}

/** Orbits until a stand and the runway are free, then lands; false when the craft must divert. */
function* approach(world: World, tail: Tail, bringsTroops: boolean): Process<boolean> {
  const { sim } = world;
  const { fleet, endurance } = tail;
  const { pickup } = tail.sortie!;
  const { orbit } = fleet;
  const arrived = sim.now;
  const runway = fleet.runway(pickup);
  const berths = fleet.berths(pickup);
  const left = () => Math.max(0, endurance - (sim.now - arrived));
  orbit.record(sim.now, orbit.level + 1);
  pickup.orbiting += 1;
  tail.enter(TAIL['awaiting-stand']);
  const hasBerth = yield berths.seize(1, { patience: left() });
  tail.enter(TAIL['awaiting-runway']);
  const mayLand =
    hasBerth && (runway === undefined || (yield* awaitRunway(runway, { patience: left, bringsTroops })));
  orbit.record(sim.now, orbit.level - 1);
  pickup.orbiting -= 1;
  if (!mayLand) {
    if (hasBerth) berths.release(1);
    return false;
  }
  if (runway === undefined) return true;
  tail.enter(TAIL.taxiing);
  yield* move(world, runway);
  yield sim.hold(pickup.taxi);
  return true;
}

/** Lands where it is expected, whatever the wait; the craft keeps its stand. */
function* land(world: World, tail: Tail, site: SiteState): Process {
  const runway = tail.fleet.runway(site);
  tail.enter(TAIL['awaiting-stand']);
  yield tail.fleet.berths(site).seize(1);
  if (runway === undefined) return;
  tail.enter(TAIL['awaiting-runway']);
  yield* awaitRunway(runway, WITH_ALL_TIME);
  tail.enter(TAIL.taxiing);
  yield* move(world, runway);
  yield world.sim.hold(site.taxi);
}

/**
 * Leaves its stand, where it has one, once the runway is open, and is airborne when this returns. Who could land
 * with troops on a runway that nobody runs yet may leave it too, or its stand would be lost to the next troops.
 */
function* takeOff(world: World, tail: Tail, site: SiteState, bringsTroops: boolean): Process {
  const runway = tail.fleet.runway(site);
  const berths = tail.fleet.berths(site);
  tail.enter(TAIL['awaiting-runway']);
  while (runway !== undefined && !runway.isOpenTo(bringsTroops)) yield runway.opened.wait();
  if (berths.heldBy() > 0) berths.release(berths.heldBy());
  if (runway === undefined) return;
  tail.enter(TAIL.taxiing);
  yield world.sim.hold(site.taxi);
  tail.enter(TAIL['awaiting-runway']);
  yield* awaitRunway(runway, { ...WITH_ALL_TIME, bringsTroops });
  tail.enter(TAIL.taxiing);
  yield* move(world, runway);
}
