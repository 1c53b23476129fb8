import type { Luck } from './luck.ts';
import type { Roll } from './roll.ts';
import type { Group } from './roster.ts';

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

const INDEX = Object.fromEntries(PURPOSES.map((purpose, index) => [purpose, index])) as {
  readonly [purpose in Purpose]: number;
};

/**
 * Every party's own luck, drawn at time zero in the order of ordinals: events change when a party
 * sets out, never who it is or how lucky it is. A larger population keeps the luck of the smaller one,
 * because each purpose is a stream of its own.
 *
 * One party's luck lies together in memory, since a party's steps ask for it one after another and
 * parties come in random order.
 */
export class PartyLuck {
  readonly #block: Float64Array;

  /** @param groups the populations, in the order of the roll; staff of the embassy need no luck */
  constructor(luck: Luck, groups: readonly Group[], { rows, setsOut }: Pick<Roll, 'rows' | 'setsOut'>) {
    const parties = groups.reduce((sum, group) => sum + group.parties, 0);
    const block = new Float64Array(parties * PURPOSES.length);
    for (const [k, group] of groups.entries()) {
      for (const [index, purpose] of PURPOSES.entries()) {
        const isDrawn = purpose === 'sets-out';
        const column = isDrawn ? setsOut[k]! : luck.column(`people/${group.id}/${purpose}`, group.parties);
        const first = group.first * PURPOSES.length + index;
        for (let ordinal = 0; ordinal < column.length; ordinal++) {
          block[first + rows[k]![ordinal]! * PURPOSES.length] = column[ordinal]!;
        }
      }
    }
    this.#block = block;
  }

  /** The uniform number, 0 to 1, that one party has for one purpose. */
  of(party: number, purpose: Purpose): number {
    return this.#block[party * PURPOSES.length + INDEX[purpose]]!;
  }
}
