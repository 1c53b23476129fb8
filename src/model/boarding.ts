import type { Process } from '../kernel/index.ts';
import type { Carried } from './site.ts';
import { STATE } from './states.ts';
import { promised, type Sortie, TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** On the stand: people board in order while the ground time runs, and as policy allows until full. */
export function* load(world: World, tail: Tail): Process {
  const { sim } = world;
  const { fleet, luck } = tail;
  const sortie = tail.sortie!;
  tail.enter(TAIL.loading);
  board(world, tail);
  yield sim.hold(luck.groundTime());
  board(world, tail);
  if (fleet.plan.load === 'timed') return;
  tail.enter(TAIL['awaiting-people']);
  const until = sim.now + world.luck.once(`fleets.${fleet.id}.fillTime`, fleet.plan.fillTime);
  while (sortie.people + sortie.troopSeats < sortie.seats && sim.now < until) {
    yield sortie.pickup.ready.wait({ patience: until - sim.now });
    board(world, tail);
  }
}

/** A craft that may not leave yet goes on boarding on its stand. */
export function* boardOn(world: World, tail: Tail): Process {
  const sortie = tail.sortie!;
  const runway = tail.fleet.runway(sortie.pickup);
  if (runway === undefined) return;
  tail.enter(TAIL['awaiting-runway']);
  while (!runway.isOpenTo(hasTroops(sortie))) {
    yield runway.opened.wait();
    board(world, tail);
  }
}

const board = (world: World, tail: Tail): void => {
  boardTroops(world, tail, true);
  const { fleet, sortie } = tail;
  const { pickup, parties, seats, people, troopSeats } = sortie!;
  const boarded = pickup.boarders.takeLoad(
    fleet.carries,
    Math.floor(seats - people - troopSeats),
    (party) => {
      parties.push(party);
      takeOn(world, sortie!, party);
    },
  );
  sortie!.people += boarded;
  fleet.committed[pickup.index]! -= boarded;
  boardTroops(world, tail, false);
};

/** Whether a craft brings troops to its pickup, or takes some from there: it may use a runway that nobody runs. */
export const hasTroops = ({ serials, troops }: Sortie): boolean => serials.length > 0 || troops.length > 0;

/** Troops who leave get on, before evacuees or after them; they take no beds, so that only the craft's seats count. */
const boardTroops = (world: World, tail: Tail, boardsFirst: boolean): void => {
  const { fleet } = tail;
  const sortie = tail.sortie!;
  const { pickup, delivery, people, troopSeats, troops } = sortie;
  const aboard = troops.reduce((sum, each) => sum + each.troops, 0);
  const room = { seats: tail.seats - people - troopSeats, troops: tail.troopSeats - aboard };
  const carrier = { fleet: fleet.id, nation: fleet.plan.nation, from: pickup.id, to: [delivery.id] };
  const { load, seats } = world.force.boardOut(carrier, room, boardsFirst);
  if (load.length === 0) return;
  troops.push(...load);
  const before = promised(sortie);
  sortie.troopSeats += seats;
  fleet.committed[pickup.index]! -= before - promised(sortie);
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
  const seats = people + promised(sortie!);
  count(fleet.total, people, seats);
  count(pickup.flown, people, seats);
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
    troops: troops.reduce((sum, each) => sum + each.troops, 0),
    parties: parties.map(nameOf),
  });
};

const count = (carried: Carried, people: number, seats: number): void => {
  carried.sorties += 1;
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
