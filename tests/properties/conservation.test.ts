import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Problem, ScenarioError } from '../../src/scenario/problem.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { scenarioOf, type Written } from '../support/scenario.ts';
import { expectSound } from '../support/sound.ts';

const problemsOf = (written: Written): readonly Problem[] => {
  try {
    scenarioOf(written);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
};

// 12 operations of about 1,500 events each, always the same ones; the full run draws thousands
test('random operations are such as the language allows, but that fleets may be sent where no route leads', () => {
  for (const written of fc.sample(randomScenario, { numRuns: 6, seed: 1 })) {
    expect(problemsOf(written).filter(({ code }) => code !== 'no-route')).toEqual([]);
  }
});

describe('in any operation, however ill planned', () => {
  test('nobody vanishes, nothing is overfilled, nobody comes back, and time passes', () => {
    fc.assert(fc.property(randomScenario, expectSound), { numRuns: 12, seed: 20210813, endOnFailure: true });
  });
});
