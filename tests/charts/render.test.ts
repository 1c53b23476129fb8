import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparePaired } from '../../src/analysis/compare.ts';
import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf, comparisonCharts } from '../../src/charts/index.ts';
import { registerFonts } from '../../src/charts/render/canvas.ts';
import { renderPng, renderSvg } from '../../src/charts/render/index.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';
import { drawnTexts, overlap } from './boxes.ts';
import { HOSTILE, hostile } from './hostile.ts';

const outcomes = kabulLikeOutcomes(20);
const summary = summarise(kabulLike, outcomes, 'kabul');
const late = { ...kabulLike, name: 'kabul-like#force-two-days-late-and-a-name-that-goes-on' };
const lateOutcomes = kabulLikeOutcomes(20, 0.97);
const compared = comparePaired({ catalogue: kabulLike, outcomes }, [
  { catalogue: late, outcomes: lateOutcomes },
]);
const specs = [
  ...chartsOf(summary),
  ...comparisonCharts(compared, [summary, summarise(late, lateOutcomes, 'kabul')]),
];
const first = specs[0] as ChartSpec;

/** Pixels of a picture's region that are nearly black, and all of them. */
async function inkIn(png: Buffer, region: readonly [number, number, number, number]): Promise<number> {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(...region);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 150) dark++;
  }
  return dark;
}

test.each(specs.map((spec) => [spec.id, spec] as const))(
  '%s: no text leaves the slide or runs into another',
  (_, spec) => {
    const texts = drawnTexts(spec);
    expect(texts.length).toBeGreaterThan(5);
    for (const { text, left, top, right, bottom } of texts) {
      expect(left >= 0 && top >= 0 && right <= 1200 && bottom <= 675, text).toBe(true);
    }
    const clashes = texts.flatMap((a, index) =>
      texts.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} | ${b.text}`] : [])),
    );
    expect(clashes).toEqual([]);
  },
);

/** The first picture, drawn once for all tests that look at it. */
let drawn: Buffer;
beforeAll(async () => {
  drawn = await renderPng(first);
});

test('letters are really drawn: the title region of the PNG holds dark pixels, also with no font on the system', async () => {
  expect(await inkIn(drawn, [40, 30, 2200, 60])).toBeGreaterThan(2000);
});

test('the picture is twice 1,200 by 675 pixels on white paper', async () => {
  const image = await loadImage(drawn);
  expect([image.width, image.height]).toEqual([2400, 1350]);
  const pen = createCanvas(8, 8).getContext('2d');
  pen.drawImage(image, 0, 0);
  expect([...pen.getImageData(0, 0, 1, 1).data]).toEqual([255, 255, 255, 255]);
});

test('the same chart gives the same bytes again, as PNG and as SVG', async () => {
  expect((await renderPng(first)).equals(drawn)).toBe(true);
  expect(renderSvg(first)).toBe(renderSvg(first));
});

test('an SVG needs no font: its letters are outlines', () => {
  const svg = renderSvg(first);
  expect(svg).not.toMatch(/<text|font-family/u);
  expect(svg.match(/<path/gu)?.length).toBeGreaterThan(60);
});

test('a missing font is a clear error, not a picture without letters', () => {
  expect(() => {
    registerFonts(() => '/nowhere/DejaVuSans.ttf');
  }).toThrow(/font dejavu-fonts-ttf.* is missing.*npm install/u);
});

/** Names that are long or otherwise measured than others; short ones take no more room than those of a scenario. */
const WIDE = new Set(['with markup', 'from right to left', 'of 500 letters', 'of emoji']);

describe.each(HOSTILE)('a scenario full of the name %s', (kind, name) => {
  const nasty = chartsOf(hostile(summary, name));

  test('stays text in an SVG', () => {
    const svg = renderSvg(nasty[0] as ChartSpec);
    expect(svg).not.toMatch(/<script|<img|onerror="/u);
    expect(svg.match(/<title>[^<]*<\/title>/u)).not.toBeNull();
  });

  test.each((WIDE.has(kind) ? nasty : []).map((spec) => [spec.id, spec] as const))(
    'leaves no text outside the slide: %s',
    (_, spec) => {
      for (const { text, left, top, right, bottom } of drawnTexts(spec)) {
        expect(left >= -1 && top >= 0 && right <= 1201 && bottom <= 675, text).toBe(true);
      }
    },
  );
});
