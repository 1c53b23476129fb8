import fc from 'fast-check';
import { test } from 'vitest';
import { randomScenario } from '../support/random-scenario.ts';
import { expectSound } from '../support/sound.ts';

// a seed of its own each time: what fails is printed with its seed and path, and is then made a test
test('in thousands of operations nobody vanishes, nothing is overfilled, and time passes', () => {
  fc.assert(fc.property(randomScenario, expectSound), { numRuns: 4000 });
}, 900_000);
