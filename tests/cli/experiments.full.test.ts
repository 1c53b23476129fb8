import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeOut, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { endOf, filesIn, grown, startAirbridge, unlike } from '../support/killed.ts';

const folder = folderWith({
  'few.yaml': FEW_PEOPLE,
  'decisions.jsonl': '{"at": "7 h", "do": "setStands", "site": "field", "stands": 2, "by": "player"}\n',
});

/** Commands that run many plans, each long enough to be killed in its midst. */
const COMMANDS: readonly (readonly string[])[] = [
  ['compare', 'few.yaml', 'few.yaml#two', 'few.yaml#slow', '-r', '400'],
  ['rank', 'few.yaml', 'few.yaml#two', 'few.yaml#slow', '-r', '1000'],
  ['rank', 'few.yaml', '--vary', 'fleets.transport.count=1..3:1', '-r', '1000', '-a', 'decisions.jsonl'],
  ['sweep', 'few.yaml', '--vary', 'window=6..14 h', '--design', 'lhs', '--points', '10', '-r', '150'],
  ['sensitivity', 'few.yaml', '-r', '40', '--trajectories', '2', '--set', 'window=10 h'],
  ['explain', 'few.yaml', '-r', '250', '--screening', '40'],
];

describe.each(COMMANDS.map((words) => ({ name: words.join(' '), words })))('$name', ({ name, words }) => {
  const folders = (what: string): string => `${what} ${name.replaceAll(/[^\w ]/g, '')}`;
  const call = (out: string, ...more: readonly string[]): string[] => [...words, '-q', '-o', out, ...more];

  test('on two workers, and killed three times and resumed, leaves the files of an undisturbed run; so does rerun', async () => {
    const [whole, pair, killed, again] = ['whole', 'pair', 'killed', 'again'].map(folders) as [
      string,
      string,
      string,
      string,
    ];
    expect(airbridgeOut(call(whole, '--jobs', '1'), { cwd: folder })).toMatchObject({ code: 0, err: '' });
    expect(airbridgeOut(call(pair, '--jobs', '2'), { cwd: folder })).toMatchObject({ code: 0, err: '' });
    let kills = 0;
    for (let round = 0; round < 3; round += 1) {
      const child = startAirbridge(call(killed, '--resume', '--jobs', String(1 + (round % 2))), folder);
      const end = endOf(child);
      await grown(child, join(folder, killed, 'unfinished.journal'), 1000 + 3000 * round);
      child.kill('SIGKILL');
      if ((await end).signal === 'SIGKILL') kills += 1;
    }
    expect(kills).toBe(3);
    expect(airbridgeOut(call(killed, '--resume'), { cwd: folder })).toMatchObject({ code: 0, err: '' });
    const rerun = airbridgeOut(['rerun', whole, '--out', again], { cwd: folder });
    expect(rerun).toMatchObject({ code: 0, err: '' });
    expect(rerun.out).toMatch(/^reproduced: all \d+ files/);
    const files = filesIn(join(folder, whole));
    for (const out of [pair, killed, again])
      expect([out, unlike(filesIn(join(folder, out)), files)]).toEqual([out, []]);
  }, 600_000);
});

test('Ctrl-C while results are written leaves the journal alone, from which they are written again', async () => {
  const words = (out: string, ...more: readonly string[]): string[] => [
    ...['run', 'few.yaml', '-r', '50', '--quiet', '--out', out],
    ...more,
  ];
  expect(airbridgeOut(words('undisturbed'), { cwd: folder }).code).toBe(0);
  const child = startAirbridge(words('written'), folder);
  const end = endOf(child);
  await grown(child, join(folder, 'written', `.new-${hostname()}-${child.pid}`, 'series.csv'), 1);
  child.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130 });
  expect([...filesIn(join(folder, 'written')).keys()]).toEqual(['unfinished.journal']);
  expect(airbridgeOut(words('written', '--resume'), { cwd: folder }).code).toBe(0);
  expect(unlike(filesIn(join(folder, 'written')), filesIn(join(folder, 'undisturbed')))).toEqual([]);
});
