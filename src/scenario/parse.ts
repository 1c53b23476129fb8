import type { z } from 'zod';
import { remembered } from './memo.ts';
import { type Scenario, scenarioSchema } from './schema/index.ts';
import { type MapNode, type Node, toPlain } from './tree.ts';

/** What a value means; `undefined` where it is wrong. */
type Meaning = { readonly data: unknown } | undefined;

const parse = (schema: z.ZodType, plain: unknown): Meaning => {
  const parsed = schema.safeParse(plain);
  return parsed.success ? { data: parsed.data } : undefined;
};

/** What each schema makes of nothing. */
const ofNothing = remembered((schema: z.ZodType): Meaning => parse(schema, undefined));

/** What each schema made of each node. */
const ofNodes = remembered((schema: z.ZodType) =>
  remembered((node: Node): Meaning => parse(schema, toPlain(node))),
);

/**
 * What a value of the file means, its default where it is absent.
 *
 * @param schema what it should look like
 * @returns nothing where it is wrong
 */
export const meaningOf = (schema: z.ZodType, node: Node | undefined): Meaning =>
  node === undefined ? ofNothing(schema) : ofNodes(schema)(node);

/** The schema of the entries of a section, where it has entries of one kind and asks for nothing else. */
const entrySchema = remembered((schema: z.ZodType): z.ZodType | undefined => {
  const {
    type,
    innerType,
    valueType,
    checks = [],
  } = schema.def as unknown as {
    readonly type: string;
    readonly innerType?: z.ZodType;
    readonly valueType?: z.ZodType;
    readonly checks?: readonly unknown[];
  };
  if (checks.length > 0) return undefined;
  if (type === 'default') return entrySchema(innerType!);
  return type === 'record' ? valueType : undefined;
});

/** A section, entry by entry where it has entries. */
const sectionOf = (schema: z.ZodType, node: Node | undefined): Meaning => {
  const entry = node?.kind === 'map' ? entrySchema(schema) : undefined;
  if (entry === undefined || node?.kind !== 'map') return meaningOf(schema, node);
  const data: [string, unknown][] = [];
  for (const [name, { value }] of node.entries) {
    const found = meaningOf(entry, value);
    if (found === undefined) return undefined;
    data.push([name, found.data]);
  }
  return { data: Object.fromEntries(data) };
};

/** The scenario part by part, of which those that have been parsed before are not parsed again; nothing where any is wrong. */
const byParts = (root: MapNode): Scenario | undefined => {
  const { shape } = scenarioSchema;
  if ([...root.entries.keys()].some((key) => !Object.hasOwn(shape, key))) return undefined;
  const data: [string, unknown][] = [];
  for (const [key, schema] of Object.entries<z.ZodType>(shape)) {
    const found = sectionOf(schema, root.entries.get(key)?.value);
    if (found === undefined) return undefined;
    if (found.data !== undefined) data.push([key, found.data]);
  }
  return Object.fromEntries(data) as Scenario;
};

/**
 * Reads a whole tree.
 *
 * @returns the scenario in canonical units, or everything that is wrong with its parts
 */
export const parseScenario = (
  root: MapNode,
): { readonly data: Scenario } | { readonly error: z.ZodError } => {
  const data = byParts(root);
  if (data !== undefined) return { data };
  const parsed = scenarioSchema.safeParse(toPlain(root));
  return parsed.success ? { data: parsed.data } : { error: parsed.error };
};
