import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith, wideLines } from '../support/cli.ts';

/** One aircraft with luck in its flights, for 300 people: 100 seats, so that seats and cycles decide. */
const SCENARIO = readFileSync('scenarios/01-one-aircraft.yaml', 'utf8')
  .replace('groundTime: 1 h', 'groundTime: { triangular: [30 min, 60 min, 120 min] }')
  .replace('people: 300 people', 'people: { uniform: [250 people, 350 people] }');

const FEW_SEATS = SCENARIO.replace('seats: 100 people', 'seats: 2 people');
const folder = folderWith({ 'one.yaml': SCENARIO, 'copy.yaml': SCENARIO, 'few-seats.yaml': FEW_SEATS });
const one = join(folder, 'one.yaml');
const names = (path: string): string[] => readdirSync(path).toSorted((a, b) => (a < b ? -1 : 1));

describe('rank', () => {
  test('finds that three aircraft beat one and two, and stops spending runs on these', async () => {
    const { code, out, err } = await airbridgeIn([
      ...['rank', one, '--vary', 'fleets.transport.count=1..3:1', '-r', '80'],
    ]);
    expect({ code, err, wide: wideLines(out) }).toEqual({ code: 0, err: '', wide: [] });
    expect(out).toMatch(/fleets\.transport\.count=3 is the best, with 95 % confidence/);
    expect(out).toMatch(/100 runs instead of 240/);
  });

  test('calls a copy of a plan identical, and never drops it', async () => {
    const { out } = await airbridgeIn(['rank', one, join(folder, 'copy.yaml'), '-r', '40']);
    expect(out).toMatch(/the best is one of these 2/);
    expect(out).toMatch(/copy .* identical/);
  });

  test('writes a table, a chart and data, and prints them as --json', async () => {
    const out = join(folder, 'ranked');
    const { code, out: text } = await airbridgeIn([
      ...['rank', one, '--vary', 'fleets.transport.count=1,2', '-r', '20', '--out', out, '--json'],
    ]);
    expect(code).toBe(0);
    expect(names(out)).toEqual(['charts', 'provenance.json', 'ranking.csv', 'ranking.json']);
    const { ranking, provenance } = JSON.parse(text) as {
      readonly ranking: { readonly plans: readonly { readonly name: string }[] };
      readonly provenance: { readonly command: readonly string[] };
    };
    expect(ranking.plans[0]!.name).toBe('fleets.transport.count=2');
    expect(provenance.command).toContain('--vary');
  });

  test.each([
    [['rank', one], /two plans or more/],
    [['rank', one, one], /name each one once/],
    [['rank', one, '--vary', 'fleets.transport.count=1'], /another value to choose from/],
    [['rank', one, '--vary', 'a.b=1,2', join(folder, 'copy.yaml')], /one plan/],
    [
      ['rank', one, '--vary', 'fleets.transport.count=1,2', '--measure', 'people-uot'],
      /did you mean `people-out`/,
    ],
  ])('%j is refused in words', async (words, message) => {
    const { code, err } = await airbridgeIn(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('sweep', () => {
  test('prints the mean at every point, and before it how many runs lie ahead', async () => {
    const { code, out, err } = await airbridgeIn([
      ...['sweep', one, '--vary', 'craft.transport.seats=50..150:50 people', '-r', '5'],
    ]);
    expect({ code, wide: wideLines(out) }).toEqual({ code: 0, wide: [] });
    expect(err).toBe('3 points over craft.transport.seats, 5 replications of each: 15 runs\n');
    // Two flights leave within twelve hours: twice the seats.
    expect(out).toMatch(/50 people +100 in every run/);
    expect(out).toMatch(/150 people +2\d\d/);
    expect(out).toMatch(/paired, from the file as it stands \(100 people\),/);
    // Fifty seats fewer on each of two flights, in every run; five pairs that differ alike are too few for an interval, and for a star.
    expect(out).toMatch(/50 people +100 in every run +-100$/m);
    expect(out).toMatch(/100 people +200 .* base$/m);
  });

  test('compares with the first point where none is the file as it stands, and prints all differences as --json', async () => {
    const words = ['--vary', 'craft.transport.seats=50,150 people', '-r', '8'];
    const { out } = await airbridgeIn(['sweep', one, ...words]);
    expect(out).toMatch(/paired, from the first point \(50 people\),/);
    const { out: text } = await airbridgeIn(['sweep', one, ...words, '--json']);
    const { base, points } = JSON.parse(text) as {
      readonly base: object;
      readonly points: readonly {
        readonly measures: readonly { readonly id: string; readonly paired: object | null }[];
      }[];
    };
    expect(base).toEqual({ point: 0, isFile: false });
    expect(points[0]!.measures.map(({ paired }) => paired)).toEqual(points[0]!.measures.map(() => null));
    const out1 = points[1]!.measures.find(({ id }) => id === 'people-out')!.paired;
    expect(out1).toMatchObject({ basis: 'mean', pairs: 8, family: 1, direction: 'better', base: 100 });
  });

  test('writes CSV, Parquet and a heat map for two values', async () => {
    const out = join(folder, 'swept');
    const words = ['--vary', 'fleets.transport.count=1,2', '--vary', 'sites.haven.beds=100..300:100 people'];
    const { code, out: text } = await airbridgeIn(['sweep', one, ...words, '-r', '3', '-q', '--out', out]);
    expect({ code, text }).toEqual({ code: 0, text: '' });
    expect(names(out)).toEqual([
      'charts',
      'provenance.json',
      'runs.csv',
      'runs.parquet',
      'sweep.csv',
      'sweep.parquet',
    ]);
    expect(names(join(out, 'charts'))).toEqual(['sweep.png', 'sweep.svg']);
    expect(readFileSync(join(out, 'sweep.csv'), 'utf8')).toMatch(
      /^point,fleets.transport.count,sites.haven.beds \[people\],measure/,
    );
  });

  test('lists its points without running them', async () => {
    const { out } = await airbridgeIn([
      ...[
        'sweep',
        one,
        '--vary',
        'fleets.transport.count=1..9',
        '--design',
        'sobol',
        '--points',
        '4',
        '--dry-run',
      ],
    ]);
    expect(out.trim().split('\n')).toHaveLength(4);
    expect(out).toMatch(/^fleets\.transport\.count=1$/m);
  });

  test.each([
    [['--vary', 'fleets.trnsport.count=1,2'], /did you mean `transport`/],
    [['--vary', 'fleets.transport.count=9..1'], /a range goes up/],
    [['--vary', 'fleets.transport.count=1,2,1'], /has the value 1 twice/],
    [['--vary', 'fleets.transport.count=1..4:0.5'], /whole number, and so are ends and steps/],
    [['--vary', 'craft.transport.seats=50,100'], /needs a unit/],
    [['--vary', 'fleets.transport.count=1,2', '--vary', 'fleets.transport.count=3,4'], /varied twice/],
  ])('%j is refused in words', async (words, message) => {
    const { code, err } = await airbridgeIn(['sweep', one, ...words]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('sensitivity', () => {
  test('finds what moves people out most, and says between which values', async () => {
    const { code, out, err } = await airbridgeIn(['sensitivity', one, '-r', '6', '--trajectories', '2']);
    expect({ code, wide: wideLines(out) }).toEqual({ code: 0, wide: [] });
    expect(err).toMatch(/uncertain numbers, \d+ points, 6 replications of each: \d+ runs/);
    expect(out).toMatch(/What moves people out \(people\) most\?/);
    // A quarter fewer seats on each of two flights: 50 people fewer, whatever the luck.
    expect(out).toMatch(
      /craft\.transport\.seats\n +75 people to 125 people +-50 in every run +50 in every run$/m,
    );
    expect(out).toMatch(/Morris screening, 2 trajectories/);
  });

  test('writes the tornado and the screening as tables and charts', async () => {
    const out = join(folder, 'moved');
    const words = ['--only', 'craft.', '--trajectories', '2', '-r', '3', '-q', '--out', out];
    expect(await airbridgeIn(['sensitivity', one, ...words])).toEqual({ code: 0, out: '', err: '' });
    expect(names(out)).toEqual(['charts', 'morris.csv', 'provenance.json', 'tornado.csv']);
    expect(names(join(out, 'charts'))).toEqual(['morris.png', 'morris.svg', 'tornado.png', 'tornado.svg']);
  });

  test('screens whole numbers of few levels as it does others: two flights carry as many as there are seats, to the last one', async () => {
    // A quarter of 2 seats either way are 2 to 3 seats: one more on each of two flights, wherever a trajectory begins.
    const few = join(folder, 'few-seats.yaml');
    const words = ['sensitivity', few, '--only', 'seats', '--trajectories', '6', '-r', '2', '--json'];
    const { out } = await airbridgeIn(words);
    const { effects } = JSON.parse(out) as { readonly effects: readonly object[] };
    expect(effects).toEqual([{ name: 'craft.transport.seats', steps: 6, muStar: 2, mu: 2, sigma: 0 }]);
  });

  test('says so where there is nothing to move', async () => {
    const { code, err } = await airbridgeIn(['sensitivity', one, '--only', 'nothing-of-the-kind']);
    expect(code).toBe(2);
    expect(err).toMatch(/no uncertain number has `nothing-of-the-kind` in its path/);
  });
});
