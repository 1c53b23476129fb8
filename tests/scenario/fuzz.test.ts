import { expect, test } from 'vitest';
import { fateOf, faultOf } from '../support/fuzz.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const seeds = Array.from({ length: 36 }, (_, index) => index + 1);

test('a mutated scenario is a scenario or a clean error (36 seeds)', () => {
  expect(seeds.flatMap((seed) => faultOf(SMALL_SCENARIO, seed) ?? [])).toEqual([]);
});

test('the mutations reach both outcomes', () => {
  const scenarios = seeds.slice(0, 12).filter((seed) => 'scenario' in fateOf(SMALL_SCENARIO, seed));
  expect(scenarios.length).toBeGreaterThan(1);
  expect(scenarios.length).toBeLessThan(11);
});
