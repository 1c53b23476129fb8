import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withPlans } from './support/docs/plans.ts';

const PAGE = 'docs/lessons.md';
const page = (): string => readFileSync(PAGE, 'utf8');

test('every figure in the tables of the lessons is what the scenarios give (UPDATE_DOCS=1 writes them)', () => {
  const filled = withPlans(page());
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, filled);
  expect(page()).toBe(filled);
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
