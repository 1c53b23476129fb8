import fc from 'fast-check';
import { test } from 'vitest';
import { expectUnderCeiling } from '../support/ceiling.ts';
import { randomScenario } from '../support/random-scenario.ts';

// a seed of its own each time: what fails is printed with its seed and path, and is then made a test
test('in 1,500 random operations the ceiling is never beaten', () => {
  fc.assert(fc.property(randomScenario, expectUnderCeiling), { numRuns: 1500 });
}, 900_000);
