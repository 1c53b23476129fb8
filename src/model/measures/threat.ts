import type { Scenario } from '../../scenario/index.ts';
import type { World } from '../world.ts';
import { type Measure, measure, titleOf } from './measure.ts';

/** Measures of section threat. */
export const threatMeasures = (scenario: Scenario): Measure[] => {
  const capital = Object.entries(scenario.threat?.places ?? {}).find(([, place]) => place.capital);
  if (capital === undefined) return [];
  const [id, place] = capital;
  const section = 'Threat';
  const fallOf = (world: World): number => {
    const { fallsAt } = world.threat!.places.get(id)!;
    return fallsAt <= world.sim.now ? Math.max(0, fallsAt) : Infinity;
  };
  return [
    measure({
      id: 'capital-fallen',
      label: `${titleOf(place, id)} has fallen`,
      kind: 'indicator',
      headline: true,
      section,
      description: 'Whether the capital has fallen by the end of the window.',
      read: (world) => Number(world.threat!.hasFallen(id)),
    }),
    measure({
      id: 'time-capital-falls',
      label: `Time at which ${titleOf(place, id)} falls`,
      kind: 'time',
      at: 'end',
      section,
      description: 'When the capital fell, within the whole run.',
      read: fallOf,
    }),
  ];
};
