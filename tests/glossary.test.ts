import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, STATES } from '../src/model/index.ts';
import { loadScenario, scenarioSchema } from '../src/scenario/index.ts';
import { actionSchema } from '../src/scenario/schema/action.ts';
import { watched } from '../src/scenario/schema/policy.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const glossary = read('docs/glossary.md');

/** Everything the glossary writes as code. */
const words = new Set([...glossary.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!));

const scenarios = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `scenarios/${name}`);

const catalogues = scenarios.map((path) => compile(loadScenario(path, { read }).scenario).catalogue);

/** Whether the glossary has an id, or the id with a name in place of its last part: `people-out.<population>`. */
const isListed = (id: string): boolean => {
  const stem = id.split('.')[0]!;
  return words.has(id) || [...words].some((word) => word.startsWith(`${stem}.<`) && word.endsWith('>'));
};

describe('the glossary has', () => {
  test('every state a person can be in', () => {
    expect(STATES.filter((state) => !words.has(state))).toEqual([]);
  });

  test('every section of a scenario file', () => {
    expect(Object.keys(scenarioSchema.shape).filter((key) => !words.has(key))).toEqual([]);
  });

  test('every action, and every level that a policy can watch', () => {
    const names = actionSchema.options.flatMap((option) => [...option.shape.do.values]);
    expect([...names, ...watched.options].filter((name) => !words.has(name))).toEqual([]);
  });

  test('every measure and every series of the shipped scenarios', () => {
    const ids = catalogues.flatMap(({ measures, series }) => [...measures, ...series].map(({ id }) => id));
    expect(ids.filter((id) => !isListed(id))).toEqual([]);
  });
});

test('every source that a scenario or a page names is in the list of sources', () => {
  const sources = read('docs/sources.md');
  const pages = ['docs/model.md', 'docs/glossary.md', ...scenarios];
  const named = new Set(pages.flatMap((path) => read(path).match(/\b[PF]\d{2,3}\b/g) ?? []));
  expect(named.size).toBeGreaterThan(20);
  expect([...named].filter((id) => !sources.includes(`</a>${id} |`))).toEqual([]);
});

test('no two assumptions have the same number', () => {
  const numbers = [...read('docs/model.md').matchAll(/^\| A(\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  expect(numbers.length).toBeGreaterThan(0);
});

test('every decision is numbered, and listed in the architecture', () => {
  const architecture = read('docs/architecture.md');
  const files = readdirSync('docs/decisions').sort();
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  expect(files.filter((name) => !architecture.includes(`decisions/${name}`))).toEqual([]);
});
