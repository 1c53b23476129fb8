import type { Process } from '../kernel/index.ts';
import type { Fleet } from '../scenario/index.ts';
import type { Staff } from './embassy.ts';
import { reach } from './outside.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** A party steps off the craft: into a haven, to work at the airfield, before the gates, or to wait for the next craft. */
export const alight = (world: World, site: SiteState, party: number, setsDown: Fleet['setsDown']): void => {
  const { roster } = world;
  if (site.haven !== undefined) {
    receive(world, site, party);
    return;
  }
  const staff = staffOf(world, party);
  if (staff?.plan.to === 'airfield' && site.id === world.embassy!.plan.airfield) {
    roster.move(party, STATE['at-airfield']);
    if (staff.plan.function === 'consular') staffDesk(world, 1);
    return;
  }
  if (staff === undefined && setsDown === 'outside') {
    reach(world, site, party);
    return;
  }
  site.waitingArea.admit(roster.size[party]!);
  roster.move(party, STATE['waiting-area']);
  site.waiting.join(party);
  site.announce();
};

/** More officers work at the desk that the embassy's consular section has moved to. */
const staffDesk = (world: World, officers: number): void => {
  const desk = world.desks.get(world.embassy!.plan.desk);
  desk?.setServers(desk.servers + officers);
};

const staffOf = (world: World, party: number): Staff | undefined => {
  const group = world.roster.group[party]!;
  return world.embassy?.staff.find((staff) => staff.group.index === group);
};

const receive = (world: World, site: SiteState, party: number): void => {
  const reception = world.receptions.get(site.id);
  if (reception === undefined) {
    world.roster.move(party, STATE['in-haven']);
    site.residents.join(party);
    site.announce();
    return;
  }
  world.roster.move(party, STATE.reception);
  site.arrivals.join(party);
  reception.assign();
};

/** Minutes between two departures of people who move on; assumed, because onward flights leave about hourly. */
const ONWARD_STEP = 60;

/** People move on from a haven at its rate: by priority, then in order of arrival, as everywhere. */
export function* moveOn(world: World, site: SiteState): Process {
  const haven = site.haven!;
  let seats = 0;
  for (;;) {
    yield world.sim.hold(ONWARD_STEP);
    seats += (haven.onward * ONWARD_STEP) / 60;
    const moved = site.residents.takeLoad(world.everyone, Math.floor(seats), (party) =>
      world.roster.move(party, STATE.onward),
    );
    seats -= moved;
    if (moved > 0) haven.leave(moved);
    // what nobody used is kept for one hour, so that those who come next do not find the seats of days
    if (site.residents.parties === 0) seats = Math.min(seats, haven.onward);
  }
}
