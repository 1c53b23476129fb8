import type { Process } from '../kernel/index.ts';
import { minutesOfSortie } from './itinerary.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** Whether the crew has to rest before the craft can fly the line it is meant for. */
export const isCrewDue = (world: World, tail: Tail): boolean =>
  tail.crews?.isDue(world.sim.now, () => minutesOfSortie(world, tail, tail.pickup, tail.delivery)) ?? false;

/** The crew rests; another one takes over where there is one that has rested. */
export function* restCrew({ sim }: World, tail: Tail): Process {
  tail.mustRest = false;
  const wait = tail.crews!.relieve(sim.now);
  tail.enter(TAIL['crew-rest']);
  if (wait > 0) yield sim.hold(wait);
}
