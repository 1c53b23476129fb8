import { type EventId, quantile } from '../kernel/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { leaveEmbassy } from './journey.ts';
import { PartyQueue } from './party-queue.ts';
import { NONE } from './roster.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import { Station } from './station.ts';
import type { World } from './world.ts';

/** Sets up gates, desks and reception, in the order of the file. */
export const buildStations = (world: World): void => {
  const { scenario } = world;
  for (const [id, gate] of Object.entries(scenario.gates)) {
    const station = gateStation(world, id, gate);
    world.gates.set(id, station);
    world.site(gate.site).gates.push(station);
  }
  for (const [id, desk] of Object.entries(scenario.desks)) {
    const station = deskStation(world, id, desk);
    world.desks.set(id, station);
    world.site(desk.site).desks.push(station);
  }
};

const gateStation = (world: World, id: string, gate: Scenario['gates'][string]): Station => {
  const { roster, luck, partyLuck, sim } = world;
  const site = world.site(gate.site);
  const search = quantile(gate.search);
  const hasDesks = Object.values(world.scenario.desks).some((desk) => desk.site === gate.site);
  const station = new Station(sim, roster, {
    name: `gate ${id}`,
    queue: site.outside,
    serves: world.flags(gate.admits),
    servers: luck.whole(`gates.${id}.lanes`, gate.lanes),
    ahead: hasDesks ? site.processingRoom : site.waitingArea,
    work: {
      time: (party) => search(partyLuck.of(party, 'search')),
      begin: (party) => {
        if (roster.timer[party] !== NONE) sim.cancel(roster.timer[party] as EventId);
        roster.timer[party] = NONE;
        roster.move(party, STATE.search);
      },
      finish: (party) => {
        if (!hasDesks) return becomeReady(world, site, party);
        site.processingRoom.enter(roster.size[party]!);
        roster.move(party, STATE.processing);
        site.processing.join(party);
        for (const desk of site.desks) desk.assign();
      },
    },
  });
  station.setOpen(gate.open);
  return station;
};

const deskStation = (world: World, id: string, desk: Scenario['desks'][string]): Station => {
  const { roster, luck, partyLuck, sim } = world;
  const site = world.site(desk.site);
  const time = quantile(desk.time);
  const partial = luck.once(`desks.${id}.partialPapers`, desk.partialPapers);
  return new Station(sim, roster, {
    name: `desk ${id}`,
    queue: site.processing,
    serves: world.flags(desk.serves),
    servers: luck.whole(`desks.${id}.officers`, desk.officers),
    ahead: site.waitingArea,
    work: {
      time: (party) => time(partyLuck.of(party, 'desk')) * (roster.partialPapers[party] === 1 ? partial : 1),
      begin: () => {},
      finish: (party) => {
        const size = roster.size[party]!;
        site.processingRoom.leave(size);
        if (isEligible(world, party)) return becomeReady(world, site, party);
        site.waitingArea.forgo(size);
        roster.move(party, STATE['turned-away']);
      },
    },
  });
};

const isEligible = (world: World, party: number): boolean => {
  const group = world.roster.groups[world.roster.group[party]!]!;
  const population = world.populations.get(group.id);
  return population === undefined || world.partyLuck.of(party, 'papers') >= population.ineligible;
};

/** A party for whom room was kept enters the waiting area. */
const becomeReady = (world: World, site: SiteState, party: number): void => {
  site.waitingArea.enter(world.roster.size[party]!);
  world.roster.move(party, STATE['waiting-area']);
  site.waiting.join(party);
  site.announce();
};

/** The consular section at the embassy. */
export const consularSection = (world: World, officers: number): Station => {
  const { sim, roster, partyLuck, scenario } = world;
  const time = quantile(scenario.embassy!.consular.time);
  return new Station(sim, roster, {
    name: 'consular section',
    queue: new PartyQueue(roster),
    serves: world.flags(undefined),
    servers: officers,
    ahead: undefined,
    work: {
      time: (party) => time(partyLuck.of(party, 'consular')),
      begin: () => {},
      finish: (party) => leaveEmbassy(world, party),
    },
  });
};

/** The reception of a haven, or none where people go straight to a bed. */
export const receptionOf = (world: World, site: SiteState): Station | undefined => {
  const plan = world.scenario.sites[site.id]!.reception;
  if (plan === undefined) return undefined;
  const time = world.luck.series(`sites.${site.id}.reception.time`, plan.time);
  return new Station(world.sim, world.roster, {
    name: `reception ${site.id}`,
    queue: site.arrivals,
    serves: world.flags(undefined),
    servers: world.luck.whole(`sites.${site.id}.reception.desks`, plan.desks),
    ahead: undefined,
    work: {
      time: () => time(),
      begin: () => {},
      finish: (party) => {
        world.roster.move(party, STATE['in-haven']);
        site.residents.join(party);
      },
    },
  });
};
