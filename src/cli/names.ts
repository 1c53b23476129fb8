import { wordsFor } from '../model/index.ts';
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

/** The section that a key of an action names an entry of. */
const SECTION_OF: Readonly<Record<string, Named>> = {
  gate: 'gates',
  site: 'sites',
  road: 'roads',
  fleet: 'fleets',
  pickup: 'sites',
  delivers: 'sites',
  desk: 'desks',
  population: 'populations',
  populations: 'populations',
  incident: 'incidents',
};

/** How people call the entries of a scenario. */
export class Names {
  readonly #scenario: Scenario;
  /** labels of the model as they read for this scenario: neutral where nobody leaves by air */
  readonly word: (label: string) => string;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.word = wordsFor(scenario);
  }

  /** The name of an entry of a section; its key where it has none. */
  of(section: Named, id: string): string {
    return shortName(this.#scenario[section][id]?.title ?? id);
  }

  unit(id: string): string {
    return shortName(this.#scenario.force?.units[id]?.title ?? id);
  }

  /** A place that may fall. */
  place(id: string): string {
    return shortName(this.#scenario.threat?.places[id]?.title ?? id);
  }

  task(id: string): string {
    return shortName(this.#scenario.force?.tasks[id]?.title ?? id);
  }

  /** A population or a group of staff. */
  group(id: string): string {
    const staff = this.#scenario.embassy?.staff[id];
    return shortName(this.#scenario.populations[id]?.title ?? staff?.title ?? id);
  }

  /** The site to which a population goes. */
  siteOf(population: string): string | undefined {
    return this.#scenario.populations[population]?.site;
  }

  /** Whether a fleet needs runway and stand, or only a pad. */
  landsOnPads(fleet: string): boolean {
    const craft = this.#scenario.fleets[fleet]?.craft ?? '';
    return this.#scenario.craft[craft]?.lands === 'pad';
  }

  /** What an action says it did, with the names that people use instead of the keys that it names. */
  told(action: object, note: string): string {
    const called = new Map<string, string>();
    for (const [key, value] of Object.entries(action)) {
      const section = SECTION_OF[key];
      if (section === undefined && key !== 'unit') continue;
      for (const id of [value].flat()) {
        if (typeof id !== 'string') continue;
        called.set(id, section === undefined ? this.unit(id) : this.of(section, id));
      }
    }
    return note.replaceAll(/((?:gate|road) )?([\w-]+)/g, (text, noun: string | undefined, id: string) => {
      const name = called.get(id);
      return name === undefined ? text : `${name === id ? (noun ?? '') : ''}${name}`;
    });
  }

  isStaff(group: string): boolean {
    return this.#scenario.populations[group] === undefined;
  }
}

/** The group of a party named `GROUP:ORDINAL`. */
export const groupOf = (party: string): string => party.slice(0, party.lastIndexOf(':'));
