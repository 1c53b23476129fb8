import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/cli.ts';

const folder = folderWith();
const main = join(process.cwd(), 'dist/cli/main.js');
const scenario = join(process.cwd(), 'scenarios/kabul-48h.yaml');

/** The text of a result; a record without the version of Node, which alone may differ. */
const resultIn = (path: string): string =>
  readFileSync(path, 'utf8').replace(/^ {2}"node": "[\d.]+",\n/m, '');

/** Runs the shipped scenario under another Node, or under this one, and gives what it wrote as text. */
const resultsUnder = (version: string | null): Map<string, string> => {
  const out = join(folder, version ?? 'here');
  const words = [
    main,
    'run',
    scenario,
    '--replications',
    '12',
    '--seed',
    'versions',
    '--quiet',
    '--out',
    out,
  ];
  const node = version === null ? [process.execPath] : ['npx', '--yes', `node@${version}`];
  const { status, stderr } = spawnSync(node[0]!, [...node.slice(1), ...words], { encoding: 'utf8' });
  expect({ version, status, stderr: status === 0 ? '' : stderr }).toEqual({ version, status: 0, stderr: '' });
  const texts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:csv|json)$/.test(name),
  );
  return new Map(texts.sort().map((name) => [name, resultIn(join(out, name))]));
};

test('the same scenario and seed give the same bytes on every supported Node', () => {
  const here = resultsUnder(null);
  expect([...here.keys()]).toEqual(['measures.csv', 'observations.csv', 'provenance.json', 'series.csv']);
  for (const version of ['22', '24']) {
    const there = resultsUnder(version);
    for (const [name, text] of here)
      expect(there.get(name) === text, `${name} under Node ${version}`).toBe(true);
  }
});
