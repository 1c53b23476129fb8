import type { EventId } from '../kernel/index.ts';
import {
  type Distribution,
  minutesAfterStart,
  type Threat as Plan,
  type Scenario,
} from '../scenario/index.ts';
import type { Luck } from './luck.ts';

/** A place, and when it falls in this run. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly isCapital: boolean;
  readonly plan: Plan['places'][string];
  /** minutes after the start at which it falls; negative when it had fallen before */
  fallsAt: number;
  /** the same as drawn; an order may have made it fall before */
  drawnAt: number;
  hasFallen: boolean;
  /** its fall in the calendar, where that is to come */
  due: { readonly event: EventId; readonly at: number } | undefined;
}

/** One number for a quantity of the threat. */
type Draw = (path: string, distribution: Distribution) => number;

/** Tries to find times that agree with what has fallen; assumed, as rarer cases keep the times they have. */
const MOST_TRIES = 2000;

/**
 * When each place falls: its stated time, still to come, is stretched by the common pace and by its own
 * spread, and is never earlier than the gap after those it must follow. What fell before the start stays there.
 */
export class Threat {
  readonly places: ReadonlyMap<string, Place>;
  readonly #plan: Plan;
  readonly #stated: ReadonlyMap<string, number>;

  constructor(scenario: Scenario, plan: Plan, luck: Luck) {
    this.#plan = plan;
    const places = Object.entries(plan.places);
    this.#stated = new Map(places.map(([id, place]) => [id, minutesAfterStart(scenario, place.falls)]));
    const times = this.#timesOf(
      (path, distribution) => luck.once(path, distribution),
      () => undefined,
    );
    this.places = new Map(
      places.map(([id, place]) => {
        const fallsAt = times.get(id)!;
        const { title = id, capital: isCapital } = place;
        const hasFallen = fallsAt < 0;
        return [
          id,
          { id, title, isCapital, plan: place, fallsAt, drawnAt: fallsAt, hasFallen, due: undefined },
        ];
      }),
    );
  }

  /**
   * Draws anew when the places fall that have not, given which have fallen by now: of all pace and spreads that
   * might have been, those under which the same places would have fallen by themselves are as likely as before.
   *
   * @param now minutes after the start
   * @param luck of the branch
   */
  expectAnew(now: number, luck: Luck): void {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const times = this.#timesOf(
        (path, distribution) => luck.next(path, distribution),
        (id) => this.#fellAt(id),
      );
      if (![...this.places.values()].every((place) => agrees(place, times.get(place.id)!, now))) continue;
      for (const place of this.places.values()) {
        if (place.hasFallen) continue;
        place.fallsAt = times.get(place.id)!;
        place.drawnAt = place.fallsAt;
      }
      return;
    }
  }

  /** When each place would fall; those that must follow one that has fallen follow its true fall. */
  #timesOf(draw: Draw, fellAt: (id: string) => number | undefined): ReadonlyMap<string, number> {
    const plan = this.#plan;
    const pace = draw('threat.pace', plan.pace);
    const gap = draw('threat.gap', plan.gap);
    const times = new Map<string, number>();
    const timeOf = (id: string): number => {
      const known = times.get(id);
      if (known !== undefined) return known;
      const place = plan.places[id]!;
      const stated = this.#stated.get(id)!;
      const own = draw(`threat.spread/${id}`, plan.spread);
      const followed = place.after.map((other) => (fellAt(other) ?? timeOf(other)) + gap);
      const time = stated < 0 ? stated : Math.max(stated * pace * own, ...followed);
      times.set(id, time);
      return time;
    };
    for (const id of Object.keys(plan.places)) timeOf(id);
    return times;
  }

  /** When a place fell by itself, if it has. */
  #fellAt(id: string): number | undefined {
    const place = this.places.get(id)!;
    return place.hasFallen && !isOrdered(place) ? place.fallsAt : undefined;
  }

  hasFallen(id: string): boolean {
    return this.places.get(id)?.hasFallen ?? false;
  }
}

/** A fall by order does not pull other places along, and says nothing of the pace. */
const isOrdered = ({ fallsAt, drawnAt }: Place): boolean => fallsAt < drawnAt;

/** Whether a place that might fall at this time has done by now what it has done. */
const agrees = (place: Place, time: number, now: number): boolean =>
  isOrdered(place) || place.hasFallen === time < now;
