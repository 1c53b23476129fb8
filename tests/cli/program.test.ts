import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/cli/plan.ts';
import { airbridgeIn, wideLines } from '../support/cli.ts';

const COMMANDS = ['run', 'compare', 'check', 'list', 'schema'];

describe.each([[[]], ...COMMANDS.map((name) => [[name]])])('the help of airbridge %j', (words) => {
  test('is a result, fits into 79 columns and carries examples', async () => {
    const { code, out, err } = await airbridgeIn([...words, '--help']);
    expect({ code, err, wide: wideLines(out) }).toEqual({ code: 0, err: '', wide: [] });
    expect(out).toMatch(/^Usage: airbridge/);
    expect(out).toMatch(/\nExamples:\n {2}airbridge /);
  });
});

test('every example of the help has a shipped scenario, variant and settings that are valid', async () => {
  const helps = await Promise.all(
    [[], ...COMMANDS.map((name) => [name])].map((words) => airbridgeIn([...words, '--help'])),
  );
  const shown = helps.flatMap(({ out }) =>
    out.split('\n').filter((line) => /^ {2}airbridge (?:run|compare|check) .*kabul/.test(line)),
  );
  expect(shown.length).toBeGreaterThan(10);
  // many examples are of one plan, which is the same as often as it is read
  const plans = new Map<string, readonly [file: string, set: readonly string[]]>();
  for (const line of shown) {
    const set = (line.match(/--set \S+/g) ?? []).map((setting) => setting.slice('--set '.length));
    for (const file of line.match(/\S*kabul-48h\S*/g) ?? []) plans.set([file, ...set].join(' '), [file, set]);
  }
  for (const [file, set] of plans.values()) expect(() => readPlan(file, { set }, null)).not.toThrow();
});

test('the version is that of the package', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  expect(await airbridgeIn(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
});

test.each([
  ['no command at all', [], /Usage: airbridge/],
  ['an unknown command', ['rnu', 'x'], /unknown command 'rnu'[\s\S]*Did you mean run\?/],
  [
    'an unknown flag',
    ['run', 'kabul-48h', '--seeds', '3'],
    /unknown option '--seeds'[\s\S]*Did you mean --seed\?/,
  ],
  ['a missing file', ['run'], /missing required argument 'file'/],
  ['one file too many', ['run', 'kabul-48h', 'kabul-48h'], /too many arguments/],
  ['nothing to compare with', ['compare', 'kabul-48h'], /missing required argument 'others'/],
  ['a flag without its value', ['run', 'kabul-48h', '--seed'], /argument missing/],
  ['no replications', ['run', 'kabul-48h', '-r', '0'], /must be a whole number from 1 to/],
  ['half a replication', ['run', 'kabul-48h', '-r', '1.5'], /must be a whole number from 1 to/],
  ['replications in words', ['run', 'kabul-48h', '-r', 'many'], /must be a whole number from 1 to/],
  ['replications as an exponent', ['run', 'kabul-48h', '-r', '1e3'], /must be a whole number from 1 to/],
  [
    'more replications than memory holds',
    ['run', 'kabul-48h', '-r', '100001'],
    /must be a whole number from 1 to/,
  ],
  ['an empty seed', ['run', 'kabul-48h', '--seed', ''], /must be a text of 1 to 200 characters/],
  [
    'an endless seed',
    ['run', 'kabul-48h', '--seed', 'x'.repeat(201)],
    /must be a text of 1 to 200 characters/,
  ],
  ['a file without its variant', ['run', 'kabul-48h#'], /names no variant/],
  ['a plan compared with itself', ['compare', 'kabul-48h', 'kabul-48h', '-r', '1'], /are called kabul-48h/],
])('%s is invalid input: exit 2, said on stderr, nothing on stdout', async (_, words, message) => {
  const { code, out, err } = await airbridgeIn(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
});
