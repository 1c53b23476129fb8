import { log, type Process, quantile } from '../kernel/index.ts';
import type { Purpose } from './party-luck.ts';
import type { PopulationState } from './population.ts';
import { NONE } from './roster.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** Hours by which rounding may leave the clock short of the full hour it has reached. */
const CLOCK_ERROR = 1e-9;

/**
 * Sends a population's parties on their way, in the order of their luck, which is the order of their rows.
 *
 * Each party sets out when the population's cumulative hazard reaches the party's own exponential
 * threshold, so that events change when a party sets out and nothing else about it. The hazard is the
 * share of those still at home who set out per hour, by local hour of the day, times the factor set by
 * actions.
 */
export function* setOut(world: World, population: PopulationState): Process {
  const { sim } = world;
  const begins = world.minutes(population.plan.notified);
  if (begins > 0) yield sim.hold(begins);
  const { first, parties } = population.group;
  let reached = 0;
  for (let party = first; party < first + parties; party++) {
    const due = -log(1 - world.partyLuck.of(party, 'sets-out'));
    while (reached < due) {
      const minute = world.minuteOfDay;
      const hour = Math.floor(minute / 60 + CLOCK_ERROR);
      const perMinute = (population.hazards[hour % 24]! * population.factor) / 60;
      const toNextHour = (hour + 1) * 60 - minute;
      const needed = perMinute > 0 ? (due - reached) / perMinute : Infinity;
      const since = sim.now;
      const changed = yield population.changed.wait({ patience: Math.min(needed, toNextHour) });
      if (!changed && needed <= toNextHour) reached = due;
      else reached += (sim.now - since) * perMinute;
    }
    if (world.roster.state[party] === STATE['at-home']) leaveHome(world, population, party);
  }
}

const leaveHome = (world: World, population: PopulationState, party: number): void => {
  const { partyLuck, roster } = world;
  const papers = partyLuck.of(party, 'papers');
  const { ineligible, partialPapers } = population;
  world.ticketed[party] = partyLuck.of(party, 'ticket') < population.ticketed ? 1 : 0;
  roster.partialPapers[party] = papers >= ineligible && papers < ineligible + partialPapers ? 1 : 0;
  const needsOfficer = partyLuck.of(party, 'needs-consular') < population.consular;
  const road = population.roadOf(partyLuck.of(party, 'road'));
  if (!needsOfficer || world.embassy === undefined) {
    roster.move(party, STATE.travelling);
    travel(world, party, road, FIRST_LEG, reach);
    return;
  }
  roster.move(party, STATE['to-embassy']);
  travel(world, party, road, EMBASSY_LEG, seeOfficer);
};

/** The luck of one leg by road; a second leg has luck of its own. */
interface Leg {
  readonly travel: Purpose;
  readonly turnedBack: Purpose;
}

const FIRST_LEG: Leg = { travel: 'travel', turnedBack: 'turned-back' };
const EMBASSY_LEG: Leg = { travel: 'embassy-travel', turnedBack: 'turned-back' };
const SECOND_LEG: Leg = { travel: 'travel', turnedBack: 'second-turned-back' };

/** What a party does where its road ends. */
type Arrive = (world: World, party: number) => void;

/** A party travels by a road; it is turned back where that is closed, or at a checkpoint. */
const travel = (world: World, party: number, roadId: string, leg: Leg, arrive: Arrive): void => {
  const { roster, partyLuck, sim } = world;
  const road = world.roads.get(roadId)!;
  if (!road.isOpen) {
    roster.move(party, STATE['turned-back']);
    return;
  }
  sim.at(sim.now + road.travel(partyLuck.of(party, leg.travel)), () => {
    const isStopped = !road.isOpen || partyLuck.of(party, leg.turnedBack) < road.turnedBack;
    if (isStopped) roster.move(party, STATE['turned-back']);
    else arrive(world, party);
  });
};

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

/** Consular officers have left: the party goes to the airfield with what papers it has. */
const unserved = (world: World, party: number): void => {
  world.roster.partialPapers[party] = 1;
  leaveEmbassy(world, party);
};

/** A party travels from the embassy to the airfield, served or not. */
export const leaveEmbassy = (world: World, party: number): void => {
  world.roster.move(party, STATE.travelling);
  travel(world, party, world.embassy!.plan.road, SECOND_LEG, reach);
};

/** Everyone who waits for an officer is sent on: the consular section has closed for good. */
export const closeConsularSection = (world: World): void => {
  const queue = world.embassy!.officers.queue;
  const everyone = world.flags(undefined);
  for (let party = queue.first(everyone); party !== NONE; party = queue.first(everyone)) {
    queue.leave(party);
    unserved(world, party);
  }
};

const populationOf = (world: World, party: number): PopulationState =>
  world.populationsByGroup[world.roster.group[party]!]!;

/** A party arrives before the airfield. */
const reach = (world: World, party: number): void => {
  const site = world.site(populationOf(world, party).plan.site);
  if (world.ticketed[party] === 0 || !world.fliesFrom(site)) {
    joinGate(world, site, party);
    return;
  }
  world.roster.move(party, STATE.terminal);
  site.terminal.join(party);
};

const joinGate = (world: World, site: SiteState, party: number): void => {
  const { roster, sim, partyLuck } = world;
  const { patience } = populationOf(world, party).plan;
  world.ticketed[party] = 0;
  roster.move(party, STATE['outside-gate']);
  site.outside.join(party);
  if (patience !== undefined) {
    const minutes = quantile(patience)(partyLuck.of(party, 'patience'));
    roster.timer[party] = sim.at(sim.now + minutes, () => giveUp(world, site, party));
  }
  for (const gate of site.gates) gate.assign();
};

const giveUp = (world: World, site: SiteState, party: number): void => {
  world.roster.timer[party] = NONE;
  site.outside.leave(party);
  world.roster.move(party, STATE['gave-up']);
  // it may have been the one for whom there was no room
  for (const gate of site.gates) gate.assign();
};

/** Commercial flights have stopped: those who wait for one go to the gates. */
export const leaveTerminal = (world: World, site: SiteState): void => {
  const everyone = world.flags(undefined);
  for (let party = site.terminal.first(everyone); party !== NONE; party = site.terminal.first(everyone)) {
    site.terminal.leave(party);
    joinGate(world, site, party);
  }
};
