import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadScenario, scenarioSchema } from '../../src/scenario/index.ts';
import { jsonSchema } from '../../src/scenario/json-schema.ts';
import { referencePage } from '../../src/scenario/reference.ts';
import { shapeOf } from '../../src/scenario/shape.ts';
import { only } from '../support/bad-scenario.ts';
import { runScenario } from '../support/scenario.ts';

const PAGE = new URL('../../docs/scenario-reference.md', import.meta.url);

test('the reference in docs is the one that the schema makes', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, referencePage());
  expect(readFileSync(PAGE, 'utf8')).toBe(referencePage());
});

test('the smallest file of the reference runs as it stands', () => {
  const [, text = ''] = /```yaml\n(airbridge: 1[\s\S]*?)```/.exec(referencePage()) ?? [];
  const { scenario } = loadScenario('smallest.yaml', { read: only('smallest.yaml', text) });
  expect(scenario.window).toBe(720);
});

test('the operation in the reference runs as it stands, with the tide every 12.42 h and boats that are lost', () => {
  const texts = [...referencePage().matchAll(/```yaml\n(airbridge: 1[\s\S]*?)```/g)].map(
    ([, text]) => text ?? '',
  );
  const text = texts.find((each) => each.includes('two stages')) ?? '';
  const { scenario } = loadScenario('passage.yaml', { read: only('passage.yaml', text) });
  const result = runScenario(scenario);
  expect(result.measure('people-out')).toBeGreaterThan(0);
  expect(result.measure('incidents.ebb')).toBe(2);
});

test('the examples of the sections make one whole scenario', () => {
  const [, ...rest] = referencePage().split('\n## The file\n');
  const sections = (rest[0] ?? '').split('\n## How an operation is said\n')[0] ?? '';
  const blocks = [...sections.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);
  const { scenario } = loadScenario('all.yaml', { read: only('all.yaml', blocks.join('\n')) });
  const { form } = shapeOf(scenarioSchema);
  const keys = form.kind === 'object' ? Object.keys(form.keys) : [];
  expect(new Set(Object.keys(scenario))).toEqual(new Set(keys.filter((key) => key !== 'description')));
});

test('no field is without a description', () => {
  const bare = referencePage()
    .split('\n')
    .filter((line) => line.startsWith('| `') && / \| *\|$/.test(line) && line.split(' | ').length === 4);
  expect(bare).toEqual([]);
});

test('the JSON Schema takes what the language takes, and refuses an unknown key', () => {
  const { else: whole, definitions } = jsonSchema() as { else: object; definitions: object };
  const schema = z.fromJSONSchema({
    ...whole,
    definitions,
    $schema: 'http://json-schema.org/draft-07/schema#',
  } as never);
  const good = {
    airbridge: 1,
    title: 'T',
    question: 'Q?',
    start: '2024-01-01T00:00+00:00',
    window: { value: '12 h', assumed: 'as asked' },
    sites: { source: 'P1', field: { stands: { uniform: [1, 3], source: 'P2' } } },
    timeline: [{ at: '3 h', do: 'setStands', site: 'field', stands: 2 }],
  };
  expect(schema.safeParse(good).success).toBe(true);
  expect(schema.safeParse({ ...good, window: '12 nm' }).success).toBe(false);
  expect(schema.safeParse({ ...good, windwo: '12 h' }).success).toBe(false);
  expect(schema.safeParse({ ...good, timeline: [{ at: '3 h', do: 'setStand' }] }).success).toBe(false);
});
