import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspect } from '../../src/cli/destination.ts';
import { lockFolder, ownName } from '../../src/cli/lock.ts';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';

const folder = folderWith({ 'few.yaml': FEW_PEOPLE });

const other = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 600_000)'], { stdio: 'ignore' });
const pid = other.pid!;
let deadPid: number;
beforeAll(async () => {
  const dead = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  deadPid = dead.pid!;
  await new Promise((resolve) => dead.on('close', resolve));
});
afterAll(() => other.kill('SIGKILL'));

/** A folder in which a process has a lock. */
const locked = (name: string, by: number, host = hostname()): string => {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, `.lock-${host}-${by}`), '');
  return path;
};

describe('a folder that another process writes to', () => {
  test('is refused with the number of the process and what to do, and left as it is', async () => {
    const out = locked('alive', pid);
    const { code, err } = await airbridgeIn([
      'run',
      join(folder, 'few.yaml'),
      '-r',
      '2',
      '--resume',
      '-o',
      out,
    ]);
    expect(code).toBe(2);
    expect(err).toContain(
      `is being written to by process ${pid}: wait until it ends, or name another folder`,
    );
    expect(readdirSync(out)).toEqual([`.lock-${hostname()}-${pid}`]);
  });

  test('is refused even with --force', async () => {
    const out = locked('forced', pid);
    const { code } = await airbridgeIn(['run', join(folder, 'few.yaml'), '-r', '2', '--force', '-o', out]);
    expect(code).toBe(2);
  });

  test('is taken over when that process is dead', () => {
    const out = locked('dead', deadPid);
    const free = lockFolder(out);
    expect(readdirSync(out)).toContain(ownName('lock'));
    free();
    expect(readdirSync(out)).not.toContain(ownName('lock'));
  });

  test('is refused when that process is of another machine, of which nothing is known here', () => {
    const out = locked('foreign', deadPid, 'another-machine');
    expect(() => lockFolder(out)).toThrow(new RegExp(`by process ${deadPid} on another-machine`));
    expect(readdirSync(out)).toEqual([`.lock-another-machine-${deadPid}`]);
  });

  test('is refused when a process of the same number in another container keeps it', () => {
    const out = locked('twin', process.pid, 'another-container');
    expect(() => lockFolder(out)).toThrow(new RegExp(`by process ${process.pid} on another-container`));
    expect(() => inspect({ out, force: true })).toThrow(/on another-container/);
    expect(readdirSync(out)).toEqual([`.lock-another-container-${process.pid}`]);
  });
});

test('what a dead process left in a folder is gone when the next one has written there', async () => {
  const out = locked('left', deadPid);
  mkdirSync(join(out, `.new-${hostname()}-${deadPid}`));
  const words = ['sweep', join(folder, 'few.yaml'), '--vary', 'window=8 h', '-r', '2', '-q', '-o', out];
  expect(await airbridgeIn(words)).toEqual({ code: 0, out: '', err: '' });
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
});
