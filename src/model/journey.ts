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
 * Sends a population's parties on their way, in the order of their luck.
 *
 * Each party sets out when the population's cumulative hazard reaches the party's own exponential
 * threshold, so that events change when a party sets out and nothing else about it. The hazard is the
 * share of those still at home who set out per hour, by local hour of the day, times the factor set by
 * actions.
 */
export function* setOut(world: World, population: PopulationState): Process {
  const { sim } = world;
  const begins = world.minutes(population.plan.from);
  if (begins > 0) yield sim.hold(begins);
  const thresholds = thresholdsOf(world, population);
  const order = orderOf(thresholds);
  let reached = 0;
  for (const row of order) {
    const due = thresholds[row]!;
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
    const party = population.group.first + row;
    if (world.roster.state[party] === STATE['at-home']) leaveHome(world, population, party);
  }
}

const thresholdsOf = (world: World, population: PopulationState): Float64Array => {
  const luck = world.partyLuck.of('sets-out');
  const thresholds = new Float64Array(population.group.parties);
  for (let row = 0; row < thresholds.length; row++) {
    thresholds[row] = -log(1 - luck[population.group.first + row]!);
  }
  return thresholds;
};

/** Rows in ascending order of threshold; equal thresholds keep the order of the roster. */
const orderOf = (thresholds: Float64Array): Uint32Array =>
  Uint32Array.from(thresholds, (_, row) => row).sort((a, b) => thresholds[a]! - thresholds[b]! || a - b);

const leaveHome = (world: World, population: PopulationState, party: number): void => {
  const { partyLuck, roster } = world;
  const papers = partyLuck.of('papers')[party]!;
  const { ineligible, partialPapers } = population;
  world.ticketed[party] = partyLuck.of('ticket')[party]! < population.ticketed ? 1 : 0;
  roster.partialPapers[party] = papers >= ineligible && papers < ineligible + partialPapers ? 1 : 0;
  const needsOfficer = partyLuck.of('needs-consular')[party]! < population.consular;
  const road = population.roadOf(partyLuck.of('road')[party]!);
  if (!needsOfficer || world.embassy === undefined) {
    goToAirfield(world, party, road, { travel: 'travel', turnedBack: 'turned-back' });
    return;
  }
  roster.move(party, STATE['to-embassy']);
  travel(world, party, road, { travel: 'embassy-travel', turnedBack: 'turned-back' }, () =>
    seeOfficer(world, party),
  );
};

/** The luck of one leg by road; a second leg has luck of its own. */
interface Leg {
  readonly travel: Purpose;
  readonly turnedBack: Purpose;
}

/** A party travels by a road; it is turned back where that is closed, or at a checkpoint. */
const travel = (world: World, party: number, roadId: string, leg: Leg, arrive: () => void): void => {
  const { roster, partyLuck, sim } = world;
  const road = world.roads.get(roadId)!;
  const isStopped = (): boolean => !road.isOpen || partyLuck.of(leg.turnedBack)[party]! < road.turnedBack;
  if (!road.isOpen) {
    roster.move(party, STATE['turned-back']);
    return;
  }
  sim.at(sim.now + road.travel(partyLuck.of(leg.travel)[party]!), () => {
    if (isStopped()) roster.move(party, STATE['turned-back']);
    else arrive();
  });
};

const goToAirfield = (world: World, party: number, road: string, leg: Leg): void => {
  const { plan } = populationOf(world, party);
  world.roster.move(party, STATE.travelling);
  travel(world, party, road, leg, () => reach(world, world.site(plan.site), party));
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
export const leaveEmbassy = (world: World, party: number): void =>
  goToAirfield(world, party, world.embassy!.plan.road, {
    travel: 'travel',
    turnedBack: 'second-turned-back',
  });

/** Everyone who waits for an officer is sent on: the consular section has closed for good. */
export const closeConsularSection = (world: World): void => {
  const queue = world.embassy!.officers.queue;
  const everyone = world.flags(undefined);
  for (let party = queue.first(everyone); party !== NONE; party = queue.first(everyone)) {
    queue.leave(party);
    unserved(world, party);
  }
};

const populationOf = (world: World, party: number): PopulationState => {
  const group = world.roster.groups[world.roster.group[party]!]!;
  return world.populations.get(group.id)!;
};

/** A party arrives before the airfield. */
const reach = (world: World, site: SiteState, party: number): void => {
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
    const minutes = quantile(patience)(partyLuck.of('patience')[party]!);
    roster.timer[party] = sim.at(sim.now + minutes, () => giveUp(world, site, party));
  }
  for (const gate of site.gates) gate.assign();
};

const giveUp = (world: World, site: SiteState, party: number): void => {
  world.roster.timer[party] = NONE;
  site.outside.leave(party);
  world.roster.move(party, STATE['gave-up']);
};

/** Commercial flights have stopped: those who wait for one go to the gates. */
export const leaveTerminal = (world: World, site: SiteState): void => {
  const everyone = world.flags(undefined);
  for (let party = site.terminal.first(everyone); party !== NONE; party = site.terminal.first(everyone)) {
    site.terminal.leave(party);
    joinGate(world, site, party);
  }
};
