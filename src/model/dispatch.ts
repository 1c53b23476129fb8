import { isCrewDue } from './crew.ts';
import type { FleetState } from './fleet.ts';
import { type Carrier, troopsOf } from './force.ts';
import { type Supply, supplyOf } from './fuel.ts';
import { untilInTime } from './itinerary.ts';
import { type Line, obstacle } from './line.ts';
import { untilHours } from './opening.ts';
import type { SiteState } from './site.ts';
import { promised, TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** No tail state: the craft may go. */
const GO = -1;

/** The craft is ready at its base. */
export const standBy = (world: World, tail: Tail): void => {
  const { luck, fleet } = tail;
  // who comes back from a rest has not used the seats it drew
  if (!tail.hasDrawn) {
    tail.seats = Math.max(1, Math.round(luck.seats()));
    tail.troopSeats = luck.troopSeats ? Math.max(0, Math.round(luck.troopSeats())) : tail.seats;
    tail.hasDrawn = true;
  }
  tail.isCalled = false;
  tail.sortie = undefined;
  fleet.park(tail);
  dispatch(world, fleet);
};

/** Calls idle craft, the longest ready first, as long as one is wanted and may go. */
export const dispatch = (world: World, fleet: FleetState): void => {
  for (let tail = fleet.idle[0]; tail !== undefined; tail = fleet.idle[0]) {
    if (fleet.surplus > 0) {
      fleet.takeOut(tail);
    } else {
      const stays = choose(world, tail);
      if (stays !== GO) {
        fleet.idleFor(stays);
        return;
      }
      if (isCrewDue(world, tail)) tail.mustRest = true;
      else call(world, tail);
    }
    fleet.idle.shift();
    tail.isCalled = true;
    tail.called.fire();
  }
};

/** Every fleet looks anew whether it may launch. */
export const dispatchAll = (world: World): void => {
  for (const fleet of world.fleets.values()) dispatch(world, fleet);
};

/** A fleet hears from now on of people where it picks up, and of beds where it delivers. */
export const attend = (world: World, fleet: FleetState): void => {
  const hooks = [
    ...fleet.pickups.map((site) => site.wanted),
    ...fleet.delivers.flatMap(({ haven }) => haven?.freed ?? []),
  ];
  for (const hook of hooks) {
    if (fleet.heard.has(hook)) continue;
    fleet.heard.add(hook);
    hook.listen(() => dispatch(world, fleet));
  }
};

/** Chooses where a tail flies next, for whom; gives back the tail state in which it stays while it may not. */
const choose = (world: World, tail: Tail): number => {
  const { fleet } = tail;
  if (isStoodDown(world, fleet)) return TAIL['stood-down'];
  const always = fleet.plan.launch === 'continuous';
  let stays: number = TAIL['not-wanted'];
  if (!always || fleet.pickups.length > 1) {
    for (const pickup of fleet.pickups) {
      if (!isWanted(world, tail, pickup)) continue;
      stays = choosePickup(world, tail, pickup);
      if (stays === GO) return GO;
    }
  }
  if (!always) return stays;
  for (const pickup of fleet.pickups) {
    stays = choosePickup(world, tail, pickup);
    if (stays === GO) return GO;
  }
  return stays;
};

/** Sorties used up, too late, or the wrong hour of the day. */
const isStoodDown = (world: World, fleet: FleetState): boolean => {
  if (fleet.sortiesLeft <= 0 || world.sim.now > fleet.until) return true;
  const { hours } = fleet.plan;
  if (hours === undefined) return false;
  const wait = untilHours(world, hours, 0);
  if (wait > 0) lookAgain(world, fleet, wait);
  return wait > 0;
};

/** The idle craft of a fleet are looked at again when the time of day allows more. */
const lookAgain = (world: World, fleet: FleetState, minutes: number): void => {
  const at = world.sim.now + minutes;
  if (at === Infinity || at >= fleet.dueAt) return;
  fleet.dueAt = at;
  world.sim.at(at, () => {
    if (fleet.dueAt !== at) return;
    fleet.dueAt = Infinity;
    dispatch(world, fleet);
  });
};

const choosePickup = (world: World, tail: Tail, pickup: SiteState): number => {
  const { fleet } = tail;
  const { base } = fleet;
  if (base.isShut || pickup.isShut) return TAIL.closed;
  let isOpen = false;
  let withRoom: SiteState | undefined;
  for (const site of fleet.delivers) {
    if (site === pickup || site.isShut) continue;
    isOpen = true;
    if (!hasRoom(site, seatsOn(world, tail, pickup, site))) continue;
    withRoom = site;
    break;
  }
  if (!isOpen) return TAIL.closed;
  const delivery = deliveryFor(world, tail, pickup, withRoom);
  if (delivery === undefined) return TAIL['launch-stop'];
  const { road } = fleet.plan;
  if (road !== undefined && !world.roads.get(road)!.isOpen) return TAIL['no-road'];
  if (!world.force.escorts(fleet.id)) return TAIL['no-road'];
  const wait = untilInTime(world, tail, pickup, delivery);
  if (wait > 0) {
    lookAgain(world, fleet, wait);
    return TAIL.closed;
  }
  tail.pickup = pickup;
  tail.delivery = delivery;
  return GO;
};

/**
 * Where a craft goes that could bring people to a site with room, if there is one: there, but that troops who wait to
 * leave and do not go there are taken to where they go, when nobody else waits or they board first. They need no beds.
 */
const deliveryFor = (
  world: World,
  tail: Tail,
  pickup: SiteState,
  withRoom: SiteState | undefined,
): SiteState | undefined => {
  if (troopsWho(world, tail, pickup) === 0) return withRoom;
  if (withRoom !== undefined && troopsWho(world, tail, pickup, [withRoom]) > 0) return withRoom;
  const isForAll = withRoom === undefined || tail.fleet.demand(pickup) === 0;
  const open = tail.fleet.delivers.filter((site) => site !== pickup && !site.isShut);
  return open.find((site) => lacksLift(world, tail, pickup, site, isForAll)) ?? withRoom;
};

/** Whether more troops wait to go to a site than craft that are under way to their pickup can take. */
const lacksLift = (
  world: World,
  { fleet }: Tail,
  pickup: SiteState,
  site: SiteState,
  isForAll: boolean,
): boolean => {
  const { force, fleets } = world;
  const waiting = force.leaving(carrierOf(fleet, pickup, [site]), isForAll);
  let left = waiting.troops;
  for (const other of fleets.values()) {
    const takesTroopsTo = new Map<SiteState, boolean>();
    for (const { sortie, seats, troopSeats } of other.joined) {
      if (left <= 0) return false;
      if (sortie === undefined || sortie.isOver || sortie.pickup !== pickup) continue;
      const { delivery } = sortie;
      if (!takesTroopsTo.has(delivery))
        takesTroopsTo.set(delivery, force.leaving(carrierOf(other, pickup, [delivery])).troops > 0);
      if (!takesTroopsTo.get(delivery)!) continue;
      const free = ((seats - sortie.people - sortie.troopSeats) * waiting.troops) / waiting.seats;
      left -= Math.max(0, Math.min(troopSeats - troopsOf(sortie.troops), Math.floor(free)));
    }
  }
  return left > 0;
};

const carrierOf = ({ id, plan }: FleetState, pickup: SiteState, delivers: readonly SiteState[]): Carrier => ({
  fleet: id,
  nation: plan.nation,
  from: pickup.id,
  to: delivers.map((site) => site.id),
});

const hasRoom = ({ haven }: SiteState, seats: number): boolean =>
  haven === undefined || haven.mayLaunch(seats);

/** Seats that a craft can fill: fewer than it has where it carries the fuel for the way out. */
const usableSeats = (world: World, { fleet, seats }: Tail, supply: Supply): number => {
  if (supply !== 'tankers') return seats;
  const { craft } = fleet.plan;
  const share = world.luck.once(`craft.${craft}.tankeringSeats`, world.scenario.craft[craft]!.tankeringSeats);
  return Math.floor(seats * share);
};

/** Seats for evacuees on a line. A craft larger than its whole haven leaves seats empty, since it could never fly otherwise. */
const seatsOn = (world: World, tail: Tail, pickup: SiteState, delivery: SiteState): number => {
  const { haven } = delivery;
  const seats = usableSeats(world, tail, supplyOf(world, tail.fleet, pickup, delivery));
  return haven === undefined || haven.beds === 0 ? seats : Math.min(seats, haven.beds);
};

const isWanted = (world: World, tail: Tail, pickup: SiteState): boolean => {
  const { fleet, troopSeats } = tail;
  const demand = fleet.demand(pickup) + troopsWho(world, tail, pickup);
  if (demand > fleet.seatsUnderWay(pickup)) return true;
  return troopSeats > 0 && world.force.stagedTroops(fleet.base.id, pickup.id, fleet.plan.nation) > 0;
};

/** Seats for which troops wait at a pickup who may leave with a tail, for any place it delivers to or for some. */
export const troopsWho = (
  world: World,
  { fleet, troopSeats }: Tail,
  pickup: SiteState,
  delivers: readonly SiteState[] = fleet.delivers,
): number => {
  if (troopSeats === 0 || !world.force.isLeaving) return 0;
  return world.force.leaving(carrierOf(fleet, pickup, delivers)).seats;
};

/** The tail is to fly: its seats are promised, and serials for its pickup embark. */
const call = (world: World, tail: Tail): void => {
  const { fleet, pickup, delivery, troopSeats } = tail;
  // troops take no beds: a craft called for them alone promises none
  const most = seatsOn(world, tail, pickup, delivery);
  const seats = hasRoom(delivery, most) ? most : 0;
  const supply = supplyOf(world, fleet, pickup, delivery);
  tail.seats = usableSeats(world, tail, supply);
  tail.hasDrawn = false;
  tail.crews?.launch(world.sim.now);
  fleet.committed[pickup.index]! += seats;
  fleet.sortiesLeft -= 1;
  delivery.haven?.expect(seats);
  const serials = world.force.embark(fleet.base.id, pickup.id, fleet.plan.nation, troopSeats);
  tail.sortie = {
    pickup,
    delivery,
    seats,
    supply,
    serials,
    parties: [],
    people: 0,
    troops: [],
    troopSeats: 0,
    isOver: false,
  };
  world.record?.({
    at: world.sim.now,
    kind: 'launch',
    fleet: fleet.id,
    tail: tail.number,
    base: fleet.base.id,
    pickup: pickup.id,
    delivery: delivery.id,
    seats,
    troops: troopsOf(serials),
  });
};

/** What is left of the seats that were promised when the tail was called. */
export const settle = (tail: Tail): void => {
  const { pickup, delivery, seats, people } = tail.sortie!;
  tail.fleet.committed[pickup.index]! -= promised(tail);
  tail.sortie!.isOver = true;
  delivery.haven?.expect(people - seats);
  pickup.wanted.call();
};

/** Gives a fleet another line; what was launched before flies on as it was. Gives back why not, if it cannot. */
export const reassign = (world: World, fleet: FleetState, line: Line): string | undefined => {
  const why = obstacle(world, fleet, line);
  if (why !== undefined) return `did nothing: ${why}`;
  fleet.pickups = line.pickups;
  fleet.delivers = line.delivers;
  attend(world, fleet);
  dispatch(world, fleet);
  return undefined;
};
