import { describe, expect, test } from 'vitest';
import { chartsOf } from '../../src/charts/index.ts';
import { askingSummary, comparisonPage, reportPage } from '../browser/reports.ts';
import { HOSTILE, hostile } from '../charts/hostile.ts';

const elements = (page: string): number =>
  (page.replace(/<script[\s\S]*?<\/script>/gu, '').match(/<[a-z!/]/giu) ?? []).length;

describe('a report of a scenario that asks questions', () => {
  test('has the distribution of each answer that has one, with a place to type a guess', async () => {
    const page = await reportPage();
    expect(chartsOf(askingSummary)[0]?.id).toBe('question-out');
    expect(page).toContain('How many people will be out?');
    expect(page.match(/<input /gu)).toHaveLength(1);
    expect(page).toContain('How often are all US nationals out?');
  });

  test('marks the recorded guess, and says where it stands among the runs', async () => {
    const page = await reportPage(
      askingSummary,
      'plain',
      new Map([
        ['out', 0],
        ['fall', 0.3],
      ]),
    );
    expect(page).toContain('All runs lie above this guess.');
    expect(page).toContain('the guess: 0');
    expect(page).toContain('The guess was 30 % of runs; it is');
  });

  test.each(HOSTILE)('takes questions %s as text', async (_, name) => {
    const asked = (text: string) => {
      const told = hostile(askingSummary, text);
      const questions = (told.questions ?? []).map((each) => ({
        ...each,
        question: { ...each.question, text, unit: text },
      }));
      return { ...told, questions };
    };
    expect(elements(await reportPage(asked(name), name))).toBe(elements(await reportPage(asked('X'), 'X')));
  });
});

describe('the report of a comparison', () => {
  test('asks the network for nothing, stays under 1 MB, and has a table behind every chart', async () => {
    const page = await comparisonPage();
    expect(page).not.toMatch(/(?:src|href)\s*=|@import|url\(/u);
    expect(page.length).toBeLessThan(1_000_000);
    const charts = page.match(/<canvas/gu)?.length;
    expect(charts).toBeGreaterThan(1);
    expect(page.match(/The numbers behind this chart/gu)).toHaveLength(charts ?? 0);
  });

  test('says in one sentence for each variant what becomes of the first headline', async () => {
    const page = await comparisonPage();
    expect(page).toMatch(
      /<p class="answer" dir="auto">kabul-like#plain: .*people out.*; of \d+ headlines \d+ are better/u,
    );
  });

  test('is the same bytes for the same input', async () => {
    expect(await comparisonPage()).toBe(await comparisonPage());
  });

  test.each(HOSTILE)('takes a name %s as text', async (_, name) => {
    expect(elements(await comparisonPage(name))).toBe(elements(await comparisonPage('X')));
  });
});
