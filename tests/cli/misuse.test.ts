import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { progressOn, terminalOf } from '../../src/cli/terminal.ts';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const folder = folderWith({ 'small.yaml': SMALL_SCENARIO });
const small = join(folder, 'small.yaml');

test.each([
  ['charts for no folder', ['run', small, '--charts', 'svg'], /--charts needs --out with a folder/],
  ['a chart in no form that there is', ['run', small, '--charts', 'pdf'], /png, svg, png,svg or none/],
  ['going on with nothing', ['run', small, '--resume'], /--resume needs --out with the folder/],
  ['going on with a check', ['rerun', small, '--resume', '--check'], /no record/],
  ['a party and a craft', ['trace', small, '--party', 'us:1', '--tail', 'c17:1'], /cannot be used with/],
  ['a party and everything', ['trace', small, '--party', 'us:1', '--jsonl'], /cannot be used with/],
  ['a second file of decisions', ['run', small, '-a', 'a.jsonl', '-a', 'b.jsonl'], /given twice: put the/],
  ['a number of points in words', ['sensitivity', small, '--top', '1e3'], /whole number from 1 to/],
  ['points of nothing', ['rank', small, `${small}#late`, '--points', '3'], /--points belongs to --vary/],
  ['less than no trajectories', ['sensitivity', small, '--trajectories', '-1'], /whole number from 0 to/],
])('%s is refused', async (_, words, message) => {
  const { code, out, err } = await airbridgeIn(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
});

test('decisions of all plans and of one whose records would have the same name are refused', async () => {
  const line = '{"at": "8 h", "do": "closeGate", "gate": "main", "by": "player"}\n';
  const here = folderWith({ 'small.yaml': SMALL_SCENARIO, 'actions.jsonl': line, 'other.jsonl': '' });
  const words = ['compare', join(here, 'small.yaml'), join(here, 'actions.jsonl'), '-r', '2', '--quiet'];
  const { code, err } = await airbridgeIn([...words, '--actions', join(here, 'other.jsonl')]);
  expect(code).toBe(2);
  expect(err).toMatch(
    /two different files would be recorded as `actions\.jsonl`: give one of them another name/,
  );
});

test('--no-color is taken anywhere', async () => {
  for (const words of [
    ['--no-color', 'check', small],
    ['check', '--no-color', small],
    ['check', small, '--no-color'],
  ])
    expect(await airbridgeIn(words)).toMatchObject({ code: 0, err: '' });
});

/** A name of a file that would colour the terminal, name its window and write from right to left. */
const HOSTILE = '\u001b[31m\u001b]0;x\u0007\u009b1m\u202e.yaml';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DRIVES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test.each([
  ['run', 'none'],
  ['check', 'none'],
  ['check', 'broken'],
  ['describe', 'good'],
  ['run', 'good', '-r', '1'],
  ['run', 'good', '-r', '2', '--event-budget', '50', '--seed', '\u001b[31m'],
  ['sweep', 'good', '--vary', 'window=8 h,9 h', '--dry-run'],
  ['explain', 'good', '--dry-run'],
  ['sensitivity', 'good', '--dry-run'],
])(
  '%s of a file (%s) whose name drives a terminal prints nothing that does',
  async (command, file, ...more) => {
    const path = join(folder, `${file}${HOSTILE}`);
    if (file === 'good') writeFileSync(path, SMALL_SCENARIO);
    if (file === 'broken') writeFileSync(path, 'airbridge: 1\n');
    const { out, err } = await airbridgeIn([command, path, ...more]);
    expect(`${out}${err}`).not.toBe('');
    expect(`${out}${err}`).not.toMatch(DRIVES);
  },
);

test.each([20, 40, 60, 80, 200])('the progress stays on one line of %i columns', async (columns) => {
  const lines: string[] = [];
  const err = { isTTY: true, columns, write: (text: string) => lines.push(text) };
  for (const what of ['replications', 'replications of kabul-airlift']) {
    const progress = await progressOn(terminalOf({ write: () => undefined }, err, {}), what);
    progress.show(99_999, 100_000);
    progress.end();
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they move the cursor
  const drawn = lines.map((line) => line.replace(/\u001b\[[\d;?]*[A-Za-z]/g, ''));
  expect(drawn.some((line) => line.includes('99 %'))).toBe(true);
  for (const line of drawn) expect(line.length).toBeLessThan(columns);
});
