import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { renderPng, renderSvg } from '../../src/charts/render/index.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { seriesSpec } from '../support/outcomes.ts';
import { HOSTILE } from './hostile.ts';
import { chartsWith } from './made.ts';

const levels = [0, 1, 2, 3, 4];
const [chart] = chartsWith([[seriesSpec({ id: 'out' }), levels, levels]]);
const size = { width: 320, height: 180 };

/** The iTXt chunks of a PNG, read as the specification says; each chunk ends in a check sum that pngjs verifies. */
function textsOf(png: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt') {
      const end = data.indexOf(0);
      texts.set(data.toString('latin1', 0, end), data.toString('utf8', end + 5));
    }
    at += length + 12;
  }
  return texts;
}

describe.each(HOSTILE)('a record %s', (_, name) => {
  const record = new Map([
    ['Software', 'airbridge 0.1.0'],
    ['Source', JSON.stringify({ scenario: name, sha256: 'ab12', seed: 'kabul', replications: 200 })],
  ]);

  test('is kept word for word inside a PNG that a strict reader still takes', async () => {
    const png = await renderPng(chart as ChartSpec, { size, record });
    expect(PNG.sync.read(png, { checkCRC: true }).width).toBe(640);
    const texts = textsOf(png);
    expect(texts.get('Source')).toBe(record.get('Source'));
    expect(texts.get('Title')).toBe(chart?.title);
  });

  test('is kept as text inside an SVG', () => {
    const svg = renderSvg(chart as ChartSpec, { size, record });
    const metadata = /<metadata>([^<]*)<\/metadata>/u.exec(svg)?.[1] ?? '';
    expect(metadata).toContain('Software: airbridge 0.1.0');
    expect(metadata).toContain('&quot;replications&quot;:200');
    expect(svg).not.toMatch(/<script|<img/u);
  });
});
