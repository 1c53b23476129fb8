import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DISK } from '../../src/cli/inputs.ts';
import { readPlan } from '../../src/cli/plan.ts';
import { runReplications } from '../../src/experiment/index.ts';
import { compile } from '../../src/model/index.ts';
import { measuresCsv } from '../../src/report/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { BUSY, busyBudget, FEW_PEOPLE } from '../support/few-people.ts';

const folder = folderWith({ 'few.yaml': FEW_PEOPLE, 'busy.yaml': BUSY });
const small = join(folder, 'few.yaml');
const busy = join(folder, 'busy.yaml');

interface Record {
  readonly replications: number;
  readonly failed: readonly {
    readonly plan?: string;
    readonly replication: number;
    readonly failure: string;
  }[];
}

const recordIn = (out: string): Record =>
  JSON.parse(readFileSync(join(out, 'provenance.json'), 'utf8')) as Record;

/** These tests look at no picture. */
const into = (out: string): string[] => ['--out', out, '--charts', 'none'];

/** What was measured in each replication: `[replication, measure, value]`. */
const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').toSpliced(2, 1));

/** A budget that half of ten replications keep, and the numbers of those that pass it. */
let budget: string;
let passing: number[];
/** What is measured where nothing fails. */
let all: string[][];
beforeAll(() => {
  const model = compile(loadScenario('few.yaml', { read: () => FEW_PEOPLE }).scenario);
  const outcomes = runReplications(model, { seed: '1', replications: 10 });
  const sizes = outcomes.map(({ events }) => events);
  const limit = sizes.toSorted((a, b) => a - b)[5]!;
  budget = String(limit);
  passing = sizes.flatMap((size, replication) => (size > limit ? [replication] : []));
  all = rowsOf(measuresCsv(model.catalogue, outcomes));
});

describe('replications that pass their event budget', () => {
  test('are told with seed and reason, and results are those of the others as they are without a budget', async () => {
    const out = join(folder, 'some');
    const words = ['run', small, '-r', '10', '--event-budget', budget, '--out', out, '--charts', 'none'];
    const { code, out: text, err } = await airbridgeIn(words);
    const { replications, failed } = recordIn(out);
    expect(code).toBe(1);
    expect(passing.length).toBeGreaterThan(0);
    expect([replications, failed.map((one) => one.replication)]).toEqual([10, passing]);
    expect(err).toMatch(
      /^\d of 10 replications failed; results are over the rest\n {2}few, replication \d of seed 1: .*event/,
    );
    expect(err).toMatch(/to run one alone: airbridge run \S+few\.yaml .*--first \d/);
    expect(text).toContain(`${10 - passing.length} replications, seed 1`);
    const lost = failed.map((one) => String(one.replication));
    const rows = rowsOf(readFileSync(join(out, 'measures.csv'), 'utf8'));
    const present = [...new Set(rows.map(([replication]) => replication!))];
    expect([...present, ...lost].sort()).toEqual([...'0123456789']);
    expect(rows).toEqual(all.filter(([replication]) => !lost.includes(replication!)));
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(
      `${passing.length}, left out of all results`,
    );
    expect(existsSync(join(out, 'unfinished.journal'))).toBe(false);
  });

  test('when they are all, of each of several plans, leave no ranking', async () => {
    const words = ['rank', small, `${small}#slow`, '-r', '20', '--event-budget', '10'];
    const { code, out, err } = await airbridgeIn(words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/airbridge: no plan finished two of 20 replications, and an interval needs two\n$/);
  });

  test('when they are all, leave no results, and a message instead', async () => {
    const out = join(folder, 'none');
    const { code, err } = await airbridgeIn(['run', small, '-r', '3', '--event-budget', '10', '--out', out]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^3 of 3 replications failed\n {2}few, all 3 replications of seed 1, for instance 0: .*event/,
    );
    expect(err).toMatch(/airbridge: few: every replication failed\n$/);
    expect(existsSync(out)).toBe(false);
  });

  describe('when all but one do', () => {
    const words = ['-r', '20', '--event-budget', '59'];

    test('leave that one to `run`', async () => {
      const { code, out } = await airbridgeIn(['run', small, ...words]);
      expect({ code, out }).toMatchObject({
        code: 1,
        out: expect.stringContaining('1 replication, seed 1'),
      });
    });

    test.each([
      [
        ['sensitivity', small, '--only', 'transport.seats', '-q'],
        /few: only one replication of 20 was finished,/,
      ],
      [
        ['sensitivity', small, '--only', 'transport.seats', '-q', '--out', join(folder, 'lone')],
        /few: only one replication of 20 was finished,.*--resume goes on/,
      ],
      [['explain', small, '--screening', '20'], /only one replication of 20|every replication failed/],
      [['run', small, '--explain'], /only one replication|no replication|every replication failed/],
    ])('%j says so instead of a stack or of nothing', async (command, message) => {
      const { code, err, out } = await airbridgeIn([...command, ...words]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err.replaceAll(/\s+/g, ' ')).toMatch(message);
      expect(err).not.toMatch(/this is not your fault/);
    });
  });

  describe('when they are all replications of one plan of several', () => {
    const most = busyBudget();
    const words = ['-r', '12', '--event-budget', most];
    const reason = (plan: string): RegExp =>
      new RegExp(`\\n {2}${plan}, all \\d+ replications of seed 1, for instance 0: more than ${most} events`);
    const aside = [{ name: 'busy#two', finished: 0, replications: 12 }];

    test('are told with seed and reason, and `compare` goes on with the others as if it were not there', async () => {
      const alone = await airbridgeIn(['compare', busy, `${busy}#slow`, ...words, '--json']);
      const all = await airbridgeIn(['compare', busy, `${busy}#two`, `${busy}#slow`, ...words, '--json']);
      expect([alone.code, all.code]).toEqual([0, 1]);
      const [without, found] = [alone, all].map(({ out }) => JSON.parse(out));
      expect(found.comparisons).toEqual(without.comparisons);
      expect([without.setAside, found.setAside]).toEqual([[], aside]);
      expect(all.err).toMatch(reason('busy#two'));
    });

    test('leave a report of the other plans, which says that one was set aside', async () => {
      const out = join(folder, 'aside');
      const plans = ['compare', busy, `${busy}#two`, `${busy}#slow`];
      const { code, out: text } = await airbridgeIn([...plans, ...words, ...into(out)]);
      expect(code).toBe(1);
      expect(text).toMatch(/set aside, because they share too few .*:\n {2}busy#two: 0 of 12 finished\n/);
      const report = readFileSync(join(out, 'report.html'), 'utf8');
      expect(report).toContain('busy#two: only 0 of 12 replications were finished');
      expect(report).not.toContain('left out of all differences');
      expect(existsSync(join(out, 'measures', 'busy.slow.csv'))).toBe(true);
    });

    test('leave a ranking of the others, which says that the best is the best of these', async () => {
      const out = join(folder, 'ranked');
      const plans = ['rank', busy, `${busy}#two`, `${busy}#slow`];
      const { code, out: text, err } = await airbridgeIn([...plans, ...words, ...into(out)]);
      expect(code).toBe(1);
      expect(text).toMatch(/^the best of the 2 that could be ranked is one of these 2/m);
      expect(text).toMatch(/set aside, because they share too few .*:\n {2}busy#two: 0 of 12 finished\n/);
      expect(err).toMatch(reason('busy#two'));
      expect(readFileSync(join(out, 'ranking.csv'), 'utf8')).toMatch(/\nbusy#two,12,,,,,,,\n$/);
    });

    test('leave the one plan that is left with its mean, of which nothing says that it is the best', async () => {
      const out = join(folder, 'left');
      const plans = ['rank', busy, `${busy}#two`];
      const { code, out: text, err } = await airbridgeIn([...plans, ...words, '--out', out]);
      expect(code).toBe(1);
      expect(text).toMatch(
        /^only busy is left, and nothing tells whether it is the best:\n {2}busy +12 .*leads$/m,
      );
      expect(text).not.toMatch(/95 % confidence/);
      expect(text).toMatch(/set aside, because they share too few .*:\n {2}busy#two: 0 of 12 finished\n/);
      expect(err).toMatch(reason('busy#two'));
      expect(readFileSync(join(out, 'ranking.csv'), 'utf8')).toMatch(/\nbusy#two,12,,,,,,,\n$/);
      expect(existsSync(join(out, 'charts', 'ranking.png'))).toBe(true);
    });

    test('leave a sweep of the other points, and their own point without numbers', async () => {
      const out = join(folder, 'swept');
      const vary = ['--vary', 'fleets.transport.count=1,2'];
      const drawn = ['--out', out, '--charts', 'svg'];
      const { code, out: text, err } = await airbridgeIn(['sweep', busy, ...vary, ...words, ...drawn]);
      expect(code).toBe(1);
      expect(text).toMatch(/\n {2}1 .*\d in every run .*\n {2}2 +no run was finished\n/);
      expect(err).toMatch(reason('fleets.transport.count=2'));
      const rows = readFileSync(join(out, 'sweep.csv'), 'utf8').split('\n');
      expect(rows.find((row) => row.startsWith('1,2,people-out'))).toMatch(/,people,count,0,{14}0,{6}$/);
      expect(existsSync(join(out, 'charts', 'sweep.svg'))).toBe(true);
    });

    test('leave a tornado and a screening of the other numbers', async () => {
      const some = ['--only', 'time', '--only', 'seats', '--trajectories', '2'];
      const budget = ['-r', '8', '--event-budget', most, ...some];
      const out = join(folder, 'moved');
      const { code, out: text } = await airbridgeIn(['sensitivity', busy, ...budget, ...into(out)]);
      expect(code).toBe(1);
      expect(text).toMatch(/routes\.bridge\.time\n +90 min to 150 min +not finished +none/);
      expect(text).toMatch(/craft\.transport\.seats\n +75 people to 125 people +-\d/);
      const rows = readFileSync(join(out, 'tornado.csv'), 'utf8').split('\n');
      expect(rows.find((row) => row.startsWith('routes.bridge.time'))).toMatch(
        /,90 min,150 min,,,,0,0,0,,,$/,
      );
    });

    test('leave what one more of the other things is worth', async () => {
      const { code, out, err } = await airbridgeIn(['explain', busy, ...words]);
      expect(code).toBe(1);
      expect(out.replaceAll(/\s+/g, ' ')).toMatch(
        /set aside, because too few .*finished: fleets\.transport\.count=2 /,
      );
      expect(err).toMatch(reason('fleets.transport.count=2'));
    });

    test('end a sweep of which they are all', async () => {
      const { code, out, err } = await airbridgeIn([
        'sweep',
        busy,
        '--vary',
        'fleets.transport.count=2',
        ...words,
      ]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/airbridge: every replication of every point failed\n$/);
    });
  });

  describe('can be run alone with the command line that is told', () => {
    const here = folderWith({
      "it's few.yaml": BUSY,
      'all.jsonl': '{"at":"17 h","do":"addCraft","fleet":"transport","count":1}\n',
      'more.jsonl': '{"at":"1 h","do":"addCraft","fleet":"transport","count":3}\n',
    });
    const [file, all, more] = ["it's few.yaml", 'all.jsonl', 'more.jsonl'].map((name) =>
      join(here, name),
    ) as [string, string, string];
    const limits = ['-r', '3', '--seed', 'a b', '--event-budget', busyBudget(), '-q'];

    test.each([
      ['run', ['run', `${file}#two`, '--first', '4']],
      ['run --explain', ['run', file, '--explain']],
      ['compare', ['compare', file, `${file}#two`, '--first', '4']],
      ['compare with decisions', ['compare', file, more]],
      ['compare with decisions of all', ['compare', `${file}#slow`, more, '--actions', all]],
      ['rank', ['rank', file, `${file}#two`]],
      ['rank --vary', ['rank', file, '--vary', 'fleets.transport.count=1,2']],
      [
        'sweep',
        [
          'sweep',
          file,
          '--set',
          'populations.people.present=90 %',
          '--vary',
          'routes.bridge.time=30..60:30 min',
        ],
      ],
      ['sensitivity', ['sensitivity', file, '--only', 'routes.bridge.time']],
      ['explain', ['explain', file, '--only', 'fleets.transport.count']],
    ])('%s', async (_, words) => {
      const { err } = await airbridgeIn([...words, ...limits]);
      const line = /^to run one alone: airbridge (.*)$/m.exec(err)?.[1];
      expect(line).toBeDefined();
      const typed = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
      const again = await airbridgeIn(typed.split('\0').slice(0, -1));
      expect(again.code).toBe(1);
      const failureIn = (text: string): readonly (string | undefined)[] =>
        /(\d+) of seed a b: (more than .*)$/m.exec(text)?.slice(1) ??
        /seed a b, for instance (\d+): (more than .*)$/m.exec(text)?.slice(1) ??
        [];
      expect(failureIn(err)).toHaveLength(2);
      expect(failureIn(again.err)).toEqual(failureIn(err));
      expect(again.err).toMatch(/^1 of \d replications? failed/);
    });

    test('also where the name of the file looks like a flag', () => {
      const inputs = { ...DISK, locate: (path: string) => path, readerFor: () => () => BUSY };
      const words = readPlan('-r.yaml', {}, null, inputs).alone!({ seed: '1', replication: 3 });
      expect(words).toEqual(['run', './-r.yaml', '--replications', '1', '--seed', '1', '--first', '3']);
    });

    test('but not by `rerun`, whose texts are in the record alone', async () => {
      const out = join(here, 'out');
      await airbridgeIn(['rank', file, `${file}#slow`, `${file}#two`, ...limits, '--out', out]);
      const { code, err } = await airbridgeIn(['rerun', out, '--check']);
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/replications failed/) as string });
      expect(err).not.toMatch(/to run one alone/);
    });
  });

  test('name the number that was moved and its value', async () => {
    const words = ['--only', 'transport.seats', '-r', '20', '--event-budget', '60', '-q', '--json'];
    const { out } = await airbridgeIn(['sensitivity', small, ...words]);
    const { provenance } = JSON.parse(out) as { readonly provenance: Record };
    expect([...new Set(provenance.failed.map(({ plan }) => plan))]).toEqual([
      'few',
      'craft.transport.seats=75 people',
      'craft.transport.seats=125 people',
    ]);
  });

  test('leave every comparison, for each plan, and are told with the plan', async () => {
    const words = ['compare', small, `${small}#slow`, '-r', '10', '--event-budget', budget, '--json'];
    const { code, out, err } = await airbridgeIn(words);
    const { provenance, comparisons } = JSON.parse(out) as {
      readonly provenance: Record;
      readonly comparisons: readonly { readonly replications: number }[];
    };
    const { failed } = provenance;
    const lost = new Set(failed.map((one) => one.replication));
    expect(code).toBe(1);
    expect(comparisons[0]!.replications).toBe(10 - lost.size);
    expect(failed.every((one) => one.plan === 'few' || one.plan === 'few#slow')).toBe(true);
    expect(err).toMatch(/few(?:#slow)?, replication \d of seed 1: /);
  });
});

test('--audit checks every sample and changes no number', async () => {
  const plain = await airbridgeIn(['run', small, '-r', '3']);
  expect(await airbridgeIn(['run', small, '-r', '3', '--audit'])).toEqual(plain);
});

test('--first goes on where an earlier batch ended', async () => {
  const { out } = await airbridgeIn(['run', small, '-r', '3', '--first', '7', '--json']);
  const { measures } = JSON.parse(out) as {
    readonly measures: readonly { readonly id: string; readonly [of: string]: unknown }[];
  };
  expect(measures.length).toBeGreaterThan(30);
  for (const { id, min, p50, max } of measures) {
    const values = all.filter(([replication, measure]) => Number(replication) >= 7 && measure === id);
    const numbers = values.map(([, , value]) => Number(value)).filter(Number.isFinite);
    const sorted = numbers.toSorted((a, b) => a - b);
    if (sorted.length === 3) expect([id, min, p50, max]).toEqual([id, ...sorted]);
  }
});
