import { type Process, Signal, type Simulation } from '../kernel/index.ts';
import type { Craft } from '../scenario/index.ts';
import { alight } from './arrival.ts';
import type { FleetState, Tail } from './fleet.ts';
import type { Serial } from './force.ts';
import type { Runway, SiteState } from './site.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** What one tail draws for each sortie, in the order of its sorties. */
interface TailLuck {
  readonly seats: () => number;
  /** as many as seats when absent */
  readonly troopSeats: (() => number) | undefined;
  /** block time of the next leg, minutes */
  readonly block: () => number;
  readonly groundTime: () => number;
  readonly turnTime: () => number;
}

/** One load of people. */
interface Chalk {
  readonly parties: number[];
  people: number;
  readonly seats: number;
}

/**
 * The story of one craft: from its base to where people board, and back to where they alight, until it
 * is taken out of the fleet. An aircraft, a helicopter, a convoy and a ferry differ only in their numbers.
 */
export function* fly(world: World, fleet: FleetState, number: number): Process {
  const { sim } = world;
  const luck = tailLuck(world, fleet, number);
  const tail: Tail = {
    seats: 0,
    troopSeats: 0,
    serials: [],
    called: new Signal(sim),
    isCalled: false,
    isTakenOut: false,
  };
  for (;;) {
    standBy(world, fleet, tail, luck);
    if (!tail.isCalled) yield tail.called.wait();
    if (tail.isTakenOut) return;
    const { seats, serials } = tail;
    const launched = sim.now;
    const chalk: Chalk = { parties: [], people: 0, seats };
    yield* takeOff(world, fleet, fleet.base, false);
    yield sim.hold(luck.block());
    const hasLanded = yield* approach(world, fleet, serials.length > 0);
    if (hasLanded) {
      world.force.land(serials);
      yield* load(world, fleet, luck, chalk);
      yield* boardOn(world, fleet, chalk, serials.length > 0);
      yield* takeOff(world, fleet, fleet.pickup, serials.length > 0);
      depart(world, fleet, chalk);
    } else {
      fleet.diverts += 1;
    }
    fleet.committed -= seats - chalk.people;
    fleet.base.haven?.expect(chalk.people - seats);
    fleet.pickup.wanted.call();
    yield sim.hold(luck.block());
    yield* comeHome(world, fleet, chalk);
    if (!hasLanded) bringBack(world, fleet, serials);
    yield sim.hold(luck.turnTime());
    fleet.berths(fleet.base).release(1);
    const shortBy = launched + LEAST_CYCLE - sim.now;
    if (shortBy > 0) yield sim.hold(shortBy);
  }
}

/** Least minutes from launch to launch; assumed, because no craft does it in less, and time must pass. */
const LEAST_CYCLE = 1;

/** The craft is ready at its base. */
const standBy = (world: World, fleet: FleetState, tail: Tail, luck: TailLuck): void => {
  tail.seats = Math.max(1, Math.round(luck.seats()));
  tail.troopSeats = luck.troopSeats ? Math.max(0, Math.round(luck.troopSeats())) : tail.seats;
  tail.isCalled = false;
  fleet.idle.push(tail);
  dispatch(world, fleet);
};

/** Calls idle craft, the longest ready first, as long as one is wanted and may go. */
export const dispatch = (world: World, fleet: FleetState): void => {
  for (let tail = fleet.idle[0]; tail !== undefined; tail = fleet.idle[0]) {
    if (fleet.surplus > 0) {
      fleet.surplus -= 1;
      fleet.tails -= 1;
      tail.isTakenOut = true;
    } else {
      tail.seats = Math.min(tail.seats, seatsWithBeds(fleet));
      if (!mayLaunch(world, fleet, tail)) return;
      fleet.committed += tail.seats;
      fleet.base.haven?.expect(tail.seats);
      tail.serials = world.force.embark(fleet.base.id, fleet.pickup.id, fleet.plan.nation, tail.troopSeats);
    }
    fleet.idle.shift();
    tail.isCalled = true;
    tail.called.fire();
  }
};

/** A craft larger than its whole haven leaves seats empty, since it could never fly otherwise. */
const seatsWithBeds = ({ base }: FleetState): number =>
  base.haven === undefined || base.haven.beds === 0 ? Infinity : base.haven.beds;

const mayLaunch = (world: World, fleet: FleetState, tail: Tail): boolean => {
  const { base, plan } = fleet;
  if (base.haven !== undefined && !base.haven.mayLaunch(tail.seats)) return false;
  if (plan.road !== undefined && !world.roads.get(plan.road)!.isOpen) return false;
  return world.force.escorts(fleet.id) && isWanted(world, fleet, tail);
};

const tailLuck = (world: World, fleet: FleetState, tail: number): TailLuck => {
  const kind = world.scenario.craft[fleet.plan.craft]!;
  const path = `fleets.${fleet.id}/${tail}`;
  const { luck } = world;
  const variation = luck.series(`${path}/variation`, kind.variation);
  const standard = standardBlock(world, fleet, kind);
  return {
    seats: luck.series(`${path}/seats`, kind.seats),
    troopSeats: kind.troopSeats && luck.series(`${path}/troopSeats`, kind.troopSeats),
    block: () => standard * variation(),
    groundTime: luck.series(`${path}/groundTime`, kind.groundTime),
    turnTime: luck.series(`${path}/turnTime`, kind.turnTime),
  };
};

/** Block time without variation, minutes: the route's own time, or t0 + distance / V. */
const standardBlock = (world: World, fleet: FleetState, kind: Craft): number => {
  const ends = [fleet.base.id, fleet.pickup.id];
  const [id, route] = Object.entries(world.scenario.routes).find(([, each]) =>
    each.between.every((end) => ends.includes(end)),
  )!;
  if (route.time !== undefined) return world.luck.once(`routes.${id}.time`, route.time);
  const distance = world.luck.once(`routes.${id}.distance`, route.distance!);
  const speed = world.luck.once(`craft.${fleet.plan.craft}.speed`, kind.speed!);
  return world.luck.once(`craft.${fleet.plan.craft}.overhead`, kind.overhead) + (60 * distance) / speed;
};

const isWanted = (world: World, fleet: FleetState, { troopSeats }: Tail): boolean => {
  if (fleet.plan.launch === 'continuous') return true;
  if (fleet.demand > fleet.seatsUnderWay) return true;
  return troopSeats > 0 && world.force.stagedTroops(fleet.base.id, fleet.pickup.id, fleet.plan.nation) > 0;
};

/** Orbits until a stand and the runway are free, then lands; false when the craft must divert. */
function* approach(world: World, fleet: FleetState, bringsTroops: boolean): Process<boolean> {
  const { sim } = world;
  const { pickup } = fleet;
  const runway = fleet.runway(pickup);
  const arrived = sim.now;
  const kind = fleet.plan.craft;
  const endurance = world.luck.once(`craft.${kind}.orbit`, world.scenario.craft[kind]!.orbit);
  const left = () => Math.max(0, endurance - (sim.now - arrived));
  const berths = fleet.berths(pickup);
  const { orbit } = fleet;
  orbit.record(sim.now, orbit.level + 1);
  const hasBerth = yield berths.seize(1, { patience: left() });
  const mayLand =
    hasBerth && (runway === undefined || (yield* awaitRunway(runway, { patience: left, bringsTroops })));
  orbit.record(sim.now, orbit.level - 1);
  if (!mayLand) {
    if (hasBerth) berths.release(1);
    return false;
  }
  if (runway === undefined) return true;
  yield* move(sim, runway);
  yield sim.hold(pickup.taxi);
  return true;
}

/** One landing or take-off. */
interface Movement {
  /** minutes it can still wait */
  readonly patience: () => number;
  /** whether the craft brings troops, or has just brought some: it may move where only troops are wanting */
  readonly bringsTroops: boolean;
}

/** A movement that waits as long as it takes. */
export const WITH_ALL_TIME: Movement = { patience: () => Infinity, bringsTroops: false };

/** Waits for the open runway and uses it for one movement; false when patience ends first. */
export function* useRunway(world: World, runway: Runway, movement: Movement): Process<boolean> {
  const isOurs = yield* awaitRunway(runway, movement);
  if (isOurs) yield* move(world.sim, runway);
  return isOurs;
}

/** Waits until the runway is open and ours alone; false when patience ends first. */
function* awaitRunway(runway: Runway, { patience, bringsTroops }: Movement): Process<boolean> {
  for (;;) {
    while (!runway.isOpenTo(bringsTroops)) {
      const opened = yield runway.opened.wait({ patience: patience() });
      if (!opened && !runway.isOpenTo(bringsTroops)) return false;
    }
    const isOurs = yield runway.track.seize(1, { patience: patience() });
    if (!isOurs) return false;
    if (runway.isOpenTo(bringsTroops)) return true;
    runway.track.release(1);
  }
}

/** One movement on the runway that is ours. */
function* move(sim: Simulation, runway: Runway): Process {
  yield sim.hold(runway.separation);
  runway.track.release(1);
}

/**
 * Leaves the stand at the pickup once the runway is open, and is airborne when this returns. Who could land
 * with troops on a runway that nobody runs yet may leave it too, or its stand would be lost to the next troops.
 */
function* takeOff(world: World, fleet: FleetState, site: SiteState, bringsTroops: boolean): Process {
  const runway = fleet.runway(site);
  while (runway !== undefined && !runway.isOpenTo(bringsTroops)) yield runway.opened.wait();
  if (site === fleet.pickup) fleet.berths(site).release(1);
  if (runway === undefined) return;
  yield world.sim.hold(site.taxi);
  yield* useRunway(world, runway, { ...WITH_ALL_TIME, bringsTroops });
}

/** On the stand: people board in order while the ground time runs, and as policy allows until full. */
function* load(world: World, fleet: FleetState, luck: TailLuck, chalk: Chalk): Process {
  const { sim } = world;
  board(world, fleet, chalk);
  yield sim.hold(luck.groundTime());
  board(world, fleet, chalk);
  if (fleet.plan.load === 'timed') return;
  const until = sim.now + world.luck.once(`fleets.${fleet.id}.fillTime`, fleet.plan.fillTime);
  while (chalk.people < chalk.seats && sim.now < until) {
    yield fleet.pickup.ready.wait({ patience: until - sim.now });
    board(world, fleet, chalk);
  }
}

/** A craft that may not leave yet goes on boarding on its stand. */
function* boardOn(world: World, fleet: FleetState, chalk: Chalk, bringsTroops: boolean): Process {
  const runway = fleet.runway(fleet.pickup);
  if (runway === undefined) return;
  while (!runway.isOpenTo(bringsTroops)) {
    yield runway.opened.wait();
    board(world, fleet, chalk);
  }
}

const board = (world: World, fleet: FleetState, chalk: Chalk): void => {
  const { roster } = world;
  const boarded = fleet.pickup.waiting.takeLoad(fleet.carries, chalk.seats - chalk.people, (party) => {
    chalk.parties.push(party);
    roster.move(party, STATE.boarding);
    fleet.pickup.waitingArea.leave(roster.size[party]!);
    if (fleet.pickup === world.embassy?.site) world.embassy.noteBoarding(party, 1);
  });
  chalk.people += boarded;
  fleet.committed -= boarded;
};

/** A craft that could not land brings its serials back; another craft may take them meanwhile. */
const bringBack = (world: World, fleet: FleetState, serials: readonly Serial[]): void => {
  world.force.turnBack(serials);
  fleet.pickup.wanted.call();
};

/** Wheels-up: those bound for a haven are out. */
const depart = (world: World, fleet: FleetState, chalk: Chalk): void => {
  const state = fleet.base.haven === undefined ? STATE.shuttle : STATE.airborne;
  for (const party of chalk.parties) world.roster.move(party, state);
  fleet.sorties += 1;
  fleet.carried += chalk.people;
  fleet.seats += chalk.seats;
  if (fleet.pickup !== world.embassy?.site) return;
  for (const party of chalk.parties) world.embassy.noteBoarding(party, -1);
};

/** Lands at the base and sets people down; the craft keeps its stand. */
function* comeHome(world: World, fleet: FleetState, chalk: Chalk): Process {
  const { sim } = world;
  const { base } = fleet;
  const runway = fleet.runway(base);
  yield fleet.berths(base).seize(1);
  if (runway !== undefined) {
    yield* useRunway(world, runway, WITH_ALL_TIME);
    yield sim.hold(base.taxi);
  }
  base.haven?.arrive(chalk.people);
  base.haven?.expect(-chalk.people);
  for (const party of chalk.parties) alight(world, base, party);
}
