import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspect, writeResults } from '../../src/cli/destination.ts';
import { reasonOf } from '../../src/cli/errors.ts';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const results = (...files: readonly string[]): Map<string, string> =>
  new Map([
    ['provenance.json', JSON.stringify({ files: ['provenance.json', ...files] })],
    ...files.map((name): [string, string] => [name, name]),
  ]);

test('a new folder is made with those above it, and read by whoever may read new folders', async () => {
  const folder = join(folderWith(), 'a/b');
  await writeResults(folder, results('measures.csv', 'charts/force.png'));
  expect(readFileSync(join(folder, 'charts/force.png'), 'utf8')).toBe('charts/force.png');
  mkdirSync(join(folder, 'usual'));
  expect(statSync(folder).mode).toBe(statSync(join(folder, 'usual')).mode);
  expect(readdirSync(join(folder, '..'))).toEqual(['b']);
});

test('a name as long as the file system allows is no obstacle to staging', async () => {
  const folder = join(folderWith(), 'n'.repeat(255));
  inspect({ out: folder });
  await writeResults(folder, results('measures.csv'));
  expect(readdirSync(folder).sort()).toEqual(['measures.csv', 'provenance.json']);
});

test.each([
  ['longer than the file system allows', 'n'.repeat(256), /the name is too long/],
  ['below a file', 'file.txt/out', /a part of the path is not a directory/],
])('a folder whose name is %s is refused before any work, with the reason', (_, name, reason) => {
  const folder = folderWith({ 'file.txt': 'mine' });
  expect(() => inspect({ out: join(folder, name) })).toThrow(reason);
});

test('an empty folder is filled', async () => {
  const folder = folderWith();
  inspect({ out: folder });
  await writeResults(folder, results('measures.csv'));
  expect(readdirSync(folder).sort()).toEqual(['measures.csv', 'provenance.json']);
});

test('a folder with anything in it is refused before any work, and says what force would do', async () => {
  const folder = folderWith({ 'small.yaml': SMALL_SCENARIO, 'out/notes.txt': 'mine' });
  await writeResults(join(folder, 'out'), results('measures.csv'));
  const words = ['run', join(folder, 'small.yaml'), '--out', join(folder, 'out')];
  const { code, out, err } = await airbridgeIn(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(
    /not empty: it holds results: provenance\.json|not empty: it holds results: measures\.csv/,
  );
  expect(err).toMatch(/--force to overwrite results; --force would leave notes\.txt alone/);
});

test('what no record claims, but may be in the place of a result, is told before it is overwritten', async () => {
  const folder = folderWith({ 'report.html': 'mine', 'charts/own.png': 'mine', 'notes.txt': 'mine' });
  expect(() => inspect({ out: folder })).toThrow(
    /no results of airbridge in it\. .*; --force would overwrite charts, report\.html where a result has that name and leave notes\.txt alone$/,
  );
});

test('force replaces our results, removes those without a successor, and leaves the rest alone', async () => {
  const folder = folderWith({ 'notes.txt': 'mine', 'charts/own.png': 'mine' });
  await writeResults(folder, results('measures.csv', 'charts/force.png', 'charts/queues.png'));
  inspect({ out: folder, force: true });
  await writeResults(folder, results('measures.csv', 'charts/force.png'));
  expect(readdirSync(folder).sort()).toEqual(['charts', 'measures.csv', 'notes.txt', 'provenance.json']);
  expect(readdirSync(join(folder, 'charts')).sort()).toEqual(['force.png', 'own.png']);
});

test.each(['../outside.csv', '/etc/outside.csv', 'notes.txt', 'charts/../../outside.csv', '.hidden'])(
  'a record that claims %s is not believed',
  async (claim) => {
    const folder = folderWith({ 'outside.csv': 'mine', 'out/notes.txt': 'mine', 'out/.hidden': 'mine' });
    const out = join(folder, 'out');
    writeFileSync(join(out, 'provenance.json'), JSON.stringify({ files: [claim] }));
    await writeResults(out, results('measures.csv'));
    expect(readdirSync(out).sort()).toEqual(['.hidden', 'measures.csv', 'notes.txt', 'provenance.json']);
    expect(existsSync(join(folder, 'outside.csv'))).toBe(true);
  },
);

test('nothing is replaced when not everything can be, and nothing is left lying about', async () => {
  const folder = folderWith();
  await writeResults(folder, results('measures.csv', 'series.csv'));
  const before = readFileSync(join(folder, 'provenance.json'), 'utf8');
  mkdirSync(join(folder, 'report.html'));
  await expect(writeResults(folder, results('measures.csv', 'report.html'))).rejects.toThrow(
    /`report\.html` there is a folder/,
  );
  expect(readFileSync(join(folder, 'provenance.json'), 'utf8')).toBe(before);
  expect(readdirSync(folder).sort()).toEqual([
    'measures.csv',
    'provenance.json',
    'report.html',
    'series.csv',
  ]);
});

test.each([
  ['a file', 'file', /needs a folder, but `.*file` is a file/, 2],
  ['no name', '', /needs the name of a folder/, 2],
  ['a link that leads nowhere', 'lost', /`.*lost` is a link to a folder that is not there/, 2],
  ['below a file', 'file/x', /cannot write/, 1],
])('--out with %s is refused before any work', async (_, name, message, code) => {
  const folder = folderWith({ 'small.yaml': SMALL_SCENARIO, file: '' });
  symlinkSync('nowhere', join(folder, 'lost'));
  const out = name === '' ? '' : join(folder, name);
  const ended = await airbridgeIn(['run', join(folder, 'small.yaml'), '-r', '1', '--out', out]);
  expect(ended).toMatchObject({ code, out: '' });
  expect(ended.err).toMatch(message);
  expect(readdirSync(folder).sort()).toEqual(['file', 'lost', 'small.yaml']);
});

test.each(['~', '~/results'])('a folder called %s is not made: the shell has left it as it is', (out) => {
  expect(() => inspect({ out })).toThrow(/would be a folder called `~` here/);
});

test('a picture that cannot be written is told as a failure, however late that is found', async () => {
  const folder = folderWith();
  const late = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw Object.assign(new Error('x'), { code: 'ENOSPC' });
  };
  const slow = (): Promise<string> => new Promise((resolve) => setTimeout(resolve, 20, 'slow'));
  for (const files of [[late], [late, slow], [slow, late, slow]]) {
    const contents = new Map(files.map((content, index) => [`charts/${index}.png`, content]));
    await expect(writeResults(folder, contents)).rejects.toThrow(/no space left on the device/);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test.each([
  ['ENOSPC', 'no space left on the device'],
  ['EACCES', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
])('%s is told as "%s"', (code, reason) => {
  expect(reasonOf(Object.assign(new Error('x'), { code }))).toBe(reason);
});
