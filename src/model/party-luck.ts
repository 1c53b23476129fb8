import { exp, quantile } from '../kernel/index.ts';
import type { Distribution } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import type { Roll } from './roll.ts';
import type { Group } from './roster.ts';

/** One purpose of luck: what a party has luck in. Each is a stream of its own, so that one more changes no other. */
export type Purpose =
  | 'sets-out'
  | 'road'
  | 'turned-back'
  | 'travel'
  | 'needs-consular'
  | 'ticket'
  | 'papers'
  | 'patience'
  | 'search'
  | 'desk'
  | 'consular'
  | 'embassy-travel'
  | 'present'
  | 'second-turned-back'
  | 'ticket-patience'
  | 'balks'
  | 'medical'
  | 'tries-again'
  | 'rest'
  | `step-${number}`
  | `desk-step-${number}`;

/** Who a party is: the same at every try. All other luck is fresh at each. */
const TRAITS: ReadonlySet<Purpose> = new Set<Purpose>([
  'sets-out',
  'road',
  'needs-consular',
  'ticket',
  'papers',
  'present',
  'medical',
]);

/** The luck of one population: its stream's name, where its rows begin, and the row of each ordinal. */
interface People {
  readonly id: string;
  readonly first: number;
  readonly rows: Uint32Array;
}

/**
 * Every party's own luck, by ordinal: events change when a party sets out, never who it is or how lucky it
 * is. A larger population keeps the luck of the smaller one, because each purpose is a stream of its own.
 *
 * A column is drawn, for a whole population, when its purpose is first asked for: what nobody asks for costs
 * neither time nor memory, and since the stream's name decides the numbers, the moment does not matter.
 */
export class PartyLuck {
  readonly #luck: Luck;
  readonly #groupOf: Uint16Array;
  readonly #people: readonly People[];
  /** by purpose, then by try and population */
  readonly #columns = new Map<Purpose, (Float64Array | undefined)[]>();
  /** tries after the first, by party */
  readonly #tries: Uint8Array;

  /**
   * @param groups the populations, in the order of the roll; staff of the embassy need no luck
   * @param roll the roster, and how ordinals lie in it
   */
  constructor(
    luck: Luck,
    groups: readonly Group[],
    { rows, setsOut, roster }: Pick<Roll, 'rows' | 'setsOut' | 'roster'>,
  ) {
    this.#luck = luck;
    this.#groupOf = roster.group;
    this.#people = groups.map(({ id, first }, k) => ({ id, first, rows: rows[k]! }));
    this.#tries = new Uint8Array(groups.reduce((sum, group) => sum + group.parties, 0));
    this.#columns.set('sets-out', [...setsOut]);
  }

  /** The uniform number, 0 to 1, that one party has for one purpose, at its present try. */
  of(party: number, purpose: Purpose): number {
    const group = this.#groupOf[party]!;
    const tries = this.#tries[party] === 0 || TRAITS.has(purpose) ? 0 : this.#tries[party]!;
    const index = tries * this.#people.length + group;
    const column = this.#columns.get(purpose)?.[index] ?? this.#draw(purpose, tries, group);
    return column[party - this.#people[group]!.first]!;
  }

  /** How often the party has tried again. */
  triesOf(party: number): number {
    return this.#tries[party]!;
  }

  /** The party tries once more: what is not a trait of it has fresh luck from now on. */
  startTry(party: number): void {
    this.#tries[party]! += 1;
  }

  /**
   * All luck that has not shown yet is that of a branch: who a party is while it is at home, which steps of
   * processing it needs until a gate has called it and kept room for it there, and whatever else it will be asked for.
   * When it sets out is left to {@link expectAnew}.
   */
  branchOff(isAtHome: (party: number) => boolean, isInside: (party: number) => boolean): void {
    for (const [purpose, columns] of this.#columns) {
      if (purpose === 'sets-out') continue;
      const isFresh = TRAITS.has(purpose)
        ? isAtHome
        : (party: number): boolean => !purpose.startsWith('step-') || !isInside(party);
      for (const [index, column] of columns.entries()) {
        if (column === undefined) continue;
        const group = index % this.#people.length;
        const { first } = this.#people[group]!;
        const fresh = this.#fresh(purpose, Math.floor(index / this.#people.length), group);
        for (let row = 0; row < column.length; row++) {
          if (isFresh(first + row)) column[row] = fresh[row]!;
        }
      }
    }
  }

  /**
   * Draws anew when the parties from a row on set out, given that they have not: each has a threshold above the
   * hazard reached, as exponential ones have no memory. Their order stays, since rows lie in it.
   *
   * @param reached cumulative hazard, 0 or more
   */
  expectAnew({ index, first }: Group, party: number, reached: number): void {
    const { id, rows } = this.#people[index]!;
    const column = this.#columns.get('sets-out')![index]!;
    const fresh = this.#luck
      .column(`people/${id}/sets-out`, rows)
      .subarray(party - first)
      .sort();
    const left = exp(-reached);
    for (const [k, luck] of fresh.entries()) column[party - first + k] = 1 - left * (1 - luck);
  }

  /** A quantity that each party has its own value of; a certain one asks for no luck. */
  valuesOf(distribution: Distribution): (party: number, purpose: Purpose) => number {
    if (distribution.kind === 'fixed') return () => distribution.value;
    const value = quantile(distribution);
    return (party, purpose) => value(this.of(party, purpose));
  }

  /** Whether the party is among a share of its population, 0 to 1; the ends ask for no luck. */
  isAmong(share: number, party: number, purpose: Purpose): boolean {
    return share > 0 && (share >= 1 || this.of(party, purpose) < share);
  }

  #draw(purpose: Purpose, tries: number, group: number): Float64Array {
    const column = this.#fresh(purpose, tries, group);
    const columns = this.#columns.get(purpose) ?? [];
    columns[tries * this.#people.length + group] = column;
    this.#columns.set(purpose, columns);
    return column;
  }

  #fresh(purpose: Purpose, tries: number, group: number): Float64Array {
    const { id, rows } = this.#people[group]!;
    const again = tries === 0 ? '' : `/try-${tries + 1}`;
    return this.#luck.column(`people/${id}/${purpose}${again}`, rows);
  }
}
