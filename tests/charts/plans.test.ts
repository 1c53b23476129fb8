import { describe, expect, test } from 'vitest';
import { comparePaired } from '../../src/analysis/compare.ts';
import { summarise } from '../../src/analysis/summary.ts';
import { comparedPanels } from '../../src/charts/compared-panels.ts';
import { differences } from '../../src/charts/differences.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { catalogueWith, measureSpec, outcomesOf, outcomeWith, seriesSpec } from '../support/outcomes.ts';

describe('small multiples of plans', () => {
  const catalogue = catalogueWith({
    series: [
      seriesSpec({ id: 'out', label: 'Everybody out' }),
      seriesSpec({ id: 'troops', label: 'All troops', topic: 'troops' }),
      seriesSpec({ id: 'crowd', label: 'Crowd', topic: 'crowd' }),
    ],
  });
  const planOf = (name: string, levels: readonly (readonly number[])[]) =>
    summarise(
      { ...catalogue, name },
      [0, 1].map((run) => outcomeWith(catalogue, run, { series: levels })),
      's',
    );
  const base = planOf('base', [
    [0, 10, 20, 30, 40],
    [5, 5, 5, 5, 5],
    [0, 1, 2, 3, 900],
  ]);
  const other = planOf('other', [
    [0, 10, 20, 30, 50],
    [5, 5, 5, 5, 5],
    [0, 1, 2, 3, 700],
  ]);
  const chart = comparedPanels([base, other]) as ChartSpec;

  test('have a panel for each level in which plans part, and none for what is the same', () => {
    expect(Object.keys(chart.config.options.scales).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'panel0',
      'panel1',
      'x',
    ]);
    expect(chart.title).toBe('Where the plans part: everybody out, crowd');
  });

  test('draw every plan in every panel, in the same colour, and name it once', () => {
    const drawn = chart.config.data.datasets.filter(({ role }) => role === 'line' || role === 'echo');
    expect(drawn.map(({ role, label, yAxisID, data }) => [role, label, yAxisID, data.at(-1)])).toEqual([
      ['line', 'base', 'panel0', 40],
      ['line', 'other', 'panel0', 50],
      ['echo', 'base', 'panel1', 900],
      ['echo', 'other', 'panel1', 700],
    ]);
    expect(drawn[0]?.borderColor).toBe(drawn[2]?.borderColor);
    expect(drawn[0]?.borderColor).not.toBe(drawn[1]?.borderColor);
  });

  test('are not drawn for plans that part nowhere', () => {
    expect(comparedPanels([base, { ...base, catalogue: { ...base.catalogue, name: 'twin' } }])).toBeNull();
  });
});

test('a whisker that leaves zero out without being told says that all comparisons were counted', () => {
  const measures = Array.from({ length: 30 }, (_, index) =>
    measureSpec({ id: `m${index}`, label: `M${index}` }),
  );
  const catalogue = catalogueWith({ measures });
  const [first, second] = [
    [100, 120, 90, 110, 105],
    [103, 121, 93, 112, 109],
  ].map((values) =>
    outcomesOf(catalogue, values).map((outcome) => ({
      ...outcome,
      measures: measures.map(() => outcome.measures[0]!),
    })),
  );
  const [comparison] = comparePaired({ catalogue, outcomes: first! }, [
    { catalogue: { ...catalogue, name: 'other' }, outcomes: second! },
  ]);
  const [one] = comparison!.measures;
  expect([one!.direction, one!.low! > 0]).toEqual(['none', true]);
  const chart = differences(comparison!, summarise(catalogue, first!, 's'));
  expect(chart?.config.options.plugins.airbridge.rows[0]?.verdict).toBe(
    'no difference can be told once all 30 comparisons are counted',
  );
});
