import { createHash } from 'node:crypto';
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf } from '../../src/charts/index.ts';
import { summaryText } from '../../src/cli/summary-text.ts';
import { bundleClient } from '../../src/report/client/build.mjs';
import { answer, measuresCsv, provenance, reportHtml, seriesCsv } from '../../src/report/index.ts';
import { HOSTILE, hostile } from '../charts/hostile.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';
import { catalogueWith, measureSpec, outcomesOf, outcomeWith, seriesSpec } from '../support/outcomes.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const outcomes = kabulLikeOutcomes(20);
const summary = summarise(kabulLike, outcomes, 'kabul');
const clientJs = await bundleClient();

function reportOn(shown: typeof summary, name = 'plain'): string {
  const record = provenance({
    version: '0.1.0',
    node: '20.19.0',
    catalogue: shown.catalogue,
    scenarioSha256: 'ab12',
    seed: shown.seed,
    replications: 20,
    command: ['run', name],
  });
  const ledger = [
    { path: name, value: name, source: name, grade: 'observed', file: name, line: 1 },
    { path: 'gates.x', value: '3', assumed: name, note: name, grade: 'assumed', file: name, line: 2 },
  ] as const;
  return reportHtml({
    summary: shown,
    charts: chartsOf(shown),
    provenance: record,
    ledger,
    assets: { clientJs, sha256 },
  });
}

describe('the report', () => {
  const page = reportOn(summary);

  test('shows what history records of a published count, in a chart and a table, right under the people out', () => {
    const catalogue = catalogueWith({
      series: [
        seriesSpec({ id: 'out' }),
        seriesSpec({ id: 'tally.press', topic: 'tally' }),
        seriesSpec({ id: 'troops', topic: 'troops' }),
      ],
      observations: [
        {
          ...{ series: 'tally.press', at: 120, value: 60, low: 50, high: 70 },
          ...{ label: 'The count of the press', source: 'made up', use: 'check' },
        },
      ],
    });
    const levels = [0, 20, 60, 60, 60];
    const shown = summarise(
      catalogue,
      [outcomeWith(catalogue, 0, { series: [levels, levels, levels] })],
      's',
    );
    const who = /<h2 id="who">([\s\S]*?)<\/section>/u.exec(reportOn(shown))?.[1] ?? '';
    const words = ['60 people are out by', 'runs match 1 of 1', 'The count of the press'];
    const found = words.map((each) => who.indexOf(each));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(who).not.toContain('troops are on the ground');
  });

  test('counts one of anything as one, in cards and sentences', () => {
    const specs = [
      { id: 'people-out' },
      { id: 'left-behind', better: 'less' },
      { id: 'troops', unit: 'troops' },
      { id: 'staff-in-compound', unit: 'staff' },
      { id: 'loads', unit: 'loads' },
      { id: 'lanes', unit: 'lane-hours', kind: 'hours' },
    ] as const;
    const catalogue = catalogueWith({ measures: specs.map(measureSpec) });
    const shown = summarise(catalogue, [outcomeWith(catalogue, 0, { measures: specs.map(() => 1) })], 's');
    const numbers = [...reportOn(shown).matchAll(/<p class="number">([^<]*)</gu)].map(([, text]) => text);
    expect(numbers).toEqual([
      '1 person',
      '1 person',
      '1 soldier',
      '1 member of staff',
      '1 load',
      '1 lane-hour',
    ]);
    expect(answer(shown).slice(0, 2)).toEqual([
      'By Fri 13 Aug 14:00, 1 person is out and 1 is left behind.',
      'By then 1 soldier is on the ground, and 1 embassy staff is still in the compound.',
    ]);
  });

  test('asks the network for nothing and stays under 1 MB', () => {
    expect(page).not.toMatch(/(?:src|href)\s*=|@import|url\(/u);
    expect(page.length).toBeLessThan(1_000_000);
  });

  test('allows by its policy exactly the one program and the one style sheet that it holds', () => {
    const program = /<script>([\s\S]*?)<\/script>/u.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? '';
    expect(program.length).toBeGreaterThan(100_000);
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1];
    expect(policy).toBe(
      `default-src &#39;none&#39;; script-src &#39;sha256-${sha256(program)}&#39;; style-src &#39;sha256-${sha256(style)}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
  });

  test('has a table behind every chart, and the notice that it is not for planning', () => {
    const charts = chartsOf(summary).length;
    expect(page.match(/<canvas/gu)).toHaveLength(charts);
    expect(page.match(/The numbers behind this chart/gu)).toHaveLength(charts);
    for (const index of Array(charts).keys()) expect(page).toContain(`id="chart-${index}"`);
    expect(page).toContain('not for planning a real operation');
  });

  test('says for the ledger how much is observed and how much assumed', () => {
    expect(page).toContain('2 numbers: 1 observed, 1 assumed.');
  });

  test('is the same bytes for the same input', () => {
    expect(reportOn(summary)).toBe(page);
  });

  test.each(HOSTILE)(
    'takes a name %s as text: no element, attribute or script more than with plain names',
    (_, name) => {
      const nasty = reportOn(hostile(summary, name), name);
      const elements = (html: string): number =>
        (html.replace(/<script[\s\S]*?<\/script>/gu, '').match(/<[a-z!/]/giu) ?? []).length;
      const tidy = reportOn(hostile(summary, 'X'), 'X');
      expect(elements(nasty)).toBe(elements(tidy));
      expect(nasty.match(/<script/giu)).toHaveLength(page.match(/<script/giu)?.length ?? 0);
      const data =
        /<script type="application\/json" id="charts">([\s\S]*?)<\/script>/u.exec(nasty)?.[1] ?? '';
      expect(data).not.toContain('<');
      expect(JSON.parse(data)).toHaveLength(chartsOf(summary).length);
    },
  );
});

describe('measures.csv', () => {
  const measures = [
    measureSpec({ id: 'people-out' }),
    measureSpec({ id: 'falls', unit: 'minutes', kind: 'time' }),
  ];
  const catalogue = catalogueWith({ measures });

  test('has one row for every measure of every replication, and Inf for a time that did not come', () => {
    const runs = [
      outcomeWith(catalogue, 0, { measures: [12, 90.5] }),
      outcomeWith(catalogue, 1, { measures: [-3, Number.POSITIVE_INFINITY] }),
    ];
    expect(measuresCsv(catalogue, runs)).toBe(
      'replication,measure,unit,value\n0,people-out,people,12\n0,falls,minutes,90.5\n1,people-out,people,-3\n1,falls,minutes,Inf\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@x', '\t=1'])('makes no formula of the unit %j', (unit) => {
    const nasty = catalogueWith({ measures: [measureSpec({ id: 'x', unit })] });
    const [, row = ''] = measuresCsv(nasty, outcomesOf(nasty, [7])).split('\n');
    expect(row.split(',')[2]?.replace(/^"/u, '')).toBe(`'${unit}`.replace(/"$/u, ''));
  });

  test('keeps quotes, commas and line ends of a name inside one cell', () => {
    const nasty = catalogueWith({ measures: [measureSpec({ id: 'x', unit: 'a,"b"\nc' })] });
    expect(measuresCsv(nasty, outcomesOf(nasty, [7]))).toBe(
      'replication,measure,unit,value\n0,x,"a,""b""\nc",7\n',
    );
  });
});

test('series.csv gives mean, interval and quantiles at every instant, with local time and offset', () => {
  const catalogue = catalogueWith({ series: [seriesSpec({ id: 'out.us' })], grid: [0, 60] });
  const runs = [0, 20].map((level, run) => outcomeWith(catalogue, run, { series: [[0, level]] }));
  const [head, first, second] = seriesCsv(summarise(catalogue, runs, 'two')).split('\n');
  expect(head).toBe('series,unit,minutes,local_time,mean,low,high,p05,p25,p50,p75,p95');
  expect(first).toBe('out.us,people,0,2021-08-13T12:00+04:30,0,0,0,0,0,0,0,0');
  // Student t with one degree of freedom: 10 ± 12.7062 × 14.1421 / √2, and no fewer than nobody.
  expect(second).toBe('out.us,people,60,2021-08-13T13:00+04:30,10,0,137.062047,1,5,10,15,19');
});

test('the answer has three sentences: who is out, how force and embassy stand, whether the capital has fallen', () => {
  const measures = [
    measureSpec({ id: 'people-out', label: 'People out' }),
    measureSpec({ id: 'left-behind', label: 'Left behind' }),
    measureSpec({ id: 'troops', label: 'Troops', unit: 'troops' }),
    measureSpec({ id: 'capital-fallen', label: 'Kabul has fallen', kind: 'indicator' }),
  ];
  const catalogue = catalogueWith({
    measures,
    plans: [{ series: 'troops', label: 'Plan', points: [{ at: 0, value: 500 }] }],
  });
  const runs = [100, 200, 300, 400].map((people, run) =>
    outcomeWith(catalogue, run, { measures: [people, 500 - people, 50, run % 2] }),
  );
  // Student t with 3 degrees of freedom: 250 ± 3.1824 × 129.099 / 2; Wilson for 2 of 4.
  expect(answer(summarise(catalogue, runs, 'four'))).toEqual([
    'By Fri 13 Aug 14:00, 250 people are out (95 % interval of the mean: 45 to 455; nine runs in ten: 115 to 385) and 250 are left behind.',
    'By then 50 of 500 planned troops are on the ground.',
    'Kabul has fallen by then in 50 % of runs (95 % interval: 15 % to 85 %).',
  ]);
});

test('a force that has left again is told against what was there, not as if it had never come', () => {
  const catalogue = catalogueWith({
    measures: [measureSpec({ id: 'troops', label: 'Troops', unit: 'troops' })],
    series: [seriesSpec({ id: 'troops', topic: 'troops' })],
  });
  const force = (...troops: number[]) =>
    answer(
      summarise(catalogue, [outcomeWith(catalogue, 0, { measures: [troops[2]!], series: [troops] })], 's'),
    );
  expect(force(0, 1010, 40, 0, 0)).toEqual(['By then 40 of 1,010 troops are still on the ground.']);
  expect(force(0, 900, 1010, 0, 0)).toEqual(['By then 1,010 troops are on the ground.']);
});

test('a report of one run speaks of no spread of runs, since there is none', () => {
  const one = summarise(kabulLike, outcomes.slice(0, 1), 'kabul');
  const headlines = (shown: typeof one): string =>
    /<h2 id="headlines">([\s\S]*?)<\/section>/u.exec(reportOn(shown))?.[1] ?? '';
  expect(headlines(summary)).toContain('90 % of runs: ');
  expect(headlines(one)).toContain('one run: no interval');
  expect(headlines(one)).not.toContain('90 % of runs: ');
});

test('where a scenario has neither force nor capital, the next headlines answer, with how often a time came at all', () => {
  const measures = [
    measureSpec({ id: 'people-out', label: 'People out' }),
    measureSpec({ id: 'clear', label: 'Cleared', unit: 'minutes', kind: 'time' }),
    measureSpec({ id: 'people-out.us', label: 'US out' }),
    measureSpec({ id: 'empty', label: 'Seats empty', kind: 'share' }),
    measureSpec({ id: 'more', label: 'One more' }),
  ];
  const catalogue = catalogueWith({ measures });
  const runs = [0, 1, 2, 3].map((run) =>
    outcomeWith(catalogue, run, { measures: [7, run === 3 ? Number.POSITIVE_INFINITY : 60, 7, 0.5, 1] }),
  );
  expect(answer(summarise(catalogue, runs, 'four'))).toEqual([
    'By Fri 13 Aug 14:00, 7 people are out (the same in every run).',
    'Cleared: in 75 % of runs (95 % interval: 30 % to 95.4 %); in half of the runs by Fri 13 Aug 13:00.',
    'Seats empty: 50 % (the same in every run).',
  ]);
});

test('provenance holds what makes the same bytes again, in a fixed order, and no clock', () => {
  const facts = {
    version: '0.1.0',
    node: '20.19.0',
    catalogue: { title: 'T', name: 'n' },
    scenarioSha256: 'ab',
    seed: 's',
    replications: 3,
    command: ['run', 'n.yaml'],
  };
  expect(Object.keys(provenance(facts))).toEqual([
    'airbridge',
    'node',
    'scenario',
    'seed',
    'replications',
    'first',
    'command',
  ]);
  expect(JSON.parse(JSON.stringify(provenance(facts)))).toEqual(provenance(facts));
});

test('a mean beyond nine runs in ten is told of as made by a few runs, on the page and in the terminal', () => {
  const catalogue = catalogueWith({
    measures: [measureSpec({ id: 'peak', label: 'Peak', unit: 'people', headline: true })],
  });
  const told = (worst: number): readonly [page: string, terminal: string] => {
    const counts = Array.from({ length: 50 }, (_, run) => (run === 0 ? worst : run % 10));
    const shown = summarise(catalogue, outcomesOf(catalogue, counts), 's');
    return [reportOn(shown), summaryText(shown, pc.createColors(false))];
  };
  const [page, terminal] = told(9000);
  expect(page).toContain('a few runs far above');
  expect(terminal).toContain('a few runs far from the others make it');
  for (const text of told(9)) expect(text).not.toContain('a few runs');
});
