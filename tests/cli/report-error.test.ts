import { expect, test } from 'vitest';
import { Failure, InputError } from '../../src/cli/errors.ts';
import { reportError } from '../../src/cli/report-error.ts';
import { type Terminal, terminalOf } from '../../src/cli/terminal.ts';

const listening = (
  env: NodeJS.ProcessEnv = {},
): { readonly terminal: Terminal; readonly said: () => string } => {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) };
  return { terminal: terminalOf(stream, stream, env), said: () => texts.join('') };
};

test('an error nobody foresaw is one message with the seed, asks for a report, and exits 1', async () => {
  const { terminal, said } = listening();
  expect(
    await reportError(new TypeError('x is not a function'), ['run', 'a.yaml', '--seed', '7'], terminal),
  ).toBe(1);
  expect(said()).toMatch(/x is not a function[\s\S]*TypeError, seed 7[\s\S]*please report/);
  expect(said()).not.toMatch(/\n\s+at /);
});

test.each([
  [['run', 'a.yaml', '-s', 'blue'], 'blue'],
  [['run', 'a.yaml', '--seed=red'], 'red'],
  [['run', 'a.yaml'], '1'],
])('the seed of %j is %s', async (words, seed) => {
  const { terminal, said } = listening();
  await reportError(new Error('x'), words, terminal);
  expect(said()).toContain(`seed ${seed};`);
});

test('the stack is shown to those who ask for it', async () => {
  const { terminal, said } = listening({ AIRBRIDGE_DEBUG: '1' });
  await reportError(new Error('x'), [], terminal);
  expect(said()).toMatch(/\n\s+at /);
});

test('what is thrown need not be an error', async () => {
  const { terminal, said } = listening();
  expect(await reportError('just a text', [], terminal)).toBe(1);
  expect(said()).toContain('just a text');
});

test.each([
  ['input that cannot be used', new InputError('no such flag'), 2],
  ['work that cannot be finished', new Failure('the disk is full'), 1],
])('%s is one line without a stack', async (_, error, code) => {
  const { terminal, said } = listening({ AIRBRIDGE_DEBUG: '1' });
  expect(await reportError(error, [], terminal)).toBe(code);
  expect(said()).toBe(`airbridge: ${error.message}\n`);
});
