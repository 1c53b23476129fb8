import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostFor } from '../../src/model/ceiling/fit.ts';
import { compile } from '../../src/model/index.ts';
import { expectUnderCeiling } from '../support/ceiling.ts';
import { shipped } from '../support/files.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { type Told, told } from '../support/scenario.ts';

/** One run of a teaching scenario, in which nothing is random. */
const lesson = (name: string, variant?: string): Told => {
  const model = compile(shipped(name, variant).scenario);
  return told(model, model.run({ seed: 'lesson', replication: 0 }));
};

describe('the best fit into a budget, in parts', () => {
  test('takes the best worth per cost first: all of 4 for 2, then half of 6 for 6', () => {
    const items = { worth: Float64Array.of(6, 4), cost: Float64Array.of(6, 2) };
    expect(mostFor(items, 5)).toBeCloseTo(7, 6);
  });

  test('is everything where the budget is enough, and what is free where there is none', () => {
    const items = { worth: Float64Array.of(6, 4, 3), cost: Float64Array.of(6, 2, 0) };
    expect(mostFor(items, 8)).toBe(13);
    expect(mostFor(items, 0)).toBeCloseTo(3, 9);
  });

  test('is never less than any choice of whole things that the budget allows', () => {
    const item = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (list, budget) => {
        const items = {
          worth: Float64Array.from(list, ([worth]) => worth),
          cost: Float64Array.from(list, ([, cost]) => cost),
        };
        for (let choice = 0; choice < 2 ** list.length; choice++) {
          const taken = list.filter((_, k) => (choice >> k) % 2 === 1);
          const cost = taken.reduce((sum, each) => sum + each[1], 0);
          const worth = taken.reduce((sum, each) => sum + each[0], 0);
          if (cost <= budget) expect(mostFor(items, budget)).toBeGreaterThanOrEqual(worth - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('where nothing is random and one stage binds, the ceiling is reached', () => {
  test.each([
    ['01-one-aircraft', undefined, 200, 'fleet'],
    ['02-a-fleet-and-its-cycle', 'one', 400, 'fleet'],
    ['02-a-fleet-and-its-cycle', 'two', 800, 'fleet'],
    ['02-a-fleet-and-its-cycle', undefined, 1200, 'demand'],
    ['02-a-fleet-and-its-cycle', 'published-example', 10_000, 'demand'],
    ['03-stands', undefined, 4400, 'stand'],
    ['03-stands', 'twelve-more-aircraft', 4400, 'stand'],
    ['03-stands', 'one-more-stand', 6600, 'stand'],
    ['03-stands', 'six-aircraft', 2400, 'fleet'],
  ] as const)('%s, %s: %i people, held by %s', (name, variant, people, stage) => {
    const result = lesson(name, variant);
    expect(result.measure('people-out')).toBe(people);
    expect(result.measure('ceiling')).toBe(people);
    expect(result.measure(`ceiling.${stage}`)).toBe(people);
    expect(result.measure('ceiling-reached')).toBe(1);
  });

  test.each([
    [undefined, 2500],
    ['twice-the-beds', 4000],
  ] as const)('04-a-haven-that-fills, %s: within a load of 100 of it, held by beds', (variant, people) => {
    const result = lesson('04-a-haven-that-fills', variant);
    expect(result.measure('people-out')).toBe(people);
    expect(result.measure('ceiling')).toBe(result.measure('ceiling.haven'));
    expect(result.measure('ceiling')).toBeLessThanOrEqual(people + 100);
  });
});

test('in 60 random operations, however ill planned, the ceiling is never beaten', () => {
  fc.assert(fc.property(randomScenario, expectUnderCeiling), {
    numRuns: 60,
    seed: 20210826,
    endOnFailure: true,
  });
});
