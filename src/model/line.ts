import type { FleetState } from './fleet.ts';
import { isLinked } from './legs.ts';
import type { SiteState } from './site.ts';
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
