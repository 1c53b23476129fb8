import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resultIds } from '../../src/model/index.ts';
import { liftAnnotations } from '../../src/scenario/annotation.ts';
import { loadScenario, openScenario, ScenarioError } from '../../src/scenario/index.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scenarioSchema } from '../../src/scenario/schema/index.ts';
import { readTexts } from '../../src/scenario/texts.ts';
import { type MapNode, toPlain } from '../../src/scenario/tree.ts';

const FILE = 'scenarios/kabul-48h.yaml';
const read = (path: string): string => readFileSync(path, 'utf8');
const options = { read, results: resultIds };

/** What a reading of the file gives, problems included, as text. */
const told = (load: () => ReturnType<typeof loadScenario>): string => {
  try {
    const { scenario, ledger, numbers } = load();
    return JSON.stringify([scenario, ledger, numbers]);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return JSON.stringify(error.problems);
  }
};

/** The file as it has been read, with settings of every earlier test as well. */
const at = openScenario(FILE, options);
for (const other of [['window=30 h'], ['gates.military.lanes=9'], ['gates.military.lanes=none']])
  told(() => at(other));

test.each([
  ['a number', ['window=40 h']],
  ['a number deep down', ['gates.military.lanes=3']],
  ['a section that is left out', ['crowd=null']],
  ['an entry that others name', ['gates.military=null']],
  ['another unit', ['window=40 people']],
  ['a key that is not known', ['gates.military.lanse=3', 'windwo=3 h']],
  ['a section of another kind', ['gates=[1, 2]']],
  ['a time that contradicts another', ['tail=-1 h']],
  ['a distribution', ['gates.military.search={ uniform: [1 min, 2 min] }']],
  ['nothing', []],
])('a file that has been read with other settings gives with %s what it gives when read anew', (_, set) => {
  expect(told(() => at(set))).toBe(told(() => loadScenario(FILE, { ...options, set })));
});

test.each(readdirSync('scenarios').filter((name) => name.endsWith('.yaml')))(
  '%s is the same part by part as in one piece, to the order of its keys',
  (name) => {
    // What the file itself states, without the files that it extends: parts that are wrong for want of these are told alike.
    const root = liftAnnotations(
      readTexts(`scenarios/${name}`, read, undefined).layers.at(-1)!,
      scenarioSchema,
    ).node as MapNode;
    const parsed = parseScenario(root);
    const { data, error } = scenarioSchema.safeParse(toPlain(root));
    expect(JSON.stringify(parsed)).toBe(JSON.stringify(data === undefined ? { error } : { data }));
  },
);

test('nobody may ask for more of a whole scenario than of its sections, because they are parsed one by one', () => {
  expect(scenarioSchema.def.checks ?? []).toEqual([]);
});
