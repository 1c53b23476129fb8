import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const folder = folderWith({
  'small.yaml': SMALL_SCENARIO,
  'two-faults.yaml': SMALL_SCENARIO.replace('stands: 4', 'stands: -4').replace('lanes: 3', 'lames: 3'),
  'lost.yaml': SMALL_SCENARIO.replace('measure: people-out', 'measure: people-uot').replace(
    'series: troops,',
    'series: trops,',
  ),
  'bad-variant.yaml': SMALL_SCENARIO.replace('ready: 60 h', 'ready: 60 miles'),
});
const [small, faults, variant] = ['small', 'two-faults', 'bad-variant'].map((name) =>
  join(folder, `${name}.yaml`),
) as [string, string, string];

test('a valid file is called valid, with its variants', async () => {
  expect(await airbridgeIn(['check', small])).toEqual({
    code: 0,
    out: `${small}: valid, with #late, #no-crowd\n`,
    err: '',
  });
});

test('all problems of a file are shown at once, each with its place and a caret', async () => {
  const { code, out, err } = await airbridgeIn(['check', faults]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/two-faults\.yaml:\d+:\d+ {2}sites\.hkia\.stands/);
  expect(err).toMatch(/did you mean `?lanes/);
  expect(err.match(/\^/g)?.length).toBeGreaterThanOrEqual(2);
});

test('an observation of a series or measure that the model does not have is found at its place, by check and by run', async () => {
  const lost = join(folder, 'lost.yaml');
  for (const words of [
    ['check', lost],
    ['run', lost, '-r', '1'],
  ]) {
    const { code, err } = await airbridgeIn(words);
    expect(code).toBe(2);
    expect(err).toMatch(/lost\.yaml:\d+:\d+ {2}observations\.troops\.series/);
    expect(err).toContain('did you mean `troops`?');
    expect(err).toContain('did you mean `people-out`?');
  }
});

test('a problem in one variant fails the file, but not the other variant asked for alone', async () => {
  expect((await airbridgeIn(['check', variant])).code).toBe(2);
  expect((await airbridgeIn(['check', `${variant}#late`])).code).toBe(2);
  expect((await airbridgeIn(['check', `${variant}#no-crowd`])).code).toBe(0);
});

test('one bad file among good ones fails the check, and every file is looked at', async () => {
  const { code, out, err } = await airbridgeIn(['check', faults, small]);
  expect(code).toBe(2);
  expect(out).toContain('small.yaml: valid');
  expect(err).toContain('two-faults.yaml');
});

test('every scenario that is shipped is valid in all its variants, and list names it', async () => {
  const { out } = await airbridgeIn(['list', '--json']);
  const shipped = JSON.parse(out) as readonly {
    readonly name: string;
    readonly path: string;
    readonly question: string;
  }[];
  expect(shipped.map(({ name }) => name)).toContain('kabul-48h');
  expect(await airbridgeIn(['check', '--quiet', ...shipped.map(({ path }) => path)])).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  const { out: text } = await airbridgeIn(['list']);
  for (const { name, question } of shipped) {
    expect(text).toContain(name);
    expect(text.replace(/\s+/g, ' ')).toContain(question.replace(/\s+/g, ' ').trim());
  }
});

test('the schema is JSON Schema that knows every section of a scenario', async () => {
  const { code, out } = await airbridgeIn(['schema']);
  expect(code).toBe(0);
  expect((JSON.parse(out) as { readonly $schema: string }).$schema).toMatch(/json-schema\.org/);
  for (const section of ['sites', 'gates', 'fleets', 'populations', 'embassy', 'force', 'threat', 'timeline'])
    expect(out).toMatch(new RegExp(`"${section}": \\{`));
});

test('--json prints every problem of every file with its place, and ends like the text', async () => {
  const { code, out, err } = await airbridgeIn(['check', small, faults, '--json']);
  expect({ code, err }).toEqual({ code: 2, err: '' });
  const { files } = JSON.parse(out) as {
    readonly files: readonly {
      readonly file: string;
      readonly isValid: boolean;
      readonly problems: readonly object[];
    }[];
  };
  expect(files.map(({ file, isValid }) => [file, isValid])).toEqual([
    [small, true],
    [faults, false],
  ]);
  expect(files[0]).toMatchObject({ variants: ['late', 'no-crowd'], problems: [] });
  const text = readFileSync(faults, 'utf8').split('\n');
  const stands = text.findIndex((line) => line.includes('stands: -4'));
  expect(files[1]!.problems).toContainEqual(
    expect.objectContaining({
      path: 'sites.hkia.stands',
      file: faults,
      line: stands + 1,
      column: text[stands]!.indexOf('-4') + 1,
    }),
  );
});
