import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith, wideLines } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';
import { filesIn } from '../support/killed.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const DECISIONS = '{"at": "7 h", "do": "closeGate", "gate": "north", "by": "player"}\n';
/** Nothing but the number of people is random, and that seldom is another; how many got out is on record. */
const FEW = `${FEW_PEOPLE.replace('{ uniform: [100 people, 400 people] }', '{ discrete: { 150 people: 97 %, 190 people: 3 % } }').replaceAll('{ exponential: { mean: 1 h } }', '1 h')}
observations: { out: { measure: people-out, value: 100, low: 90, high: 110, source: P1 } }
`;
const DECISION = '{"at": "1 h", "do": "closeSite", "site": "field", "by": "player"}\n';
const folder = folderWith({
  'small.yaml': SMALL_SCENARIO,
  'decisions.jsonl': DECISIONS,
  'few.yaml': FEW,
  'decision.jsonl': DECISION,
});
const small = join(folder, 'small.yaml');
const few = join(folder, 'few.yaml');

interface Printed {
  readonly provenance: {
    readonly scenario: { readonly sha256: string };
    readonly command: readonly string[];
  };
  readonly measures: readonly {
    readonly id: string;
    readonly kind: string;
    readonly mean: number | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly p05: number | null;
    readonly p95: number | null;
    readonly headline: boolean;
  }[];
}

const printed = async (...words: readonly string[]): Promise<Printed> => {
  const { code, out, err } = await airbridgeIn(['run', '--replications', '2', '--json', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Printed;
};

/** The small scenario as it stands, run once for all tests that hold something against it. */
let asItStands: Promise<Printed> | undefined;
const base = (): Promise<Printed> => {
  asItStands ??= printed(small);
  return asItStands;
};

describe('the summary', () => {
  test('names scenario, seed and replications, both kinds of spread, and fits into 79 columns', async () => {
    const { code, out, err } = await airbridgeIn(['run', small, '--replications', '3', '--seed', 'blue']);
    expect({ code, err, wide: wideLines(out) }).toEqual({ code: 0, err: '', wide: [] });
    expect(out).toMatch(/Small \(small\)/);
    expect(out).toMatch(/3 replications, seed blue/);
    expect(out).toMatch(/mean \(95 % interval\) +runs, 5 % to 95 %/);
    expect(out).toMatch(/not for planning a real operation/);
  });

  test('shows every headline in its section, and what was recorded beside what was simulated', async () => {
    const { measures } = await base();
    const { out } = await airbridgeIn(['run', small, '--replications', '2']);
    const flat = out.replace(/\s+/g, ' ');
    expect(measures.filter(({ headline }) => headline).length).toBeGreaterThan(5);
    expect(flat).toMatch(/recorded 3,000 \(2,500 to 3,500\) simulated/);
    expect(flat).toMatch(/Evacuees .*Embassy .*Force .*Airfield /);
  });

  test('is the same on every run, and another with another seed', async () => {
    const [one, two, other] = await Promise.all([
      airbridgeIn(['run', small, '-r', '2']),
      airbridgeIn(['run', small, '-r', '2']),
      airbridgeIn(['run', small, '-r', '2', '-s', '2']),
    ]);
    expect(one).toEqual(two);
    expect(one?.out).not.toBe(other?.out);
  });

  test('of one replication claims neither an interval nor a spread', async () => {
    const { out } = await airbridgeIn(['run', small, '-r', '1']);
    expect(out).toMatch(/^1 replication, seed 1/m);
    expect(out).toMatch(/People out +[\d,]+ *\n/);
  });

  test('calls always the same only what no run differs in, not what most runs agree on', async () => {
    const { measures } = await printed(few, '--replications', '60');
    const { out } = await airbridgeIn(['run', few, '-r', '60']);
    const counts = measures.filter(({ headline, kind }) => headline && kind !== 'indicator');
    const fixed = counts.filter(({ min, max }) => min === max);
    const nearly = counts.filter(({ min, max, p05, p95 }) => min !== max && p05 === p95);
    expect(fixed.length).toBeGreaterThan(0);
    expect(nearly.length).toBeGreaterThan(0);
    expect(out.match(/always the same/g)?.length).toBe(fixed.length);
  });

  test('is left out by --quiet', async () => {
    expect(await airbridgeIn(['run', small, '-r', '1', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('cannot be made to send escape sequences to the terminal', async () => {
    const file = join(
      folderWith({ 'evil.yaml': SMALL_SCENARIO.replace('title: Small', 'title: "a\\e[2Jb"') }),
      'evil.yaml',
    );
    const { code, out } = await airbridgeIn(['run', file, '-r', '1']);
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
  });
});

describe('on a terminal', () => {
  test('progress is shown on stderr and wiped, and results are coloured', async () => {
    const { out, err } = await airbridgeIn(['run', small, '-r', '3'], { isTTY: true });
    expect(err).toMatch(/100 % \| 3 of 3 replications \| \d+s left/);
    // the line is wiped: back to its beginning, and cleared
    expect(err.endsWith('\u001b[1G\u001b[2K')).toBe(true);
    expect(out).toContain('\u001b[1m');
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
  ])('%s takes the colours away', async (_, env) => {
    const { out } = await airbridgeIn(['run', small, '-r', '1'], { isTTY: true, env });
    expect(out).not.toContain('\u001b');
  });

  test('FORCE_COLOR brings them into a pipe', async () => {
    const { out } = await airbridgeIn(['run', small, '-r', '1'], { env: { FORCE_COLOR: '1' } });
    expect(out).toContain('\u001b[1m');
  });
});

describe('what is run', () => {
  test('a variant, and a setting that says the same, have the same fingerprint and results', async () => {
    const variant = await printed(`${small}#no-crowd`);
    const setting = await printed(small, '--set', 'crowd=null');
    expect(variant.provenance.scenario.sha256).toBe(setting.provenance.scenario.sha256);
    expect(variant.measures).toEqual(setting.measures);
    expect(variant.provenance.scenario.sha256).not.toBe((await base()).provenance.scenario.sha256);
  });

  test('decisions from a file change what happens: a closed gate lets nobody in', async () => {
    const out = (one: Printed): number =>
      one.measures.find(({ id }) => id === 'people-out')?.mean ?? Number.NaN;
    const [open, closed] = [await base(), await printed(small, '--actions', join(folder, 'decisions.jsonl'))];
    expect(out(closed)).toBeLessThan(out(open));
  });

  test('the record has no absolute path, and no flag that changes no result', async () => {
    const { provenance } = await printed(`${small}#late`, '--seed', '7', '--set', 'window=40 h');
    expect(provenance.command).toEqual([
      'run',
      'small.yaml#late',
      '--replications',
      '2',
      '--seed',
      '7',
      '--set',
      'window=40 h',
    ]);
  });

  test('a wrong setting is shown with a caret', async () => {
    const { code, err } = await airbridgeIn(['run', small, '--set', 'gates.north.lames=3']);
    expect(code).toBe(2);
    expect(err).toMatch(/--set gates\.north\.lames=3/);
    expect(err).toMatch(/unknown key `lames`/);
  });

  test('an unknown variant is met with those there are', async () => {
    const { code, err } = await airbridgeIn(['run', `${small}#lat`]);
    expect(code).toBe(2);
    expect(err).toMatch(/there is no variant `?lat`?.*late/);
  });
});

test('--out writes the record, both tables, the report and every chart twice', async () => {
  const out = join(folder, 'results');
  const words = ['run', few, '-r', '3', '--out', out, '--quiet', '--actions', join(folder, 'decision.jsonl')];
  expect(await airbridgeIn(words)).toEqual({ code: 0, out: '', err: '' });
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .sort();
  const record = JSON.parse(readFileSync(join(out, 'provenance.json'), 'utf8')) as {
    readonly files: string[];
  };
  expect(record.files).toEqual(files);
  expect(files.filter((name) => !name.startsWith('charts/'))).toEqual([
    'actions.jsonl',
    'measures.csv',
    'observations.csv',
    'provenance.json',
    'report.html',
    'series.csv',
  ]);
  const charts = files.filter((name) => name.startsWith('charts/')).map((name) => name.replace(/\.\w+$/, ''));
  expect(charts.length).toBeGreaterThanOrEqual(8);
  expect(new Set(charts).size).toBe(charts.length / 2);
  expect(readFileSync(join(out, 'actions.jsonl'), 'utf8')).toBe(DECISION);
  expect(readFileSync(join(out, 'provenance.json'), 'utf8')).not.toContain(folder);
});

describe('--charts', () => {
  const results = async (name: string, ...words: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const out = join(folder, name);
    const all = ['run', few, '-r', '3', '--quiet', '--out', out, ...words];
    expect(await airbridgeIn(all)).toEqual({ code: 0, out: '', err: '' });
    return new Map([...filesIn(out)].map(([path, bytes]) => [path, bytes.toString('utf8')]));
  };

  test('writes the charts in the forms that are asked for, all else as ever, and says so in the record', async () => {
    const [svg, none] = [await results('svg', '--charts', 'SVG'), await results('none', '--charts', 'NONE')];
    const isChart = (path: string): boolean => path.startsWith('charts');
    const charts = [...svg.keys()].filter(isChart);
    expect(charts.length).toBeGreaterThanOrEqual(4);
    expect(charts.filter((path) => !path.endsWith('.svg'))).toEqual([]);
    expect([...none.keys()].filter(isChart)).toEqual([]);
    for (const path of ['measures.csv', 'series.csv']) expect(none.get(path)).toBe(svg.get(path));
    const record = JSON.parse(none.get('provenance.json')!) as Record<string, readonly string[]>;
    expect(record.files).toEqual([...none.keys()].sort());
    expect(record.command!.slice(-2)).toEqual(['--charts', 'none']);
    const { code } = await airbridgeIn(['rerun', join(folder, 'none'), '--check']);
    expect(code).toBe(0);
  });

  test('leaves no pictures of the results whose place it takes', async () => {
    const out = join(folder, 'svg');
    expect((await airbridgeIn(['run', few, '-r', '1', '-q', '-o', out, '-f', '--charts', 'none'])).code).toBe(
      0,
    );
    expect([...filesIn(out).keys()].filter((path) => path.startsWith('charts/'))).toEqual([]);
  });
});

test('a branch is another future from the fork on, the same for the same name, and recorded', async () => {
  const results = async (...flags: readonly string[]): Promise<string> => {
    const words = ['run', small, '-r', '2', '--json', ...flags];
    const { code, out } = await airbridgeIn(words);
    expect(code).toBe(0);
    return out;
  };
  const one = await results('--fork-at', '20h', '--branch', 'one');
  expect(await results('--fork-at', '20h', '--branch', 'one')).toBe(one);
  expect(JSON.parse(one).provenance.command.join(' ')).toContain('--fork-at 20h --branch one');
  const measuresOf = (json: string) => JSON.parse(json).measures;
  const kept = measuresOf(await results());
  expect(measuresOf(await results('--fork-at', '20h'))).toEqual(kept);
  expect(measuresOf(one)).not.toEqual(kept);
});

test.each([
  [['--branch', 'one'], 'needs `--fork-at`'],
  [['--fork-at', 'tomorrow'], '--fork-at: '],
  [['--fork-at', '900h'], 'lies outside the run'],
])('a fork that cannot be is refused: %j', async (flags, message) => {
  const { code, err } = await airbridgeIn(['run', small, '-r', '1', ...flags]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
