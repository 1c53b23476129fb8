import { quantile } from '../kernel/index.ts';
import type { Distribution, Scenario } from '../scenario/index.ts';
import { leaveEmbassy } from './journey.ts';
import { shareOfficers } from './officer-pool.ts';
import { keepOpeningHours } from './opening-hours.ts';
import { admitWalkers } from './outside.ts';
import type { Purpose } from './party-luck.ts';
import { PartyQueue } from './party-queue.ts';
import {
  becomeReady,
  buildSteps,
  comeIn,
  hasPartialPapers,
  isEligible,
  joinStep,
  nextStep,
  roomBehindGate,
} from './processing.ts';
import { NONE } from './roster.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import { Station } from './station.ts';
import { fail } from './try-again.ts';
import type { World } from './world.ts';

/** Sets up gates and desks, in the order of the file. */
export const buildStations = (world: World): void => {
  const { gates, desks } = world.scenario;
  buildSteps(world);
  for (const [id, gate] of Object.entries(gates)) {
    const station = gateStation(world, id, gate);
    world.gates.set(id, station);
    world.site(gate.site).gates.push(station);
  }
  for (const [id, desk] of Object.entries(desks)) {
    const station = deskStation(world, id, desk);
    world.desks.set(id, station);
    world.site(desk.site).desks.push(station);
  }
  for (const id of Object.keys(desks)) lendOfficers(world, id);
  for (const [id, { hours }] of [...Object.entries(gates), ...Object.entries(desks)]) {
    const station = (world.gates.get(id) ?? world.desks.get(id))!;
    if (hours !== undefined) world.start(`hours of ${id}`, keepOpeningHours(world, station, hours));
  }
  for (const site of world.sites.values()) {
    if (site.gates.length > 0) continue;
    for (const room of [site.waitingArea, site.processingRoom])
      room.freed.listen(() => admitWalkers(world, site));
  }
};

/** Gates that draw on a desk's officers share them with it. */
const lendOfficers = (world: World, desk: string): void => {
  const borrowers = Object.entries(world.scenario.gates)
    .filter(([, gate]) => gate.officersFrom === desk)
    .map(([id, gate]) => ({
      gate: world.gates.get(id)!,
      perLane: gate.officersPerLane
        ? world.luck.once(`gates.${id}.officersPerLane`, gate.officersPerLane)
        : 1,
    }))
    .filter(({ perLane }) => perLane > 0);
  if (borrowers.length > 0) shareOfficers(world.desks.get(desk)!, borrowers);
};

/** By what the crowd before a site makes a search at its gates longer. */
const slowing = ({ crowd, force }: World, site: SiteState): number =>
  crowd?.site === site ? crowd.slowing(force) : 1;

/** The least that a quantity of each party could be: its own, or the least there is where another try has other luck. */
const leastOf = (
  { partyLuck, populationsByGroup, roster }: World,
  distribution: Distribution,
  purpose: Purpose,
): ((party: number) => number) => {
  const own = partyLuck.valuesOf(distribution, purpose);
  const least = quantile(distribution)(0);
  return (party) => (populationsByGroup[roster.group[party]!]?.retries === undefined ? own(party) : least);
};

const gateStation = (world: World, id: string, gate: Scenario['gates'][string]): Station => {
  const { roster, luck, partyLuck, sim } = world;
  const site = world.site(gate.site);
  const search = partyLuck.valuesOf(gate.search, 'search');
  const station = new Station(sim, roster, {
    queue: site.outside,
    serves: world.flags(gate.admits),
    servers: luck.whole(`gates.${id}.lanes`, gate.lanes),
    rooms: [site.processingRoom, site.waitingArea],
    ahead: (party) => roomBehindGate(world, site, party),
    work: {
      time: (party) => search(party) * slowing(world, site),
      least: leastOf(world, gate.search, 'search'),
      begin: (party) => {
        site.patience?.drop(party);
        roster.move(party, STATE.search);
      },
      finish: (party) => {
        if (!gate.checksPapers || isEligible(world, party)) {
          comeIn(world, site, party);
          return;
        }
        roomBehindGate(world, site, party).forgo(roster.size[party]!);
        fail(world, party, STATE['turned-away']);
      },
    },
  });
  station.setOpen(gate.open);
  station.meter(gate.meter && luck.once(`gates.${id}.meter`, gate.meter));
  return station;
};

const deskStation = (world: World, id: string, desk: Scenario['desks'][string]): Station => {
  const { roster, luck, partyLuck, sim } = world;
  const site = world.site(desk.site);
  const { steps } = site.processing;
  const index = steps.findIndex(({ number }) => number === desk.step);
  const purpose: Purpose = desk.step === 1 ? 'desk' : `desk-step-${desk.step}`;
  const time = partyLuck.valuesOf(desk.time, purpose);
  const least = leastOf(world, desk.time, purpose);
  const partial = luck.once(`desks.${id}.partialPapers`, desk.partialPapers);
  const station = new Station(sim, roster, {
    queue: steps[index]!.queue,
    serves: world.flags(desk.serves),
    servers: luck.whole(`desks.${id}.officers`, desk.officers),
    rooms: [site.waitingArea],
    ahead: (party) => (nextStep(world, site, party, index + 1) === NONE ? site.waitingArea : undefined),
    work: {
      time: (party) => time(party) * (roster.partialPapers[party] === 1 ? partial : 1),
      // whom the embassy could not serve it might have served
      least: (party) => least(party) * (hasPartialPapers(world, party) ? partial : 1),
      begin: () => {},
      finish: (party) => {
        const isRefused = desk.checksPapers && !isEligible(world, party);
        leaveDesk(world, site, party, { next: nextStep(world, site, party, index + 1), isRefused });
      },
    },
  });
  steps[index]!.desks.push(station);
  return station;
};

/** What a desk has decided. */
interface Decided {
  /** the step that comes next, or `NONE` */
  readonly next: number;
  readonly isRefused: boolean;
}

const leaveDesk = (world: World, site: SiteState, party: number, { next, isRefused }: Decided): void => {
  if (next !== NONE && !isRefused) {
    joinStep(site, party, next);
    return;
  }
  const size = world.roster.size[party]!;
  site.processingRoom.leave(size);
  if (!isRefused) {
    becomeReady(world, site, party);
    return;
  }
  if (next === NONE) site.waitingArea.forgo(size);
  fail(world, party, STATE['turned-away']);
};

/** The consular section at the embassy. */
export const consularSection = (world: World, officers: number): Station => {
  const { sim, roster, partyLuck, scenario } = world;
  const time = partyLuck.valuesOf(scenario.embassy!.consular.time, 'consular');
  return new Station(sim, roster, {
    queue: new PartyQueue(roster),
    serves: world.flags(undefined),
    servers: officers,
    rooms: [],
    work: {
      time,
      begin: () => {},
      finish: (party) => leaveEmbassy(world, party),
    },
  });
};

/** The reception of a haven, or none where people go straight to a bed. */
export const receptionOf = (world: World, site: SiteState): Station | undefined => {
  const plan = world.scenario.sites[site.id]!.reception;
  if (plan === undefined) return undefined;
  const time = world.partyLuck.valuesOf(plan.time, `reception-${site.id}`);
  return new Station(world.sim, world.roster, {
    queue: site.arrivals,
    serves: world.flags(undefined),
    servers: world.luck.whole(`sites.${site.id}.reception.desks`, plan.desks),
    rooms: [],
    work: {
      time,
      begin: () => {},
      finish: (party) => {
        world.roster.move(party, STATE['in-haven']);
        site.residents.join(party);
        site.announce();
      },
    },
  });
};
