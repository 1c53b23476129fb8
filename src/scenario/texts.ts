import { quote } from './fault.ts';
import { folderOf, isAbsolute, isInside, resolvePath } from './paths.ts';
import type { Place, Problem } from './problem.ts';
import { type MapEntry, type MapNode, type Node, toPlain } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** Gives the text of a file; throws where there is none. */
export type Read = (path: string) => string;

/** A file and those it extends, as far as they could be read. */
export interface Texts {
  /** what each file states itself, the farthest base first; no `extends`, no `variants` */
  readonly layers: readonly MapNode[];
  /** the variants of the file itself */
  readonly variants: ReadonlyMap<string, MapEntry>;
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;
  /** whether every text could be read, so that what is missing is missing indeed */
  readonly complete: boolean;
}

/** More would be a maze for the reader of a scenario. */
const LONGEST_CHAIN = 20;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
};

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const known = typeof code === 'string' ? REASONS[code] : undefined;
  return known ?? String(message ?? error).split('\n')[0] ?? '';
};

class Chain {
  readonly problems: Problem[] = [];
  readonly sources = new Map<string, string>();
  readonly files: string[] = [];
  readonly layers: MapNode[] = [];
  variants: ReadonlyMap<string, MapEntry> = new Map();
  readonly #read: Read;
  readonly #roots: readonly string[];

  constructor(read: Read, roots: readonly string[]) {
    this.#read = read;
    this.#roots = roots;
  }

  /** Reads one file and then the file that it extends. */
  follow(file: string, from: Place): void {
    this.files.push(resolvePath('', file));
    const text = this.#text(file, from);
    if (text === undefined) return;
    this.sources.set(file, text);
    const { root, problems } = parseYaml(file, text);
    this.problems.push(...problems);
    const map = this.#mapping(file, root);
    if (map === undefined) return;
    const { extends: base, variants, ...rest } = Object.fromEntries(map.entries);
    this.layers.unshift({ ...map, entries: new Map(Object.entries(rest)) });
    if (this.files.length === 1) this.variants = this.#variants(variants);
    if (base !== undefined) this.#extend(file, base);
  }

  #text(file: string, from: Place): string | undefined {
    try {
      return this.#read(file);
    } catch (error) {
      const hint = /\.ya?ml$/i.test(file)
        ? ''
        : '; it needs the path of a file such as `scenarios/kabul-48h.yaml`';
      const message = `cannot read \`${file}\`: ${reasonOf(error)}${hint}`;
      this.problems.push({ code: 'unreadable', path: '', message, ...from });
      return undefined;
    }
  }

  #mapping(file: string, root: Node | undefined): MapNode | undefined {
    if (root === undefined || root.kind === 'map') return root;
    const empty = root.kind === 'scalar' && root.value === null;
    const found = empty ? 'this file is empty' : `found ${quote(toPlain(root))}`;
    const message = `a scenario is a mapping that begins with \`airbridge: 1\`: ${found}`;
    const place = empty ? { file, line: 1, column: 1, length: 1 } : root.place;
    this.problems.push({ code: empty ? 'empty' : 'wrong-type', path: '', message, ...place });
    return undefined;
  }

  #variants(entry: MapEntry | undefined): ReadonlyMap<string, MapEntry> {
    if (entry === undefined) return new Map();
    if (entry.value.kind === 'map') return entry.value.entries;
    const message = `needs a mapping of names to changes, found ${quote(toPlain(entry.value))}`;
    this.problems.push({ code: 'wrong-type', path: 'variants', message, ...entry.value.place });
    return new Map();
  }

  #extend(file: string, { value }: MapEntry): void {
    const path = toPlain(value);
    const base = typeof path === 'string' ? resolvePath(folderOf(file), path) : '';
    const fault = this.#fault(path, base);
    if (fault === undefined) this.follow(base, value.place);
    else this.problems.push({ ...fault, path: 'extends', ...value.place });
  }

  #fault(path: unknown, base: string): Pick<Problem, 'code' | 'message'> | undefined {
    if (typeof path !== 'string' || path.trim() === '') {
      const message = `needs the name of one file, relative to this one, found ${quote(path)}`;
      return { code: 'bad-extends', message };
    }
    if (isAbsolute(path) || !this.#roots.some((root) => isInside(root, base))) {
      const message = `${quote(path)} leaves the folder of the scenario: put the base file there or below`;
      return { code: 'outside-tree', message };
    }
    if (this.files.includes(base)) {
      const circle = [...this.files.slice(this.files.indexOf(base)), base].join(' → ');
      return { code: 'circular', message: `files extend each other in a circle: ${circle}` };
    }
    if (this.files.length < LONGEST_CHAIN) return undefined;
    return { code: 'circular', message: `more than ${LONGEST_CHAIN} files extend each other` };
  }
}

/**
 * Reads a scenario file and the files it extends.
 *
 * @param file path as the user gave it
 * @param read gives the text of a file
 * @param roots folders in which the files it extends may lie; its own when absent
 */
export const readTexts = (file: string, read: Read, roots: readonly string[] | undefined): Texts => {
  const chain = new Chain(read, roots ?? [folderOf(file)]);
  chain.follow(file, { file, line: 1, column: 1, length: 1 });
  const { layers, variants, problems, sources, files } = chain;
  const circular = problems.some(({ path }) => path === 'extends');
  return { layers, variants, problems, sources, complete: !circular && layers.length === files.length };
};
