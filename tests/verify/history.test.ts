import { expect, test } from 'vitest';
import { summarise } from '../../src/analysis/index.ts';
import { historyCharts } from '../../src/charts/index.ts';
import { runReplications } from '../../src/experiment/index.ts';
import { compile } from '../../src/model/index.ts';
import { historyChecks } from '../../src/verify/index.ts';
import { BRIDGE, ONE_AIRCRAFT, PEOPLE_THERE, scenarioOf, type Written } from '../support/scenario.ts';

/** One aircraft takes 100 of 300 people out at 3, 9 and 15 h. */
const summary = (observations: Written) => {
  const model = compile(scenarioOf(BRIDGE, ONE_AIRCRAFT, PEOPLE_THERE, { observations }));
  return summarise(model.catalogue, runReplications(model, { seed: '1', replications: 3 }), '1');
};

const seen = summary({
  early: { series: 'out', at: '10 h', value: 200, low: 190, high: 210, source: 'made up' },
  late: { series: 'out', at: '16 h', value: 100, low: 90, high: 110, use: 'hold-out', source: 'made up' },
  total: { measure: 'people-out', value: 400, low: 350, high: 450, use: 'calibrate', source: 'made up' },
});

test('every observation is set beside the runs, with its use, whatever it says', () => {
  const rows = historyChecks(seen).map(({ quantity, use, got, verdict }) => [quantity, use, got, verdict]);
  expect(rows).toEqual([
    ['early', 'check', 200, 'inside'],
    ['late', 'hold-out', 300, 'above'],
    ['total', 'calibrate', 300, 'below'],
  ]);
});

test('a series with observations has one chart, whose title counts those within their band', () => {
  const charts = historyCharts(seen);
  expect(charts.map(({ title }) => title)).toEqual(['All evacuees: runs match 1 of 2 recorded counts']);
  const { datasets } = charts[0]!.config.data;
  expect(datasets.map(({ role }) => role)).toEqual(['low', 'high', 'line', 'observed', 'observed']);
  const points = datasets.filter(({ role }) => role === 'observed');
  expect(
    points.map(({ label, data }) => [label, data.map((one) => (typeof one === 'number' ? one : one.y))]),
  ).toEqual([
    ['recorded, and kept from tuning', [100]],
    ['recorded', [200]],
  ]);
});

test('the axis goes up to the top of the highest error bar, of levels and of rises', () => {
  const late = { series: 'out', at: '16 h', value: 300, low: 290, high: 5000, source: 'made up' } as const;
  const day = { rise: 'out', since: '0 h', value: 100, low: 90, high: 7000, source: 'made up' } as const;
  const of = (written: Readonly<Record<string, Written>>) =>
    historyCharts(summary(written))[0]!.config.options.scales.y?.suggestedMax;
  expect(of({ late })).toBe(5000);
  expect(of({ one: { ...day, at: '8 h' }, two: { ...day, at: '16 h' } })).toBe(7000);
});

test('a series of which rises were recorded has a chart of them, each day beside the runs', () => {
  const rise = (since: string, at: string, value: number): Written => ({
    rise: 'out',
    since,
    at,
    value,
    low: value,
    high: value + 10,
    source: 'made up',
  });
  const charts = historyCharts(summary({ one: rise('0 h', '8 h', 100), two: rise('8 h', '16 h', 100) }));
  expect(charts.map(({ title }) => title)).toEqual([
    'All evacuees, day by day: runs match 1 of 2 recorded counts',
  ]);
  expect(charts[0]!.table.rows.map((cells) => cells[3])).toEqual(['100', '200']);
});
