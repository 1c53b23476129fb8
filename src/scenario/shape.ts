import type { z } from 'zod';
import { remembered } from './memo.ts';
import type { FieldMeta } from './quantity.ts';
import { child, type Node, type Path } from './tree.ts';

/** What zod keeps of a schema's definition; only what is read here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly defaultValue?: unknown;
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** What a value of the file must look like. */
export type Form =
  | { readonly kind: 'object'; readonly keys: Readonly<Record<string, z.ZodType>> }
  | { readonly kind: 'record'; readonly value: z.ZodType; readonly names?: string | undefined }
  | { readonly kind: 'list'; readonly item: z.ZodType }
  | { readonly kind: 'tuple'; readonly items: readonly z.ZodType[] }
  | { readonly kind: 'choice'; readonly by: string; readonly options: readonly z.ZodType[] }
  | { readonly kind: 'field'; readonly field: FieldMeta }
  /** `many`: one name or a list of them */
  | { readonly kind: 'reference'; readonly section: string; readonly many: boolean }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' };

/** A schema with its wrappers taken off. */
export interface Shape {
  readonly form: Form;
  readonly description: string;
  readonly required: boolean;
  /** as in the file; `undefined` where there is none */
  readonly default: unknown;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

const formOf = (schema: z.ZodType, names: unknown): Form => {
  const def = definitionOf(schema);
  const meta = schema.meta() ?? {};
  if (meta.section !== undefined)
    return { kind: 'reference', section: String(meta.section), many: meta.many === true };
  switch (def.type) {
    case 'object':
      return { kind: 'object', keys: def.shape ?? {} };
    case 'record':
      return { kind: 'record', value: def.valueType!, names: names as string | undefined };
    case 'array':
      return { kind: 'list', item: def.element! };
    case 'tuple':
      return { kind: 'tuple', items: def.items ?? [] };
    case 'union':
      return { kind: 'choice', by: def.discriminator ?? '', options: def.options ?? [] };
    case 'enum':
      return { kind: 'words', words: Object.values(def.entries ?? {}) };
    case 'literal':
      return { kind: 'literal', value: def.values?.[0] };
    case 'boolean':
      return { kind: 'flag' };
    case 'string':
      return { kind: 'text' };
    default:
      throw new RangeError(`the file language has no form for a zod ${def.type}`);
  }
};

const innerOf = (schema: z.ZodType): z.ZodType | undefined => {
  const def = definitionOf(schema);
  if (def.type === 'lazy') return def.getter?.();
  if (def.type === 'pipe') return def.in;
  return def.innerType;
};

/** Takes a schema's wrappers off, and keeps what they said. */
export const shapeOf: (schema: z.ZodType) => Shape = remembered((schema) => {
  let description = '';
  let required = true;
  let preset: unknown;
  let names: unknown;
  let at = schema;
  for (;;) {
    const meta = at.meta() ?? {};
    names ??= meta.keys;
    description ||= String(meta.description ?? '');
    const def = definitionOf(at);
    if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault') required = false;
    if (def.type === 'default' || def.type === 'prefault') preset ??= def.defaultValue;
    const field = meta.field as FieldMeta | undefined;
    if (field !== undefined) {
      const filled = preset ?? field.default;
      return {
        form: { kind: 'field', field },
        description,
        required: required && filled === undefined,
        default: filled,
      };
    }
    const inner = meta.section === undefined || def.innerType ? innerOf(at) : undefined;
    if (inner === undefined) return { form: formOf(at, names), description, required, default: preset };
    at = inner;
  }
});

/** The name that picks an option of a choice: the literal of its discriminator. */
export const optionName = (option: z.ZodType, by: string): string => {
  const { form } = shapeOf(option);
  const key = form.kind === 'object' ? form.keys[by] : undefined;
  const literal = key === undefined ? undefined : shapeOf(key).form;
  return literal?.kind === 'literal' ? String(literal.value) : '';
};

/** The option of a choice that a mapping picks, if there is one. */
export const optionOf = (
  form: Extract<Form, { kind: 'choice' }>,
  node: Node | undefined,
): z.ZodType | undefined => {
  const picked = child(node, form.by);
  const name = picked?.kind === 'scalar' ? String(picked.value) : '';
  return form.options.find((option) => optionName(option, form.by) === name);
};

/** The schema of an entry or item, as far as it is known. */
export const below = (
  schema: z.ZodType | undefined,
  key: string | number,
  node: Node | undefined,
): z.ZodType | undefined => {
  if (schema === undefined) return undefined;
  const { form } = shapeOf(schema);
  switch (form.kind) {
    case 'object':
      return Object.hasOwn(form.keys, key) ? form.keys[key] : undefined;
    case 'record':
      return form.value;
    case 'list':
      return form.item;
    case 'tuple':
      return form.items[Number(key)];
    case 'choice':
      return below(optionOf(form, node), key, node);
    default:
      return undefined;
  }
};

/** The schema at a path of a tree, as far as it is known. */
export const schemaAt = (schema: z.ZodType, root: Node, path: Path): z.ZodType | undefined => {
  let at: z.ZodType | undefined = schema;
  let node: Node | undefined = root;
  for (const key of path) {
    at = below(at, key, node);
    node = child(node, key);
  }
  return at;
};

/** The keys that a mapping at this schema may have; `undefined` where any name will do. */
export const keysOf = (schema: z.ZodType, node: Node | undefined): readonly string[] | undefined => {
  const { form } = shapeOf(schema);
  if (form.kind === 'object') return Object.keys(form.keys);
  const option = form.kind === 'choice' ? optionOf(form, node) : undefined;
  return option === undefined ? undefined : keysOf(option, node);
};
