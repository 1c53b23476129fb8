import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartSpec } from '../spec.ts';
import { draw, registerFonts, SLIDE } from './canvas.ts';
import { settled, withTitle } from './svg.ts';

/**
 * A chart as PNG, the same bytes for the same chart.
 *
 * @param size logical pixels; the file has twice as many a side. Default 1200 by 675, a slide.
 * @throws Error when the shipped font is missing
 */
export function renderPng(spec: ChartSpec, size: { width: number; height: number } = SLIDE): Buffer {
  registerFonts();
  const canvas = createCanvas(size.width, size.height);
  const release = draw(canvas, spec, 2);
  const png = canvas.toBuffer('image/png');
  release();
  return png;
}

/**
 * A chart as SVG whose letters are outlines, so that it looks the same where no font is installed; its words are in
 * `title` and `desc` for screen readers and search.
 *
 * @throws Error when the shipped font is missing
 */
export function renderSvg(spec: ChartSpec, size: { width: number; height: number } = SLIDE): string {
  registerFonts();
  const canvas = createCanvas(size.width, size.height, SvgExportFlag.ConvertTextToPaths);
  const release = draw(canvas, spec, 1);
  const svg = canvas.getContent().toString('utf8');
  release();
  return withTitle(settled(svg), spec);
}
