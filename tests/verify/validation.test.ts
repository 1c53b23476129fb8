import { test } from 'vitest';
import { formulaCases, runFormulas } from '../../src/verify/index.ts';
import { expectPage, withChecks } from '../support/docs/checks.ts';

test('the page on validation shows what the planning formulas give (UPDATE_DOCS=1 writes it)', () => {
  const checks = [...runFormulas(formulaCases)].flat();
  expectPage('docs/validation.md', (page) => withChecks(page, 'formulas', checks));
});
