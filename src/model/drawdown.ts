import type { Process } from '../kernel/index.ts';
import type { Embassy, Staff } from './embassy.ts';
import { closeConsularSection } from './journey.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** Calls staff forward in waves, more often once the embassy is to move. */
export function* drawDown(world: World, embassy: Embassy): Process {
  const first = world.minutes(embassy.plan.waves.first);
  if (first > 0) yield embassy.ordered.wait({ patience: first });
  for (;;) {
    callForward(world, embassy);
    const { isMoving, movingInterval, waveInterval } = embassy;
    if (isMoving) yield world.sim.hold(movingInterval);
    else yield embassy.ordered.wait({ patience: waveInterval });
  }
}

/** One wave: as many as it holds for a lift, and everyone who goes home. */
const callForward = (world: World, embassy: Embassy): void => {
  let left = embassy.waveSize;
  for (const staff of embassy.staff) {
    if (!embassy.mayLeave(staff)) continue;
    const goesHome = staff.plan.to === 'home';
    const called = Math.min(goesHome ? Infinity : left, embassy.atPost(staff));
    for (let k = 0; k < called; k++) leavePost(world, embassy, staff);
    if (!goesHome) left -= called;
  }
};

/** One member of staff leaves the post: home, or to where the lift leaves. */
const leavePost = (world: World, embassy: Embassy, staff: Staff): void => {
  const row = staff.group.first + staff.called;
  staff.called += 1;
  if (staff.plan.to === 'home') {
    world.roster.move(row, STATE['sent-home']);
    embassy.noteDeparture();
  } else {
    embassy.site.waitingArea.admit(1);
    world.roster.move(row, STATE['called-forward']);
    embassy.site.waiting.join(row);
    embassy.site.announce();
  }
  if (staff.plan.function !== 'consular') return;
  embassy.staffConsularSection();
  if (!embassy.servesNationals) closeConsularSection(world);
};

/** Moves consular officers to the airfield, as many as there are. */
export const moveConsular = (world: World, embassy: Embassy, officers: number): number => {
  let moved = 0;
  for (const staff of embassy.staff) {
    if (staff.plan.function !== 'consular') continue;
    for (; moved < officers && embassy.atPost(staff) > 0; moved++) leavePost(world, embassy, staff);
  }
  return moved;
};

/** The embassy is to move to the airfield now. */
export const moveEmbassy = (world: World, embassy: Embassy): void => {
  embassy.status = 'suspended';
  embassy.isMoving = true;
  embassy.staffConsularSection();
  closeConsularSection(world);
  embassy.ordered.fire();
};

/** Minutes between two counts of those who destroy; assumed, because people come and go by waves hours apart. */
const DESTRUCTION_STEP = 15;

/** Sensitive material is destroyed by those at the compound who can, until nothing is left. */
export function* destroy(world: World, embassy: Embassy): Process {
  const { sim } = world;
  const destruction = embassy.destruction!;
  const begins = world.minutes(embassy.plan.destruction!.begins);
  if (begins > 0) yield embassy.ordered.wait({ patience: begins });
  while (destruction.work > 0) {
    const present = destruction.staff.reduce((people, staff) => people + embassy.atPost(staff), 0);
    const workers = Math.min(destruction.workers, present);
    const minutes =
      workers > 0 ? Math.min(DESTRUCTION_STEP, (destruction.work / workers) * 60) : DESTRUCTION_STEP;
    yield sim.hold(minutes);
    destruction.work = Math.max(0, destruction.work - (workers * minutes) / 60);
    if (destruction.work < 1e-6) destruction.work = 0;
  }
}
