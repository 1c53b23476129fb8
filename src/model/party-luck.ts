import { exp, type IndexedStream, quantile } from '../kernel/index.ts';
import type { Distribution } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import type { Roll } from './roll.ts';
import type { Group } from './roster.ts';

/** One purpose of luck: what a party has luck in. Each is a stream of its own, so that one more changes no other. */
export type Purpose =
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
  | `desk-step-${number}`
  | `reception-${string}`;

/** Who a party is: the same at every try. All other luck is fresh at each. */
const TRAITS: ReadonlySet<Purpose> = new Set<Purpose>([
  'road',
  'needs-consular',
  'ticket',
  'papers',
  'present',
  'medical',
]);

/** What parties keep of the luck they had before the run left for a branch. */
const KEEPS_TRAITS = 1;
const KEEPS_STEPS = 2;

/** The luck that all parties have in one thing. */
interface Lot {
  readonly purpose: Purpose;
  readonly isTrait: boolean;
  /** which parties keep it when the run leaves for a branch */
  readonly keptBy: number;
  /** by group: its stream, and that of the time before a branch; made when first asked for */
  streams: Streams;
  past: Streams;
}

type Streams = (IndexedStream | undefined)[];

/** The branch before, and what each party keeps of its luck. */
interface Past {
  readonly salt: string;
  readonly kept: Uint8Array;
}

/**
 * Every party's own luck, by ordinal: events change when a party sets out, never who it is or how lucky it
 * is. A larger population keeps the luck of the smaller one, because each purpose is a stream of its own.
 *
 * A party's number is made when it is asked for, from its ordinal and its try: nothing is drawn that nobody
 * asks for, nothing is kept, and the moment of asking does not matter.
 */
export class PartyLuck {
  readonly #luck: Luck;
  readonly #groups: readonly Group[];
  readonly #groupOf: Uint16Array;
  readonly #ordinals: Uint32Array;
  readonly #setsOut: Float64Array;
  readonly #lots = new Map<Purpose, Lot>();
  #past: Past | undefined;
  /** tries after the first, by party */
  readonly #tries: Uint8Array;

  /** @param roll the roster, the ordinal of each of its rows, and its luck in setting out */
  constructor(luck: Luck, { ordinals, setsOut, roster }: Pick<Roll, 'ordinals' | 'setsOut' | 'roster'>) {
    this.#luck = luck;
    this.#groups = roster.groups;
    this.#groupOf = roster.group;
    this.#ordinals = ordinals;
    this.#setsOut = setsOut;
    this.#tries = new Uint8Array(ordinals.length);
  }

  /** The uniform number, 0 to 1, that one party has for one purpose, at its present try. */
  of(party: number, purpose: Purpose): number {
    return this.#in(this.#lotOf(purpose), party);
  }

  /** The luck of a party in setting out: of its population the first has the least. */
  setsOut(party: number): number {
    return this.#setsOut[party]!;
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
   * When it sets out is left to {@link expectAnew}. To be called before {@link Luck.branchOff}.
   *
   * @throws RangeError when it has left for a branch before
   */
  branchOff(isAtHome: (party: number) => boolean, isInside: (party: number) => boolean): void {
    if (this.#past !== undefined) throw new RangeError('a run leaves for one branch');
    const kept = Uint8Array.from(
      this.#ordinals,
      (_, party) => (isAtHome(party) ? 0 : KEEPS_TRAITS) + (isInside(party) ? KEEPS_STEPS : 0),
    );
    this.#past = { salt: this.#luck.branch, kept };
    for (const lot of this.#lots.values()) {
      lot.past = lot.streams;
      lot.streams = [];
    }
  }

  /**
   * Draws anew when the parties from a row on set out, given that they have not: each has a threshold above the
   * hazard reached, as exponential ones have no memory. Their order stays, since rows lie in it.
   *
   * @param reached cumulative hazard, 0 or more
   */
  expectAnew({ id, first, parties }: Group, party: number, reached: number): void {
    const fresh = this.#luck.drawn(`people/${id}/sets-out`, first + parties - party).sort();
    const left = exp(-reached);
    for (const [k, luck] of fresh.entries()) this.#setsOut[party + k] = 1 - left * (1 - luck);
  }

  /** A quantity that each party has its own value of; a certain one asks for no luck. */
  valuesOf(distribution: Distribution, purpose: Purpose): (party: number) => number {
    if (distribution.kind === 'fixed') return () => distribution.value;
    const value = quantile(distribution);
    const lot = this.#lotOf(purpose);
    return (party) => value(this.#in(lot, party));
  }

  /** Whether the party is among a share of its population, 0 to 1; the ends ask for no luck. */
  isAmong(share: number, party: number, purpose: Purpose): boolean {
    return share > 0 && (share >= 1 || this.of(party, purpose) < share);
  }

  /** The number of a party in a lot, 0 to 1. */
  #in(lot: Lot, party: number): number {
    const group = this.#groupOf[party]!;
    const past = this.#past;
    const isKept = past !== undefined && (past.kept[party]! & lot.keptBy) !== 0;
    const streams = isKept ? lot.past : lot.streams;
    streams[group] ??= this.#streamOf(lot, group, isKept ? past.salt : this.#luck.branch);
    return streams[group].at(this.#ordinals[party]!, lot.isTrait ? 0 : this.#tries[party]!);
  }

  #lotOf(purpose: Purpose): Lot {
    const known = this.#lots.get(purpose);
    if (known !== undefined) return known;
    const isTrait = TRAITS.has(purpose);
    const keptBy = isTrait ? KEEPS_TRAITS : purpose.startsWith('step-') ? KEEPS_STEPS : 0;
    const lot: Lot = { purpose, isTrait, keptBy, streams: [], past: [] };
    this.#lots.set(purpose, lot);
    return lot;
  }

  #streamOf({ purpose }: Lot, group: number, salt: string): IndexedStream {
    return this.#luck.indexed(`people/${this.#groups[group]!.id}/${purpose}`, salt);
  }
}
