import type { Process } from '../kernel/index.ts';
import { troopsOf } from './force.ts';
import { isDay, isUsable, untilUsable } from './opening.ts';
import type { Carried, SiteState } from './site.ts';
import { STATE } from './states.ts';
import { promised, type Sortie, TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** On the stand: people board in order while the ground time runs, and as policy allows until full. */
export function* load(world: World, tail: Tail): Process {
  const { sim } = world;
  const { fleet, luck } = tail;
  const sortie = tail.sortie!;
  const began = sim.now;
  tail.enter(TAIL.loading);
  board(world, tail);
  yield sim.hold(luck.groundTime() * inTheDark(world, tail, sortie.pickup));
  board(world, tail);
  if (fleet.plan.load === 'full') yield* awaitPeople(world, tail);
  const shortBy = began + minutesAtDoors(tail) - sim.now;
  if (shortBy <= 0) return;
  tail.enter(TAIL.loading);
  yield sim.hold(shortBy);
}

/** Goes on boarding as people come, until the craft is full or has waited long enough. */
function* awaitPeople(world: World, tail: Tail): Process {
  const { sim } = world;
  const { id, plan } = tail.fleet;
  const sortie = tail.sortie!;
  tail.enter(TAIL['awaiting-people']);
  const until = sim.now + world.luck.once(`fleets.${id}.fillTime`, plan.fillTime);
  while (promised(tail) > 0 && sim.now < until) {
    yield sortie.pickup.ready.wait({ patience: until - sim.now });
    board(world, tail);
  }
}

/** Minutes that those who get off and on need for the doors. */
const minutesAtDoors = ({ sortie, boarding, alighting }: Tail): number => {
  const { serials, troops, people } = sortie!;
  return 60 * (troopsOf(serials) / alighting + (people + troopsOf(troops)) / boarding);
};

/** Multiple of a ground time that begins now. */
export const inTheDark = (world: World, { night }: Tail, site: SiteState): number =>
  night === 1 || isDay(world, site) ? 1 : night;

/** A craft that may not leave yet goes on boarding on its stand. */
export function* boardOn(world: World, tail: Tail): Process {
  const { fleet } = tail;
  const { pickup } = tail.sortie!;
  const runway = fleet.runway(pickup);
  for (;;) {
    if (runway !== undefined && !runway.isOpenTo(hasTroops(tail.sortie!))) {
      tail.enter(TAIL['awaiting-runway']);
      yield runway.opened.wait();
    } else if (!isUsable(world, fleet, pickup)) {
      tail.enter(TAIL.closed);
      yield pickup.reopened.wait({
        patience: pickup.isShut ? Infinity : untilUsable(world, fleet, pickup, 0),
      });
    } else return;
    board(world, tail);
  }
}

const board = (world: World, tail: Tail): void => {
  boardTroops(world, tail, true);
  const { fleet, sortie } = tail;
  const { pickup, parties } = sortie!;
  const boarded = pickup.boarders.takeLoad(fleet.carries, promised(tail), (party) => {
    parties.push(party);
    takeOn(world, sortie!, party);
  });
  sortie!.people += boarded;
  fleet.committed[pickup.index]! -= boarded;
  boardTroops(world, tail, false);
  // seats that others have taken are no longer under way to those whom another fleet carries too
  if (boarded > 0 && fleet.sharing.length > 1) pickup.wanted.call();
};

/** Whether a craft brings troops to its pickup, or takes some from there: it may use a runway that nobody runs. */
export const hasTroops = ({ serials, troops }: Sortie): boolean => serials.length > 0 || troops.length > 0;

/** Troops who leave get on, before evacuees or after them; they take no beds, so that only the craft's seats count. */
const boardTroops = (world: World, tail: Tail, boardsFirst: boolean): void => {
  const { fleet } = tail;
  const sortie = tail.sortie!;
  const { pickup, delivery, people, troopSeats, troops } = sortie;
  const aboard = troopsOf(troops);
  const room = { seats: tail.seats - people - troopSeats, troops: tail.troopSeats - aboard };
  const carrier = { fleet: fleet.id, nation: fleet.plan.nation, from: pickup.id, to: [delivery.id] };
  const { load, seats } = world.force.boardOut(carrier, room, boardsFirst);
  if (load.length === 0) return;
  troops.push(...load);
  const before = promised(tail);
  sortie.troopSeats += seats;
  fleet.committed[pickup.index]! -= before - promised(tail);
};

/** A party gets on: from the waiting area, or from its beds where a haven's people fly on. */
const takeOn = ({ roster, embassy }: World, { pickup }: Sortie, party: number): void => {
  const size = roster.size[party]!;
  if (pickup.haven !== undefined) {
    roster.move(party, STATE['flying-on']);
    pickup.haven.boarding += size;
    return;
  }
  roster.move(party, STATE.boarding);
  pickup.waitingArea.leave(size);
  if (pickup === embassy?.site) embassy.noteBoarding(party, 1);
};

/** Wheels-up: those bound for a haven are out; those who leave one free their beds. */
export const depart = (world: World, tail: Tail): void => {
  const { fleet, sortie } = tail;
  const { pickup, delivery, parties, people, troops } = sortie!;
  world.force.flyOut(troops);
  recordDeparture(world, tail);
  // what troops took was not empty, and not for evacuees
  const seats = people + promised(tail);
  count(fleet.total, people, seats);
  count(pickup.flown, people, seats);
  for (const tally of world.tallies.values()) tally.note(world.sim.now, { fleet, pickup, people });
  if (pickup.haven !== undefined) {
    pickup.haven.boarding -= people;
    if (people > 0) pickup.haven.leave(people);
    return;
  }
  if (delivery.haven !== undefined) count(fleet.bridge, people, seats);
  const state = delivery.haven === undefined ? STATE.shuttle : STATE.airborne;
  for (const party of parties) world.roster.move(party, state);
  if (pickup !== world.embassy?.site) return;
  for (const party of parties) world.embassy.noteBoarding(party, -1);
};

const recordDeparture = ({ record, sim, nameOf }: World, { fleet, number, sortie }: Tail): void => {
  if (record === undefined) return;
  const { pickup, delivery, parties, people, seats, troops } = sortie!;
  record({
    at: sim.now,
    kind: 'departure',
    fleet: fleet.id,
    tail: number,
    pickup: pickup.id,
    delivery: delivery.id,
    seats,
    people,
    troops: troopsOf(troops),
    parties: parties.map(nameOf),
  });
};

const count = (carried: Carried, people: number, seats: number): void => {
  carried.sorties += 1;
  carried.loads += Number(people > 0);
  carried.people += people;
  carried.seats += seats;
};

/** A craft that could not land brings its serials back; another craft may take them meanwhile. */
export const bringBack = (world: World, tail: Tail): void => {
  const { serials, pickup } = tail.sortie!;
  const { fleet, number } = tail;
  world.record?.({ at: world.sim.now, kind: 'divert', fleet: fleet.id, tail: number, pickup: pickup.id });
  world.force.turnBack(serials);
  pickup.wanted.call();
};
