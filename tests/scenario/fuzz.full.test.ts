import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultOf } from '../support/fuzz.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, string] => [name, readFileSync(new URL(name, folder), 'utf8')]);

test.each<[string, string]>([['the small scenario', SMALL_SCENARIO], ...shipped])(
  '%s, mutated 2,000 times, is a scenario or a clean error',
  (_name, text) => {
    const seeds = Array.from({ length: 2000 }, (_, index) => 1000 + index);
    expect(seeds.flatMap((seed) => faultOf(text, seed) ?? [])).toEqual([]);
  },
  600_000,
);
