import type { Process } from '../kernel/index.ts';
import type { FlightState } from './flights.ts';
import { useRunway, WITH_ALL_TIME } from './movement.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** Minutes after its time at which a flight that could not land is cancelled; assumed, as an airline would. */
const CANCELLED_AFTER = 120;

/** What one flight of the timetable draws. */
interface FlightLuck {
  readonly seats: number;
  readonly groundTime: number;
  readonly block: number;
}

/** Commercial flights come at their times of day for as long as they run. */
export function* keepSchedule(world: World, flights: FlightState): Process {
  const { sim } = world;
  if (flights.schedule.length === 0) return;
  const firstMidnight = -world.minuteOfDay;
  for (let midnight = firstMidnight; ; midnight += 1440) {
    for (const time of flights.schedule) {
      const due = midnight + time;
      if (due < 0) continue;
      yield sim.hold(Math.max(0, due - sim.now));
      // drawn whether it flies or not, so that stopping flights changes the luck of none that flies later
      const luck: FlightLuck = {
        seats: Math.round(flights.seats()),
        groundTime: flights.groundTime(),
        block: flights.block(),
      };
      if (!flights.isRunning) continue;
      flights.offered += luck.seats;
      world.start(`flight ${flights.id}`, visit(world, flights, luck));
    }
  }
}

/** One commercial flight: lands, takes those who hold tickets, leaves. */
function* visit(world: World, flights: FlightState, { seats, groundTime, block }: FlightLuck): Process {
  const { sim } = world;
  const { site } = flights;
  const due = sim.now + CANCELLED_AFTER;
  const patience = () => Math.max(0, due - sim.now);
  const hasStand = yield flights.stands.seize(1, { patience: patience() });
  const hasLanded =
    hasStand &&
    (site.runway === undefined || (yield* useRunway(world, site.runway, { patience, bringsTroops: false })));
  if (!hasLanded) {
    if (hasStand) flights.stands.release(1);
    return;
  }
  yield sim.hold(site.taxi + groundTime);
  const parties: number[] = [];
  const people = flights.isRunning
    ? site.terminal.takeLoad(world.everyone, seats, (party) => {
        parties.push(party);
        world.roster.move(party, STATE.boarding);
      })
    : 0;
  yield sim.hold(site.taxi);
  if (site.runway !== undefined) yield* useRunway(world, site.runway, WITH_ALL_TIME);
  flights.stands.release(1);
  world.record?.({
    at: sim.now,
    kind: 'flight',
    flights: flights.id,
    site: site.id,
    seats,
    people,
    parties: parties.map(world.nameOf),
  });
  for (const party of parties) world.roster.move(party, STATE.airborne);
  flights.carried += people;
  yield sim.hold(block);
  for (const party of parties) world.roster.move(party, STATE.abroad);
}
