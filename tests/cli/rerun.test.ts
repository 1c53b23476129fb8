import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verdictText } from '../../src/cli/rerun.ts';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { filesIn, unlike } from '../support/killed.ts';

const folder = folderWith({ 'few.yaml': FEW_PEOPLE });
const few = join(folder, 'few.yaml');

test('what sweep wrote is written again, to the last byte, from its record alone', async () => {
  const [old, again] = [join(folder, 'old'), join(folder, 'again')];
  const words = ['sweep', few, '--vary', 'window=8 h,10 h', '-r', '3', '--quiet', '--out', old];
  expect(await airbridgeIn(words)).toEqual({ code: 0, out: '', err: '' });
  const { code, out } = await airbridgeIn(['rerun', join(old, 'provenance.json'), '--out', again]);
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(/^reproduced: all \d+ files are the same to the last byte/) as string,
  });
  expect(unlike(filesIn(again), filesIn(old))).toEqual([]);
});

test.each([
  [1, /^reproduced: the one file is the same/],
  [2, /^reproduced: all 2 files are the same/],
])('of a record with %i files, says so in good grammar', (files, words) => {
  const verdict = { isTaken: true, isReproduced: true, files, differences: [], causes: [] };
  expect(verdictText(verdict)).toMatch(words);
});

test('--json says which file differs and how, and what is not as it was', async () => {
  const old = join(folder, 'kept');
  await airbridgeIn(['rank', few, `${few}#two`, '-r', '2', '--quiet', '--charts', 'none', '--out', old]);
  const checked = async (): Promise<{ code: number | null; verdict: object }> => {
    const { code, out } = await airbridgeIn(['rerun', old, '--check', '--json']);
    return { code, verdict: JSON.parse(out) as object };
  };
  const same = await checked();
  expect(same.code).toBe(0);
  expect(same.verdict).toMatchObject({ isTaken: true, isReproduced: true, differences: [], causes: [] });
  appendFileSync(join(old, 'ranking.csv'), 'one line more\n');
  const path = join(old, 'provenance.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"node": "[^"]*"/, '"node": "1.2.3"'));
  const other = await checked();
  expect(other.code).toBe(4);
  expect(other.verdict).toMatchObject({
    isReproduced: false,
    differences: [
      { file: 'ranking.csv', how: expect.stringMatching(/^differs from line \d+ on$/) as string },
    ],
    causes: [{ of: 'Node', was: '1.2.3', is: process.versions.node }],
  });
  writeFileSync(path, readFileSync(path, 'utf8').replace('"rank"', '"rnak"'));
  expect(await checked()).toMatchObject({ code: 4, verdict: { isTaken: false, isReproduced: false } });
});
