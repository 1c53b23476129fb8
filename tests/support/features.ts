import type { z } from 'zod';
import { scenarioSchema } from '../../src/scenario/schema/index.ts';
import { type Form, optionName, shapeOf } from '../../src/scenario/shape.ts';

/**
 * What the file language offers, as paths: keys (`sites.*.beds`), words (`embassy.status=ordered`), truth values, actions and conditions
 * wherever they stand (`action.openGate.gate`, `condition.any`).
 */

/** Schemas that stand in several places have one name, which also ends their recursion. */
const nameOf = (form: Form, path: string): string => {
  if (form.kind === 'choice') return 'action';
  return form.kind === 'object' && 'any' in form.keys && 'all' in form.keys ? 'condition' : path;
};

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** All that the language offers. */
export const offered = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (schema: z.ZodType, at: string): void => {
    const { form } = shapeOf(schema);
    const path = nameOf(form, at);
    if (path !== at && seen.has(path)) return;
    seen.add(path);
    switch (form.kind) {
      case 'object':
        for (const [key, value] of Object.entries(form.keys)) {
          found.add(below(path, key));
          walk(value, below(path, key));
        }
        return;
      case 'record':
        walk(form.value, `${path}.*`);
        return;
      case 'list':
        walk(form.item, path);
        return;
      case 'choice':
        for (const option of form.options) walk(option, `action.${optionName(option, form.by)}`);
        return;
      case 'words':
        for (const word of form.words) found.add(`${path}=${word}`);
        return;
      case 'flag':
        found.add(`${path}=true`).add(`${path}=false`);
        return;
      default:
    }
  };
  walk(scenarioSchema, '');
  return found;
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a scenario makes use of.
 *
 * @param written as in a file
 * @param found what is added to
 */
export const addUsed = (written: unknown, found: Set<string>): void => {
  const walk = (schema: z.ZodType, value: unknown, at: string): void => {
    const { form } = shapeOf(schema);
    const path = nameOf(form, at);
    if (form.kind === 'list' && Array.isArray(value)) for (const item of value) walk(form.item, item, path);
    if (form.kind === 'words' || form.kind === 'flag') found.add(`${path}=${String(value)}`);
    if (!isMapping(value)) return;
    if (form.kind === 'choice') {
      const option = form.options.find((each) => optionName(each, form.by) === value[form.by]);
      if (option !== undefined) walk(option, value, `action.${String(value[form.by])}`);
    }
    for (const [key, each] of Object.entries(value)) {
      if (form.kind === 'record') walk(form.value, each, `${path}.*`);
      const schemaOf = form.kind === 'object' ? form.keys[key] : undefined;
      if (schemaOf === undefined) continue;
      found.add(below(path, key));
      walk(schemaOf, each, below(path, key));
    }
  };
  walk(scenarioSchema, written, '');
};
