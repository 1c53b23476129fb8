import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf, explainChart } from '../../src/charts/index.ts';
import { draw, registerFonts } from '../../src/charts/render/canvas.ts';
import { renderPng } from '../../src/charts/render/index.ts';
import type { ChartSpec, Dataset, Point } from '../../src/charts/spec.ts';
import type { TailSpell } from '../../src/model/index.ts';
import { madeUpWorth } from '../browser/reports.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';

/** Logical size of the pictures: half a slide a side, which keeps ten of them below half a megabyte. */
const SIZE = { width: 600, height: 338 } as const;
/** Pixels of a golden picture that are compared as one, by their mean. */
const TILE = 10;
/**
 * How much a tile's colour may differ, as pixelmatch counts: about 30 of 255 levels of grey. Another build of the canvas smooths letters and
 * edges otherwise, which moves a tile by some 12 levels (tested below by a blur); every mutation below moves one by 46 or more.
 */
const THRESHOLD = 0.12;

const outcomes = kabulLikeOutcomes(20);
const spell = (tail: number, state: string, from: number, to: number): TailSpell => ({
  fleet: 'C-17',
  tail,
  state,
  from,
  to,
});
const spells = [0, 1, 2, 3, 4, 5].flatMap((tail) => [
  spell(tail + 1, 'flying', 60 * tail, 700 + 60 * tail),
  spell(tail + 1, 'awaiting-stand', 700 + 60 * tail, 900),
  spell(tail + 1, 'loading', 900, 1100 + 90 * tail),
  spell(tail + 1, 'turning', 1100 + 90 * tail, 2400),
  spell(tail + 1, 'not-wanted', 2400, 4320),
]);
const summary = summarise(kabulLike, outcomes, 'kabul');
const drawn = [
  ...chartsOf(summary, { observed: { ...outcomes[0]!, spells } }),
  explainChart(madeUpWorth('The gate').found, { seed: 'kabul' }),
];

/** One of each way of drawing: bands and diamonds, panels, layers, areas, rows, bars, spells. */
const CHOSEN = [
  'people-out',
  'race',
  'binding',
  'queues',
  'force',
  'embassy-staff',
  'tails',
  'hours-by-stage',
  'craft-hours',
  'one-more',
];
const charts = CHOSEN.map((id): [string, ChartSpec] => [id, drawn.find((chart) => chart.id === id)!]);

/** A picture made smaller: every pixel is the mean of a square. */
function smaller({ width, height, data }: PNG, side: number): PNG {
  const small = new PNG({ width: Math.floor(width / side), height: Math.floor(height / side) });
  const row = 4 * small.width;
  const sums = new Uint32Array(row);
  for (let y = 0; y < small.height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < side; dy++) {
      let from = (y * side + dy) * width * 4;
      for (let to = 0; to < row; to += 4)
        for (let dx = 0; dx < side; dx++, from += 4)
          for (let channel = 0; channel < 4; channel++)
            sums[to + channel] = sums[to + channel]! + data[from + channel]!;
    }
    for (let index = 0; index < row; index++) small.data[y * row + index] = sums[index]! / side ** 2;
  }
  return small;
}

const pictureOf = async (spec: ChartSpec): Promise<PNG> =>
  smaller(PNG.sync.read(await renderPng(spec, { size: SIZE })), 2);

/** The same pixels as they are drawn, without the packing and unpacking of a file. */
const drawingOf = (spec: ChartSpec): PNG => {
  registerFonts();
  const canvas = createCanvas(SIZE.width, SIZE.height);
  const release = draw(canvas, spec, 2);
  const drawn = new PNG({ width: canvas.width, height: canvas.height });
  canvas.data().copy(drawn.data);
  release();
  return smaller(drawn, 2);
};

/** Tiles in which two pictures differ. */
function difference(one: PNG, other: PNG): number {
  const [a, b] = [smaller(one, TILE), smaller(other, TILE)];
  const options = { threshold: THRESHOLD, includeAA: true };
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, options);
}

/** A picture smoothed over its neighbours, as another build might. */
function blurred({ width, height, data }: PNG): PNG {
  const soft = new PNG({ width, height });
  for (let index = 0; index < data.length; index++) {
    const right = data[index + 4] ?? data[index]!;
    const below = data[index + 4 * width] ?? data[index]!;
    soft.data[index] = (2 * data[index]! + right + below) / 4;
  }
  return soft;
}

const withData = (spec: ChartSpec, datasets: readonly Dataset[]): ChartSpec => ({
  ...spec,
  config: { ...spec.config, data: { ...spec.config.data, datasets } },
});

const cut = (point: number | Point): number | Point =>
  typeof point === 'number'
    ? 0.8 * point
    : { ...point, x: 0.8 * point.x, low: 0.8 * (point.low ?? 0), high: 0.8 * (point.high ?? 0) };

/** What would be wrong with a chart and must be seen in its picture. */
const MUTATIONS: readonly (readonly [what: string, mutate: (spec: ChartSpec) => ChartSpec])[] = [
  [
    'whose numbers are a fifth smaller',
    (spec) => {
      const { datasets } = spec.config.data;
      return withData(
        spec,
        datasets.map((each) => ({ ...each, data: each.data.map(cut) })),
      );
    },
  ],
  [
    'without its first series',
    (spec) => {
      const { datasets } = spec.config.data;
      return withData(
        spec,
        datasets.filter(({ group }) => group !== datasets[0]!.group),
      );
    },
  ],
  [
    'in the colours of another',
    (spec) => {
      const { datasets } = spec.config.data;
      const other = { borderColor: '#882255', backgroundColor: '#88225577' };
      return withData(
        spec,
        datasets.map((each) => ({ ...each, ...other })),
      );
    },
  ],
  [
    'with another title',
    (spec) => ({ ...spec, title: 'Nobody is out, and nobody knows why it should be so' }),
  ],
];

const goldenOf = (id: string): PNG => PNG.sync.read(readFileSync(`tests/golden/charts/${id}.png`));

// UPDATE_GOLDEN=1 npx vitest run tests/charts/golden.test.ts: then look at every picture that git says has changed.
if (process.env.UPDATE_GOLDEN === '1') {
  mkdirSync('tests/golden/charts', { recursive: true });
  for (const [id, spec] of charts) {
    const path = `tests/golden/charts/${id}.png`;
    const now = await pictureOf(spec);
    if (!existsSync(path) || difference(goldenOf(id), now) > 0)
      writeFileSync(path, PNG.sync.write(now, { colorType: 2, deflateLevel: 9 }));
  }
}

test('a file holds the pixels that were drawn', async () => {
  const [, spec] = charts[0]!;
  expect((await pictureOf(spec)).data.equals(drawingOf(spec).data)).toBe(true);
});

const isFull = process.env.AIRBRIDGE_FULL === '1';

describe.each(charts)('the picture %s', (id, spec) => {
  const golden = goldenOf(id);
  // by turns half of them, all in the long form: golden.full.test.ts
  const turn = CHOSEN.indexOf(id) % 2;
  const mutations = MUTATIONS.filter((_, index) => isFull || index % 2 === turn);

  test('is that which was looked at, within what another build of the canvas may do', () => {
    expect(difference(golden, drawingOf(spec))).toBe(0);
    expect(difference(golden, blurred(golden))).toBe(0);
  });

  test.each(mutations)('is told from one %s', (_, mutate) => {
    expect(difference(golden, drawingOf(mutate(spec)))).toBeGreaterThan(0);
  });
});
