import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { airbridgeOut, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';

const folder = folderWith({ 'few.yaml': FEW_PEOPLE });

test('the built command can be executed as it is', () => {
  expect(readFileSync('dist/cli/main.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(() => accessSync('dist/cli/main.js', constants.X_OK)).not.toThrow();
});

// A process takes a second to start. That one ends with 1 is seen in streams.test.ts; which mistake has which code, in the tests of each command.
test.each([
  ['0 when done', ['run', 'few.yaml', '-r', '2'], 0],
  ['2 for a file that is not there', ['run', 'none.yaml'], 2],
])('the process ends with %s', (_, words, code) => {
  const ended = airbridgeOut(words, { cwd: folder, env: { NO_COLOR: '', FORCE_COLOR: '' } });
  expect(ended.code).toBe(code);
  expect(code === 0 ? ended.err : ended.out).toBe('');
  expect(`${ended.out}${ended.err}`).not.toContain('\u001b');
  expect(ended.err).not.toMatch(/\n\s+at /);
});

test('a reader that closes the pipe early is no error', async () => {
  // longer than what a pipe holds
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/cli/main.js'), 'schema']);
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('help is shown without loading engine, scenario language or canvas', () => {
  const { code, err } = airbridgeOut(['--help'], { env: { NODE_DEBUG: 'esm,module' } });
  expect(code).toBe(0);
  expect(err).toMatch(/commander/);
  expect(err).not.toMatch(/node_modules\/(?:zod|yaml|chart\.js|@napi-rs)\//);
});
