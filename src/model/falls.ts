import { perform } from './actions.ts';
import type { World } from './world.ts';

/** Puts the falls that are still to come into the calendar, in place of those that were there. */
export const scheduleFalls = (world: World): void => {
  const { sim, scenario, threat } = world;
  const horizon = scenario.window + scenario.tail;
  for (const place of threat?.places.values() ?? []) {
    if (place.due !== undefined) sim.cancel(place.due);
    place.due = undefined;
    if (place.hasFallen || place.fallsAt > horizon) continue;
    const action = { do: 'fall', place: place.id, after: { kind: 'fixed', value: 0 } } as const;
    place.due = sim.at(place.fallsAt, () => perform(world, action, { origin: 'threat', by: place.id }));
  }
};
