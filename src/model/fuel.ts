import type { Process } from '../kernel/index.ts';
import type { FleetState } from './fleet.ts';
import { distanceOf } from './legs.ts';
import type { SiteState } from './site.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** How a sortie gets the fuel for its way: none on the way, at the pickup, at a stop, or all of it from the base. */
export type Supply = 'none' | 'at-pickup' | 'at-stop' | 'tankers';

/**
 * How a fleet gets fuel on a line. From the base to the pickup and on to where people alight it has enough where
 * that is within its range; else it refuels at the pickup where there is fuel, or at the fleet's stop, or it carries
 * the fuel for the way out and leaves seats empty.
 */
export const supplyOf = (world: World, fleet: FleetState, pickup: SiteState, delivery: SiteState): Supply => {
  const line = pickup.index * world.sites.size + delivery.index;
  fleet.reaches[line] ??= reaches(world, fleet, pickup, delivery);
  if (fleet.reaches[line]) return 'none';
  return supplyBeyondRange(pickup.hasFuel, fleet.plan.refuelAt);
};

/**
 * How a craft gets fuel on a line that is longer than its range.
 *
 * @param hasFuel whether there is any at the pickup
 * @param refuelAt key of the fleet's stop, if it has one
 */
export const supplyBeyondRange = (hasFuel: boolean, refuelAt: string | undefined): Supply => {
  if (hasFuel) return 'at-pickup';
  return refuelAt === undefined ? 'tankers' : 'at-stop';
};

const reaches = (world: World, fleet: FleetState, pickup: SiteState, delivery: SiteState): boolean => {
  const { craft } = fleet.plan;
  const { range } = world.scenario.craft[craft]!;
  if (range === undefined) return true;
  const way = distanceOf(world, fleet.base, pickup) + distanceOf(world, pickup, delivery);
  return way <= world.luck.once(`craft.${craft}.range`, range);
};

/** Minutes that a craft of a fleet takes at a fuel point. */
export const refuelTime = (world: World, { plan: { craft } }: FleetState): number =>
  world.luck.once(`craft.${craft}.refuelTime`, world.scenario.craft[craft]!.refuelTime);

/** Waits for a fuel point, where their number is limited, and refuels. */
export function* refuel(world: World, tail: Tail, site: SiteState): Process {
  tail.enter(TAIL['awaiting-fuel']);
  yield site.fuelPoints.seize(1);
  tail.enter(TAIL.refuelling);
  yield world.sim.hold(refuelTime(world, tail.fleet));
  site.fuelPoints.release(1);
}
