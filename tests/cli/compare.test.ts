import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { airbridgeIn, folderWith, wideLines } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const folder = folderWith({ 'small.yaml': SMALL_SCENARIO, 'few.yaml': FEW_PEOPLE, 'copy.yaml': FEW_PEOPLE });
const [small, few] = [join(folder, 'small.yaml'), join(folder, 'few.yaml')];

test('a plan and its copy are identical in every replication', async () => {
  const { code, out } = await airbridgeIn(['compare', few, join(folder, 'copy.yaml'), '-r', '4']);
  expect(code).toBe(0);
  expect(out).toMatch(/copy against few/);
  expect(out).toMatch(/identical: every measure has the same value in every replication/);
  expect(out).not.toMatch(/better|worse|changed|can be told at/);
});

test('a force two days late is told from one on time, in words and in less than 80 columns', async () => {
  const { code, out, err } = await airbridgeIn(['compare', small, `${small}#late`, '-r', '12']);
  expect({ code, err, wide: wideLines(out) }).toEqual({ code: 0, err: '', wide: [] });
  expect(out).toMatch(/small#late against small/);
  expect(out).toMatch(/Troops on the ground +[\d,]+ +[\d,]+ +-61 %\n {6}worse: [\d,]+ fewer troops/);
});

const teams = folderWith({
  'red.jsonl': '{"at":"1 h","do":"addCraft","fleet":"transport","count":2}\n',
  'blue.jsonl': '',
});
const [red, blue] = ['red.jsonl', 'blue.jsonl'].map((name) => join(teams, name)) as [string, string];
const LESSON = '07-a-force-that-must-arrive-first';

test('decisions behind a scenario are a plan of it: that of --actions, and the base where there are none', async () => {
  const { out } = await airbridgeIn(['compare', LESSON, red, blue, '-r', '2', '--json']);
  const { comparisons } = JSON.parse(out) as {
    readonly comparisons: readonly {
      readonly variant: string;
      readonly measures: readonly {
        readonly spec: { readonly id: string };
        readonly base: number;
        readonly variant: number;
      }[];
    }[];
  };
  const alone = await airbridgeIn(['run', LESSON, '--actions', red, '-r', '2', '--json']);
  const { measures } = JSON.parse(alone.out) as {
    readonly measures: readonly { readonly id: string; readonly mean: number }[];
  };
  const peopleOut = (at: number) => comparisons[at]!.measures.find(({ spec }) => spec.id === 'people-out')!;
  expect(comparisons.map(({ variant }) => variant)).toEqual(['red', 'blue']);
  expect(peopleOut(0).variant).toBe(measures.find(({ id }) => id === 'people-out')!.mean);
  expect(peopleOut(0).variant).toBeGreaterThan(peopleOut(0).base);
  expect(peopleOut(1).variant).toBe(peopleOut(1).base);
});

test.each([
  ['first', [red, LESSON], /holds decisions and is no scenario/],
  ['twice', [LESSON, red, red], /two of the plans are called red/],
  ['that are not there', [LESSON, join(teams, 'none.jsonl')], /cannot read the actions .*no such file/],
])('decisions %s are refused', async (_, files, reason) => {
  const { code, err } = await airbridgeIn(['compare', ...files, '-r', '2']);
  expect(code).toBe(2);
  expect(err).toMatch(reason);
});

test('says how many comparisons a verdict counts, and what pairing was worth', async () => {
  const { out } = await airbridgeIn([
    'compare',
    ...['kabul-48h', 'kabul-48h#twelve-more-aircraft'],
    ...['-r', '3'],
  ]);
  const flat = out.replace(/\s+/g, ' ');
  const headlines = Number(/once all (\d+) comparisons of headlines are counted/.exec(flat)?.[1]);
  expect(headlines).toBeGreaterThan(10);
  expect(flat).toMatch(/3 paired replications of each plan tell as much as [\d,]+ unpaired ones would/);
});

test('--json gives every measure with interval, correction and verdict', async () => {
  const { out } = await airbridgeIn(['compare', few, `${few}#slow`, '-r', '4', '--json']);
  const { provenance, comparisons } = JSON.parse(out) as {
    readonly provenance: { readonly command: readonly string[] };
    readonly comparisons: readonly { readonly measures: readonly object[] }[];
  };
  expect(provenance.command.slice(0, 3)).toEqual(['compare', 'few.yaml', 'few.yaml#slow']);
  expect(comparisons[0]?.measures[0]).toHaveProperty('verdict');
  expect(comparisons[0]?.measures[0]).toHaveProperty('holm');
});

/** One form is enough to see which charts there are. */
const into = (out: string): string[] => ['--out', out, '--charts', 'svg', '--quiet'];

test('--out keeps the numbers of every plan apart and draws the differences', async () => {
  const out = join(folder, 'differences');
  const words = ['compare', few, `${few}#slow`, `${few}#two`, '-r', '3', ...into(out)];
  expect(await airbridgeIn(words)).toEqual({ code: 0, out: '', err: '' });
  expect(readdirSync(join(out, 'measures')).sort()).toEqual(['few.csv', 'few.slow.csv', 'few.two.csv']);
  expect(readdirSync(out).sort()).toEqual([
    'charts',
    'comparison.json',
    'measures',
    'provenance.json',
    'report.html',
    'series',
  ]);
  expect(readdirSync(join(out, 'charts')).filter((name) => name.startsWith('differences')).length).toBe(2);
  expect(readdirSync(join(out, 'charts'))).toContain('compared-panels.svg');
});

test('plans whose names differ only in letters that file names do not take keep their files apart', async () => {
  const plans = ['aäb.yaml', 'a-b.yaml', 'A-B.yaml', '.hidden.yaml', `${'n'.repeat(230)}.yaml`];
  const here = folderWith(Object.fromEntries(plans.map((name) => [name, FEW_PEOPLE])));
  const out = join(here, 'out');
  const words = ['compare', ...plans.map((name) => join(here, name)), '-r', '2', ...into(out)];
  expect(await airbridgeIn(words)).toEqual({ code: 0, out: '', err: '' });
  const { files } = JSON.parse(readFileSync(join(out, 'provenance.json'), 'utf8')) as {
    readonly files: string[];
  };
  expect(files.filter((name, index) => files.indexOf(name) !== index)).toEqual([]);
  for (const part of ['measures', 'series']) {
    const names = readdirSync(join(out, part));
    expect(names).toHaveLength(plans.length);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(plans.length);
  }
  expect(
    files.filter((name) => name.startsWith('charts/differences-') && name.endsWith('.svg')),
  ).toHaveLength(plans.length - 1);
  for (const name of files) expect(existsSync(join(out, name))).toBe(true);
});
