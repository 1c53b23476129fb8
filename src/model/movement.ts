import type { Process } from '../kernel/index.ts';
import type { Runway } from './site.ts';
import type { World } from './world.ts';

/** One landing or take-off. */
export interface Movement {
  /** minutes it can still wait */
  readonly patience: () => number;
  /** whether the craft brings troops, or has just brought some: it may move where only troops are wanting */
  readonly bringsTroops: boolean;
}

/** A movement that waits as long as it takes. */
export const WITH_ALL_TIME: Movement = { patience: () => Infinity, bringsTroops: false };

/** Waits for the open runway and uses it for one movement; false when patience ends first. */
export function* useRunway(world: World, runway: Runway, movement: Movement): Process<boolean> {
  const isOurs = yield* awaitRunway(runway, movement);
  if (isOurs) yield* move(world, runway);
  return isOurs;
}

/** Waits until the runway is open and ours alone; false when patience ends first. */
export function* awaitRunway(runway: Runway, { patience, bringsTroops }: Movement): Process<boolean> {
  for (;;) {
    while (!runway.isOpenTo(bringsTroops)) {
      const opened = yield runway.opened.wait({ patience: patience() });
      if (!opened && !runway.isOpenTo(bringsTroops)) return false;
    }
    const isOurs = yield runway.track.seize(1, { patience: patience() });
    if (!isOurs) return false;
    if (runway.isOpenTo(bringsTroops)) return true;
    runway.track.release(1);
  }
}

/** One movement on the runway that is ours. */
export function* move({ sim }: World, runway: Runway): Process {
  yield sim.hold(runway.separation);
  runway.track.release(1);
}
