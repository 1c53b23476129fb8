import { remembered } from './memo.ts';
import type { Place } from './problem.ts';

/** Where a number comes from, as an annotation in the file says. */
export interface Annotation {
  readonly source?: string;
  readonly assumed?: string;
  readonly grade: 'observed' | 'estimate' | 'assumed';
  readonly note?: string;
}

interface Common {
  readonly place: Place;
  /** the nearest annotation of the text in which the node was written */
  readonly annotation?: Annotation | undefined;
}

/** A number, text, truth value or nothing. */
export interface ScalarNode extends Common {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** as it was written */
  readonly text: string;
}

export interface ListNode extends Common {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MapEntry {
  readonly place: Place;
  readonly value: Node;
}

export interface MapNode extends Common {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
}

/** A value of a file that knows where it was written. */
export type Node = ScalarNode | ListNode | MapNode;

export type Path = readonly (string | number)[];

/** The node without its places: plain data for validation, which nobody may change. */
export const toPlain = (node: Node): unknown => (node.kind === 'scalar' ? node.value : plainOf(node));

const plainOf = remembered((node: ListNode | MapNode): unknown => {
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, toPlain(value)]));
});

/** The entry of a mapping, or item of a list. */
export const child = (node: Node | undefined, key: string | number): Node | undefined => {
  if (node?.kind === 'map') return node.entries.get(String(key))?.value;
  if (node?.kind === 'list') return node.items[Number(key)];
  return undefined;
};

/** The node at a path, if there is one. */
export const descend = (node: Node | undefined, path: Path): Node | undefined =>
  path.reduce<Node | undefined>((at, key) => child(at, key), node);

/** The node at a path, or the nearest one above it. */
export const nearest = (root: Node, path: Path): Node => {
  let node = root;
  for (const key of path) {
    const next = child(node, key);
    if (next === undefined) return node;
    node = next;
  }
  return node;
};

export const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

/** A dotted path, as `--set` takes it. */
export const dotted = (path: Path): string => path.join('.');

/** The node as it could be written on one line. */
export const written = (node: Node): string => {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return `[${node.items.map(written).join(', ')}]`;
  return `{ ${[...node.entries].map(([key, { value }]) => `${key}: ${written(value)}`).join(', ')} }`;
};
