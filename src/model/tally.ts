import type { Scenario } from '../scenario/index.ts';
import type { FleetState } from './fleet.ts';
import type { World } from './world.ts';

/** Some fleets of a tally, and how many people they had carried when it began to count them. */
interface Part {
  readonly fleets: readonly FleetState[];
  before: number;
}

const carriedBy = ({ fleets }: Part): number =>
  fleets.reduce((people, { total }) => people + total.people, 0);

/** A published count made again: people at wheels-up, of the fleets it counts, from when it counts them. */
export class Tally {
  readonly #parts: readonly Part[];

  constructor(world: World, plan: Scenario['tallies'][string]) {
    this.#parts = plan.counts.map(({ fleets, from }): Part => {
      const part = { fleets: fleets.map((id) => world.fleets.get(id)!), before: 0 };
      const begins = world.minutes(from);
      // until it begins to count them, whatever they carry is carried before
      if (begins > 0) {
        part.before = Infinity;
        world.sim.at(begins, () => {
          part.before = carriedBy(part);
        });
      }
      return part;
    });
  }

  /** People counted so far. */
  get people(): number {
    return this.#parts.reduce((people, part) => people + Math.max(0, carriedBy(part) - part.before), 0);
  }
}
