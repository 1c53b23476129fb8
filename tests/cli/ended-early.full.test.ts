import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { beforeAll, describe, expect, test } from 'vitest';
import { airbridgeOut, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { endOf, filesIn, grown, startAirbridge, unlike } from '../support/killed.ts';

const folder = folderWith({ 'few.yaml': FEW_PEOPLE });
const words = (out: string, ...more: readonly string[]): string[] => [
  'run',
  'few.yaml',
  '--replications',
  '400',
  '--out',
  out,
  ...more,
];

/** Folders of checks, those of other processes too. */
const checksIn = (path: string): string[] =>
  readdirSync(path).filter((name) => name.startsWith('airbridge-check-'));

let whole: ReadonlyMap<string, Buffer>;
beforeAll(() => {
  expect(airbridgeOut(words('whole', '--jobs', '1'), { cwd: folder }).code).toBe(0);
  whole = filesIn(join(folder, 'whole'));
});

describe('a run that is ended before its time', () => {
  test('killed ten times at random moments and resumed leaves the files of an undisturbed run, to the last byte', async () => {
    const luck = seedrandom.alea('killed');
    const journal = join(folder, 'killed/unfinished.journal');
    let kills = 0;
    for (let round = 0; round < 10; round += 1) {
      const child = startAirbridge(words('killed', '--resume', '--jobs', String(1 + (round % 2))), folder);
      const end = endOf(child);
      // From before the first entry to several entries on: an entry of this scenario has a few thousand bytes.
      await grown(child, journal, Math.floor(6000 * luck() ** 2));
      await new Promise((resolve) => setTimeout(resolve, 30 * luck()));
      child.kill('SIGKILL');
      if ((await end).signal === 'SIGKILL') kills += 1;
    }
    expect(kills).toBe(10);
    const last = airbridgeOut(words('killed', '--resume'), { cwd: folder });
    expect({ code: last.code, err: last.err }).toEqual({ code: 0, err: '' });
    expect(unlike(filesIn(join(folder, 'killed')), whole)).toEqual([]);
  }, 600_000);

  test('by Ctrl-C says what is kept; the same command alone is refused, and goes on with --resume', async () => {
    const child = startAirbridge(words('stopped', '--jobs', '1'), folder);
    const end = endOf(child);
    await grown(child, join(folder, 'stopped/unfinished.journal'), 3000);
    child.kill('SIGINT');
    const { code, err } = await end;
    expect(code).toBe(130);
    expect(err).toMatch(
      /stopped: \d+ finished replications? (?:is|are) kept in `stopped`: the same command with --resume goes on/,
    );
    expect(readdirSync(join(folder, 'stopped'))).toEqual(['unfinished.journal']);
    const again = airbridgeOut(words('stopped'), { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/holds an unfinished run: add --resume .* or --force to begin again/);
    const other = airbridgeOut(words('stopped', '--resume', '--seed', '2'), { cwd: folder });
    expect(other.code).toBe(2);
    expect(other.err).toMatch(/is of another run \(seed 1, not 2\)/);
    expect(airbridgeOut(words('stopped', '--resume'), { cwd: folder }).code).toBe(0);
    expect(unlike(filesIn(join(folder, 'stopped')), whole)).toEqual([]);
  });

  test('by a full disk keeps what is finished, says so, and goes on when there is room', () => {
    // A limit on the size of files stands for a disk without room.
    const main = join(process.cwd(), 'dist/cli/main.js');
    const line = [process.execPath, main, ...words('full', '--jobs', '1')].join(' ');
    const full = spawnSync('bash', ['-c', `ulimit -f 20; exec ${line}`], { cwd: folder, encoding: 'utf8' });
    expect(full.status).toBe(1);
    expect(full.stderr).toMatch(
      /cannot write .*: the file is larger than is allowed here; \d+ finished replications are kept in `full`: the same command with --resume goes on/s,
    );
    expect(full.stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(join(folder, 'full'))).toEqual(['unfinished.journal']);
    expect(airbridgeOut(words('full', '--resume'), { cwd: folder }).code).toBe(0);
    expect(unlike(filesIn(join(folder, 'full')), whole)).toEqual([]);
  });
});

test('with two workers every file is that of none', () => {
  expect(airbridgeOut(words('jobs', '--jobs', '2'), { cwd: folder }).code).toBe(0);
  expect(unlike(filesIn(join(folder, 'jobs')), whole)).toEqual([]);
});

test('a check that is stopped leaves nothing, and promises nothing', async () => {
  const before = checksIn(tmpdir());
  const child = startAirbridge(['rerun', 'whole', '--check', '--jobs', '1'], folder);
  const end = endOf(child);
  while (checksIn(tmpdir()).length === before.length && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, err: '' });
  expect(checksIn(tmpdir())).toEqual(before);
});

test('results that are written once more and stopped are gone on with', async () => {
  const child = startAirbridge(['rerun', 'whole', '--out', 'more', '--jobs', '1'], folder);
  const end = endOf(child);
  await grown(child, join(folder, 'more/unfinished.journal'), 3000);
  child.kill('SIGINT');
  expect((await end).err).toMatch(/the same command with --resume goes on/);
  const last = airbridgeOut(['rerun', 'whole', '--out', 'more', '--resume'], { cwd: folder });
  expect(last).toMatchObject({ code: 0, err: '' });
  expect(unlike(filesIn(join(folder, 'more')), whole)).toEqual([]);
});
