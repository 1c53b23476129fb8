import { CONSTRAINT, CONSTRAINTS } from './constraint.ts';
import { only, Roots, type Shares } from './root.ts';
import type { SiteState } from './site.ts';
import type { World } from './world.ts';

/**
 * Everyone who waits, charged to what holds them back; looked at whenever the run is sampled.
 *
 * The binding constraint of an instant is the one that most people are charged to, and `demand` where nobody
 * waits: those at home or on a free road wait for nothing.
 */
export class Charges {
  /** people charged to each constraint at the last look */
  readonly people: Float64Array = new Float64Array(CONSTRAINTS.length);
  /** person-minutes charged to each constraint so far: the people seen at a look, for the time since the look before */
  readonly minutes: Float64Array = new Float64Array(CONSTRAINTS.length);
  /** index of the binding constraint at the last look */
  binding: number = CONSTRAINT.demand;
  readonly #world: World;
  #lookedAt = -1;

  constructor(world: World) {
    this.#world = world;
  }

  /** Looks at the world, once an instant. */
  look(): this {
    const { now } = this.#world.sim;
    if (now === this.#lookedAt) return this;
    const since = Math.max(0, this.#lookedAt);
    this.#lookedAt = now;
    this.people.fill(0);
    for (const site of this.#world.sites.values()) if (site.haven === undefined) this.#chargeSite(site);
    this.#chargeRoads();
    this.#charge(only('embassy'), this.#world.embassy?.officers.queue.people ?? 0);
    this.binding = CONSTRAINT.demand;
    for (const [index, people] of this.people.entries()) {
      this.minutes[index]! += people * (now - since);
      if (people > this.people[this.binding]!) this.binding = index;
    }
    return this;
  }

  #charge(shares: Shares, people: number): void {
    if (people <= 0) return;
    for (let index = 0; index < shares.length; index++) this.people[index]! += shares[index]! * people;
  }

  #chargeSite(site: SiteState): void {
    const roots = new Roots(this.#world, site);
    const groups = this.#world.roster.groups.length;
    this.#charge(only('flights'), site.terminal.people);
    for (let group = 0; group < groups; group++) {
      const outside = site.outside.peopleOf(group);
      if (outside > 0) this.#charge(roots.outside(group), outside);
      const ready = site.waiting.peopleOf(group);
      if (ready > 0) this.#charge(roots.craft(group), ready);
      for (const step of site.processing.steps) {
        const inLine = step.queue.peopleOf(group);
        if (inLine > 0) this.#charge(roots.step(step, group), inLine);
      }
    }
  }

  /** People in line before the narrowest point of a road. */
  #chargeRoads(): void {
    const { now } = this.#world.sim;
    for (const road of this.#world.roads.values()) this.#charge(only('road'), road.inLine(now));
  }
}
