import type { Scenario } from '../../scenario/index.ts';
import type { Carried } from '../site.ts';
import type { World } from '../world.ts';
import { type Measure, measure, titleOf } from './measure.ts';

const section = 'Airfield';

const isHaven = ({ sites }: Scenario, id: string): boolean => sites[id]?.beds !== undefined;

/** Places where people board who are not yet at a haven, where there are several. */
export const embarkationsOf = (scenario: Scenario): readonly string[] => {
  const pickups = new Set(Object.values(scenario.fleets).flatMap(({ pickup }) => pickup));
  const sites = [...pickups].filter((id) => !isHaven(scenario, id));
  return sites.length > 1 ? sites : [];
};

/** Nations whose fleets pick people up who are not yet at a haven, where there are several. */
export const carriersOf = (scenario: Scenario): readonly string[] => {
  const fleets = Object.values(scenario.fleets).filter(({ pickup }) =>
    pickup.some((id) => !isHaven(scenario, id)),
  );
  const nations = [...new Set(fleets.map(({ nation }) => nation))];
  return nations.length > 1 ? nations : [];
};

/** What the fleets of a nation have carried to havens so far. */
export const carriedBy = (world: World, nation: string, key: keyof Carried): number => {
  let sum = 0;
  for (const { plan, bridge } of world.fleets.values()) if (plan.nation === nation) sum += bridge[key];
  return sum;
};

/** Who carried people to havens, and from where, where that can differ. */
export const carrierMeasures = (scenario: Scenario): Measure[] => [
  ...carriersOf(scenario).flatMap((nation) => [
    measure({
      id: `people-by.${nation}`,
      label: `People out by ${nation} craft`,
      kind: 'count',
      section,
      description: `People, staff included, whom craft of ${nation} took off the ground bound for a haven by the end of the window.`,
      read: (world) => carriedBy(world, nation, 'people'),
    }),
    measure({
      id: `loads-by.${nation}`,
      label: `Loads by ${nation} craft`,
      kind: 'count',
      unit: 'loads',
      section,
      description: `Craft of ${nation} that left the ground bound for a haven with people aboard, by the end of the window.`,
      read: (world) => carriedBy(world, nation, 'loads'),
    }),
  ]),
  ...embarkationsOf(scenario).map((id) =>
    measure({
      id: `loads-from.${id}`,
      label: `Loads from ${titleOf(scenario.sites[id], id)}`,
      kind: 'count',
      unit: 'loads',
      section,
      description:
        'Craft that left the ground there with people aboard, troops not counted, by the end of the window.',
      read: (world) => world.site(id).flown.loads,
    }),
  ),
];
