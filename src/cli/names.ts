import type { Scenario } from '../scenario/index.ts';
import { plainText } from './text.ts';

/** Sections whose entries have a name for people. */
type Named =
  | 'sites'
  | 'fleets'
  | 'flights'
  | 'gates'
  | 'desks'
  | 'roads'
  | 'populations'
  | 'incidents'
  | 'craft';

/** Longest name in a sentence; assumed, because a line has 79 columns. */
const LONGEST = 40;

/** A name of a scenario, safe for a terminal and short enough for a sentence. */
export const shortName = (text: string): string => {
  const letters = [...plainText(text)];
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…`;
};

/** How people call the entries of a scenario. */
export class Names {
  readonly #scenario: Scenario;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** The name of an entry of a section; its key where it has none. */
  of(section: Named, id: string): string {
    return shortName(this.#scenario[section][id]?.title ?? id);
  }

  unit(id: string): string {
    return shortName(this.#scenario.force?.units[id]?.title ?? id);
  }

  task(id: string): string {
    return shortName(this.#scenario.force?.tasks[id]?.title ?? id);
  }

  /** A population or a group of staff. */
  group(id: string): string {
    const staff = this.#scenario.embassy?.staff[id];
    return shortName(this.#scenario.populations[id]?.title ?? staff?.title ?? id);
  }

  isStaff(group: string): boolean {
    return this.#scenario.populations[group] === undefined;
  }
}

/** The group of a party named `GROUP:ORDINAL`. */
export const groupOf = (party: string): string => party.slice(0, party.lastIndexOf(':'));
