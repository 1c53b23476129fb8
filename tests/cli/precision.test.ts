import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';

const folder = folderWith({ 'few.yaml': FEW_PEOPLE });
const small = join(folder, 'few.yaml');

interface Printed {
  readonly provenance: {
    readonly replications: number;
    readonly command: readonly string[];
    readonly precision: { readonly asked: string; readonly since: number | null; readonly halfWidth: number };
  };
  readonly measures: readonly {
    readonly id: string;
    readonly n: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
}

describe('--precision', () => {
  test('goes on until the half-width holds, keeps what was looked at, and records what was asked', async () => {
    const { code, out, err } = await airbridgeIn([
      'run',
      small,
      '--precision',
      '8 % of people-out',
      '--json',
    ]);
    const { provenance, measures } = JSON.parse(out) as Printed;
    const { mean, low, high, n } = measures.find((one) => one.id === 'people-out')!;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect((high - low) / 2 / mean).toBeLessThanOrEqual(0.08);
    expect(provenance.precision.since).toBeGreaterThanOrEqual(3);
    expect(n).toBe(provenance.replications);
    expect(n - provenance.precision.since!).toBe(Math.max(5, Math.floor(0.05 * provenance.precision.since!)));
    expect(provenance.command.slice(-6)).toEqual([
      '--precision',
      '8 % of people-out',
      '--max',
      '10000',
      '--seed',
      '1',
    ]);
  });

  test('finds the same number whatever runs it', async () => {
    const words = ['run', small, '--precision', '7 % of people-out', '--json'];
    const [here, two] = [
      await airbridgeIn([...words, '--jobs', '1']),
      await airbridgeIn([...words, '--jobs', '2']),
    ];
    expect(two).toEqual(here);
  });

  test('that the budget does not allow for ends with 3, writes what there is, and says how many would be needed', async () => {
    const out = join(folder, 'short');
    const words = [
      'run',
      small,
      '-p',
      '0.1 % of people-out',
      '--max',
      '12',
      '--out',
      out,
      '--charts',
      'none',
    ];
    const { code, out: text, err } = await airbridgeIn(words);
    const record = JSON.parse(readFileSync(join(out, 'provenance.json'), 'utf8')) as Printed['provenance'];
    expect(code).toBe(3);
    expect([record.replications, record.precision.since]).toEqual([12, null]);
    expect(err).toMatch(
      /precision of 0\.1 % of people-out was not reached in 12 replications: the half-width is .* %; about [\d,]+ would be needed/,
    );
    expect(text).toMatch(/12 replications, seed 1/);
  });

  test('of one replication cannot be told, and says that two are needed', async () => {
    const { code, err } = await airbridgeIn(['run', small, '-p', '5 % of people-out', '--max', '1', '-q']);
    expect(code).toBe(3);
    expect(err).toMatch(/was not reached in 1 replication: an interval needs two/);
  });

  test.each(['1,000 people of people-out', '50 percent of people-out'])('reads %s', async (asked) => {
    const { code } = await airbridgeIn(['run', small, '-p', asked, '-q']);
    expect(code).toBe(0);
  });

  test.each([
    ['no measure', '5 % of people-put', /no measure `people-put`; did you mean `people-out`/],
    ['no half-width', 'people-out', /needs a half-width and a measure/],
    ['nothing at all', '0 % of people-out', /needs a half-width and a measure/],
    ['another unit', '5 sorties of people-out', /counted in people, not in sorties/],
  ])('with %s is invalid input', async (_, asked, message) => {
    const { code, out, err } = await airbridgeIn(['run', small, '--precision', asked]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(message);
  });

  test.each([
    [['--precision', '5 % of people-out', '--replications', '10'], /--max instead of --replications/],
    [['--max', '10'], /--max belongs to --precision/],
  ])('and a number of replications exclude each other', async (words, message) => {
    const { code, err } = await airbridgeIn(['run', small, ...words]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test('a percentage of what never comes is told to be none, with what to give instead', async () => {
  const asked = ['--precision', '1 % of all-out.people', '--max', '9', '--set', 'window=2 h'];
  const { code, err } = await airbridgeIn(['run', small, ...asked]);
  expect(code).toBe(3);
  expect(err.replaceAll(/\s+/g, ' ')).toMatch(
    /all-out\.people is 0 in all of them.*give a half-width itself, "0\.1 of/,
  );
});
