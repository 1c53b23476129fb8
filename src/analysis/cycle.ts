import { mean } from '../kernel/index.ts';
import type { Fleet, Scenario } from '../scenario/index.ts';

/** One sortie from launch to launch, on average and without any wait. */
export interface Cycle {
  readonly minutes: number;
  /** of those, minutes on a stand or pad of the pickup */
  readonly onStand: number;
}

/**
 * The cycle of a fleet: block times, taxi, runway, ground and turn time, with the mean of each.
 *
 * @param pickup key of the site where people board
 * @returns undefined where no route leads from the base to the pickup, on to the first delivery and back
 */
export const cycleOf = (scenario: Scenario, fleet: Fleet, pickup: string): Cycle | undefined => {
  const { base } = fleet;
  const kind = scenario.craft[fleet.craft]!;
  const delivery = (fleet.delivers ?? [base]).find((site) => site !== pickup);
  if (delivery === undefined) return undefined;
  const legs = [
    legOf(scenario, fleet, base, pickup),
    legOf(scenario, fleet, pickup, delivery),
    legOf(scenario, fleet, delivery, base),
  ];
  if (legs.some((leg) => leg === undefined)) return undefined;
  const moves = (site: string): number => moveOf(scenario, fleet, site);
  // a leg is one take-off and one landing; who is at home at the pickup flies none to it
  const ends = [
    base === pickup ? [] : [base, pickup],
    [pickup, delivery],
    delivery === base ? [] : [delivery, base],
  ];
  const moved = ends.flat().reduce((sum, site) => sum + moves(site), 0);
  const block = legs.reduce<number>((sum, leg) => sum + leg!, 0) * mean(kind.variation);
  const ground = mean(kind.groundTime);
  const offload = delivery === base ? 0 : mean(kind.offloadTime ?? kind.groundTime);
  const landing = base === pickup ? 0 : moves(pickup);
  return {
    minutes: block + moved + ground + offload + mean(kind.turnTime),
    onStand: landing + ground + (base === pickup ? mean(kind.turnTime) : 0),
  };
};

/** One landing or take-off: the runway for one movement, and the way to the stand. */
const moveOf = ({ craft, sites }: Scenario, fleet: Fleet, id: string): number => {
  const site = sites[id]!;
  if (craft[fleet.craft]!.lands === 'pad' || site.runway === undefined) return 0;
  return mean(site.runway.separation) + mean(site.taxi);
};

/** Block time of one leg, minutes; undefined where there is no route. */
const legOf = (scenario: Scenario, fleet: Fleet, from: string, to: string): number | undefined => {
  if (from === to) return 0;
  const route = Object.values(scenario.routes).find(
    ({ between }) => between.includes(from) && between.includes(to),
  );
  if (route?.time !== undefined) return mean(route.time);
  const { speed, overhead } = scenario.craft[fleet.craft]!;
  if (route?.distance === undefined || speed === undefined) return undefined;
  return mean(overhead) + (60 * mean(route.distance)) / mean(speed);
};
