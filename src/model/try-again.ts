import type { World } from './world.ts';

/**
 * A party's try has come to nothing: it is turned back, has given up, did not join the queue, or is turned
 * away. Where its population tries again it may set out once more, later and with fresh luck.
 *
 * @param state where it is until then, or for good
 */
export const fail = (world: World, party: number, state: number): void => {
  const { roster, partyLuck, populationsByGroup, sim } = world;
  roster.move(party, state);
  const population = populationsByGroup[roster.group[party]!];
  const retries = population?.retries;
  // who has been carried here, and has no road to come by, cannot come again
  if (retries === undefined || population?.roads.length === 0) return;
  if (partyLuck.triesOf(party) >= retries.times) return;
  if (!partyLuck.isAmong(retries.share, party, 'tries-again')) return;
  sim.at(sim.now + retries.after(party), world.setOutAgain, 0, party);
};
