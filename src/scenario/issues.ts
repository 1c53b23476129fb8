import type { z } from 'zod';
import { ANNOTATION_KEYS } from './annotation.ts';
import { type ProblemCode, quote } from './fault.ts';
import type { Problem } from './problem.ts';
import { keysOf, optionName, type Shape, schemaAt, shapeOf } from './shape.ts';
import { didYouMean, suggest } from './suggest.ts';
import { descend, dotted, type MapNode, type Node, nearest, type Path, toPlain } from './tree.ts';
import { expectation } from './units.ts';

type Issue = z.core.$ZodIssue;

interface Validated {
  readonly schema: z.ZodType;
  readonly root: Node;
}

/** What would be right, in words. */
export const needs = ({ form }: Shape): string => {
  switch (form.kind) {
    case 'object':
    case 'choice':
      return 'a mapping (key: value)';
    case 'record':
      return 'a mapping of names';
    case 'list':
      return 'a list ([…] or lines that begin with -)';
    case 'tuple':
      return `a list of ${form.items.length}`;
    case 'field':
      if (form.field.kind === 'instant') return 'a time such as 2021-08-15T18:00 or `36 h`';
      if (form.field.kind === 'start') return 'a time with its offset such as 2021-08-13T12:00+04:30';
      return expectation(form.field.dimension ?? 'factor');
    case 'reference':
      return `the name of one of the ${form.section === 'carried' ? 'populations or staff groups' : form.section}${form.many ? ', or a list of them' : ''}`;
    case 'words':
      return `one of ${form.words.join(', ')}`;
    case 'literal':
      return `\`${String(form.value)}\``;
    case 'flag':
      return 'true or false';
    case 'text':
      return 'a text';
  }
};

const problemAt = (root: Node, path: Path, code: ProblemCode, message: string): Problem => ({
  code,
  path: dotted(path),
  message,
  ...nearest(root, path).place,
});

/** A missing key is shown at the key of the mapping that lacks it, else at the mapping itself. */
const missing = ({ schema, root }: Validated, path: Path): Problem => {
  const key = String(path.at(-1) ?? '');
  const shape = schemaAt(schema, root, path);
  const about = shape === undefined ? undefined : shapeOf(shape);
  const description = about?.description ? `${about.description}; ` : '';
  const right = about === undefined ? '' : ` (${description}needs ${needs(about)})`;
  const above = path.slice(0, -1);
  const owner = descend(root, above.slice(0, -1));
  const entry = owner?.kind === 'map' ? owner.entries.get(String(above.at(-1))) : undefined;
  const place = entry?.place ?? nearest(root, above).place;
  return { code: 'missing-key', path: dotted(above), message: `\`${key}\` is missing${right}`, ...place };
};

const unknownKeys = ({ schema, root }: Validated, path: Path, keys: readonly string[]): Problem[] => {
  const node = descend(root, path);
  const at = schemaAt(schema, root, path);
  const known = at === undefined ? [] : (keysOf(at, node) ?? []);
  const free = known.filter((key) => node?.kind !== 'map' || !node.entries.has(key));
  return keys.map((key) => {
    const entry = (node as MapNode | undefined)?.entries.get(key);
    const comma = /^\d{3}\b/.test(key) ? '; inside {…} a comma separates entries: write 1089 for 1,089' : '';
    const meant = suggest(key, free) ?? suggest(key, [...known, ...ANNOTATION_KEYS]);
    const hint = meant === undefined ? didYouMean(key, free) : `; did you mean \`${meant}\`?`;
    return {
      code: 'unknown-key',
      path: dotted(path),
      message: `unknown key \`${key}\`${comma || hint}`,
      ...(entry?.place ?? nearest(root, path).place),
    };
  });
};

const wrongType = ({ schema, root }: Validated, path: Path): Problem => {
  const node = nearest(root, path);
  const at = schemaAt(schema, root, path);
  const shape = at === undefined ? undefined : shapeOf(at);
  const value = toPlain(node);
  const wanted = shape === undefined ? 'something else' : needs(shape);
  const kind = shape?.form.kind;
  const isText = kind === 'text' || kind === 'reference';
  const hint = isText && typeof value === 'number' ? ': put it in quotes' : '';
  const word = String(value).toLowerCase();
  const flag = kind === 'flag' && ['yes', 'no', 'on', 'off'].includes(word);
  const meant = flag ? `; did you mean \`${word === 'yes' || word === 'on'}\`?` : '';
  return problemAt(root, path, 'wrong-type', `needs ${wanted}, found ${quote(value)}${hint}${meant}`);
};

const unknownWord = ({ root }: Validated, path: Path, words: readonly unknown[]): Problem => {
  const node = nearest(root, path);
  const value = toPlain(node);
  const known = words.map(String);
  if (path.length === 1 && path[0] === 'airbridge') {
    const message = `this program reads version ${known.join(' or ')} of the format, found ${quote(value)}`;
    return problemAt(root, path, 'wrong-version', message);
  }
  const hint = typeof value === 'string' ? didYouMean(value, known) : `; known: ${known.join(', ')}`;
  return problemAt(root, path, 'unknown-choice', `unknown ${String(path.at(-1))} ${quote(value)}${hint}`);
};

const discriminator = (validated: Validated, path: Path): Problem => {
  const { schema, root } = validated;
  if (descend(root, path.slice(0, -1))?.kind !== 'map') return wrongType(validated, path.slice(0, -1));
  if (descend(root, path) === undefined) {
    const problem = missing(validated, path);
    const message = `\`${String(path.at(-1))}\` is missing: it names the action`;
    return { ...problem, ...nearest(root, path.slice(0, -1)).place, message };
  }
  const at = schemaAt(schema, root, path.slice(0, -1));
  const form = at === undefined ? undefined : shapeOf(at).form;
  const words = form?.kind === 'choice' ? form.options.map((option) => optionName(option, form.by)) : [];
  return unknownWord(validated, path, words);
};

const length = ({ root }: Validated, path: Path, issue: { readonly message: string }): Problem => {
  const node = nearest(root, path);
  const found = node.kind === 'list' ? node.items.length : 0;
  const amount = /\d+/.exec(issue.message)?.[0] ?? '';
  const least =
    issue.message.startsWith('Too small') && !issue.message.includes('exactly') ? 'at least ' : '';
  const message = `needs ${least}${amount} ${amount === '1' ? 'entry' : 'entries'}, found ${found}`;
  return problemAt(root, path, 'wrong-length', message);
};

const custom = (validated: Validated, path: Path, issue: Issue & { code: 'custom' }): Problem => {
  const { root } = validated;
  const code = (issue.params?.code as ProblemCode | undefined) ?? 'contradiction';
  const parent = descend(root, path.slice(0, -1));
  const last = String(path.at(-1));
  const onKey = issue.params?.onKey === true;
  const entry = onKey && parent?.kind === 'map' ? parent.entries.get(last) : undefined;
  const problem = problemAt(root, path, code, issue.message);
  return entry === undefined ? problem : { ...problem, ...entry.place };
};

/**
 * Says what zod found in our own words, at its place in the file.
 *
 * @param issue zod's finding
 * @param validated the schema and the tree that was validated
 */
export const problemsOf = (issue: Issue, validated: Validated): readonly Problem[] => {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const absent = path.length > 0 && descend(validated.root, path) === undefined;
  const owned = descend(validated.root, path.slice(0, -1));
  if (issue.code === 'unrecognized_keys') return unknownKeys(validated, path, issue.keys);
  if (issue.code === 'invalid_union') return [discriminator(validated, path)];
  if (absent && owned?.kind === 'map') return [missing(validated, path)];
  switch (issue.code) {
    case 'custom':
      return [custom(validated, path, issue)];
    case 'invalid_value':
      return [unknownWord(validated, path, issue.values)];
    case 'invalid_type':
      return [wrongType(validated, path)];
    case 'too_small':
    case 'too_big':
      return [length(validated, path, issue)];
    default:
      return [problemAt(validated.root, path, 'wrong-type', issue.message)];
  }
};
