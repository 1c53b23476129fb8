import { minutesAfterStart, type Threat as Plan, type Scenario } from '../scenario/index.ts';
import type { Luck } from './luck.ts';

/** A place, and when it falls in this run. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly isCapital: boolean;
  readonly plan: Plan['places'][string];
  /** minutes after the start at which it falls; negative when it had fallen before */
  fallsAt: number;
  hasFallen: boolean;
}

/**
 * When each place falls: its stated time, still to come, is stretched by the common pace and by its own
 * spread, and is never earlier than the gap after those it must follow. What fell before the start stays there.
 */
export class Threat {
  readonly places: ReadonlyMap<string, Place>;

  constructor(scenario: Scenario, plan: Plan, luck: Luck) {
    const pace = luck.once('threat.pace', plan.pace);
    const gap = luck.once('threat.gap', plan.gap);
    const times = new Map<string, number>();
    const timeOf = (id: string): number => {
      const known = times.get(id);
      if (known !== undefined) return known;
      const place = plan.places[id]!;
      const stated = minutesAfterStart(scenario, place.falls);
      const own = luck.once(`threat.spread/${id}`, plan.spread);
      const followed = place.after.map((other) => timeOf(other) + gap);
      const time = stated < 0 ? stated : Math.max(stated * pace * own, ...followed);
      times.set(id, time);
      return time;
    };
    this.places = new Map(
      Object.entries(plan.places).map(([id, place]) => {
        const fallsAt = timeOf(id);
        const title = place.title ?? id;
        return [id, { id, title, isCapital: place.capital, plan: place, fallsAt, hasFallen: fallsAt < 0 }];
      }),
    );
  }

  hasFallen(id: string): boolean {
    return this.places.get(id)?.hasFallen ?? false;
  }
}
