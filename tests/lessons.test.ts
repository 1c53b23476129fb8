import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { baseRows, withPlans } from './support/docs/plans.ts';

const PAGE = 'docs/lessons.md';
const page = (): string => readFileSync(PAGE, 'utf8');

// lessons.full.test.ts tells as much of every variant
test('the first figures in each table of the lessons are what the scenario gives (UPDATE_DOCS=1 writes all)', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, withPlans(page()));
  const rows = baseRows(page());
  expect(rows.length).toBe(8);
  for (const row of rows) expect(page()).toContain(row);
});

test('every numbered scenario has its lesson, with its question as it stands in the file', () => {
  const files = readdirSync('scenarios').filter((name) => /^\d\d-/.test(name));
  expect(files.length).toBe(8);
  for (const file of files) {
    const question = /^question: (.+)$/m.exec(readFileSync(`scenarios/${file}`, 'utf8'))![1]!;
    expect(page()).toContain(`../scenarios/${file}`);
    expect(page()).toContain(question);
  }
});
