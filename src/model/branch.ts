import { scheduleFalls } from './falls.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/**
 * The run leaves the future it had: from now on luck is that of a branch, and what is still to come is drawn
 * anew, given that it has not come. What has happened, what was drawn for the whole run, and what is under way
 * (a journey, a service, a leg of a flight) stay as they are.
 *
 * @param salt any text; branches of one text are the same future
 */
export const branchOff = (world: World, salt: string): void => {
  const { luck, partyLuck, roster, threat, sim } = world;
  const isIn =
    (...states: readonly number[]) =>
    (party: number): boolean =>
      states.includes(roster.state[party]!);
  // while luck is still that of the past, which parties keep some of
  partyLuck.branchOff(isIn(STATE['at-home']), isIn(STATE.search, STATE.processing));
  luck.branchOff(salt);
  threat?.expectAnew(sim.now, luck);
  scheduleFalls(world);
  for (const incident of world.incidents.values()) incident.expectAnew();
  for (const due of world.sent.values()) due.expectAnew();
  for (const population of world.populations.values()) population.changed.call();
};
