import { mean } from '../kernel/index.ts';
import { type Supply, supplyBeyondRange } from '../model/index.ts';
import type { Fleet, Scenario } from '../scenario/index.ts';

/** One sortie from launch to launch, on average and without any wait. */
export interface Cycle {
  readonly minutes: number;
  /** of those, minutes on a stand or pad of the pickup */
  readonly onStand: number;
  /** share of the seats that it can fill: not all where it carries the fuel for the way out */
  readonly filled: number;
}

/**
 * The cycle of a fleet: block times, taxi, runway, fuel, ground and turn time, with the mean of each.
 *
 * @param pickup key of the site where people board
 * @returns undefined where no route leads from the base to the pickup, on to the first delivery and back
 */
export const cycleOf = (scenario: Scenario, fleet: Fleet, pickup: string): Cycle | undefined => {
  const { base } = fleet;
  const kind = scenario.craft[fleet.craft]!;
  const delivery = (fleet.delivers ?? [base]).find((site) => site !== pickup);
  if (delivery === undefined) return undefined;
  const { refuelAt } = fleet;
  const supply = supplyOf(scenario, fleet, pickup, delivery);
  const stops = supply === 'at-stop' ? [refuelAt!] : [];
  const way = [base, pickup, ...stops, delivery, base];
  const legs = way.slice(1).map((to, index) => legOf(scenario, fleet, way[index]!, to));
  if (legs.some((leg) => leg === undefined)) return undefined;
  const moves = (site: string): number => moveOf(scenario, fleet, site);
  // a leg is one take-off and one landing; who is at home at the pickup flies none to it
  const ends = way.slice(1).map((to, index) => (to === way[index] ? [] : [way[index]!, to]));
  const moved = ends.flat().reduce((sum, site) => sum + moves(site), 0);
  const refuel = supply === 'at-pickup' || supply === 'at-stop' ? mean(kind.refuelTime) : 0;
  const block = legs.reduce<number>((sum, leg) => sum + leg!, 0) * mean(kind.variation);
  const ground = mean(kind.groundTime);
  const offload = delivery === base ? 0 : mean(kind.offloadTime ?? kind.groundTime);
  const landing = base === pickup ? 0 : moves(pickup);
  return {
    minutes: block + moved + refuel + ground + offload + mean(kind.turnTime),
    onStand:
      landing + (supply === 'at-pickup' ? refuel : 0) + ground + (base === pickup ? mean(kind.turnTime) : 0),
    filled: supply === 'tankers' ? mean(kind.tankeringSeats) : 1,
  };
};

/** How a fleet gets fuel on a line, by mean range and distances; the same rule as in a run. */
const supplyOf = (scenario: Scenario, fleet: Fleet, pickup: string, delivery: string): Supply => {
  const { range } = scenario.craft[fleet.craft]!;
  const way = distanceOf(scenario, fleet.base, pickup) + distanceOf(scenario, pickup, delivery);
  if (range === undefined || way <= mean(range)) return 'none';
  const { fuelPoints } = scenario.sites[pickup]!;
  return supplyBeyondRange(fuelPoints === undefined || mean(fuelPoints) > 0, fleet.refuelAt);
};

/** Nautical miles between two sites; 0 where the route states only a time, or there is none. */
const distanceOf = (scenario: Scenario, from: string, to: string): number => {
  const distance = routeOf(scenario, from, to)?.distance;
  return distance === undefined ? 0 : mean(distance);
};

const routeOf = ({ routes }: Scenario, from: string, to: string): Scenario['routes'][string] | undefined =>
  from === to
    ? undefined
    : Object.values(routes).find(({ between }) => between.includes(from) && between.includes(to));

/** One landing or take-off: the runway for one movement, and the way to the stand. */
const moveOf = ({ craft, sites }: Scenario, fleet: Fleet, id: string): number => {
  const site = sites[id]!;
  if (craft[fleet.craft]!.lands === 'pad' || site.runway === undefined) return 0;
  return mean(site.runway.separation) + mean(site.taxi);
};

/** Block time of one leg, minutes; undefined where there is no route. */
const legOf = (scenario: Scenario, fleet: Fleet, from: string, to: string): number | undefined => {
  if (from === to) return 0;
  const route = routeOf(scenario, from, to);
  if (route?.time !== undefined) return mean(route.time);
  const { speed, overhead } = scenario.craft[fleet.craft]!;
  if (route?.distance === undefined || speed === undefined) return undefined;
  return mean(overhead) + (60 * mean(route.distance)) / mean(speed);
};
