import type { Scenario } from '../scenario/index.ts';
import type { FleetState } from './fleet.ts';
import type { SiteState } from './site.ts';
import type { World } from './world.ts';

/** Whose departures a tally adds up, and from when on. */
interface Part {
  readonly counted: ReadonlySet<FleetState | SiteState>;
  readonly from: number;
}

/** Minutes that a published day has, whatever its first hour. */
const DAY = 1440;

/** A published count made again: people at wheels-up, of the fleets or sites it counts, from when it counts them. */
export class Tally {
  /** people counted so far, and the loads in which they left */
  people = 0;
  loads = 0;
  /** most people within any 24 hours so far */
  busiestDay = 0;
  readonly #parts: readonly Part[];
  /** what left within the last 24 hours, the oldest first from `#oldest` on */
  readonly #recent: { readonly at: number; readonly people: number }[] = [];
  #oldest = 0;
  #recentPeople = 0;

  constructor(world: World, plan: Scenario['tallies'][string]) {
    this.#parts = plan.counts.map(({ fleets = [], sites = [], from }): Part => {
      const counted = [...fleets.map((id) => world.fleets.get(id)!), ...sites.map((id) => world.site(id))];
      return { counted: new Set(counted), from: world.minutes(from) };
    });
  }

  /** A craft of a fleet has left a site with so many people. */
  note(at: number, { fleet, pickup, people }: Departure): void {
    if (people === 0) return;
    // who is in several parts is one departure all the same
    const isCounted = this.#parts.some(
      ({ counted, from }) => at >= from && (counted.has(fleet) || counted.has(pickup)),
    );
    if (!isCounted) return;
    this.loads += 1;
    this.people += people;
    this.#keepDay(at, people);
  }

  #keepDay(at: number, people: number): void {
    this.#recent.push({ at, people });
    this.#recentPeople += people;
    for (
      let oldest = this.#recent[this.#oldest]!;
      oldest.at <= at - DAY;
      oldest = this.#recent[this.#oldest]!
    ) {
      this.#recentPeople -= oldest.people;
      this.#oldest += 1;
    }
    this.busiestDay = Math.max(this.busiestDay, this.#recentPeople);
  }
}

interface Departure {
  readonly fleet: FleetState;
  readonly pickup: SiteState;
  readonly people: number;
}
