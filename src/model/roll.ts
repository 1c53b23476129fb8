import { quantile, type Simulation } from '../kernel/index.ts';
import type { Distribution, Scenario } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import { Roster } from './roster.ts';
import { STATE } from './states.ts';

/** The largest party a row can hold. */
const LARGEST_PARTY = 65_535;
/** Parties for whom there is room before more is asked for. */
const FIRST_ROOM = 1024;

/**
 * Everybody, and how the parties of each population lie in the roster: in the order in which they would
 * set out, so that parties who do things one after another lie side by side in memory. A party is known
 * by its ordinal, the order in which its luck is drawn; where its row lies changes nothing.
 */
export interface Roll {
  readonly roster: Roster;
  /** by row: its party's ordinal in its group, from 0 */
  readonly ordinals: Uint32Array;
  /** by row of the populations: its luck in setting out, ascending within a population */
  readonly setsOut: Float64Array;
}

/** Makes the roster: populations first, in the order of the file, then staff of the embassy, one row each. */
export const callRoll = (scenario: Scenario, sim: Simulation, luck: Luck): Roll => {
  const populations = Object.entries(scenario.populations);
  const staff = Object.entries(scenario.embassy?.staff ?? {});
  const drawn = populations.map(([id, population]) => {
    const people = luck.whole(`populations.${id}.people`, population.people);
    return partySizes(people, population.partySize, sim, `people/${id}/size`);
  });
  const eager = populations.map(([id], k) => luck.drawn(`people/${id}/sets-out`, drawn[k]!.length));
  const inOrder = eager.map(ordinalsInOrder);
  const sizes = [
    ...drawn.map((ofOrdinal, k) => gathered(ofOrdinal, inOrder[k]!)),
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
  const ordinals = new Uint32Array(roster.parties);
  const setsOut = new Float64Array(inOrder.reduce((sum, { length }) => sum + length, 0));
  for (const { index, first, parties } of roster.groups) {
    const ofRow = inOrder[index] ?? new Uint32Array(parties).map((_, row) => row);
    ordinals.set(ofRow, first);
    const luckOf = eager[index];
    if (luckOf !== undefined) setsOut.set(gathered(luckOf, ofRow), first);
  }
  return { roster, ordinals, setsOut };
};

/** Party sizes that add up to exactly `people`: drawn in order, the last one cut to what is left. */
const partySizes = (people: number, size: Distribution, sim: Simulation, path: string): Uint16Array => {
  const draw = quantile(size);
  const stream = sim.stream(path);
  let sizes = new Uint16Array(Math.min(people, FIRST_ROOM));
  let parties = 0;
  for (let left = people; left > 0; ) {
    const drawn = Math.min(LARGEST_PARTY, Math.max(1, Math.round(draw(stream.uniform()))));
    const party = Math.min(drawn, left);
    if (parties === sizes.length) sizes = widened(sizes, Math.min(people, 2 * parties));
    sizes[parties] = party;
    parties += 1;
    left -= party;
  }
  return sizes.slice(0, parties);
};

const widened = (sizes: Uint16Array, room: number): Uint16Array<ArrayBuffer> => {
  const wider = new Uint16Array(room);
  wider.set(sizes);
  return wider;
};

/**
 * The ordinals of numbers when these are sorted; equal numbers keep their order.
 *
 * Numbers that are even between 0 and 1 are dealt into as many bins as there are numbers; each bin, of about
 * one, is then put in order by insertion. That takes time in proportion to their number.
 */
const ordinalsInOrder = (luck: Float64Array): Uint32Array => {
  const count = luck.length;
  const starts = new Uint32Array(count + 1);
  for (let ordinal = 0; ordinal < count; ordinal++) starts[Math.floor(luck[ordinal]! * count) + 1]! += 1;
  for (let bin = 0; bin < count; bin++) starts[bin + 1]! += starts[bin]!;
  const ordinals = new Uint32Array(count);
  const filled = starts.slice(0, count);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const bin = Math.floor(luck[ordinal]! * count);
    let at = filled[bin]!;
    filled[bin] = at + 1;
    for (; at > starts[bin]! && luck[ordinals[at - 1]!]! > luck[ordinal]!; at--)
      ordinals[at] = ordinals[at - 1]!;
    ordinals[at] = ordinal;
  }
  return ordinals;
};

/** What belongs to ordinals, row by row. */
const gathered = <Column extends Uint16Array | Float64Array>(
  ofOrdinal: Column,
  ordinals: Uint32Array,
): Column => {
  const ofRow = ofOrdinal.slice() as Column;
  for (let row = 0; row < ordinals.length; row++) ofRow[row] = ofOrdinal[ordinals[row]!]!;
  return ofRow;
};
