import { checkName } from '../names.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../tree.ts';
import type { View } from './view.ts';

/** Where the entries of a section stand, if not at the top of the file under its own name. */
const SECTIONS: Readonly<Record<string, readonly Path[]>> = {
  units: [['force', 'units']],
  staff: [['embassy', 'staff']],
  places: [['threat', 'places']],
  carried: [['populations'], ['embassy', 'staff']],
};

const WORDS: Readonly<Record<string, string>> = { carried: 'population or staff group', craft: 'craft' };

/** All names that a reference to a section may use. */
export const namesOf = (section: string, namesAt: (path: Path) => readonly string[]): readonly string[] =>
  (SECTIONS[section] ?? [[section]]).flatMap((path) => namesAt(path));

/**
 * What is wrong with a reference, if anything.
 *
 * @param section the section it points into
 * @param name the name it uses
 * @param names the names there are
 */
export const danglingName = (section: string, name: string, names: readonly string[]): string | undefined => {
  if (names.includes(name)) return undefined;
  const noun = WORDS[section] ?? (section === 'populations' ? 'population' : section.replace(/s$/, ''));
  const meant = suggest(name, names);
  if (meant !== undefined) return `there is no ${noun} \`${name}\`; did you mean \`${meant}\`?`;
  const known = names.length === 0 ? 'there are none' : `known: ${names.slice(0, 12).join(', ')}`;
  return `there is no ${noun} \`${name}\`; ${known}`;
};

const checkRepeats = (view: View): void => {
  const seen = new Set<string>();
  for (const leaf of view.leaves) {
    if (leaf.kind !== 'reference' || typeof leaf.path.at(-1) !== 'number') continue;
    const list = leaf.path.slice(0, -1);
    const key = JSON.stringify([list, leaf.name]);
    const between = list.at(-1) === 'between';
    if (seen.has(key) && !between)
      view.report('duplicate-name', leaf.path, `\`${leaf.name}\` stands twice in this list`);
    seen.add(key);
  }
};

/** Names are well formed, and every reference finds its entry. */
export const checkReferences = (view: View): void => {
  const known = new Map<string, readonly string[]>();
  const namesIn = (section: string): readonly string[] => {
    const names = known.get(section) ?? namesOf(section, (path) => view.names(path));
    known.set(section, names);
    return names;
  };
  for (const leaf of view.leaves) {
    if (leaf.kind === 'name' && leaf.section === undefined) {
      const wrong = checkName(leaf.name);
      if (wrong !== undefined) view.report('bad-name', leaf.path, wrong, leaf.place);
    }
    if ((leaf.kind === 'reference' || leaf.kind === 'name') && leaf.section !== undefined) {
      const wrong = danglingName(leaf.section, leaf.name, namesIn(leaf.section));
      if (wrong !== undefined) view.report('dangling-name', leaf.path, wrong, leaf.place);
    }
  }
  checkRepeats(view);
};
