import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formulaCases, runFormulas } from '../../src/verify/index.ts';
import { withChecks } from '../support/docs/checks.ts';

const PAGE = 'docs/validation.md';

test('the page on validation shows what the planning formulas give (UPDATE_DOCS=1 writes it)', () => {
  const page = readFileSync(PAGE, 'utf8');
  const filled = withChecks(page, 'formulas', [...runFormulas(formulaCases)].flat());
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, filled);
  else expect(page).toBe(filled);
});
