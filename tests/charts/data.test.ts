import { describe, expect, test } from 'vitest';
import { comparePaired } from '../../src/analysis/compare.ts';
import { summarise } from '../../src/analysis/summary.ts';
import { comparisonCharts } from '../../src/charts/index.ts';
import { catalogueWith, measureSpec, outcomesOf, seriesSpec } from '../support/outcomes.ts';
import { chartsWith, datasets, drawn } from './made.ts';

const out = seriesSpec({ id: 'out', label: 'Everybody' });
const us = seriesSpec({ id: 'out.us', label: 'US' });
const uk = seriesSpec({ id: 'out.uk', label: 'UK' });

test('a scenario with no series has no chart', () => {
  expect(chartsWith([])).toEqual([]);
});

describe('people out', () => {
  const [chart] = chartsWith([
    [out, [0, 10, 20, 30, 40], [0, 30, 60, 90, 120]],
    [us, [0, 10, 15, 20, 25], [0, 10, 15, 20, 25]],
    [uk, [0, 0, 5, 10, 15], [0, 20, 45, 70, 95]],
  ]);

  test('draws the mean of the whole between the quantiles that hold 90 % and half of the runs, and the mean of each part', () => {
    // R-7 quantiles of two runs a < b lie at a + p (b − a): 5 % and 95 %, then 25 % and 75 %.
    expect(drawn(chart)).toEqual([
      ['low', 'Everybody', [0, 11, 22, 33, 44]],
      ['high', 'Everybody', [0, 29, 58, 87, 116]],
      ['low', 'Everybody', [0, 15, 30, 45, 60]],
      ['high', 'Everybody', [0, 25, 50, 75, 100]],
      ['line', 'Everybody', [0, 20, 40, 60, 80]],
      ['line', 'US', [0, 10, 15, 20, 25]],
      ['line', 'UK', [0, 10, 25, 40, 55]],
    ]);
    expect(chart?.config.data.labels).toEqual([0, 60, 120, 180, 240]);
  });

  test('says in its title how many are out when the window closes, and names the shaded spread', () => {
    expect(chart?.title).toBe('40 people are out by Fri 13 Aug 14:00; in 9 runs of 10, 22 to 58');
    expect(chart?.subtitle).toContain(
      '2 replications, seed two. Shaded around “Everybody”: 90 % of runs, darker: half of them.',
    );
  });

  test('tells in its subtitle of populations that have no line', () => {
    const towns = [...'abcdefgh'].map((name) => seriesSpec({ id: `out.${name}`, label: name }));
    const levels = [0, 1, 2, 3, 4];
    const [crowded] = chartsWith([out, ...towns].map((spec) => [spec, levels, levels] as const));
    expect(crowded?.subtitle).toContain('Lines: the 6 highest of 8 populations.');
    expect(chart?.subtitle).not.toContain('Lines:');
  });

  test('marks the end of the window', () => {
    expect(chart?.config.options.plugins.airbridge.marks).toEqual([
      { at: 120, label: 'window ends Fri 13 Aug 14:00' },
    ]);
  });

  test('has the same numbers in the table behind it, at local times', () => {
    expect(chart?.table.rows[2]).toEqual([
      'Fri 13 Aug 14:00',
      '40',
      '22',
      '58',
      '15',
      '15',
      '15',
      '25',
      '7',
      '43',
    ]);
  });

  test('never adds up quantiles: without a series of everybody, each population has its own band and the title none', () => {
    const [parts] = chartsWith([
      [us, [0, 10, 20, 30, 40], [0, 10, 20, 30, 40]],
      [uk, [0, 0, 0, 10, 20], [0, 20, 40, 50, 60]],
    ]);
    expect(datasets(parts).map(({ role }) => role)).toEqual(['low', 'high', 'line', 'low', 'high', 'line']);
    expect(parts?.title).toBe('40 people are out by Fri 13 Aug 14:00');
  });
});

test('the force has its plan as a staircase to the horizon and history as a point with an error bar', () => {
  const troops = seriesSpec({ id: 'troops', label: 'All troops', topic: 'troops', unit: 'troops' });
  const levels = [100, 100, 200, 300, 400];
  const [chart] = chartsWith([[troops, levels, levels]], {
    plans: [
      {
        series: 'troops',
        label: 'Plan',
        points: [
          { at: 0, value: 100 },
          { at: 90, value: 500 },
        ],
      },
    ],
    observations: [
      {
        series: 'troops',
        at: 120,
        value: 150,
        low: 100,
        high: 250,
        label: 'seen',
        source: 'a book',
        use: 'check',
      },
    ],
  });
  const [plan, seen] = datasets(chart).slice(-2);
  expect([plan?.role, plan?.stepped, plan?.data]).toEqual([
    'plan',
    true,
    [
      { x: 0, y: 100 },
      { x: 90, y: 500 },
      { x: 240, y: 500 },
    ],
  ]);
  expect([seen?.role, seen?.bars, seen?.data]).toEqual([
    'observed',
    'y',
    [{ x: 120, y: 150, low: 100, high: 250, note: 'seen. Source: a book' }],
  ]);
  expect(chart?.title).toBe('200 troops are on the ground by Fri 13 Aug 14:00; the plan says 500');
});

test('a point of history near two lines has the colour of its own, and the shading says whose it is', () => {
  const [all, british] = ['troops', 'troops.uk'].map((id) =>
    seriesSpec({ id, label: id, topic: 'troops', unit: 'troops' }),
  );
  const american = seriesSpec({ id: 'troops.us', label: 'US troops', topic: 'troops', unit: 'troops' });
  const seen = (series: string, at: number) => ({
    ...{ series, at, value: 190, low: 100, high: 250, label: 'seen', source: 'a book' },
    use: 'check' as const,
  });
  const levels = (most: number): number[] => [0, most / 4, most / 2, most, most];
  const [chart] = chartsWith(
    [
      [all!, levels(210), levels(230)],
      [british!, levels(10), levels(20)],
      [american, levels(200), levels(210)],
    ],
    { observations: [seen('troops.us', 180), seen('troops.us', 240), seen('troops.uk', 240)] },
  );
  const colourOf = (role: string, group: string) => {
    const found = datasets(chart).find((each) => each.role === role && each.group === group);
    return role === 'line' ? found?.borderColor : found?.backgroundColor;
  };
  for (const id of ['troops.us', 'troops.uk'])
    expect(colourOf('observed', `observed ${id}`)).toBe(colourOf('line', id));
  const names = datasets(chart).flatMap(({ role, label }) => (role === 'observed' ? [label] : []));
  expect(names.toSorted()).toEqual(['history: US troops', 'history: seen']);
  expect(chart?.subtitle).toContain('Shaded around “troops”: 90 % of runs. Diamonds: history.');
});

test('a long grid is thinned to about 300 points and keeps the end of the window and the horizon', () => {
  const grid = Array.from({ length: 1441 }, (_, minute) => minute);
  const levels = grid.map((minute) => minute * 2);
  const [chart] = chartsWith([[out, levels, levels]], { grid, window: 1001, horizon: 1440 });
  const labels = chart?.config.data.labels ?? [];
  expect(labels.length).toBeLessThan(310);
  expect(labels).toEqual(expect.arrayContaining([0, 1001, 1440]));
  expect(datasets(chart).at(-1)?.data[labels.indexOf(1001)]).toBe(2002);
});

describe('a comparison', () => {
  const catalogue = catalogueWith({ measures: [measureSpec({ id: 'people-out', label: 'People out' })] });
  const base = { catalogue, outcomes: outcomesOf(catalogue, [100, 120, 90, 110]) };
  const better = {
    catalogue: { ...catalogue, name: 'small#more' },
    outcomes: outcomesOf(catalogue, [109, 131, 99, 121]),
  };
  const comparisons = comparePaired(base, [better]);
  const [chart] = comparisonCharts(comparisons, [summarise(catalogue, base.outcomes, 'test')]);

  test('draws the paired difference and its interval on the scale of their farther end', () => {
    const [found] = comparisons[0]?.measures ?? [];
    expect(found?.difference).toBe(10);
    const [point] = datasets(chart)[0]?.data ?? [];
    expect(point).toEqual({
      x: 10 / (found?.high ?? 0),
      y: 0,
      low: (found?.low ?? 0) / (found?.high ?? 0),
      high: 1,
    });
  });

  test('says the verdict beside the row and the levels of both plans', () => {
    expect(chart?.config.options.plugins.airbridge.rows).toEqual([
      { label: 'People out', levels: '105 → 115', verdict: comparisons[0]?.measures[0]?.verdict },
    ]);
    expect(chart?.id).toBe('differences-small-more');
  });
});

test('a chart is data: it survives JSON unchanged', () => {
  const charts = chartsWith([[out, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]]);
  expect(JSON.parse(JSON.stringify(charts))).toEqual(charts);
});
