import type { FleetState } from './fleet.ts';
import { isLinked, standardBlock } from './legs.ts';
import { isTimed, untilUsable } from './opening.ts';
import type { SiteState } from './site.ts';
import type { Tail } from './tail.ts';
import type { World } from './world.ts';

/** Where a fleet works. */
export interface Line {
  readonly pickups: readonly SiteState[];
  readonly delivers: readonly SiteState[];
}

/** Why a fleet cannot fly a line, if it cannot. */
export const obstacle = (
  world: World,
  fleet: FleetState,
  { pickups, delivers }: Line,
): string | undefined => {
  const { base } = fleet;
  const { refuelAt, alternate } = fleet.plan;
  const stop = sitesOf(world, refuelAt);
  const stops = [...stop, ...sitesOf(world, alternate)];
  for (const pickup of pickups) {
    if (!isLinked(world, fleet, base, pickup)) return noWay(fleet, base, pickup);
    const others = delivers.filter((site) => site !== pickup);
    if (others.length === 0) return `${fleet.id} would take people from ${pickup.id} to where they are`;
    const apart = [...others, ...stops].find((site) => !isLinked(world, fleet, pickup, site));
    if (apart !== undefined) return noWay(fleet, pickup, apart);
    const bare = pickup.haven && others.find((site) => site.haven === undefined);
    if (bare !== undefined)
      return `people of the haven ${pickup.id} do not go on to ${bare.id}, which has no beds`;
  }
  for (const site of delivers) {
    const apart = [base, ...stop].find((other) => !isLinked(world, fleet, site, other));
    if (apart !== undefined) return noWay(fleet, site, apart);
  }
  return undefined;
};

const sitesOf = (world: World, id: string | undefined): readonly SiteState[] =>
  id === undefined ? [] : [world.site(id)];

const noWay = ({ id }: FleetState, from: SiteState, to: SiteState): string =>
  `no way for ${id} from ${from.id} to ${to.id}`;

/** A landing or take-off on a line, so many minutes after the launch when all goes to plan. */
interface Call {
  readonly site: SiteState;
  readonly ahead: number;
}

/** Waits tried until none of the calls is out of hours; assumed, since each brings one of them into its hours. */
const MOST_TRIES = 12;

/**
 * Minutes until a craft that is launched meets every site within its hours and daylight, by mean times. Where no
 * such time exists it is enough that it can leave the base and land at the pickup; Infinity where not even that.
 */
export const untilInTime = (world: World, tail: Tail, pickup: SiteState, delivery: SiteState): number => {
  const { fleet, luck } = tail;
  const { base } = fleet;
  if (!isTimed(fleet, base) && !isTimed(fleet, pickup) && !isTimed(fleet, delivery)) return 0;
  const there = standardBlock(world, fleet, base, pickup);
  const off = there + luck.means.groundTime;
  const calls = [
    { site: base, ahead: 0 },
    { site: pickup, ahead: there },
    { site: pickup, ahead: off },
    { site: delivery, ahead: off + standardBlock(world, fleet, pickup, delivery) },
  ];
  const whole = untilAllUsable(world, fleet, calls);
  return whole < Infinity ? whole : untilAllUsable(world, fleet, calls.slice(0, 2));
};

const untilAllUsable = (world: World, fleet: FleetState, calls: readonly Call[]): number => {
  let wait = 0;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const before = wait;
    for (const { site, ahead } of calls) {
      wait += untilUsable(world, fleet, site, ahead + wait);
      if (wait === Infinity) return Infinity;
    }
    if (wait === before) return wait;
  }
  return Infinity;
};
