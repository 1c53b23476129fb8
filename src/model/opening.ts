import type { Process } from '../kernel/index.ts';
import type { FleetState } from './fleet.ts';
import { isWithin } from './opening-hours.ts';
import type { SiteState } from './site.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

const DAY = 1440;
/** Minutes by which sums may fall short of the hour that they stand for. */
const CLOCK_ERROR = 1e-6;
/** Looks after which no time of day is found; assumed, since hours and daylight that ever overlap do so within a day or two. */
const MOST_LOOKS = 8;

type Hours = readonly [number, number];

/** Minutes until the local time of day lies within hours, some minutes from now: 0 when it does then. */
export const untilHours = (world: World, hours: Hours, ahead: number): number => {
  const minute = (world.minuteOfDay + ahead) % DAY;
  if (isWithin((minute + CLOCK_ERROR) % DAY, hours) || hours[1] - hours[0] === DAY) return 0;
  return (hours[0] - minute + DAY) % DAY;
};

/** Whether it is light at a site, some minutes from now. */
export const isDay = (world: World, site: SiteState, ahead = 0): boolean =>
  untilHours(world, site.plan.daylight, ahead) === 0;

/** Whether craft of a fleet may use a site at certain times of day only. */
export const isTimed = ({ isDayOnly }: FleetState, { plan }: SiteState): boolean =>
  isDayOnly || plan.visual || plan.operates !== undefined;

/** Minutes until craft of a fleet may land or take off at a site by the clock, some minutes from now; Infinity for never. */
export const untilUsable = (world: World, fleet: FleetState, site: SiteState, ahead: number): number => {
  if (!isTimed(fleet, site)) return 0;
  const { operates, daylight, visual } = site.plan;
  let wait = 0;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const before = wait;
    if (operates !== undefined) wait += untilHours(world, operates, ahead + wait);
    if (visual || fleet.isDayOnly) wait += untilHours(world, daylight, ahead + wait);
    if (wait === before) return wait;
  }
  return Infinity;
};

/** Whether craft of a fleet may land or take off at a site now. */
export const isUsable = (world: World, fleet: FleetState, site: SiteState): boolean =>
  !site.isShut && untilUsable(world, fleet, site, 0) === 0;

/** Waits until a craft may land or take off at a site; false when patience ends first. */
export function* awaitOpen(
  world: World,
  tail: Tail,
  site: SiteState,
  patience: () => number,
): Process<boolean> {
  while (!isUsable(world, tail.fleet, site)) {
    const left = patience();
    if (left <= 0) return false;
    tail.enter(TAIL.closed);
    const byClock = site.isShut ? Infinity : untilUsable(world, tail.fleet, site, 0);
    const isReopened = yield site.reopened.wait({ patience: Math.min(left, byClock) });
    // told by the waits themselves: what is left of patience may be too short for the clock to move
    if (!isReopened && left <= byClock) return isUsable(world, tail.fleet, site);
  }
  return true;
}
