import type { Scenario } from '../scenario/index.ts';
import type { Carried } from './site.ts';
import type { World } from './world.ts';

/** What a tally adds up from some time on, and how many people had flown when that began. */
interface Part {
  readonly flown: readonly Readonly<Carried>[];
  before: number;
}

const peopleOf = ({ flown }: Part): number => flown.reduce((sum, { people }) => sum + people, 0);

/** A published count made again: people at wheels-up, of the fleets or sites it counts, from when it counts them. */
export class Tally {
  readonly #parts: readonly Part[];

  constructor(world: World, plan: Scenario['tallies'][string]) {
    this.#parts = plan.counts.map(({ fleets = [], sites = [], from }): Part => {
      const byFleet = fleets.map((id) => world.fleets.get(id)!.total);
      const part = { flown: [...byFleet, ...sites.map((id) => world.site(id).flown)], before: 0 };
      const begins = world.minutes(from);
      if (begins > 0) {
        // until it begins to count them, whoever flies flies before
        part.before = Infinity;
        world.sim.at(begins, () => {
          part.before = peopleOf(part);
        });
      }
      return part;
    });
  }

  /** People counted so far. */
  get people(): number {
    return this.#parts.reduce((people, part) => people + Math.max(0, peopleOf(part) - part.before), 0);
  }
}
