import { beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../src/analysis/index.ts';
import { chartsOf } from '../../src/charts/index.ts';
import { askingSummary, comparisonPage, reportPage, worthPage } from '../browser/reports.ts';
import { HOSTILE, hostile } from '../charts/hostile.ts';

const elements = (page: string): number =>
  (page.replace(/<script[\s\S]*?<\/script>/gu, '').match(/<[a-z!/]/giu) ?? []).length;

/** A summary in which every name and every question is the given one. */
const asked = (text: string): Summary => {
  const told = hostile(askingSummary, text);
  const questions = (told.questions ?? []).map((each) => ({
    ...each,
    question: { ...each.question, text, unit: text },
  }));
  return { ...told, questions };
};

/** How many elements each page has where every name is a plain letter. */
let plain: { readonly asked: number; readonly compared: number; readonly worth: number };
/** The page of the comparison. */
let compared: string;
beforeAll(async () => {
  plain = {
    asked: elements(await reportPage(asked('X'), 'X')),
    compared: elements(await comparisonPage('X')),
    worth: elements(await worthPage('X')),
  };
  compared = await comparisonPage();
});

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
    expect(elements(await reportPage(asked(name), name))).toBe(plain.asked);
  });
});

describe('the report of a comparison', () => {
  test('asks the network for nothing, stays under 1 MB, and has a table behind every chart', () => {
    expect(compared).not.toMatch(/(?:src|href)\s*=|@import|url\(/u);
    expect(compared.length).toBeLessThan(1_000_000);
    const charts = compared.match(/<canvas/gu)?.length;
    expect(charts).toBeGreaterThan(1);
    expect(compared.match(/The numbers behind this chart/gu)).toHaveLength(charts ?? 0);
  });

  test('says in one sentence for each variant what becomes of the first headline', () => {
    expect(compared).toMatch(
      /<p class="answer" dir="auto">kabul-like#plain: .*people out.*; of \d+ headlines \d+ are better/u,
    );
  });

  test('is the same bytes for the same input', async () => {
    expect(await comparisonPage()).toBe(compared);
  });

  test.each(HOSTILE)('takes a name %s as text', async (_, name) => {
    expect(elements(await comparisonPage(name))).toBe(plain.compared);
  });
});

describe('the report of an explanation', () => {
  test('says what brings most, what helps only together, and where that disagrees with what binds', async () => {
    const page = await worthPage();
    expect(page).not.toMatch(/(?:src|href)\s*=|@import|url\(/u);
    expect(page).toContain('plain: 1 more lane brings the most people out.');
    expect(page).toContain('8,000 people are out by the end of the window: 89 % of a ceiling of 9,000');
    expect(page).toContain('Only together: plain: 1 more lane, with plain: 1 more craft');
    expect(page).toContain('plain: binds in 40 % of the time, but no step brings more people out');
  });

  test('stands in the report of a run where it was asked for', async () => {
    const page = await reportPage();
    expect(page.indexOf('<h2 id="why">')).toBeLessThan(page.indexOf('<h2 id="worth">'));
    expect(page).toContain('Every pair that was tried');
  });

  test.each(HOSTILE)('takes a name %s as text', async (_, name) => {
    expect(elements(await worthPage(name))).toBe(plain.worth);
  });
});
