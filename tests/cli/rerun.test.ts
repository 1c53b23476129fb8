import { join } from 'node:path';
import { expect, test } from 'vitest';
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
