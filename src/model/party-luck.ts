import type { Luck } from './luck.ts';
import type { Group, Roster } from './roster.ts';

/** What a party has luck in. Append to this list, never insert: each purpose is a stream of its own. */
const PURPOSES = [
  'sets-out',
  'road',
  'turned-back',
  'travel',
  'needs-consular',
  'ticket',
  'papers',
  'patience',
  'search',
  'desk',
  'consular',
  'embassy-travel',
  'present',
  'second-turned-back',
] as const;

/** One purpose of luck. */
export type Purpose = (typeof PURPOSES)[number];

/**
 * Every party's own luck, drawn at time zero in the order of the roster: events change when a party
 * sets out, never who it is or how lucky it is. A larger population keeps the luck of the smaller one.
 */
export class PartyLuck {
  readonly #columns: ReadonlyMap<Purpose, Float64Array>;

  /** @param groups the groups that have luck; staff of the embassy need none */
  constructor(roster: Roster, luck: Luck, groups: readonly Group[]) {
    this.#columns = new Map(
      PURPOSES.map((purpose) => {
        const column = new Float64Array(roster.parties);
        for (const group of groups) {
          column.set(luck.column(`people/${group.id}/${purpose}`, group.parties), group.first);
        }
        return [purpose, column];
      }),
    );
  }

  /** The uniform numbers of one purpose, by party. */
  of(purpose: Purpose): Float64Array {
    return this.#columns.get(purpose)!;
  }
}
