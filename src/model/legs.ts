import { mean } from '../kernel/index.ts';
import type { Craft } from '../scenario/index.ts';
import type { FleetState } from './fleet.ts';
import type { SiteState } from './site.ts';
import type { Route, World } from './world.ts';

/** What one tail draws for each sortie, in the order of its sorties. */
export interface TailLuck {
  readonly seats: () => number;
  /** as many as seats when absent */
  readonly troopSeats: (() => number) | undefined;
  /** block time of the next leg, minutes */
  readonly block: (from: SiteState, to: SiteState) => number;
  readonly groundTime: () => number;
  readonly offloadTime: () => number;
  readonly turnTime: () => number;
  /** whether the sortie ends with a break-down, and how long its repair takes; absent where craft never break */
  readonly breaks: (() => boolean) | undefined;
  readonly repair: () => number;
  /** mean times in minutes, by which crews and the hours of sites are planned */
  readonly means: { readonly groundTime: number; readonly offloadTime: number; readonly turnTime: number };
}

/** Prepares what a tail draws: one stream per purpose, so that one draw more moves no other. */
export const tailLuck = (world: World, fleet: FleetState, tail: number): TailLuck => {
  const kind = world.scenario.craft[fleet.plan.craft]!;
  const path = `fleets.${fleet.id}/${tail}`;
  const { luck } = world;
  const variation = luck.series(`${path}/variation`, kind.variation);
  const offloadTime = kind.offloadTime ?? kind.groundTime;
  const { breaks } = kind;
  return {
    seats: luck.series(`${path}/seats`, kind.seats),
    troopSeats: kind.troopSeats && luck.series(`${path}/troopSeats`, kind.troopSeats),
    block: (from, to) => standardBlock(world, fleet, from, to) * variation(),
    groundTime: luck.series(`${path}/groundTime`, kind.groundTime),
    offloadTime: luck.series(`${path}/offloadTime`, offloadTime),
    turnTime: luck.series(`${path}/turnTime`, kind.turnTime),
    breaks: breaks && breaksBy(world, fleet, path),
    repair: breaks ? luck.series(`${path}/repair`, breaks.repair) : () => 0,
    means: {
      groundTime: mean(kind.groundTime),
      offloadTime: mean(offloadTime),
      turnTime: mean(kind.turnTime),
    },
  };
};

/** One uniform number a sortie, held against the chance of a break-down. */
const breaksBy = ({ luck, scenario }: World, fleet: FleetState, path: string): (() => boolean) => {
  const { craft } = fleet.plan;
  const chance = luck.once(`craft.${craft}.breaks.chance`, scenario.craft[craft]!.breaks!.chance);
  const draw = luck.series(`${path}/breaks`, { kind: 'uniform', min: 0, max: 1 });
  return () => draw() < chance;
};

/** The route between two sites with its name, if there is one. */
const routeBetween = (world: World, from: SiteState, to: SiteState): Route | undefined =>
  world.routes[from.index * world.sites.size + to.index];

/** Whether a craft of the fleet can go from one site to another. */
export const isLinked = (world: World, fleet: FleetState, from: SiteState, to: SiteState): boolean => {
  if (from === to) return true;
  const route = routeBetween(world, from, to);
  if (route === undefined) return false;
  return route[1].time !== undefined || world.scenario.craft[fleet.plan.craft]!.speed !== undefined;
};

/** Block time without variation, minutes: the route's own time, or t0 + distance / V. */
export const standardBlock = (world: World, fleet: FleetState, from: SiteState, to: SiteState): number => {
  const known = fleet.blocks.get(from)?.get(to);
  if (known !== undefined) return known;
  const minutes = blockOf(world, fleet.plan.craft, from, to);
  const ofSite = fleet.blocks.get(from) ?? new Map<SiteState, number>();
  ofSite.set(to, minutes);
  fleet.blocks.set(from, ofSite);
  return minutes;
};

const blockOf = (world: World, craft: string, from: SiteState, to: SiteState): number => {
  if (from === to) return 0;
  const kind: Craft = world.scenario.craft[craft]!;
  const [id, route] = routeBetween(world, from, to)!;
  if (route.time !== undefined) return world.luck.once(`routes.${id}.time`, route.time);
  const distance = distanceOf(world, from, to);
  const speed = world.luck.once(`craft.${craft}.speed`, kind.speed!);
  return world.luck.once(`craft.${craft}.overhead`, kind.overhead) + (60 * distance) / speed;
};

/** Distance between two sites in nautical miles; 0 where the route states only a time. */
export const distanceOf = (world: World, from: SiteState, to: SiteState): number => {
  if (from === to) return 0;
  const [id, { distance }] = routeBetween(world, from, to)!;
  return distance === undefined ? 0 : world.luck.once(`routes.${id}.distance`, distance);
};
