import { test } from 'vitest';
import { expectPage } from '../support/docs/checks.ts';
import { moveAll, withSensitivity } from './sensitivity.ts';

test('the page on validation shows the ten assumptions that move the total of Kabul most (UPDATE_DOCS=1 writes it)', () => {
  expectPage('docs/validation.md', (page) => withSensitivity(page, moveAll()));
}, 3_600_000);
