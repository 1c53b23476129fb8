import type { Process } from '../kernel/index.ts';
import { standardBlock } from './legs.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** Whether the crew has to rest before the craft can fly the line it is meant for. */
export const isCrewDue = (world: World, tail: Tail): boolean =>
  tail.crews?.isDue(world.sim.now, nominalSortie(world, tail)) ?? false;

/** Minutes of a sortie on the line a craft is meant for, with mean times. */
const nominalSortie = (world: World, { fleet, pickup, delivery, luck }: Tail): number => {
  const { base } = fleet;
  const out = standardBlock(world, fleet, base, pickup) + luck.means.groundTime;
  const back = standardBlock(world, fleet, pickup, delivery) + luck.means.turnTime;
  if (delivery === base) return out + back;
  return out + back + luck.means.offloadTime + standardBlock(world, fleet, delivery, base);
};

/** The crew rests; another one takes over where there is one that has rested. */
export function* restCrew({ sim }: World, tail: Tail): Process {
  tail.mustRest = false;
  const wait = tail.crews!.relieve(sim.now);
  tail.enter(TAIL['crew-rest']);
  if (wait > 0) yield sim.hold(wait);
}
