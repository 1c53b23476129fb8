import { compile } from '../../src/model/index.ts';
import { textOf } from './files.ts';
import { fateOf } from './fuzz.ts';
import { SMALL_SCENARIO } from './scenario-text.ts';

const ONE_AIRCRAFT = textOf('scenarios/01-one-aircraft.yaml');

/** The shipped scenarios, and a small one with an entry in every section; the large one takes its time. */
const TEXTS: readonly string[] = [
  SMALL_SCENARIO,
  ONE_AIRCRAFT,
  SMALL_SCENARIO,
  ONE_AIRCRAFT,
  SMALL_SCENARIO,
  textOf('scenarios/kabul-48h.yaml'),
];

/** A run that needs more has lost its way, unless it carries millions. */
const EVENT_BUDGET = 20_000_000;

/** What became of mutated texts. */
export interface Fates {
  refused: number;
  ran: number;
}

/**
 * Mutates a scenario with each of these seeds; what is still valid is run with all invariants checked.
 *
 * @throws Error with the seed where a run fails, hangs or breaks an invariant
 */
export const runMutated = (seeds: { readonly from: number; readonly to: number }): Fates => {
  const fates: Fates = { refused: 0, ran: 0 };
  for (let seed = seeds.from; seed < seeds.to; seed++) {
    const fate = fateOf(TEXTS[seed % TEXTS.length]!, seed);
    if ('error' in fate) {
      fates.refused += 1;
      continue;
    }
    try {
      compile(fate.scenario).run({ seed: 'fuzz', replication: 0, audit: true, eventBudget: EVENT_BUDGET });
    } catch (cause) {
      throw new Error(`mutation ${seed} of text ${seed % TEXTS.length}: ${String(cause)}`, { cause });
    }
    fates.ran += 1;
  }
  return fates;
};
