import { expect, test } from 'vitest';
import { runMutated } from '../support/mutated-runs.ts';

test('60 mutated scenarios are refused as a scenario, or run and keep every invariant', () => {
  const { refused, ran } = runMutated({ from: 0, to: 60 });
  expect(refused + ran).toBe(60);
  expect(ran).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(5);
});
