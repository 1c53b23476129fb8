import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomScenario } from '../support/random-scenario.ts';
import { scenarioOf } from '../support/scenario.ts';
import { expectSound } from '../support/sound.ts';

// 40 operations of about 1,500 events each, always the same ones; the full run draws thousands
test('random operations are such as the language allows', () => {
  for (const written of fc.sample(randomScenario, { numRuns: 8, seed: 1 })) {
    expect(() => scenarioOf(written)).not.toThrow();
  }
});

describe('in any operation, however ill planned', () => {
  test('nobody vanishes, nothing is overfilled, nobody comes back, and time passes', () => {
    fc.assert(fc.property(randomScenario, expectSound), { numRuns: 40, seed: 20210813, endOnFailure: true });
  });
});
