import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const model = (path: string) => compile(loadScenario(path, { read }).scenario);
const one = model('scenarios/01-one-aircraft.yaml');
const kabul = model('scenarios/kabul-48h.yaml');
const options = { seed: 'spells', replication: 0 };

test('the record of one aircraft tells its story hour by hour, as its file works it out by hand', () => {
  const { spells } = one.observe(options);
  const told = spells.map(({ state, from, to }) => `${from / 60} to ${to / 60} ${state}`);
  expect(told.slice(0, 5)).toEqual([
    '0 to 2 flying',
    '2 to 3 loading',
    '3 to 5 flying',
    '5 to 6 turning',
    '6 to 8 flying',
  ]);
});

test('every craft does one thing at a time, from when it joins to the end of the run', () => {
  const { spells } = kabul.observe(options);
  const now = new Map<string, number>();
  for (const { fleet, tail, from, to } of spells) {
    const name = `${fleet} ${tail}`;
    expect(to).toBeGreaterThan(from);
    expect(from).toBe(now.get(name) ?? from);
    now.set(name, to);
  }
  expect(now.size).toBeGreaterThan(10);
  expect(new Set(now.values())).toEqual(new Set([kabul.catalogue.horizon]));
});

test('being observed changes nothing', () => {
  const { spells: _, ...observed } = kabul.observe(options);
  expect(observed).toEqual(kabul.run(options));
});
