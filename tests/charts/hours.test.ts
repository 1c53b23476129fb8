import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf } from '../../src/charts/index.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

/** Charts of two runs with the given hours in each. */
const chartsOfHours = (
  hours: readonly (readonly [id: string, label: string, first: number, second: number])[],
): ReadonlyMap<string, ChartSpec> => {
  const catalogue = catalogueWith({
    measures: hours.map(([id, label]) => measureSpec({ id, label, kind: 'hours', headline: false })),
  });
  const outcomes = [0, 1].map((run) =>
    outcomeWith(catalogue, run, { measures: hours.map((each) => each[run === 0 ? 2 : 3]) }),
  );
  return new Map(chartsOf(summarise(catalogue, outcomes, 'two')).map((chart) => [chart.id, chart]));
};

const charts = chartsOfHours([
  ['lost-to.gate', 'Waiting charged to: gates', 100, 300],
  ['lost-to.haven', 'Waiting charged to: beds at havens', 0, 0],
  ['lost-to.fleet', 'Waiting charged to: craft', 600, 600],
  ['person-hours.outside-gate', 'Person-hours: outside the gates', 100, 100],
  ['craft-hours.c-17.flying', 'C-17: under way', 20, 40],
  ['craft-hours.c-17.loading', 'C-17: loading', 5, 5],
  ['craft-hours.c-17.offloading', 'C-17: offloading', 5, 5],
  ['craft-hours.c-17.launch-stop', 'C-17: no beds at a haven', 10, 10],
  ['craft-hours.ch-47.not-wanted', 'CH-47: ready', 50, 50],
  ['craft-hours.ch-47.flying', 'CH-47: under way', 0, 0],
]);

describe('person-hours by what held people back', () => {
  const chart = charts.get('hours-by-constraint');

  test('has the longest first, each a bar to the mean and a whisker over nine runs in ten, on one scale', () => {
    // R-7 quantiles of two runs a < b lie at a + p (b − a): 110 and 290; the longest bar is 600
    const [bar, whisker, second, spread] = chart!.config.data.datasets.map(({ data }) => data);
    expect(bar).toEqual([{ x: 1, y: 0, low: 0, high: 1 }]);
    expect(whisker).toEqual([{ x: 1, y: 0, low: 1, high: 1 }]);
    expect(second).toEqual([{ x: 200 / 600, y: 1, low: 0, high: 200 / 600 }]);
    expect(spread).toEqual([{ x: 200 / 600, y: 1, low: 110 / 600, high: 290 / 600 }]);
  });

  test('says whose share is largest, and how much each is of all', () => {
    expect(chart!.title).toBe('Of 800 person-hours of waiting, 75 % are owed to “Craft”');
    expect(chart!.config.options.plugins.airbridge.rows).toEqual([
      { label: 'Craft', levels: '75 %', verdict: '600 h' },
      { label: 'Gates', levels: '25 %', verdict: '200 h (110 to 290)' },
    ]);
  });

  test('says where few runs make the mean, so that one beyond nine runs in ten is not taken for an error', () => {
    const catalogue = catalogueWith({
      measures: [measureSpec({ id: 'lost-to.gate', label: 'Waiting charged to: gates', kind: 'hours' })],
    });
    const outcomes = Array.from({ length: 50 }, (_, run) =>
      outcomeWith(catalogue, run, { measures: [run === 0 ? 5000 : 0] }),
    );
    const [row] = chartsOf(summarise(catalogue, outcomes, 's')).find(
      ({ id }) => id === 'hours-by-constraint',
    )!.config.options.plugins.airbridge.rows;
    expect(row!.verdict).toBe('100 h (0; a few runs far above)');
  });

  test('has in its table also what nobody waited for', () => {
    expect(chart!.table.rows.map(([name, mean, , , share]) => [name, mean, share])).toEqual([
      ['Gates', '200', '25 %'],
      ['Beds at havens', '0', '0 %'],
      ['Craft', '600', '75 %'],
    ]);
  });
});

test('person-hours by stage are those of the measures of where people were', () => {
  expect(charts.get('hours-by-stage')!.title).toBe(
    'Of 100 person-hours on the way to safety, 100 % are spent “Outside the gates”',
  );
});

describe('hours of craft', () => {
  const chart = charts.get('craft-hours');

  test('are a bar for each fleet, cut by what its craft did into shares of its own hours', () => {
    const pieces = chart!.config.data.datasets.map(({ label, data }) => [
      label,
      data.map((point) => (typeof point === 'number' ? point : [point.y, point.low, point.high])),
    ]);
    expect(pieces).toEqual([
      ['Under way', [[0, 0, 0.6]]],
      ['On the ground to set down or board', [[0, 0.6, 0.8]]],
      ['Held: no beds at a haven', [[0, 0.8, 1]]],
      ['Ready, not wanted', [[1, 0, 1]]],
    ]);
    expect(chart!.config.options.scales.y?.names).toEqual(['C-17', 'CH-47']);
  });

  test('say in the title on what most of them go', () => {
    expect(chart!.title).toBe(
      'Of 100 craft-hours: ready, not wanted 50 %; under way 30 %; on the ground to set down or board 10 %',
    );
  });

  test('stand in the table by state, with intervals', () => {
    expect(chart!.table.rows.map(([name, mean]) => [name, mean])).toEqual([
      ['C-17: under way', '30.0'],
      ['C-17: loading', '5.0'],
      ['C-17: offloading', '5.0'],
      ['C-17: no beds at a haven', '10.0'],
      ['CH-47: ready', '50.0'],
    ]);
  });
});

test('where nobody waits and no craft are there, there are no such charts', () => {
  expect([...chartsOfHours([['lost-to.gate', 'Waiting charged to: gates', 0, 0]]).keys()]).toEqual([]);
});
