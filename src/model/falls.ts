import { perform } from './actions.ts';
import type { World } from './world.ts';

/**
 * Puts the falls that are still to come into the calendar, in place of those that were there. One that stays at its
 * time keeps its place, before whatever else is ordered for that instant.
 */
export const scheduleFalls = (world: World): void => {
  const { sim, scenario, threat } = world;
  const horizon = scenario.window + scenario.tail;
  for (const place of threat?.places.values() ?? []) {
    if (place.hasFallen || place.due?.at === place.fallsAt) continue;
    if (place.due !== undefined) sim.cancel(place.due.event);
    place.due = undefined;
    if (place.fallsAt > horizon) continue;
    const action = { do: 'fall', place: place.id, after: { kind: 'fixed', value: 0 } } as const;
    const fall = (): void => perform(world, action, { origin: 'threat', by: place.id });
    place.due = { event: sim.at(place.fallsAt, fall), at: place.fallsAt };
  }
};
