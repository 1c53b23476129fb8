import { z } from 'zod';
import type { FieldMeta } from './quantity.ts';
import { DISTRIBUTIONS } from './random.ts';
import { scenarioSchema } from './schema/index.ts';
import { DIMENSIONS, type Dimension, expectation, formatAmount } from './units.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { [key: string]: unknown };

const TEXT: JsonSchema = { type: 'string' };

/** What any mapping may say about the origin of its numbers. */
const ANNOTATIONS: Readonly<Record<string, JsonSchema>> = {
  source: { ...TEXT, description: 'Where the numbers of this mapping come from' },
  assumed: { ...TEXT, description: 'Why the numbers of this mapping were assumed' },
  grade: {
    enum: ['observed', 'estimate', 'assumed'],
    description: 'How sure they are; observed for a source, assumed for an assumption when absent',
  },
  note: { ...TEXT, description: 'Anything else about them' },
};

const ANNOTATION_REFS: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.keys(ANNOTATIONS).map((key) => [key, { $ref: `#/definitions/${key}` }]),
);

const TIMES: Readonly<Record<'instant' | 'start', { pattern: string; examples: readonly string[] }>> = {
  instant: {
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$|^[-+]?[\\d.,]+\\s*(s|min|h|d)$',
    examples: ['2021-08-15T18:00', '36 h'],
  },
  start: {
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(Z|[-+]\\d{2}:?\\d{2})$',
    examples: ['2021-08-13T12:00+04:30'],
  },
};

const annotated = (schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { value: schema, ...ANNOTATION_REFS },
  required: ['value'],
  additionalProperties: false,
});

const amount = (dimension: Dimension): JsonSchema => {
  const { units, example, bare = false } = DIMENSIONS[dimension];
  const names = Object.keys(units).map((unit) => unit.replaceAll('/', '\\/'));
  const number = '^\\s*[-+]?[\\d.,]+([eE][-+]?\\d+)?';
  if (names.length > 0 && !bare)
    return { ...TEXT, pattern: `${number}\\s*(${names.join('|')})\\s*$`, examples: [example] };
  return {
    anyOf: [{ type: 'number' }, { ...TEXT, pattern: `${number}\\s*(${names.join('|')})?\\s*$` }],
    examples: [Number(example)],
  };
};

/** One distribution key, with annotations beside it. What stands under the key is left to `check`. */
const distribution = (): JsonSchema => ({
  type: 'object',
  properties: {
    ...Object.fromEntries(DISTRIBUTIONS.map((name) => [name, { type: ['object', 'array'] }])),
    ...ANNOTATION_REFS,
  },
  anyOf: DISTRIBUTIONS.map((name) => ({ required: [name] })),
  additionalProperties: false,
});

const definitionName = ({ kind, dimension }: FieldMeta): string =>
  dimension === undefined ? kind : `${kind}-${dimension}`;

const definition = ({ kind, dimension }: FieldMeta): JsonSchema => {
  if (kind === 'instant' || kind === 'start') {
    const time = { ...TEXT, ...TIMES[kind] };
    return { anyOf: [time, annotated(time)] };
  }
  const single = amount(dimension ?? 'factor');
  const forms = [single, annotated(single)];
  if (kind === 'constant') return { anyOf: forms };
  return { anyOf: [...forms, distribution(), annotated(distribution())] };
};

/** Unit and range of a field in words. */
export const describeRange = ({ dimension, min, max }: FieldMeta): string => {
  if (dimension === undefined || (min === undefined && max === undefined)) return '';
  const format = (value: number): string => formatAmount(dimension, value);
  if (max === undefined) return `at least ${format(min ?? 0)}`;
  return min === undefined ? `at most ${format(max)}` : `${format(min)} to ${format(max)}`;
};

const describeField = (description: unknown, field: FieldMeta): string => {
  const parts = [field.dimension === undefined ? '' : expectation(field.dimension), describeRange(field)];
  return [String(description ?? ''), ...parts].filter((part) => part !== '').join('; ');
};

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

const override: (definitions: Map<string, JsonSchema>) => Override =
  (definitions) =>
  ({ zodSchema, jsonSchema }) => {
    const json = jsonSchema as JsonSchema;
    const meta = z.globalRegistry.get(zodSchema) ?? {};
    const field = meta.field as FieldMeta | undefined;
    for (const key of ['field', 'section', 'keys', 'id', 'many']) delete json[key];
    if (meta.many === true) {
      for (const key of Object.keys(json)) if (key !== 'description') delete json[key];
      json.anyOf = [TEXT, { type: 'array', items: TEXT, minItems: 1 }];
    }
    if (field !== undefined) {
      const name = definitionName(field);
      definitions.set(name, definition(field));
      json.description = describeField(meta.description, field);
      json.allOf = [{ $ref: `#/definitions/${name}` }];
      if (field.default !== undefined) json.default = field.default;
    }
    const { type } = zodSchema._zod.def;
    if (type === 'object') json.properties = { ...(json.properties as JsonSchema), ...ANNOTATION_REFS };
    if (type === 'record') json.properties = { ...ANNOTATION_REFS };
  };

const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** The same, for a patch: nothing is required, and `null` removes a key. Lists are replaced whole. */
const patchOf = (schema: JsonSchema): JsonSchema => {
  if (schema.type !== 'object') return schema;
  const { required: _required, ...rest } = schema;
  const loosen = (part: unknown): unknown =>
    typeof part === 'object' && part !== null ? nullable(patchOf(part as JsonSchema)) : part;
  const properties = Object.entries((schema.properties ?? {}) as JsonSchema);
  return {
    ...rest,
    properties: Object.fromEntries(properties.map(([key, part]) => [key, loosen(part)])),
    additionalProperties: loosen(schema.additionalProperties),
  };
};

/**
 * The JSON Schema (draft-07) of scenario files, for editors. It knows names, units and ranges of single values;
 * what concerns several values at once is found by `check` alone.
 */
export const jsonSchema = (): JsonSchema => {
  const definitions = new Map<string, JsonSchema>();
  const {
    $schema,
    definitions: own,
    ...whole
  } = z.toJSONSchema(scenarioSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: override(definitions),
  }) as JsonSchema;
  const patch = patchOf(whole);
  const variants = {
    type: 'object',
    additionalProperties: { $ref: '#/definitions/patch' },
    description: 'Named changes to this file, each run as FILE#name',
  };
  const files = {
    extends: { ...TEXT, description: 'A file of the same folder or below that this one changes' },
    variants,
  };
  const withFiles = (schema: JsonSchema): JsonSchema => ({
    ...schema,
    properties: { ...files, ...(schema.properties as JsonSchema) },
  });
  return {
    $schema,
    title: 'airbridge scenario',
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: withFiles(patch),
    else: withFiles(whole),
    definitions: { ...(own as JsonSchema), ...ANNOTATIONS, ...Object.fromEntries(definitions), patch },
  };
};
