import type { Place, Problem } from './problem.ts';
import type { MapNode, Node } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** One `--set path=value` as a patch. */
export interface Setting {
  /** name of the setting in problems */
  readonly file: string;
  readonly patch?: MapNode;
  /** the parts of the path */
  readonly keys?: readonly { readonly name: string; readonly place: Place }[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a setting of the command line.
 *
 * @param text a dotted path, `=`, and a value as YAML: `populations.us.people=5000 people`
 */
export const parseSetting = (text: string): Setting => {
  const file = `--set ${text}`;
  const fail = (message: string, column = 1): Setting => ({
    file,
    problems: [{ code: 'bad-set', path: '', message, file, line: 1, column, length: 1 }],
  });
  const equals = text.indexOf('=');
  if (equals < 0) return fail('needs path=value, for instance populations.us.people=5000 people');
  const keys = text.slice(0, equals).split('.');
  const starts = keys.map((_, index) => keys.slice(0, index).join('.').length + (index === 0 ? 0 : 1));
  const empty = keys.findIndex((key) => key.trim() === '');
  if (empty >= 0) return fail('the path has an empty part', (starts[empty] ?? 0) + 1);
  const reserved = keys.findIndex((key) => key.trim() in {});
  if (reserved >= 0) return fail(`\`${keys[reserved]}\` cannot be a key`, (starts[reserved] ?? 0) + 1);
  // Blanks in place of the path keep the columns of the value.
  const parsed = parseYaml(file, ' '.repeat(equals + 1) + text.slice(equals + 1));
  if (parsed.problems.length > 0 || parsed.root === undefined) return { file, problems: parsed.problems };
  const places = keys.map((key, index) => ({
    name: key.trim(),
    place: { file, line: 1, column: (starts[index] ?? 0) + 1, length: key.length },
  }));
  const whole = { file, line: 1, column: 1, length: equals };
  const patch = places.reduceRight<Node>(
    (value, { name, place }) => ({ kind: 'map', place: whole, entries: new Map([[name, { place, value }]]) }),
    parsed.root,
  );
  return { file, patch: patch as MapNode, keys: places, problems: [] };
};
