import type { z } from 'zod';
import type { Place } from './problem.ts';
import type { FieldMeta } from './quantity.ts';
import { optionOf, shapeOf } from './shape.ts';
import { child, type Node, type Path } from './tree.ts';

interface Common {
  readonly path: Path;
  /** in the file; for a default, the mapping that lacks it */
  readonly place: Place;
}

/** What the cross-checks and the ledger need to know of one value of the file. */
export type Leaf =
  | (Common & { readonly kind: 'field'; readonly field: FieldMeta; readonly node: Node })
  | (Common & { readonly kind: 'default'; readonly field: FieldMeta; readonly value: unknown })
  | (Common & { readonly kind: 'reference'; readonly section: string; readonly name: string })
  | (Common & { readonly kind: 'name'; readonly section: string | undefined; readonly name: string });

interface At {
  readonly schema: z.ZodType;
  readonly node: Node;
  readonly path: Path;
}

const ofObject = (keys: Readonly<Record<string, z.ZodType>>, { node, path }: At): readonly Leaf[] =>
  Object.entries(keys).flatMap(([key, schema]): readonly Leaf[] => {
    const value = child(node, key);
    if (value !== undefined) return visit({ schema, node: value, path: [...path, key] });
    const { form, default: preset } = shapeOf(schema);
    if (form.kind !== 'field' || preset === undefined) return [];
    return [{ kind: 'default', field: form.field, value: preset, path: [...path, key], place: node.place }];
  });

const ofRecord = (value: z.ZodType, section: string | undefined, { node, path }: At): readonly Leaf[] =>
  node.kind !== 'map'
    ? []
    : [...node.entries].flatMap(([name, entry]): readonly Leaf[] => [
        { kind: 'name', section, name, path: [...path, name], place: entry.place },
        ...visit({ schema: value, node: entry.value, path: [...path, name] }),
      ]);

const ofItems = (item: (index: number) => z.ZodType | undefined, { node, path }: At): readonly Leaf[] =>
  node.kind !== 'list'
    ? []
    : node.items.flatMap((inner, index) => {
        const schema = item(index);
        return schema === undefined ? [] : visit({ schema, node: inner, path: [...path, index] });
      });

const ofReference = (section: string, { schema, node, path }: At): readonly Leaf[] => {
  if (node.kind === 'list') {
    return node.items.flatMap((inner, index) =>
      ofReference(section, { schema, node: inner, path: [...path, index] }),
    );
  }
  return node.kind === 'scalar' && typeof node.value === 'string'
    ? [{ kind: 'reference', section, name: node.value, path, place: node.place }]
    : [];
};

/** The leaves of a mapping are the same as long as it stands where it stood. */
const known = new WeakMap<Node, { readonly at: At; readonly leaves: readonly Leaf[] }>();

const isSame = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

const visit = (at: At): readonly Leaf[] => {
  const { schema, node, path } = at;
  if (node.kind !== 'map') return leavesAt(at);
  const before = known.get(node);
  if (before !== undefined && before.at.schema === schema && isSame(before.at.path, path))
    return before.leaves;
  const leaves = leavesAt(at);
  known.set(node, { at, leaves });
  return leaves;
};

const leavesAt = (at: At): readonly Leaf[] => {
  const { schema, node, path } = at;
  const { form } = shapeOf(schema);
  switch (form.kind) {
    case 'object':
      return node.kind === 'map' ? ofObject(form.keys, at) : [];
    case 'record':
      return ofRecord(form.value, form.names, at);
    case 'list':
      return ofItems(() => form.item, at);
    case 'tuple':
      return ofItems((index) => form.items[index], at);
    case 'choice': {
      const option = optionOf(form, node);
      return option === undefined ? [] : visit({ schema: option, node, path });
    }
    case 'field':
      return [{ kind: 'field', field: form.field, node, path, place: node.place }];
    case 'reference':
      return ofReference(form.section, at);
    default:
      return [];
  }
};

/**
 * All numbers, times, names and references of a tree, as far as its shape is right.
 *
 * @param schema what the tree should look like
 * @param root the tree
 */
export const leavesOf = (schema: z.ZodType, root: Node): readonly Leaf[] =>
  visit({ schema, node: root, path: [] });
