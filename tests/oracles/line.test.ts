import { test } from 'vitest';
import { observeLine } from '../../src/verify/theory/line.ts';
import { expectOracles, LENGTH } from './support.ts';

/** Oracle 26: search, two papers desks, registration; 8 people an hour. Hours. */
function observe(seed: string): Record<string, number> {
  const stages = [
    { desks: 1, rate: 10 },
    { desks: 2, rate: 5 },
    { desks: 1, rate: 12 },
  ];
  const seen = observeLine({ arrivals: 8, stages, warmUp: 100, duration: 400 * LENGTH }, seed);
  const [first, second, third] = seen.stages;
  return { first: first!, second: second!, third: third!, total: seen.total };
}

test('a line of three stages takes as long as Jackson says, stage by stage and in all', () => {
  const oracles = { first: 0.5, second: 0.555556, third: 0.25, total: 1.305556 };
  expectOracles(oracles, observe, { within: 0.15 });
});
