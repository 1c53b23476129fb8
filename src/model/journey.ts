import { reach } from './outside.ts';
import type { PopulationState } from './population.ts';
import { hasPartialPapers } from './processing.ts';
import { type Leg, travel } from './road.ts';
import { NONE } from './roster.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** A party leaves home for the first time. */
export const leaveHome = (world: World, population: PopulationState, party: number): void => {
  const { partyLuck, roster } = world;
  if (hasPartialPapers(world, party)) roster.partialPapers[party] = 1;
  world.ticketed[party] = partyLuck.isAmong(population.ticketed, party, 'ticket') ? 1 : 0;
  takeRoad(world, party);
};

/** A party sets out from home: to the embassy if it needs an officer it has not seen, or to the site. */
export const takeRoad = (world: World, party: number): void => {
  const { partyLuck, roster } = world;
  const population = populationOf(world, party);
  const road = population.roadOf(party);
  const needsOfficer =
    world.embassy !== undefined && partyLuck.isAmong(population.consular, party, 'needs-consular');
  if (!needsOfficer || world.seenOfficer.has(party)) {
    roster.move(party, STATE.travelling);
    travel(world, party, road, FIRST_LEG);
    return;
  }
  roster.move(party, STATE['to-embassy']);
  travel(world, party, road, EMBASSY_LEG);
};

const arrive = (world: World, party: number): void => reach(world, populationOf(world, party).site, party);

const seeOfficer = (world: World, party: number): void => {
  const { officers, servesNationals } = world.embassy!;
  if (!servesNationals) {
    unserved(world, party);
    return;
  }
  world.roster.move(party, STATE['consular-queue']);
  officers.queue.join(party);
  officers.assign();
};

const toSite: Leg['minutes'] = (road, party) => road.toSite(party);
const toEmbassy: Leg['minutes'] = (road, party) => road.toEmbassy(party);
const FIRST_LEG: Leg = { minutes: toSite, turnedBack: 'turned-back', arrive };
const EMBASSY_LEG: Leg = { minutes: toEmbassy, turnedBack: 'turned-back', arrive: seeOfficer };
const SECOND_LEG: Leg = { minutes: toSite, turnedBack: 'second-turned-back', arrive };

/** Consular officers have left: the party goes to the airfield with what papers it has. */
const unserved = (world: World, party: number): void => {
  world.roster.partialPapers[party] = 1;
  leaveEmbassy(world, party);
};

/** A party travels from the embassy to the airfield, served or not. */
export const leaveEmbassy = (world: World, party: number): void => {
  if (populationOf(world, party).retries !== undefined) world.seenOfficer.add(party);
  world.roster.move(party, STATE.travelling);
  travel(world, party, world.roads.get(world.embassy!.plan.road)!, SECOND_LEG);
};

/** Everyone who waits for an officer is sent on: the consular section has closed for good. */
export const closeConsularSection = (world: World): void => {
  const { queue } = world.embassy!.officers;
  const { everyone } = world;
  for (let party = queue.first(everyone); party !== NONE; party = queue.first(everyone)) {
    queue.leave(party);
    unserved(world, party);
  }
};

const populationOf = (world: World, party: number): PopulationState =>
  world.populationsByGroup[world.roster.group[party]!]!;
