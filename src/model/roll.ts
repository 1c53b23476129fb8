import { quantile, type Simulation } from '../kernel/index.ts';
import type { Distribution, Scenario } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import { Roster } from './roster.ts';
import { STATE } from './states.ts';

/** The largest party a row can hold. */
const LARGEST_PARTY = 65_535;

/** Makes the roster: populations first, in the order of the file, then staff of the embassy, one row each. */
export const callRoll = (scenario: Scenario, sim: Simulation, luck: Luck): Roster => {
  const populations = Object.entries(scenario.populations);
  const staff = Object.entries(scenario.embassy?.staff ?? {});
  const sizes = [
    ...populations.map(([id, population]) => {
      const people = luck.whole(`populations.${id}.people`, population.people);
      return partySizes(people, population.partySize, sim, `people/${id}/size`);
    }),
    ...staff.map(([id, group]) =>
      new Uint16Array(luck.whole(`embassy.staff.${id}.people`, group.people)).fill(1),
    ),
  ];
  return new Roster(
    sim,
    sizes,
    [...populations, ...staff].map(([id]) => id),
    [...populations.map(() => STATE['at-home']), ...staff.map(() => STATE['at-post'])],
    [...populations, ...staff].map(([, group]) => group.priority),
  );
};

/** Party sizes that add up to exactly `people`: drawn in order, the last one cut to what is left. */
const partySizes = (people: number, size: Distribution, sim: Simulation, path: string): Uint16Array => {
  const draw = quantile(size);
  const stream = sim.stream(path);
  const sizes: number[] = [];
  for (let left = people; left > 0; ) {
    const drawn = Math.min(LARGEST_PARTY, Math.max(1, Math.round(draw(stream.uniform()))));
    const party = Math.min(drawn, left);
    sizes.push(party);
    left -= party;
  }
  return Uint16Array.from(sizes);
};
