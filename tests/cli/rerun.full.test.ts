import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { filesIn, unlike } from '../support/killed.ts';

const VARIATION =
  'airbridge: 1\nextends: base/few.yaml\ntitle: Extended\nvariants:\n  calm: { fleets: { transport: { count: 2 } } }\n';
const DECISIONS = '{"at": "7 h", "do": "setStands", "site": "field", "stands": 2, "by": "player"}\n';
const folder = folderWith({
  'base/few.yaml': FEW_PEOPLE,
  'plan.yaml': VARIATION,
  'decisions.jsonl': DECISIONS,
});
const results = join(folder, 'results');
const compared = join(folder, 'compared');
const decided = join(folder, 'decided');
const explained = join(folder, 'explained');

beforeAll(async () => {
  const plan = join(folder, 'plan.yaml');
  const actions = ['--actions', join(folder, 'decisions.jsonl')];
  const run = ['run', `${plan}#calm`, '-r', '4', '-s', 'again', '--set', 'window=10 h', ...actions];
  expect((await airbridgeIn([...run, '--quiet', '--out', results])).code).toBe(0);
  const compare = ['compare', plan, `${plan}#calm`, '-r', '4', '--quiet', '--out', compared];
  expect((await airbridgeIn(compare)).code).toBe(0);
  const decide = ['compare', plan, join(folder, 'decisions.jsonl'), '-r', '2', '--quiet', '--out', decided];
  expect((await airbridgeIn(decide)).code).toBe(0);
  const explain = ['run', plan, '-r', '2', '--explain', '--quiet', '--out', explained];
  expect((await airbridgeIn(explain)).code).toBe(0);
  // A record holds all it needs: what it was read from may be gone.
  for (const name of ['base', 'plan.yaml', 'decisions.jsonl'])
    rmSync(join(folder, name), { recursive: true });
});

/** A copy of the results, of which something is changed. */
const changed = (name: string, change: (text: string) => string, file = 'provenance.json'): string => {
  const copy = join(folder, name);
  cpSync(results, copy, { recursive: true });
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
  return copy;
};

describe('rerun', () => {
  test.each([
    ['a run with base, variant, setting and decisions', () => results],
    ['a comparison', () => compared],
    ['a comparison with decisions', () => decided],
    ['a run that also tells what one more of each is worth', () => explained],
  ])('gives every file of %s again, to the last byte, from its record alone', async (name, old) => {
    const out = join(folder, `again ${name}`);
    const { code, out: text } = await airbridgeIn(['rerun', join(old(), 'provenance.json'), '--out', out]);
    expect(text).toMatch(/reproduced: all \d+ files are the same to the last byte\n/);
    expect(code).toBe(0);
    expect(unlike(filesIn(out), filesIn(old()))).toEqual([]);
  });

  test('--check compares and leaves nothing behind', async () => {
    const before = filesIn(folder);
    const { code, out } = await airbridgeIn(['rerun', results, '--check']);
    expect(code).toBe(0);
    expect(out).toMatch(/reproduced: all \d+ files/);
    expect(unlike(filesIn(folder), before)).toEqual([]);
  });

  test('finds the line in which a table was changed, and blames no version', async () => {
    const forged = changed('forged', (text) => text.replace(/\d+\n$/, '999\n'), 'measures.csv');
    const { code, out } = await airbridgeIn(['rerun', forged, '--check']);
    expect(code).toBe(4);
    expect(out).toMatch(/not reproduced: 1 of \d+ files differ/);
    expect(out).toMatch(/measures\.csv differs from line \d+ on/);
    expect(out).toMatch(/airbridge, scenario and Node are what they were: the files have been changed since/);
  });

  test('names the version of airbridge and the scenario when they are not what they were', async () => {
    const other = changed('other', (text) =>
      text
        .replace(/"airbridge": "[^"]*"/, '"airbridge": "0.0.9"')

        .replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`),
    );
    const { code, out } = await airbridgeIn(['rerun', other, '--check']);
    const flat = out.replaceAll(/\s+/g, ' ');
    expect(code).toBe(4);
    expect(flat).toMatch(/airbridge was 0\.0\.9, is \d/);
  });

  test('tells that the scenario resolves to another one', async () => {
    const other = changed('resolved', (text) =>
      text.replace(/("scenario": \{[^}]*"sha256": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
    );
    const { code, out } = await airbridgeIn(['rerun', other, '--check']);
    expect(code).toBe(4);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /scenario plan#calm is understood otherwise: SHA-256 was 0{64}/,
    );
  });

  test('under another Node passes when the results are the same, and says so', async () => {
    const other = changed('node', (text) => text.replace(/"node": "[^"]*"/, '"node": "20.19.99"'));
    const { code, out } = await airbridgeIn(['rerun', other, '--check']);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /the same to the last byte, although Node was 20\.19\.99, is \d/,
    );
  });

  test.each([
    ['no JSON', () => 'none'],
    ['another JSON', () => '{"airbridge": "0.1.0"}'],
    ['a folder to write to', (text: string) => text.replace('"--seed",', '"--out", "/elsewhere", "--seed",')],
    ['no texts', (text: string) => text.replace('"inputs":', '"outputs":')],
  ])('refuses a record with %s', async (name, change) => {
    const other = changed(`refused ${name}`, change);
    const { code, out, err } = await airbridgeIn(['rerun', other, '--check']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(/no record that can be run again/);
  });

  test('reads nothing that is not in the record', async () => {
    appendFileSync(join(folder, 'outside.yaml'), FEW_PEOPLE);
    const other = changed('outside', (text) =>
      text.replace(/"[^"]*plan\.yaml#calm"(?=,\n {4}"--rep)/, JSON.stringify(join(folder, 'outside.yaml'))),
    );
    const { code, out } = await airbridgeIn(['rerun', other, '--check']);
    expect(code).toBe(4);
    expect(out).toMatch(/this airbridge does not take what was recorded/);
  });

  test.each([
    ['neither', []],
    ['both', ['--check', '--out', 'x']],
  ])('needs --out or --check, not %s', async (_, more) => {
    const { code, err } = await airbridgeIn(['rerun', results, ...more]);
    expect(code).toBe(2);
    expect(err).toMatch(/give either --out .* or --check/);
  });
});
