import { expect, test } from 'vitest';
import { allHold, runTheory, theoryCases } from '../../src/verify/index.ts';
import { expectPage, withChecks } from '../support/docs/checks.ts';

test('the page on validation shows what the engine gives beside queueing theory (UPDATE_DOCS=1 writes it)', () => {
  const checks = [...runTheory(theoryCases())].flat();
  expect(allHold(checks)).toBe(true);
  expectPage('docs/validation.md', (page) => withChecks(page, 'theory', checks));
}, 900_000);

test('with experiments three times as long, which narrows the intervals, all of theory still holds', () => {
  const wrong = [...runTheory(theoryCases(3))].flat().filter(({ verdict }) => verdict !== 'holds');
  expect(wrong.map(({ group, quantity, got }) => `${group}: ${quantity} ${got}`)).toEqual([]);
}, 900_000);
