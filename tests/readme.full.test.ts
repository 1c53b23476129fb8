import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the README and the tutorial show what the program prints, to the last digit', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tests/readme.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 900_000);
