import { expect, test } from 'vitest';
import { runMutated } from '../support/mutated-runs.ts';

test('3,000 mutated scenarios are refused as a scenario, or run and keep every invariant', () => {
  const { refused, ran } = runMutated({ from: 10_000, to: 13_000 });
  expect(refused + ran).toBe(3000);
  expect(ran).toBeGreaterThan(300);
}, 1_800_000);
