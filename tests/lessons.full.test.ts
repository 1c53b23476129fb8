import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withPlans } from './support/docs/plans.ts';

test('every figure in the tables of the lessons is what the scenarios and their variants give', () => {
  const page = readFileSync('docs/lessons.md', 'utf8');
  expect(page).toBe(withPlans(page));
});
