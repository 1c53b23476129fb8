import { expect, test } from 'vitest';
import { runMutated } from '../support/mutated-runs.ts';

test('36 mutated scenarios are refused as a scenario, or run and keep every invariant', () => {
  const { refused, ran } = runMutated({ from: 0, to: 36 });
  expect(refused + ran).toBe(36);
  expect(ran).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(5);
});
