import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parseVary } from '../../src/experiment/factor.ts';
import { executeHere } from '../../src/experiment/run.ts';
import { againstBase, sweep } from '../../src/experiment/sweep.ts';
import { runsTable, sweepTable, tidyCsv, tidyParquet } from '../../src/report/tidy.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

const catalogue = catalogueWith({
  window: 50,
  measures: [
    measureSpec({ id: 'people-out' }),
    measureSpec({ id: 'clear', kind: 'time', unit: 'minutes', better: 'less' }),
  ],
});
const factors = [
  parseVary('sites.x.beds=10,20 people', () => true),
  parseVary('f.launch=now,later', () => false),
];
const swept = await sweep(
  [0, 1].flatMap((bed) =>
    [0, 1].map((launch) => ({
      levels: [factors[0]!.levels[bed]!, factors[1]!.levels[launch]!],
      catalogue,
      executor: executeHere({
        run: ({ seed, replication }) =>
          outcomeWith(catalogue, replication, {
            seed,
            measures: [10 * bed + launch + replication, replication === 0 ? Number.POSITIVE_INFINITY : 30],
          }),
      }),
    })),
  ),
  { seed: 's', replications: 2 },
);

const against = { base: 1, comparisons: againstBase(swept, 1) };

test('a sweep is one row per point and measure, with its levels, its unit, and chances for times', () => {
  const lines = tidyCsv(sweepTable(factors, swept, against))
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(1 + 4 * 2);
  expect(lines[0]).toBe(
    'point,sites.x.beds [people],f.launch,measure,unit,kind,replications,mean,low,high,sd,p05,p50,p95,happened,happened_low,happened_high,by_window,by_window_low,by_window_high,base,difference_of,difference,difference_low,difference_high,difference_pairs,difference_holm',
  );
  expect(lines[1]).toMatch(/^0,10,now,people-out,people,count,2,0\.5,/);
  expect(lines[8]).toMatch(/^3,20,later,clear,minutes,time,2,,,,,.*,0\.5,/);
});

test('a point of a sweep stands beside the base, which stands beside nothing', () => {
  const lines = tidyCsv(sweepTable(factors, swept, against))
    .trimEnd()
    .split('\n');
  // Two pairs that differ alike, by one person fewer: too few for an interval, p = 1/2, and three points are counted.
  expect(lines[1]).toMatch(/,1,mean,-1,,,2,1$/);
  expect(lines[3]).toMatch(/^1,.*,1,,,,,,$/);
  expect(lines[7]).toMatch(/,1,mean,10,,,2,1$/);
});

test('Parquet holds what CSV holds: read back by another library, row by row', async () => {
  for (const table of [sweepTable(factors, swept, against), runsTable(factors, swept)]) {
    const bytes = tidyParquet(table);
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
    expect(rows).toEqual(
      Array.from({ length: table[0]!.values.length }, (_, row) =>
        Object.fromEntries(table.map(({ name, values }) => [name, values[row]])),
      ),
    );
    expect(tidyParquet(table)).toEqual(bytes);
  }
});

test('runs are one row per point and replication, with a time that did not come as Inf', () => {
  const lines = tidyCsv(runsTable(factors, swept)).trimEnd().split('\n');
  expect(lines[0]).toBe('point,sites.x.beds [people],f.launch,replication,people-out,clear');
  expect(lines.slice(1, 3)).toEqual(['0,10,now,0,0,Inf', '0,10,now,1,1,30']);
});
