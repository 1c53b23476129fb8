import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { endOf } from '../support/killed.ts';

const folder = folderWith({
  'few.yaml': FEW_PEOPLE,
  'one.yaml': readFileSync('scenarios/01-one-aircraft.yaml'),
});
const main = join(process.cwd(), 'dist/cli/main.js');

/** A line of the shell, in which `airbridge` is the built command. */
const shell = (line: string): ReturnType<typeof endOf> =>
  endOf(
    spawn('bash', ['-c', `airbridge() { "${process.execPath}" "${main}" "$@"; }\n${line}`], { cwd: folder }),
  );

describe('a disk that fills up', () => {
  // A limit on the size of files stands for a disk without room: what is beyond it is cut off.
  test('while results are printed into a file is a failure, in one line', async () => {
    const ended = await shell('ulimit -f 8; airbridge run few.yaml -r 2 --json > cut.json');
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toBe('airbridge: cannot print the results: the file is larger than is allowed here\n');
    expect(readFileSync(join(folder, 'cut.json'))).toHaveLength(8192);
  });

  test('while files are written leaves the journal alone, and no stack', async () => {
    const ended = await shell('ulimit -f 30; airbridge run few.yaml -r 2 --out cut --quiet');
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^airbridge: cannot write the results to `cut`: the file is larger .*\n$/);
    expect(ended.err).toMatch(/2 finished replications are kept in `cut`/);
    expect(readdirSync(join(folder, 'cut'))).toEqual(['unfinished.journal']);
  });
});

const LOST: readonly (readonly [what: string, to: string])[] = [
  ['results', '1>&3'],
  ['both', '1>&3 2>&3'],
];

/** Half of what `both` tries, and as dear: tried in the long form, streams.full.test.ts. */
const HALF: typeof LOST = [['problems and progress', '2>&3']];

test.each(process.env.AIRBRIDGE_FULL === '1' ? [...LOST, ...HALF] : LOST)(
  'a reader of %s that goes away does not end the work before its files are written',
  async (what, to) => {
    const out = what.slice(0, 4);
    const words = `sweep one.yaml --vary fleets.transport.count=1,2 -r 2 --out ${out} --charts none`;
    // The end of the pipe is closed before the command starts.
    const { code } = await shell(`exec 3> >(exec true); wait $!; airbridge ${words} ${to}`);
    expect(code).toBe(0);
    expect(existsSync(join(folder, out, 'provenance.json'))).toBe(true);
    expect(readdirSync(join(folder, out)).filter((name) => /^\.|journal/.test(name))).toEqual([]);
  },
);

test('a reader that goes away does not hide the exit code', async () => {
  const { out } = await shell('set -o pipefail; airbridge run none.yaml 2>&1 | true; echo $?');
  expect(out).toBe('2\n');
});

test('what stands in a file already is kept', async () => {
  const { out } = await shell(
    '(echo before; airbridge schema; echo after) > all.txt; head -1 all.txt; tail -1 all.txt',
  );
  expect(out).toBe('before\nafter\n');
});
