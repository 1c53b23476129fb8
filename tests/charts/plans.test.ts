import { describe, expect, test } from 'vitest';
import { comparePaired } from '../../src/analysis/compare.ts';
import { summarise } from '../../src/analysis/summary.ts';
import { comparedPanels } from '../../src/charts/compared-panels.ts';
import { differences } from '../../src/charts/differences.ts';
import { shade } from '../../src/charts/heat-map.ts';
import { morrisChart, rankingChart, sweepCharts, tornadoChart } from '../../src/charts/index.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { layOut } from '../../src/experiment/design.ts';
import { parseVary } from '../../src/experiment/factor.ts';
import { rank } from '../../src/experiment/rank.ts';
import { executeHere } from '../../src/experiment/run.ts';
import { morris, tornado } from '../../src/experiment/sensitivity.ts';
import { againstBase, sweep } from '../../src/experiment/sweep.ts';
import { catalogueWith, measureSpec, outcomesOf, outcomeWith, seriesSpec } from '../support/outcomes.ts';
import { drawnTexts, overlap } from './boxes.ts';

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

test('what the title says differs is drawn, also when it comes behind eight that do not, and the first measure always', () => {
  const measures = Array.from({ length: 12 }, (_, index) =>
    measureSpec({ id: index < 10 ? `m${index}` : `m.${index}`, label: `M${index}` }),
  );
  const catalogue = catalogueWith({ measures });
  const outcomesFrom = (gap: (index: number) => number) =>
    outcomesOf(
      catalogue,
      Array.from({ length: 20 }, (_, run) => 100 + ((run * 37) % 11)),
    ).map((outcome) => ({
      ...outcome,
      measures: measures.map((_, index) => outcome.measures[0]! + gap(index)),
    }));
  const base = outcomesFrom(() => 0);
  const [comparison] = comparePaired({ catalogue, outcomes: base }, [
    { catalogue: { ...catalogue, name: 'other' }, outcomes: outcomesFrom((index) => (index >= 9 ? 7 : 0)) },
  ]);
  const chart = differences(comparison!, summarise(catalogue, base, 's'));
  expect(chart?.title).toContain('3 of 12 headline measures differ');
  const drawn = chart?.config.options.plugins.airbridge.rows.map(({ label }) => label);
  expect(drawn).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', 'M9', 'M10', 'M11']);
});

describe('charts of experiments', async () => {
  const catalogue = catalogueWith({ measures: [measureSpec({ id: 'people-out', label: 'People out' })] });
  const planOf = (name: string, value: number) => ({
    catalogue: { ...catalogue, name },
    executor: executeHere({
      run: ({ seed, replication }) =>
        outcomeWith(catalogue, replication, { seed, measures: [value + ((replication * 37) % 11)] }),
    }),
  });
  const options = { seed: 's', replications: 20, measure: 'people-out' };

  const sweepOf = async (written: readonly string[], design: 'full' | 'sobol' = 'full') => {
    const factors = written.map((one) => parseVary(one, () => true));
    const points = layOut(factors, { design, points: 4, seed: 's' }).map((levels) => ({
      ...planOf(
        'x',
        levels.reduce((sum, { value }, index) => sum + (value ?? 7) * 10 ** index, 0),
      ),
      levels,
    }));
    const swept = await sweep(points, options);
    const { spec } = swept[0]!.measures[0]!;
    const [summaries, comparisons] = [swept.map((one) => one.measures[0]!), againstBase(swept, 0)];
    const base = { point: 0, isFile: false };
    return sweepCharts({ factors, swept, spec, summaries, base, comparisons, ...options });
  };

  const specs: ChartSpec[] = [
    ...(await sweepOf(['fleets.c17.count=1..9'])),
    ...(await sweepOf(['gates.north.lanes=1,2,4', 'desks.consuls.officers=1,2,4'])),
    ...(await sweepOf(['fleets.x.launch=on-demand,scheduled'])).map((one) => ({
      ...one,
      id: `${one.id}-words`,
    })),
    ...(await sweepOf(['a.b=1..9', 'c.d=1..9', 'e.f=1..9'], 'sobol')),
    rankingChart(
      await rank([planOf('base', 100), planOf('base#more-of-everything', 120), planOf('worse', 60)], options),
      's',
    ),
    tornadoChart(
      await tornado(
        planOf('base', 100),
        ['populations.us-nationals.setsOut', 'fleets.us-c-17-kuwait.interval'].map((path, index) => ({
          name: {
            path,
            written: '1',
            grade: 'assumed' as const,
            range: 'quarter' as const,
            low: '45 min',
            high: '75 min',
            together: [],
            settings: () => [],
            shareAt: (place: number) => place,
          },
          low: planOf('low', 90 - index),
          high: planOf('high', 120 + index),
        })),
        options,
      ),
      options,
    ),
    morrisChart(
      await morris(
        [planOf('a', 1), planOf('b', 9), planOf('c', 5)],
        [
          { name: 'a.b', from: 0, to: 1, moved: 2 / 3 },
          { name: 'c.d', from: 1, to: 2, moved: 2 / 3 },
        ],
        options,
      ),
      { ...options, trajectories: 1, spec: measureSpec({ id: 'people-out', label: 'People out' }) },
    ),
  ];

  test.each(specs.map((spec) => [spec.id, spec] as const))(
    '%s: no text leaves the slide or runs into another',
    (_, spec) => {
      const texts = drawnTexts(spec);
      expect(texts.length).toBeGreaterThan(4);
      for (const { text, left, top, right, bottom } of texts) {
        expect(left >= 0 && top >= 0 && right <= 1200 && bottom <= 675, text).toBe(true);
      }
      const clashes = texts.flatMap((a, index) =>
        texts.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} | ${b.text}`] : [])),
      );
      expect(clashes).toEqual([]);
    },
  );

  test('one factor is a line within its band, and one of its differences, two a heat map with a number in each cell, more a picture each', () => {
    expect(specs.map(({ id }) => id)).toEqual([
      ...['sweep', 'sweep-difference', 'sweep', 'sweep-words', 'sweep-difference-words'],
      ...['sweep-1', 'sweep-2', 'sweep-3', 'ranking', 'tornado', 'morris'],
    ]);
    expect(specs[0]!.config.data.datasets.map(({ role }) => role)).toEqual(['low', 'high', 'dot']);
    expect(specs[2]!.config.type).toBe('matrix');
    const [cells] = specs[2]!.config.data.datasets;
    expect(cells!.data.map((cell) => (typeof cell === 'number' ? '' : cell.note))).toEqual(
      [1, 2, 4].flatMap((lanes) => [1, 2, 4].map((officers) => String(lanes + 10 * officers + 5))),
    );
    expect(cells!.backgroundColor).toContain(shade(0));
    expect(cells!.backgroundColor).toContain(shade(1));
  });

  /** Where the points of a chart stand, by dataset. */
  const points = (id: string): unknown[] =>
    specs
      .find((each) => each.id === id)!
      .config.data.datasets.map(({ data }) =>
        data.map((point) => (typeof point === 'number' ? point : [point.x, point.y, point.low, point.high])),
      );

  test('differences of a sweep start from nothing at the base, and shared luck leaves them no band', () => {
    // Levels 1, 4, 6 and 9, each worth as much, whatever the luck.
    const line = [0, 3, 5, 8].map((y) => [1 + y, y, undefined, undefined]);
    expect(points('sweep-difference')).toEqual([line, line, line]);
    expect(specs[1]!.title).toBe(
      'People out, change (people): 0 where fleets.c17.count is 1, 8 where it is 9',
    );
  });

  test('ranked plans stand as far behind the leader as they are on the same futures, on one scale', () => {
    // 120, 100 and 60, and what is random the same for all
    const [leader, second, third] = [0, -20 / 60, -1];
    expect(points('ranking')).toEqual([
      [[leader, 0, leader, leader]],
      [[second, 1, second, second]],
      [[third, 2, third, third]],
    ]);
  });

  test('a tornado has the widest swing on top, each from low to high, on the scale of the farthest end', () => {
    // 100 at the base; 89 to 121 and 90 to 120 at the ends
    expect(points('tornado')).toEqual([
      [[-11 / 21, 0, -11 / 21, 0]],
      [[1, 0, 0, 1]],
      [[-10 / 21, 1, -10 / 21, 0]],
      [[20 / 21, 1, 0, 20 / 21]],
    ]);
  });

  test('elementary effects are bars as long as the mean size of their effect', () => {
    // 8 and 4 people over two thirds of the range
    expect(points('morris')).toEqual([[[1, 0, 0, 1]], [[0.5, 1, 0, 0.5]]]);
  });

  test('the line of a sweep goes through the means, between the ends of their intervals', () => {
    const [low, high, line] = points('sweep') as number[][][];
    expect(line!.map(([x]) => x)).toEqual([1, 4, 6, 9]);
    const means = line!.map(([, y]) => y!);
    expect(means.map((mean) => Math.round(mean - means[0]!))).toEqual([0, 3, 5, 8]);
    for (const [index, mean] of means.entries())
      expect(mean - low![index]![1]!).toBeCloseTo(high![index]![1]! - mean, 9);
  });

  test('a chart is data: it survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(specs))).toEqual(specs);
  });
});

test('the colours of a heat map grow lighter all the way, so that they read in grey too', () => {
  const lightness = Array.from({ length: 21 }, (_, step) => {
    const hex = shade(step / 20);
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  });
  for (let step = 1; step < lightness.length; step += 1)
    expect(lightness[step]).toBeGreaterThan(lightness[step - 1]!);
});
