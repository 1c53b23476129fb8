import { slug } from './markdown.ts';

/** Keys of a JSON text as paths: `measures[].mean`. */
export interface Keys {
  readonly all: ReadonlySet<string>;
  /** lists that were empty, and keys that were null, wherever they were seen: what lies below them was not seen */
  readonly blank: ReadonlySet<string>;
}

/** Keys whose own keys are those of a scenario. */
const OPEN = new Set(['levels']);

/**
 * All keys of several JSON texts.
 *
 * @param values parsed
 */
export const keysIn = (values: readonly unknown[]): Keys => {
  const all = new Set<string>();
  const blank = new Set<string>();
  const full = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (path !== '') all.add(path);
    if (value === null || (Array.isArray(value) && value.length === 0)) blank.add(path);
    else full.add(path);
    if (Array.isArray(value)) for (const one of value) walk(one, `${path}[]`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) {
        const name = OPEN.has(path.split('.').at(-1)!) ? '<path>' : key;
        walk(one, path === '' ? name : `${path}.${name}`);
      }
  };
  for (const value of values) walk(value, '');
  return { all, blank: new Set([...blank].filter((path) => !full.has(path))) };
};

/** A path and all that it lies below. */
export const withPrefixes = (path: string): string[] =>
  path.split('.').flatMap((part, index, parts) => {
    const whole = [...parts.slice(0, index), part].join('.');
    return part.endsWith('[]') ? [whole.slice(0, -2), whole].filter((one) => one !== '') : [whole];
  });

/** Tables of keys by the slug of the heading above them. */
const tablesOf = (page: string): ReadonlyMap<string, readonly (readonly [string, string])[]> => {
  const tables = new Map<string, (readonly [string, string])[]>();
  let rows: (readonly [string, string])[] = [];
  for (const line of page.split('\n')) {
    const heading = /^#+ (.*)$/.exec(line);
    if (heading !== null) {
      rows = [];
      tables.set(slug(heading[1]!), rows);
    }
    const [, keys, what] = /^\| (.*?) \| (.*) \|$/.exec(line) ?? [];
    if (keys !== undefined && keys !== 'key') rows.push([keys, what!]);
  }
  return tables;
};

/** Keys that a page tells. */
export interface Told {
  readonly all: ReadonlySet<string>;
  /** those, and what lies below them, that are there in some cases only: what is said of them begins with `only` */
  readonly optional: ReadonlySet<string>;
}

/**
 * The keys that a page tells below a heading. A row that links to another heading has the keys below that, too; a row of `(all)` stands for
 * the object itself.
 *
 * @param page in Markdown
 * @param heading as it is written
 */
export const keysToldOf = (page: string, heading: string): Told => {
  const tables = tablesOf(page);
  const below = (name: string, isOptional: boolean): [string, boolean][] =>
    (tables.get(name) ?? []).flatMap(([cell, what]) => {
      const keys = cell === '(all)' ? [''] : [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key!);
      const is = isOptional || what.startsWith('only ');
      const shapes = [...what.matchAll(/\]\(#([\w-]+)\)/g)].flatMap(([, shape]) => below(shape!, is));
      return keys.flatMap((key): [string, boolean][] =>
        key === ''
          ? shapes
          : [[key, is], ...shapes.map(([one, of]): [string, boolean] => [`${key}.${one}`, of])],
      );
    });
  const rows = below(slug(heading), false);
  const prefixed = (some: readonly [string, boolean][]): Set<string> =>
    new Set(some.flatMap(([key]) => withPrefixes(key)));
  const needed = prefixed(rows.filter(([, is]) => !is));
  const all = prefixed(rows);
  return { all, optional: new Set([...all].filter((key) => !needed.has(key))) };
};
