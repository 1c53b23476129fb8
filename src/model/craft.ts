import type { Process } from '../kernel/index.ts';
import { alight } from './arrival.ts';
import { boardOn, bringBack, depart, hasTroops, inTheDark, load } from './boarding.ts';
import { isCrewDue, restCrew } from './crew.ts';
import { settle, standBy, troopsWho } from './dispatch.ts';
import type { FleetState } from './fleet.ts';
import { troopsOf } from './force.ts';
import { refuel } from './fuel.ts';
import { approach, clear, land, takeOff } from './ground.ts';
import type { SiteState } from './site.ts';
import { awaitSlot } from './slots.ts';
import { TAIL, Tail } from './tail.ts';
import type { World } from './world.ts';

/**
 * The story of one craft: from its base to where people board, on to where they alight, and back, until it
 * is taken out of the fleet. An aircraft, a helicopter, a convoy and a ferry differ only in their numbers.
 */
export function* fly(world: World, fleet: FleetState, number: number): Process {
  const tail = new Tail(world, fleet, number);
  fleet.join(tail);
  for (;;) {
    if (isCrewDue(world, tail)) yield* restCrew(world, tail);
    standBy(world, tail);
    if (!tail.isCalled) yield tail.called.wait();
    if (tail.isTakenOut) return;
    if (tail.mustRest) yield* restCrew(world, tail);
    else yield* flySortie(world, tail);
  }
}

/** Least minutes from launch to launch; assumed, because no craft does it in less, and time must pass. */
const LEAST_CYCLE = 1;

/** From the base and back to it, ready for the next. */
function* flySortie(world: World, tail: Tail): Process {
  const launched = world.sim.now;
  yield* awaitSlot(world, tail);
  let aboard = 0;
  if (yield* reachPickup(world, tail)) {
    yield* pickUp(world, tail);
    aboard = yield* deliver(world, tail);
  } else {
    yield* divert(world, tail);
  }
  yield* turnRound(world, tail, aboard);
  const shortBy = launched + LEAST_CYCLE - world.sim.now;
  if (shortBy > 0) yield world.sim.hold(shortBy);
}

/** From the base to a stand at the pickup; false when the craft must divert. */
function* reachPickup(world: World, tail: Tail): Process<boolean> {
  const { base, footprint } = tail.fleet;
  const { pickup, delivery, serials } = tail.sortie!;
  if (pickup === base) {
    tail.enter(TAIL['awaiting-stand']);
    return yield tail.fleet.berths(base).seize(footprint);
  }
  yield* takeOff(world, tail, base, false);
  yield* cruise(world, tail, base, pickup);
  return yield* approach(world, tail, serials.length > 0 || troopsWho(world, tail, pickup, [delivery]) > 0);
}

/** Serials step off, people get on, and the craft leaves the ground. */
function* pickUp(world: World, tail: Tail): Process {
  const { pickup, serials, supply } = tail.sortie!;
  world.force.land(serials);
  if (supply === 'at-pickup') yield* refuel(world, tail, pickup);
  yield* load(world, tail);
  yield* boardOn(world, tail);
  yield* takeOff(world, tail, pickup, hasTroops(tail.sortie!));
  depart(world, tail);
  settle(tail);
}

/** To where people alight, and from there to the base, on whose stand the craft is then with those who get off only there. */
function* deliver(world: World, tail: Tail): Process<number> {
  const { base, plan } = tail.fleet;
  const { pickup, delivery, parties, people, troops, supply } = tail.sortie!;
  const stop = supply === 'at-stop' ? world.site(plan.refuelAt!) : undefined;
  if (stop !== undefined) yield* callAt(world, tail, pickup, stop);
  yield* cruise(world, tail, stop ?? pickup, delivery);
  yield* land(world, tail, delivery);
  delivery.haven?.arrive(people);
  delivery.haven?.expect(-people);
  for (const party of parties) alight(world, delivery, party, plan.setsDown);
  const aboard = people + troopsOf(troops);
  world.force.setDown(troops.splice(0));
  if (delivery === base) return aboard;
  tail.enter(TAIL.offloading);
  const offload = tail.luck.offloadTime() * inTheDark(world, tail, delivery);
  yield world.sim.hold(Math.max(offload, (60 * aboard) / tail.alighting));
  yield* takeOff(world, tail, delivery, false);
  yield* cruise(world, tail, delivery, base);
  yield* land(world, tail, base);
  return 0;
}

/** Back to the base with whatever was to be brought, by way of the alternate where there is one. */
function* divert(world: World, tail: Tail): Process {
  const { fleet } = tail;
  fleet.diverts += 1;
  tail.diverts += 1;
  fleet.sortiesLeft += 1;
  settle(tail);
  const alternate = fleet.plan.alternate === undefined ? undefined : world.site(fleet.plan.alternate);
  if (alternate !== undefined) yield* callAt(world, tail, tail.sortie!.pickup, alternate);
  yield* cruise(world, tail, alternate ?? tail.sortie!.pickup, fleet.base);
  yield* land(world, tail, fleet.base);
  bringBack(world, tail);
}

/** A leg to a site where the craft only refuels. */
function* callAt(world: World, tail: Tail, from: SiteState, site: SiteState): Process {
  yield* cruise(world, tail, from, site);
  yield* land(world, tail, site);
  yield* refuel(world, tail, site);
  yield* takeOff(world, tail, site, false);
}

/** On its stand at the base: people have got off, it is mended where it broke down, and made ready for the next sortie. */
function* turnRound({ sim }: World, tail: Tail, aboard: number): Process {
  const { luck, alighting } = tail;
  tail.enter(TAIL.turning);
  yield sim.hold(Math.max(luck.turnTime(), (60 * aboard) / alighting));
  clear(tail);
  if (luck.breaks?.() !== true) return;
  tail.enter(TAIL.repair);
  yield sim.hold(luck.repair());
}

/** One leg. */
function* cruise({ sim }: World, tail: Tail, from: SiteState, to: SiteState): Process {
  tail.enter(TAIL.flying);
  yield sim.hold(tail.luck.block(from, to));
}
