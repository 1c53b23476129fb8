import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';

const ONE_PERSON = FEW_PEOPLE.replace('{ uniform: [100 people, 400 people] }', '1 person');
const folder = folderWith({ 'few.yaml': FEW_PEOPLE, 'one.yaml': ONE_PERSON });
const [few, one] = ['few.yaml', 'one.yaml'].map((name) => join(folder, name)) as [string, string];

const WORDS = [
  ...['replications', 'runs', 'points', 'pairs', 'trajectories', 'problems', 'numbers', 'files', 'people'],
  ...['parties', 'events', 'departures', 'evacuees', 'loads', 'seats', 'intervals', 'plans'],
].join('|');
/** One of a thing that is called like several: `1 replications`, but neither `11 replications` nor `0.1 people`. */
const SEVERAL = new RegExp(`(?<![\\d.,])1 (?:paired |uncertain |finished |recorded )?(?:${WORDS})\\b`, 'g');

describe('one of a thing is not called like several', () => {
  test.each([
    ['run', one, '-r', '1'],
    ['run', one, '-r', '1', '--explain'],
    ['run', few, '-r', '1', '--precision', '500 people of people-out', '--max', '1'],
    ['compare', few, `${few}#two`, '-r', '1'],
    ['sweep', few, '--vary', 'fleets.transport.count=1', '-r', '1'],
    ['sensitivity', few, '--only', 'seats', '--trajectories', '1', '-r', '2'],
    ['explain', one, '-r', '2', '--only', 'stands'],
    ['describe', one],
    ['trace', one],
    ['trace', one, '--party', 'people:1'],
    ['trace', one, '--tail', 'transport:1'],
    ['check', one, '--set', 'windw=1 h'],
    ['run', few, '-r', '2', '--event-budget', '10'],
  ])('by %s %s', async (...words) => {
    const { out, err } = await airbridgeIn(words);
    expect(`${out}${err}`.length).toBeGreaterThan(20);
    expect(`${out}${err}`.replaceAll(/\s+/g, ' ').match(SEVERAL) ?? []).toEqual([]);
  });

  test.each([
    ['run', few, '-r', '1'],
    ['compare', few, `${few}#two`, '-r', '1'],
    ['sweep', few, '--vary', 'fleets.transport.count=1', '-r', '1'],
  ])('in what %s writes', async (command, ...words) => {
    const out = join(folder, command);
    await airbridgeIn([command, ...words, '--quiet', '--out', out, '--charts', 'svg']);
    const texts = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:html|svg)$/.test(name))
      .map((name) => [name, readFileSync(join(out, name), 'utf8').match(SEVERAL) ?? []]);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(([, found]) => found!.length > 0)).toEqual([]);
  });

  test('and the pattern finds one that is, and no other number', () => {
    expect('1 runs, 11 runs, 0.1 runs, 1 run, 2,001 people, 1 people'.match(SEVERAL)).toEqual([
      '1 runs',
      '1 people',
    ]);
  });
});
