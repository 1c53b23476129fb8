import type { Process } from '../kernel/index.ts';
import type { Condition, Scenario } from '../scenario/index.ts';
import { perform } from './actions.ts';
import type { World } from './world.ts';

/** Minutes between two looks at the conditions when no news comes; assumed, as a watch officer would. */
const WATCH_STEP = 10;

type Watched = NonNullable<Condition['watch']>;

const LEVELS: { readonly [name in Watched]: (world: World, site: string | undefined) => number } = {
  crowd: (world) => world.crowd?.pressure ?? 0,
  'outside-gate': (world, site) => sum(world, site, (each) => each.outside.people),
  processing: (world, site) => sum(world, site, (each) => each.processing.people),
  'waiting-area': (world, site) => sum(world, site, (each) => each.waiting.people),
  troops: (world, site) => world.force.onGround(undefined, site),
  'beds-free': (world, site) =>
    sum(world, site, ({ haven }) => (haven === undefined ? 0 : haven.beds - haven.occupied - haven.inbound)),
  'staff-at-embassy': (world) => world.embassy?.inCompound ?? 0,
  out: ({ roster, populations }) =>
    [...populations.values()].reduce((people, { group }) => people + roster.out[group.index]!, 0),
};

const sum = (
  world: World,
  site: string | undefined,
  level: (site: ReturnType<World['site']>) => number,
): number => {
  if (site !== undefined) return level(world.site(site));
  let total = 0;
  for (const each of world.sites.values()) total += level(each);
  return total;
};

/** Whether a condition is true now; all of its keys must be. */
export const isTrue = (world: World, condition: Condition): boolean => {
  const { fallen, anyFallen, watch, of, above, below, since, runwayClosed, all, any } = condition;
  if (fallen !== undefined && !world.threat?.hasFallen(fallen)) return false;
  if (anyFallen !== undefined && !anyFallen.some((place) => world.threat?.hasFallen(place))) return false;
  if (since !== undefined && world.sim.now < world.minutes(since)) return false;
  if (runwayClosed !== undefined && (world.site(runwayClosed).runway?.isOpen ?? true)) return false;
  if (watch !== undefined) {
    const level = LEVELS[watch](world, of);
    if (above !== undefined && !(level > above)) return false;
    if (below !== undefined && !(level < below)) return false;
  }
  if (all !== undefined && !all.every((each) => isTrue(world, each))) return false;
  return any === undefined || any.some((each) => isTrue(world, each));
};

/** Watches a policy's condition and acts when it comes true; again only after `until` has been true. */
export function* watch(world: World, id: string, policy: Scenario['policies'][string]): Process {
  for (;;) {
    while (!isTrue(world, policy.when)) yield world.news.wait({ patience: WATCH_STEP });
    for (const action of policy.actions) perform(world, action, { origin: 'policy', by: id });
    if (policy.until === undefined) return;
    const firedAt = world.sim.now;
    while (!isTrue(world, policy.until)) yield world.news.wait({ patience: WATCH_STEP });
    // Where `when` and `until` hold together, or two policies answer each other, time must still pass.
    if (world.sim.now === firedAt) yield world.sim.hold(WATCH_STEP);
  }
}
