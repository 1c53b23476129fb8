import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allHold, runTheory, theoryCases } from '../../src/verify/index.ts';
import { withChecks } from '../support/docs/checks.ts';

const PAGE = 'docs/validation.md';

test('the page on validation shows what the engine gives beside queueing theory (UPDATE_DOCS=1 writes it)', () => {
  const checks = [...runTheory(theoryCases())].flat();
  expect(allHold(checks)).toBe(true);
  const page = readFileSync(PAGE, 'utf8');
  const filled = withChecks(page, 'theory', checks);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, filled);
  else expect(page).toBe(filled);
}, 900_000);

test('with experiments three times as long, which narrows the intervals, all of theory still holds', () => {
  const wrong = [...runTheory(theoryCases(3))].flat().filter(({ verdict }) => verdict !== 'holds');
  expect(wrong.map(({ group, quantity, got }) => `${group}: ${quantity} ${got}`)).toEqual([]);
}, 900_000);
