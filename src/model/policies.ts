import type { Process } from '../kernel/index.ts';
import type { Condition, Scenario } from '../scenario/index.ts';
import { perform } from './actions.ts';
import { isWithin } from './opening-hours.ts';
import type { SiteState } from './site.ts';
import type { World } from './world.ts';

/** Minutes between two looks at the conditions when no news comes; assumed, as a watch officer would. */
const WATCH_STEP = 10;

type Watched = NonNullable<Condition['watch']>;

/** What each level is, of the site, gate or desk that the condition names. */
const LEVELS: { readonly [name in Watched]: (world: World, condition: Condition) => number } = {
  crowd: (world) => world.crowd?.pressure ?? 0,
  'outside-gate': (world, { of }) => sum(world, of, (each) => each.outside.people),
  processing: (world, { of }) => sum(world, of, (each) => each.processing.people),
  'waiting-area': (world, { of }) => sum(world, of, (each) => each.waiting.people),
  'people-inside': (world, { of }) =>
    sum(world, of, (each) => each.processingRoom.people + each.waiting.people),
  'gate-queue': (world, { gate }) => world.gates.get(gate!)?.queued ?? 0,
  'desk-queue': (world, { desk }) => world.desks.get(desk!)?.queued ?? 0,
  troops: (world, { of }) => world.force.onGround(undefined, of),
  'staged-troops': (world, { of }) => world.force.staged(of),
  'beds-free': (world, { of }) => sum(world, of, bedsFree),
  'beds-used': (world, { of }) => {
    const beds = sum(world, of, ({ haven }) => haven?.beds ?? 0);
    const free = sum(world, of, bedsFree);
    return beds > 0 ? (beds - free) / beds : 1;
  },
  'craft-orbiting': (world, { of }) => sum(world, of, (each) => each.orbiting),
  'staff-at-embassy': (world) => world.embassy?.inCompound ?? 0,
  out: evacueesOut,
  'out-today': (world) => evacueesOut(world) - world.outAtMidnight,
};

const bedsFree = ({ haven }: SiteState): number =>
  haven === undefined ? 0 : haven.beds - haven.occupied - haven.inbound;

function evacueesOut({ roster, populations }: World): number {
  let people = 0;
  for (const { group } of populations.values()) people += roster.out[group.index]!;
  return people;
}

/** Notes at every local midnight how many evacuees are out, for policies that ask for those of the day. */
export function* countDays(world: World): Process {
  for (;;) {
    yield world.sim.hold(1440 - world.minuteOfDay);
    world.outAtMidnight = evacueesOut(world);
  }
}

const sum = (world: World, site: string | undefined, level: (site: SiteState) => number): number => {
  if (site !== undefined) return level(world.site(site));
  let total = 0;
  for (const each of world.sites.values()) total += level(each);
  return total;
};

/** Whether a condition is true now; all of its keys must be. */
export const isTrue = (world: World, condition: Condition): boolean => {
  const { fallen, anyFallen, runwayClosed, incident, all, any } = condition;
  if (fallen !== undefined && !world.threat?.hasFallen(fallen)) return false;
  if (anyFallen !== undefined && !anyFallen.some((place) => world.threat?.hasFallen(place))) return false;
  if (runwayClosed !== undefined && (world.site(runwayClosed).runway?.isOpen ?? true)) return false;
  if (incident !== undefined && !world.incidents.get(incident)!.isGoingOn) return false;
  if (!isTheTime(world, condition) || !isTheLevel(world, condition)) return false;
  if (all !== undefined && !all.every((each) => isTrue(world, each))) return false;
  return any === undefined || any.some((each) => isTrue(world, each));
};

const isTheTime = (world: World, { since, before, hours }: Condition): boolean => {
  if (since !== undefined && world.sim.now < world.minutes(since)) return false;
  if (before !== undefined && world.sim.now >= world.minutes(before)) return false;
  if (hours === undefined) return true;
  return isWithin(world.minuteOfDay, hours);
};

const isTheLevel = (world: World, condition: Condition): boolean => {
  const { watch: name, above, below } = condition;
  if (name === undefined) return true;
  const level = LEVELS[name](world, condition);
  return !(above !== undefined && !(level > above)) && !(below !== undefined && !(level < below));
};

/** Minutes until the next look; by the clock of the run, so that an order that changes nothing moves no look. */
const untilLook = ({ sim }: World): number => WATCH_STEP - (sim.now % WATCH_STEP);

/** Watches a policy's condition and acts when it comes true; again only after `until` has been true. */
export function* watch(world: World, id: string, policy: Scenario['policies'][string]): Process {
  for (;;) {
    while (!isTrue(world, policy.when)) yield world.news.wait({ patience: untilLook(world) });
    for (const action of policy.actions) perform(world, action, { origin: 'policy', by: id });
    if (policy.until === undefined) return;
    const firedAt = world.sim.now;
    while (!isTrue(world, policy.until)) yield world.news.wait({ patience: untilLook(world) });
    // Where `when` and `until` hold together, or two policies answer each other, time must still pass.
    if (world.sim.now === firedAt) yield world.sim.hold(WATCH_STEP);
  }
}
