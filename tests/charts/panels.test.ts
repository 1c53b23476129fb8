import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf, comparisonCharts } from '../../src/charts/index.ts';
import { panelAxes, roundUp } from '../../src/charts/panels.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import type { SeriesSpec, SeriesTopic } from '../../src/model/outcome.ts';
import { catalogueWith, measureSpec, outcomesOf, outcomeWith, seriesSpec } from '../support/outcomes.ts';
import { chartsWith, datasets } from './made.ts';

const spec = (topic: SeriesTopic, id: string, label: string, more: Partial<SeriesSpec> = {}): SeriesSpec =>
  seriesSpec({ id, label, topic, ...more });
const fallen = spec('threat', 'fallen.kabul', 'Kabul has fallen', { unit: 'share of runs' });
const extras = (chart: ChartSpec | undefined) => chart?.config.options.plugins.airbridge;
const told = (chart: ChartSpec | undefined) => extras(chart)?.panels.map(({ label, note }) => [label, note]);

test('a panel of whole things has no tick between two of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (most) => {
      const panel = { axis: 'pads', label: 'Pads in use', note: '' };
      const axes = Object.values(panelAxes([{ panel, most, write: 'count' }]));
      const ticks = axes.flatMap(({ ticksAt = [] }) => ticksAt);
      expect(ticks.filter((tick) => !Number.isInteger(tick))).toEqual([]);
      expect([ticks[0], ticks.at(-1)]).toEqual([0, most]);
    }),
  );
});

test('a force that has left again is counted whole in the title of the race, against what was there', () => {
  const charts = chartsWith([
    [spec('troops', 'troops', 'All troops', { unit: 'troops' }), [0, 800, 6, 0, 0], [0, 800, 7, 0, 0]],
    [fallen, [0, 0, 1, 1, 1], [0, 0, 1, 1, 1]],
  ]);
  expect(charts.find(({ id }) => id === 'race')?.title).toMatch(/: of 800 troops 7 are still in, and /u);
});

test('staff are stacked by place, the compound lowest', () => {
  const staff = (id: string): SeriesSpec => spec('staff', `staff.${id}`, id, { unit: 'staff' });
  const [chart] = chartsWith([
    [staff('embassy'), [40, 30, 20, 10, 0], [40, 30, 20, 10, 0]],
    [staff('out'), [0, 10, 20, 30, 40], [0, 10, 20, 30, 40]],
  ]);
  expect(datasets(chart).map(({ role, yAxisID, data }) => [role, yAxisID, data])).toEqual([
    ['area', 'y', [40, 30, 20, 10, 0]],
    ['area', 'y', [0, 10, 20, 30, 40]],
  ]);
  expect(chart?.title).toBe('embassy: 40 staff at the start, 20 by Fri 13 Aug 14:00');
});

describe('the race', () => {
  const troops = spec('troops', 'troops', 'All troops', { unit: 'troops' });
  const staff = spec('staff', 'staff.compound', 'In the compound', { unit: 'staff' });
  const [race] = chartsWith(
    [
      [troops, [0, 10, 20, 30, 40], [0, 30, 60, 90, 120]],
      [staff, [50, 40, 30, 20, 10], [50, 40, 30, 20, 10]],
      [fallen, [0, 0, 0, 1, 1], [0, 0, 1, 1, 1]],
    ],
    { plans: [{ series: 'troops', label: 'Plan', points: [{ at: 0, value: 70 }] }] },
  );

  test('puts troops, staff in the compound and the odds of the fall one above the other over the same hours', () => {
    expect(race?.id).toBe('race');
    expect(told(race)).toEqual([
      ['Troops on the ground', '40 by Fri 13 Aug 14:00; the plan says 70'],
      ['Embassy staff in the compound', '30 by Fri 13 Aug 14:00'],
      ['Odds that Kabul has fallen', '50 % by Fri 13 Aug 14:00'],
    ]);
    expect(datasets(race).map(({ role, yAxisID, data }) => [role, yAxisID, data])).toEqual([
      ['low', 'troops', [0, 11, 22, 33, 44]],
      ['high', 'troops', [0, 29, 58, 87, 116]],
      ['line', 'troops', [0, 20, 40, 60, 80]],
      [
        'plan',
        'troops',
        [
          { x: 0, y: 70 },
          { x: 240, y: 70 },
        ],
      ],
      ['low', 'staff', [50, 40, 30, 20, 10]],
      ['high', 'staff', [50, 40, 30, 20, 10]],
      ['line', 'staff', [50, 40, 30, 20, 10]],
      ['line', 'odds', [0, 0, 0.5, 1, 1]],
    ]);
  });

  test('says in one sentence how it stands when the window closes', () => {
    expect(race?.title).toBe(
      'By Fri 13 Aug 14:00: 40 troops are in, 30 staff are still in the compound, and Kabul has fallen in 50 % of runs',
    );
  });

  test('is not run where no capital can fall', () => {
    const charts = chartsWith([[troops, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]]);
    expect(charts.map(({ id }) => id)).toEqual(['force']);
  });
});

describe('queues', () => {
  const stage = (id: string): SeriesSpec => spec('stage', `stage.${id}`, id);
  const [chart] = chartsWith([
    [stage('gate'), [0, 100, 300, 0, 0], [0, 100, 500, 0, 0]],
    [stage('search'), [0, 50, 10, 0, 0], [0, 50, 10, 0, 0]],
    [stage('never'), [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]],
  ]);

  test('have a panel for each stage in the order of the journey, with its peak and hour, and none for stages nobody waits at', () => {
    expect(told(chart)).toEqual([
      ['gate', 'at most 400, Fri 13 Aug 14:00'],
      ['search', 'at most 50, Fri 13 Aug 13:00'],
    ]);
    expect(datasets(chart).map(({ data }) => data)).toEqual([
      [0, 100, 400, 0, 0],
      [0, 50, 10, 0, 0],
    ]);
  });

  test('share one scale, so that the longest queue is the tallest, and it alone has the loud colour', () => {
    const { stage0, stage1 } = chart?.config.options.scales ?? {};
    expect(stage0?.max).toBe(stage1?.max);
    expect(datasets(chart).map(({ borderColor }) => borderColor)).toEqual(['#D55E00', '#0072B2']);
    expect(chart?.title).toBe('Most people at one stage: “gate”, 400 on Fri 13 Aug 14:00');
  });
});

describe('where craft land', () => {
  const stands = spec('airfield', 'stands-in-use.x', 'Stands', { unit: 'stands', limit: 8 });
  const pads = spec('airfield', 'pads-in-use.y', 'Pads', { unit: 'pads', limit: 2 });
  const runway = spec('airfield', 'runway-open.x', 'Runway', { unit: 'share of runs', limit: 1 });

  test('stands and pads stand under their number, a panel each, above the share of runs with an open runway', () => {
    const [chart] = chartsWith([
      [stands, [0, 8, 8, 4, 0], [0, 8, 4, 4, 0]],
      [pads, [0, 1, 1, 0, 0], [0, 1, 2, 0, 0]],
      [runway, [1, 1, 1, 0, 0], [1, 1, 0, 0, 1]],
    ]);
    expect(extras(chart)?.limits.map(({ value }) => value)).toEqual([8, 2]);
    expect(told(chart)).toEqual([
      ['Stands', 'at most 8 of 8 on average'],
      ['Pads', 'at most 1.5 of 2 on average'],
      ['Runway', 'share of runs; the runway is open for 83 % of the window'],
    ]);
    expect(datasets(chart).at(-1)?.data).toEqual([1, 1, 0.5, 0, 0.5]);
  });

  test('the band of few stands has steps: between one stand and two there are none', () => {
    const [few] = chartsWith([
      [spec('airfield', 'stands-in-use.x', 'Stands'), [0, 1, 2, 1, 0], [0, 2, 3, 2, 1]],
    ]);
    const [many] = chartsWith([
      [spec('airfield', 'stands-in-use.x', 'Stands'), [0, 1, 2, 1, 0], [0, 2, 90, 2, 1]],
    ]);
    const steps = (chart: ChartSpec | undefined) => datasets(chart).map(({ stepped }) => stepped);
    // the mean too, or it would leave its band before the next sample
    expect(steps(few)).toEqual([true, true, true]);
    expect(steps(many)).toEqual([undefined, undefined, undefined]);
  });

  test('a runway that was closed for a moment is not called open all the time', () => {
    const titleOf = (least: number): string | undefined =>
      chartsWith([[runway, [1, 1, least, 1, 1], [1, 1, 1, 1, 1]]])[0]?.title;
    expect(titleOf(1)).toBe('the runway is open for 100 % of the window');
    expect(titleOf(0.99)).toBe('the runway is open for more than 99 % of the window');
  });
});

describe('havens', () => {
  const people = spec('haven', 'haven.a', 'A');
  const beds = spec('beds', 'beds.a', 'Beds: A');
  const levels = [0, 50, 100, 80, 60];
  const many = [0, 0, 0, 0, 0];
  const havensWith = (there: number): ChartSpec | undefined =>
    chartsWith([
      [people, levels, levels],
      [beds, many.map(() => there), many.map(() => there)],
    ])[0];

  test('are drawn against their beds, as these change', () => {
    expect(datasets(havensWith(120)).at(-1)?.data).toEqual([120, 120, 120, 120, 120]);
    expect(havensWith(120)?.title).toBe(
      'No haven fills more of its beds than A: 83 %, 100 people for 120 beds on Fri 13 Aug 14:00',
    );
  });

  test('with beds far above the people are told of in words, so that the people are not pressed onto the axis', () => {
    expect(datasets(havensWith(10_000)).map(({ role }) => role)).toEqual(['low', 'high', 'line']);
    expect(told(havensWith(10_000))?.[0]?.[1]).toContain('of 10,000 beds');
  });
});

describe('what held people back', () => {
  const constraint = (id: string, label: string): SeriesSpec =>
    spec('constraint', `binding.${id}`, label, { unit: 'share of runs' });
  const [chart] = chartsWith([
    [constraint('demand', 'Demand: nobody waits'), [1, 0, 0, 0, 0], [1, 0, 0, 0, 1]],
    [constraint('gate', 'Gates'), [0, 1, 1, 1, 0], [0, 1, 0, 0, 0]],
    [constraint('fleet', 'Craft'), [0, 0, 0, 0, 1], [0, 0, 1, 1, 0]],
    [constraint('haven', 'Beds at havens'), [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]],
  ]);

  test('is a stack of shares of runs, without what never binds', () => {
    expect(datasets(chart).map(({ role, label, data }) => [role, label, data])).toEqual([
      ['area', 'Demand: nobody waits', [1, 0, 0, 0, 0.5]],
      ['area', 'Gates', [0, 1, 0.5, 0.5, 0]],
      ['area', 'Craft', [0, 0, 0.5, 0.5, 0.5]],
    ]);
  });

  test('is full at every instant, whatever binds so seldom that it has no layer of its own', () => {
    const gate = constraint('gate', 'Gates');
    const seldom = [constraint('stand', 'Stands'), constraint('runway', 'Runway')];
    const catalogue = catalogueWith({ series: [gate, ...seldom] });
    const outcomes = Array.from({ length: 200 }, (_, run) => {
      const [stand, runway] = [Number(run === 0), Number(run === 1)];
      const held = [0, 0, stand, runway, 0];
      return outcomeWith(catalogue, run, {
        series: [held.map((one) => 1 - one), [0, 0, stand, 0, 0], [0, 0, 0, runway, 0]],
      });
    });
    const layers = datasets(chartsOf(summarise(catalogue, outcomes, 's'))[0]);
    expect(layers.map(({ label }) => label)).toEqual(['Gates', 'Others, seldom']);
    for (const at of [0, 1, 2, 3, 4])
      expect(layers.reduce((sum, { data }) => sum + (data[at] as number), 0)).toBeCloseTo(1);
  });

  test('is told of in shares of the time up to the end of the window, not beyond', () => {
    expect(chart?.title).toBe(
      'What holds people back until Fri 13 Aug 14:00: “Gates” 50 % of the time, “Craft” 17 % of the time; nobody waits 33 % of it',
    );
  });
});

test('consular officers are stacked by where they serve', () => {
  const officers = (id: string): SeriesSpec => spec('consular', `consular.${id}`, id, { unit: 'officers' });
  const [chart] = chartsWith([
    [officers('embassy'), [15, 15, 0, 0, 0], [15, 15, 0, 0, 0]],
    [officers('airfield'), [0, 0, 4, 8, 8], [0, 0, 4, 8, 8]],
  ]);
  expect(datasets(chart).map(({ role, label, data }) => [role, label, data])).toEqual([
    ['area', 'embassy', [15, 15, 0, 0, 0]],
    ['area', 'airfield', [0, 0, 4, 8, 8]],
  ]);
  expect(chart?.title).toBe('Consular capacity: 15 officers at the start, 4 by Fri 13 Aug 14:00');
});

test('the crowd has its band, and beside it what the security on hand can hold', () => {
  const [chart] = chartsWith([
    [spec('crowd', 'crowd', 'Crowd'), [0, 100, 200, 300, 0], [0, 300, 600, 900, 0]],
    [spec('crowd', 'crowd-held', 'Held'), [500, 500, 500, 500, 500], [500, 500, 500, 500, 500]],
  ]);
  expect(datasets(chart).map(({ role, label, data }) => [role, label, data])).toEqual([
    ['low', 'Crowd', [0, 110, 220, 330, 0]],
    ['high', 'Crowd', [0, 290, 580, 870, 0]],
    ['line', 'Crowd', [0, 200, 400, 600, 0]],
    ['line', 'Held', [500, 500, 500, 500, 500]],
  ]);
  expect(chart?.title).toBe(
    'On average the crowd is more than security can hold, first on Fri 13 Aug 15:00: at most 400 people until Fri 13 Aug 14:00, 600 after it',
  );
});

test('plans on one axis have their means and bands, each in its colour and under its name', () => {
  const catalogue = catalogueWith({ series: [seriesSpec({ id: 'out', label: 'Everybody' })] });
  const plan = (name: string, ...runs: readonly (readonly number[])[]) =>
    summarise(
      { ...catalogue, name },
      runs.map((levels, run) => outcomeWith(catalogue, run, { series: [levels] })),
      'two',
    );
  const [one, other] = [
    plan('one', [0, 10, 20, 30, 40], [0, 30, 60, 90, 120]),
    plan('other', [0, 5, 5, 5, 5], [0, 5, 5, 5, 5]),
  ];
  const [chart] = comparisonCharts([], [one, other]);
  expect(
    datasets(chart).map(({ role, label, borderColor, data }) => [role, label, borderColor, data]),
  ).toEqual([
    ['low', 'one', '#0072B200', [0, 11, 22, 33, 44]],
    ['high', 'one', '#0072B200', [0, 29, 58, 87, 116]],
    ['line', 'one', '#0072B2', [0, 20, 40, 60, 80]],
    ['low', 'other', '#E69F0000', [0, 5, 5, 5, 5]],
    ['high', 'other', '#E69F0000', [0, 5, 5, 5, 5]],
    ['line', 'other', '#E69F00', [0, 5, 5, 5, 5]],
  ]);
  expect(chart?.title).toBe('People out by Fri 13 Aug 14:00: one 40, other 5');
});

test('the answers of single runs are bars of the share of runs, with the guess beside them', () => {
  const catalogue = catalogueWith({
    measures: [measureSpec({ id: 'people-out', label: 'People out' })],
    questions: [{ id: 'out', text: 'How many?', measure: 'people-out', unit: 'people' }],
  });
  const summary = summarise(catalogue, outcomesOf(catalogue, [10, 10, 20, 40]), 'four');
  const [chart] = chartsOf(summary, { guesses: new Map([['out', 30]]) });
  const { from, width, counts } = summary.questions![0]!.distribution;
  const [bars] = datasets(chart);
  const shares = bars!.data.slice(1, -2).map((point) => (typeof point === 'number' ? point : point.y));
  expect(shares).toEqual(counts.map((count) => count / 4));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1);
  expect(bars!.data[0]).toEqual({ x: from, y: 0 });
  expect(bars!.data.at(-1)).toEqual({ x: from + counts.length * width, y: 0 });
  expect(extras(chart)?.marks).toEqual([{ at: 30, label: 'the guess: 30' }]);
});

test('the end of an axis is never below its level, nor twice as high', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (level) => {
      expect(roundUp(level)).toBeGreaterThanOrEqual(level);
      expect(roundUp(level)).toBeLessThanOrEqual(2 * Math.ceil(level));
    }),
  );
});
