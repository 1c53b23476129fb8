import type { FleetState } from '../fleet.ts';
import type { SiteState } from '../site.ts';
import type { World } from '../world.ts';
import { mostFor } from './fit.ts';
import { ordered } from './ordered.ts';
import { type Flyable, flyable } from './sorties.ts';
import { gateBound, processingBound, whoCame } from './stages.ts';

/** The stages that a ceiling knows of, in the order of the flow. */
export const CEILING_STAGES = ['demand', 'gate', 'processing', 'fleet', 'stand', 'runway', 'haven'] as const;

/** The name of such a stage. */
export type CeilingStage = (typeof CEILING_STAGES)[number];

/** Most evacuees who could be out by now as far as each stage goes; infinite where it sets no bound. */
export type Ceiling = Readonly<Record<CeilingStage, number>>;

/** People are whole: what is beyond that is rounding. */
const ROUNDING = 1e-3;

const whole = (people: number): number => Math.floor(people + ROUNDING);

/**
 * A ceiling on the people out by now: no order of people and no timing of craft gets more out through the stages
 * as they were in this run, with its luck and its actions. Parties may be divided and craft never wait.
 *
 * A run that has branched off knows nothing of the luck it left: only demand bounds it then.
 */
export const ceilingOf = (world: World): Ceiling => {
  const came = whoCame(world);
  const demand = came.people;
  const none = { gate: Infinity, processing: Infinity, fleet: Infinity, stand: Infinity, runway: Infinity };
  if (world.luck.branch !== '') return { demand, ...none, haven: Infinity };
  const byTicket = Math.min(came.ticketed, ticketSeats(world));
  const fleets = [...world.fleets.values()].flatMap((fleet) => {
    const plan = flyable(world, fleet);
    return plan === undefined ? [] : [{ fleet, plan }];
  });
  const lifted = (people: number): number => whole(byTicket + people);
  return {
    demand,
    gate: whole(gateBound(world, came)),
    processing: whole(processingBound(world, came)),
    fleet: lifted(seatsOf(fleets)),
    stand: lifted(standBound(world, fleets)),
    runway: lifted(runwayBound(world, fleets)),
    haven: lifted(havenBound(world, fleets)),
  };
};

/** A fleet that brings people out, with what it could fly. */
interface Bringing {
  readonly fleet: FleetState;
  readonly plan: Flyable;
}

const ticketSeats = (world: World): number => {
  let seats = 0;
  for (const flights of world.flights.values()) seats += flights.offered;
  return seats;
};

const seatsOf = (fleets: readonly Bringing[]): number =>
  fleets.reduce((sum, { plan }) => sum + plan.seats.reduce((seats, each) => seats + each, 0), 0);

/** The largest loads with the shortest ground times, as many as the stands and pads have time for. */
const standBound = (world: World, fleets: readonly Bringing[]): number => {
  let people = 0;
  for (const onPads of [false, true]) {
    const using = fleets.filter(({ fleet }) => fleet.usesPads === onPads);
    if (using.length === 0) continue;
    const worth = Float64Array.from(using.flatMap(({ plan }) => plan.seats));
    const held = using.flatMap(({ fleet, plan }) => plan.ground.map((minutes) => fleet.footprint * minutes));
    const cost = Float64Array.from(held);
    people += mostFor({ worth, cost }, standMinutes(world, using));
  }
  return people;
};

/** Minutes of stands, or pads, where people board, from when the first craft could be there. */
const standMinutes = (world: World, using: readonly Bringing[]): number => {
  const first = Math.min(...using.map(({ plan }) => plan.atPickup));
  let minutes = 0;
  for (const site of pickupsOf(world, using)) {
    const { usesPads } = using[0]!.fleet;
    const use = usesPads ? site.padUse : site.standUse;
    const isChanged = ordered(world).some((action) => action.do === 'setStands' && action.site === site.id);
    const before = isChanged || usesPads ? 0 : site.stands.capacity * Math.min(first, world.sim.now);
    minutes += Math.max(0, use.there(world.sim.now) - before);
  }
  return minutes;
};

/** Every site that these fleets were ever told to pick people up at, unless it is a haven. */
const pickupsOf = (world: World, using: readonly Bringing[]): readonly SiteState[] => {
  const sites = new Set(using.flatMap(({ fleet }) => fleet.plan.pickup.map((id) => world.site(id))));
  const fleets = new Set(using.map(({ fleet }) => fleet.id));
  for (const action of ordered(world)) {
    if (action.do !== 'assignFleet' || !fleets.has(action.fleet)) continue;
    for (const id of action.pickup) sites.add(world.site(id));
  }
  return [...sites].filter(({ haven }) => haven === undefined);
};

/** The largest loads, as many as can land and leave while the runways are open. */
const runwayBound = (world: World, fleets: readonly Bringing[]): number => {
  const using = fleets.filter(({ fleet }) => !fleet.usesPads);
  const free = seatsOf(fleets) - seatsOf(using);
  const runways = pickupsOf(world, using).map(({ runway }) => runway);
  const first = Math.min(...using.map(({ plan }) => plan.atPickup));
  let minutes = 0;
  for (const runway of runways) {
    if (runway === undefined || runway.separation === 0) return Infinity;
    const open = world.sim.now - runway.shutMinutes;
    // one movement for each closing may have begun before it
    const late = runway.closings * runway.separation;
    minutes += Math.min(Math.max(0, world.sim.now - first), open + late) / runway.separation;
  }
  if (runways.length === 0) return Infinity;
  const worth = Float64Array.from(using.flatMap(({ plan }) => plan.seats));
  const movements = using.flatMap(({ fleet, plan }) => {
    const each = movementsOf(world, fleet);
    return plan.seats.map(() => each);
  });
  return free + mostFor({ worth, cost: Float64Array.from(movements) }, minutes);
};

/** Movements of a sortie on the runway where people board, up to wheels-up. */
const movementsOf = (world: World, fleet: FleetState): number =>
  pickupsOf(world, [{ fleet } as Bringing]).includes(fleet.base) ? 1 : 2;

/** Minutes between two departures of people who move on from a haven: the model's own. */
const ONWARD_STEP = 60;

/** Beds, and those that are free again in time for another load. */
const havenBound = (world: World, fleets: readonly Bringing[]): number => {
  if (fleets.length === 0) return 0;
  const first = Math.min(...fleets.map(({ plan }) => plan.atHaven));
  const lead = Math.min(...fleets.map(({ plan }) => plan.lead));
  const steps = Math.max(
    0,
    Math.floor((world.sim.now - lead) / ONWARD_STEP) - Math.ceil(first / ONWARD_STEP) + 1,
  );
  let people = 0;
  for (const site of world.sites.values()) {
    if (site.haven === undefined) continue;
    const { beds, onward } = mostAt(world, site.id);
    // seats of two steps may have been kept for the first who arrive
    people += beds + (steps === 0 ? 0 : steps + 2) * onward * (ONWARD_STEP / 60);
  }
  return people;
};

/** The most beds, and the fastest onward rate, that a haven had at any time. */
const mostAt = (world: World, site: string): { beds: number; onward: number } => {
  const plan = world.scenario.sites[site]!;
  let beds = world.luck.whole(`sites.${site}.beds`, plan.beds!);
  let onward = world.luck.once(`sites.${site}.onward`, plan.onward);
  for (const action of ordered(world)) {
    if (action.do === 'setBeds' && action.site === site) beds = Math.max(beds, action.beds);
    if (action.do === 'setOnward' && action.site === site) onward = Math.max(onward, action.rate);
  }
  return { beds, onward };
};
