import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith, wideLines } from '../support/cli.ts';

const SCENARIO = readFileSync('scenarios/01-one-aircraft.yaml', 'utf8');
const folder = folderWith({
  'one.yaml': SCENARIO,
  'nobody.yaml': SCENARIO.slice(0, SCENARIO.indexOf('populations:')),
});
const one = join(folder, 'one.yaml');
const names = (path: string): string[] => readdirSync(path).toSorted((a, b) => (a < b ? -1 : 1));

describe('explain', () => {
  // one aircraft of 100 seats leaves twice in the window, and 100 of 300 people are left
  test('finds that one more aircraft takes the last 100 of 300 people out, and nothing else anybody', async () => {
    const { code, out, err } = await airbridgeIn(['explain', one, '-r', '10', '--jobs', '1']);
    expect({ code, err, wide: wideLines(out) }).toEqual({ code: 0, err: '', wide: [] });
    expect(out).toMatch(/200 people are out .* 100 % of a ceiling of 200/s);
    expect(out).toMatch(/nothing, in any pair of runs:.*The haven: 100 more\s+beds/s);
  });

  test('lists the steps it would try, as settings', async () => {
    const { code, out } = await airbridgeIn(['explain', one, '--dry-run', '--only', 'sites.haven']);
    expect(code).toBe(0);
    expect(out).toContain('The haven: 100 more beds (sites.haven.beds=1100 people)\n');
    expect(out).not.toContain('craft');
  });

  test('writes a report, a table, a chart and data, and prints them as --json', async () => {
    const out = join(folder, 'why');
    const { code, out: text } = await airbridgeIn([
      ...['explain', one, '-r', '10', '--jobs', '1', '--only', 'fleets', '--out', out, '--json'],
    ]);
    expect(code).toBe(0);
    expect(names(out)).toEqual(['charts', 'explain.csv', 'explain.json', 'provenance.json', 'report.html']);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(
      'transport: 1 more craft brings the most people out.',
    );
    expect(names(join(out, 'charts'))).toEqual(['one-more.png', 'one-more.svg']);
    const found = JSON.parse(text) as {
      readonly gains: readonly { readonly people: unknown }[];
      readonly provenance: { readonly command: readonly string[] };
    };
    expect(found.gains.map(({ people }) => people)).toEqual([{ estimate: 100, low: 100, high: 100 }]);
    expect(found.provenance.command).toContain('--screening');
  });

  test('`run --explain` adds what one more is worth to the summary, to the report and to the files', async () => {
    const out = join(folder, 'both');
    const svg = ['--charts', 'svg'];
    const ran = await airbridgeIn(['run', one, '-r', '10', '--jobs', '1', '--explain', ...svg, '--out', out]);
    expect({ code: ran.code, err: ran.err, wide: wideLines(ran.out) }).toEqual({
      code: 0,
      err: '',
      wide: [],
    });
    expect(ran.out).toMatch(/People out.*What one more of each is worth.*transport: 1 more craft +100 \*/s);
    expect(names(out)).toContain('explain.csv');
    expect(names(join(out, 'charts'))).toContain('one-more.svg');
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(
      '<h2 id="worth">What one more is worth</h2>',
    );
  });

  test.each([
    [['run', one, '-r', '1', '--explain'], /two replications/],
    [['explain', one, '-r', '1'], /two replications/],
    [['explain', one, '--screening', '1'], /--screening needs two pairs/],
    [['explain', one, '--only', 'gates'], /no widening has `gates` in its path/],
    [['explain', join(folder, 'nobody.yaml')], /nobody to carry/],
  ])('%j is refused in words', async (words, message) => {
    const { code, err } = await airbridgeIn(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
