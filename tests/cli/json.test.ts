import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { keysIn, keysToldOf, withPrefixes } from '../support/docs/keys.ts';
import { BUSY, busyBudget, FEW_PEOPLE } from '../support/few-people.ts';

const page = readFileSync('docs/json.md', 'utf8');

const QUESTIONS = 'questions:\n  out: { text: How many?, measure: people-out, unit: people }\n';
const folder = folderWith({
  'few.yaml': FEW_PEOPLE,
  'asked.yaml': `${FEW_PEOPLE}note: and nothing else\ndescription: For tests\n${QUESTIONS}`,
  'busy.yaml': BUSY,
  'decisions.jsonl': '{"at": "7 h", "do": "setStands", "site": "field", "stands": 2, "by": "player"}\n',
});
const at = (name: string): string => join(folder, name);
const [few, asked, busy] = ['few.yaml', 'asked.yaml', 'busy.yaml'].map(at) as [string, string, string];
const [results, changed] = ['results', 'changed'].map(at) as [string, string];

beforeAll(async () => {
  await airbridgeIn(['rank', few, `${few}#two`, '-r', '2', '--quiet', '--charts', 'none', '--out', results]);
  cpSync(results, changed, { recursive: true });
  appendFileSync(join(changed, 'ranking.csv'), 'changed\n');
});

/** Every scenario of history takes seconds; without it, what is told of it alone cannot be seen. */
const isFull = process.env.AIRBRIDGE_FULL === '1';
const HISTORY = isFull ? [['--only', 'history', '-r', '1']] : [];

/** Calls of each command that together print all that it may print, by the words behind its name. */
const short = ['--event-budget', busyBudget()];
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  run: [
    [few, '-r', '2', '--explain'],
    [few, '-r', '2', '--actions', at('decisions.jsonl')],
    [few, '--precision', '50 people of people-out', '--max', '5'],
    [few, '-r', '20', '--event-budget', '60'],
    ['saigon-1975', '-r', '1'],
  ],
  compare: [
    [busy, `${busy}#two`, `${busy}#slow`, '-r', '6', ...short],
    [few, `${few}#slow`, '-r', '6'],
  ],
  rank: [[busy, `${busy}#two`, `${busy}#slow`, '-r', '6', ...short]],
  sweep: [
    [busy, '--vary', 'fleets.transport.count=1,2', '-r', '2', ...short],
    [few, '--vary', 'fleets.transport.count=1,2', '-r', '6'],
  ],
  sensitivity: [[busy, '--only', 'time', '--only', 'seats', '--trajectories', '2', '-r', '2', ...short]],
  explain: [
    [few, '-r', '3'],
    [busy, '-r', '3', ...short],
  ],
  describe: [
    [asked, '--ledger'],
    ['kabul-48h', '--ledger'],
  ],
  rerun: [
    [results, '--check'],
    [changed, '--check'],
  ],
  check: [[few], [few, '--set', 'windw=1 h']],
  verify: [['--only', 'formulas'], ...HISTORY],
  list: [[]],
};

/** What a command prints with `--json`, parsed. */
const printed = async (command: string, words: readonly string[]): Promise<unknown> => {
  const { out } = await airbridgeIn([command, ...words, '--json']);
  return JSON.parse(out);
};

/** What each command printed, over all its calls. */
const found = new Map<string, ReturnType<typeof keysIn>>();

describe('the page on --json tells every key, and no other, of what is printed by', () => {
  test.each(Object.entries(calls))('%s', async (command, each) => {
    const keys = keysIn(await Promise.all(each.map((words) => printed(command, words))));
    found.set(command, keys);
    const told = keysToldOf(page, command);
    expect([...keys.all].filter((key) => !told.all.has(key))).toEqual([]);
    const unseen = [...told.all].filter((key) => !keys.all.has(key) && !told.optional.has(key));
    // What lies below a list that was always empty, or a key that was always null, nobody can see.
    expect(unseen.filter((key) => !withPrefixes(key).some((one) => keys.blank.has(one)))).toEqual([]);
  });
});

if (isFull)
  test('every key that is told to be there in some cases only is there for some command', () => {
    const [seen, blank] = (['all', 'blank'] as const).map(
      (key) => new Set([...found.values()].flatMap((keys) => [...keys[key]])),
    );
    const optional = Object.keys(calls).flatMap((command) => [...keysToldOf(page, command).optional]);
    expect(optional.length).toBeGreaterThan(10);
    const unseen = optional.filter((key) => !seen!.has(key));
    expect(unseen.filter((key) => !withPrefixes(key).some((one) => blank!.has(one)))).toEqual([]);
  });

test('every command that takes --json is on the page', async () => {
  const { out } = await airbridgeIn(['--help']);
  const commands = [...out.matchAll(/^ {2}([a-z]+) [<[]?/gm)].map(([, name]) => name!);
  const helps = await Promise.all(commands.map(async (name) => (await airbridgeIn([name, '--help'])).out));
  const taking = commands.filter((_, index) => /^ {2}--json /m.test(helps[index]!));
  expect(new Set(taking)).toEqual(new Set(Object.keys(calls)));
});

test('a key that is planted is found, and so is one that is left out', () => {
  const rows = ['| `a[].b` | [shape](#shape) |', '| `o` | only here |', '### shape', '| `c` | x |'];
  const told = keysToldOf(['## here', ...rows].join('\n'), 'here');
  expect([...told.all]).toEqual(['a', 'a[]', 'a[].b', 'a[].b.c', 'o']);
  expect([...told.optional]).toEqual(['o']);
  const { all, blank } = keysIn([
    { a: [{ b: { c: 1, d: null } }], e: [] },
    { a: [], e: [1] },
  ]);
  expect([...all].filter((key) => !told.all.has(key))).toEqual(['a[].b.d', 'e', 'e[]']);
  expect([...blank]).toEqual(['a[].b.d']);
});
