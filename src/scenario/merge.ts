import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { below, shapeOf } from './shape.ts';
import { didYouMean } from './suggest.ts';
import { dotted, isNothing, type MapEntry, type MapNode, type Node, type Path } from './tree.ts';

/** Mappings whose entries are patched one by one; everything else is replaced whole. */
const merges = (schema: z.ZodType | undefined): boolean => {
  const kind = schema === undefined ? undefined : shapeOf(schema).form.kind;
  return kind === 'object' || kind === 'record';
};

/**
 * Lays a patch over a mapping: mappings are merged, lists and quantities replaced, and nothing (`null`) removes
 * a key.
 *
 * @param base the mapping as it was
 * @param patch the changes
 * @param context.schema the schema of both
 * @param context.path where both stand
 * @param context.problems receives removals of what is not there
 */
export const merge = (
  base: MapNode,
  patch: MapNode,
  context: { readonly schema: z.ZodType | undefined; readonly path: Path; readonly problems: Problem[] },
): MapNode => {
  const { schema, path, problems } = context;
  const entries = new Map<string, MapEntry>(base.entries);
  for (const [key, entry] of patch.entries) {
    const before = entries.get(key);
    const at = [...path, key];
    if (isNothing(entry.value)) {
      if (before === undefined) {
        const message = `nothing to remove: there is no \`${key}\` here${didYouMean(key, [...base.entries.keys()])}`;
        problems.push({ code: 'nothing-to-remove', path: dotted(at), message, ...entry.place });
      }
      entries.delete(key);
      continue;
    }
    const next = below(schema, key, base);
    entries.set(key, {
      place: entry.place,
      value: laid(before?.value, entry.value, { schema: next, path: at, problems }),
    });
  }
  return { ...base, entries };
};

const laid = (before: Node | undefined, after: Node, context: Parameters<typeof merge>[2]): Node => {
  if (before?.kind !== 'map' || after.kind !== 'map' || !merges(context.schema)) return after;
  return merge(before, after, context);
};
