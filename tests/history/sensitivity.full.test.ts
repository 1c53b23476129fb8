import { test } from 'vitest';
import { expectPage } from '../support/docs/checks.ts';
import { moveAll, withSensitivity } from './sensitivity.ts';

test('the page on validation shows the ten assumptions that move the total of Kabul most (UPDATE_DOCS=1 writes it)', () => {
  // worked out before the page is read: others may write to it meanwhile
  const moved = moveAll();
  expectPage('docs/validation.md', (page) => withSensitivity(page, moved));
}, 3_600_000);
