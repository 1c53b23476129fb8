import type { z } from 'zod';
import { EXAMPLE } from './example.ts';
import { describeRange } from './json-schema.ts';
import { BASICS, CHANGES, DECISIONS, PATTERNS, RULES } from './reference-text.ts';
import { actionSchema } from './schema/action.ts';
import { scenarioSchema } from './schema/index.ts';
import { conditionSchema } from './schema/policy.ts';
import { type Form, optionName, type Shape, shapeOf } from './shape.ts';
import { DIMENSIONS, type Dimension } from './units.ts';

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const unitsTable = (): string =>
  table(
    ['dimension', 'units', 'written', 'kept as'],
    (Object.keys(DIMENSIONS) as Dimension[]).map((name) => {
      const { units, example, canonical } = DIMENSIONS[name];
      const list = Object.keys(units).map((unit) => `\`${unit}\``);
      return [name, list.length === 0 ? 'none' : list.join(', '), `\`${example}\``, canonical];
    }),
  );

const SINGULAR: Readonly<Record<string, string>> = {
  populations: 'a population',
  carried: 'a population or a staff group',
  staff: 'a staff group of the embassy',
  units: 'a unit of the force',
  places: 'a place of the threat',
  craft: 'a craft',
};

const nameOf = (section: string): string =>
  `name of ${SINGULAR[section] ?? `a ${section.replace(/s$/, '')}`}`;

/** What may stand in a field, in a few words. */
const wordsFor = (form: Form): string => {
  switch (form.kind) {
    case 'field': {
      if (form.field.kind === 'instant') return 'time';
      if (form.field.kind === 'start') return 'local time with offset';
      const range = describeRange(form.field);
      const { each } = form.field;
      const often = each === undefined ? '' : ` for each ${each}`;
      const random = form.field.kind === 'quantity' ? `, may be random${often}` : '';
      return `${form.field.dimension ?? 'number'}${range === '' ? '' : ` (${range})`}${random}`;
    }
    case 'reference':
      return form.many ? `${nameOf(form.section)}, or a list of them` : nameOf(form.section);
    case 'words':
      return form.words.map((word) => `\`${word}\``).join(', ');
    case 'literal':
      return `\`${String(form.value)}\``;
    case 'text':
      return 'text';
    case 'flag':
      return '`true` or `false`';
    case 'list':
      return `list of ${listed(shapeOf(form.item).form)}`;
    case 'tuple':
      return `list of ${form.items.length}: ${wordsFor(shapeOf(form.items[0]!).form)}`;
    case 'record': {
      const key = form.names === undefined ? 'name' : nameOf(form.names);
      return `mapping, ${key}: ${wordsFor(shapeOf(form.value).form)}`;
    }
    case 'choice':
      return '[action](#actions)';
    case 'object':
      return isCondition(form) ? '[condition](#conditions)' : 'mapping, see below';
  }
};

const PLURAL: Readonly<Record<string, string>> = {
  carried: 'populations and staff groups',
  staff: 'staff groups',
};

const listed = (form: Form): string =>
  form.kind === 'reference' ? `names of ${PLURAL[form.section] ?? form.section}` : plural(wordsFor(form));

/** A mapping of a list has its keys in a table of its own. */
const plural = (words: string): string =>
  words.replace(/^mapping, see below/, 'mappings, see below').replace(/^\[(action|condition)\]/, '[$1s]');

const isCondition = (form: Form): boolean => form.kind === 'object' && 'anyFallen' in form.keys;

const presetOf = (shape: Shape): string => {
  if (shape.required) return '**required**';
  const { default: preset } = shape;
  if (preset === undefined) return '';
  if (Array.isArray(preset) && preset.length > 0) return `\`[${preset.join(', ')}]\``;
  if (typeof preset === 'object') return 'none';
  return `\`${String(preset)}\``;
};

const fieldRows = (keys: Readonly<Record<string, z.ZodType>>): readonly (readonly string[])[] =>
  Object.entries(keys).map(([key, schema]) => {
    const shape = shapeOf(schema);
    return [`\`${key}\``, wordsFor(shape.form), presetOf(shape), shape.description];
  });

const FIELDS = ['key', 'value', 'default', 'what it is'];

/** The mapping inside a field that needs a table of its own, and the path to it. */
const innerObject = (
  path: string,
  schema: z.ZodType,
): readonly [string, Form & { kind: 'object' }] | undefined => {
  const { form } = shapeOf(schema);
  if (form.kind === 'object') return isCondition(form) ? undefined : [path, form];
  if (form.kind === 'record') return innerObject(`${path}.<name>`, form.value);
  return form.kind === 'list' ? innerObject(`${path}[]`, form.item) : undefined;
};

const tablesOf = (path: string, schema: z.ZodType): readonly string[] => {
  const inner = innerObject(path, schema);
  if (inner === undefined) return [];
  const [name, { keys }] = inner;
  const below = Object.entries(keys).flatMap(([key, value]) => tablesOf(`${name}.${key}`, value));
  return [`Keys of \`${name}\`:`, table(FIELDS, fieldRows(keys)), ...below];
};

/** The part of the example that shows a top-level key. */
const exampleOf = (key: string): string => {
  const part = EXAMPLE.split(/^(?=\S)/m).find((lines) => lines.startsWith(`${key}:`)) ?? '';
  return `\`\`\`yaml\n${part.trimEnd()}\n\`\`\``;
};

const isSection = (schema: z.ZodType): boolean =>
  ['record', 'object', 'list'].includes(shapeOf(schema).form.kind);

const sectionPage = (key: string, schema: z.ZodType): string => {
  const shape = shapeOf(schema);
  const need = shape.required ? ' Required.' : '';
  const item = shape.form.kind === 'list' ? 'A list of [actions](#actions), each with `at`, the time.' : '';
  const text = `${shape.description}${shape.description === '' ? '' : '.'}${need} ${item}`.trim();
  return [`### ${key}`, text, ...tablesOf(key, schema), exampleOf(key)].join('\n\n');
};

const actionTable = (): string => {
  const { form } = shapeOf(actionSchema);
  if (form.kind !== 'choice') throw new RangeError('actions are a choice');
  const common = ['do', 'after', 'by', 'reason'];
  const rows = form.options.map((option) => {
    const { form: object, description } = shapeOf(option);
    const keys = object.kind === 'object' ? Object.entries(object.keys) : [];
    const own = keys
      .filter(([key]) => !common.includes(key))
      .map(([key, schema]) => {
        const shape = shapeOf(schema);
        return `\`${key}\`${shape.required ? '' : ' (optional)'}: ${wordsFor(shape.form)}`;
      });
    return [`\`${optionName(option, 'do')}\``, description, own.join('<br>')];
  });
  return table(['do', 'what it does', 'keys'], rows);
};

const conditionTable = (): string => {
  const { form } = shapeOf(conditionSchema);
  return form.kind === 'object' ? table(FIELDS, fieldRows(form.keys)) : '';
};

/**
 * The reference of the file language as Markdown, generated from the schema.
 */
export const referencePage = (): string => {
  const { form } = shapeOf(scenarioSchema);
  const keys = form.kind === 'object' ? form.keys : {};
  const entries = Object.entries(keys);
  const top = Object.fromEntries(entries.filter(([, schema]) => !isSection(schema)));
  const sections = entries.filter(([, schema]) => isSection(schema));
  const parts = [
    BASICS.replace('{units}', () => unitsTable()),
    CHANGES,
    '## The file',
    'At the top of the file:',
    table(FIELDS, fieldRows(top)),
    `\`\`\`yaml\n${EXAMPLE.split('\nsites:')[0]?.trim() ?? ''}\n\`\`\``,
    'Then the sections. Each entry of a section has a name, by which others refer to it: letters, digits, `-` and `_`.',
    ...sections.map(([key, schema]) => sectionPage(key, schema)),
    '## Actions',
    'Everything that changes a running world is an action: an entry of `timeline`, what a policy does, what the fall of a place brings about, and a decision from outside. An action is a mapping with `do` and the keys of the table. Each may also have `after` (duration, may be random for each order, default `0 min`): the delay between the order and its effect; `by`: who orders it; and `reason`.',
    actionTable(),
    '## Conditions',
    'A condition is a mapping; where it has several keys, all must be true.',
    conditionTable(),
    PATTERNS,
    RULES,
    DECISIONS,
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
};
