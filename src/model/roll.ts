import { quantile, type Simulation } from '../kernel/index.ts';
import type { Distribution, Scenario } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import { Roster } from './roster.ts';
import { STATE } from './states.ts';

/** The largest party a row can hold. */
const LARGEST_PARTY = 65_535;

/**
 * Everybody, and how the parties of each population lie in the roster: in the order in which they would
 * set out, so that parties who do things one after another lie side by side in memory. A party is known
 * by its ordinal, the order in which its luck is drawn; where its row lies changes nothing.
 */
export interface Roll {
  readonly roster: Roster;
  /** by population: the row of each ordinal, counted from the population's first row */
  readonly rows: readonly Uint32Array[];
  /** by population: the luck of each ordinal in setting out */
  readonly setsOut: readonly Float64Array[];
}

/** Makes the roster: populations first, in the order of the file, then staff of the embassy, one row each. */
export const callRoll = (scenario: Scenario, sim: Simulation, luck: Luck): Roll => {
  const populations = Object.entries(scenario.populations);
  const staff = Object.entries(scenario.embassy?.staff ?? {});
  const drawn = populations.map(([id, population]) => {
    const people = luck.whole(`populations.${id}.people`, population.people);
    return partySizes(people, population.partySize, sim, `people/${id}/size`);
  });
  const setsOut = populations.map(([id], k) => luck.column(`people/${id}/sets-out`, drawn[k]!.length));
  const rows = setsOut.map(rowsInOrder);
  const sizes = [
    ...drawn.map((ofOrdinal, k) => moved(ofOrdinal, rows[k]!)),
    ...staff.map(([id, group]) =>
      new Uint16Array(luck.whole(`embassy.staff.${id}.people`, group.people)).fill(1),
    ),
  ];
  const roster = new Roster(
    sim,
    sizes,
    [...populations, ...staff].map(([id]) => id),
    [...populations.map(() => STATE['at-home']), ...staff.map(() => STATE['at-post'])],
    [...populations, ...staff].map(([, group]) => group.priority),
  );
  return { roster, rows, setsOut };
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

/** The place of each number when all are sorted; equal numbers keep their order. */
const rowsInOrder = (luck: Float64Array): Uint32Array => {
  const sorted = luck.slice().sort();
  const isTaken = new Uint8Array(luck.length);
  const rows = new Uint32Array(luck.length);
  for (let ordinal = 0; ordinal < luck.length; ordinal++) {
    let row = firstNotBelow(sorted, luck[ordinal]!);
    while (isTaken[row] === 1) row += 1;
    isTaken[row] = 1;
    rows[ordinal] = row;
  }
  return rows;
};

/** Where the first number that is not below `value` stands in ascending numbers. */
const firstNotBelow = (sorted: Float64Array, value: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const moved = (ofOrdinal: Uint16Array, rows: Uint32Array): Uint16Array => {
  const ofRow = new Uint16Array(ofOrdinal.length);
  for (let ordinal = 0; ordinal < rows.length; ordinal++) ofRow[rows[ordinal]!] = ofOrdinal[ordinal]!;
  return ofRow;
};
