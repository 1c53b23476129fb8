import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartSpec } from '../spec.ts';
import { draw, registerFonts, SLIDE } from './canvas.ts';
import { withTexts } from './png.ts';
import { settled, withWords } from './svg.ts';

/** How a picture is to be made. */
export interface PictureOptions {
  /** logical pixels; a PNG has twice as many a side. A slide of 1200 by 675 unless told */
  readonly size?: { readonly width: number; readonly height: number };
  /** words to keep inside the file, by keyword: `Software`, `Source`, `Comment` … */
  readonly record?: ReadonlyMap<string, string>;
}

/**
 * A chart as PNG, the same bytes for the same chart. Title, description and record are text chunks of the file. It is drawn at once and
 * packed, which takes twice as long, in a thread of the library, so that the next picture can be drawn meanwhile.
 *
 * @throws Error when the shipped font is missing
 */
export async function renderPng(spec: ChartSpec, options: PictureOptions = {}): Promise<Buffer> {
  registerFonts();
  const { width, height } = options.size ?? SLIDE;
  const canvas = createCanvas(width, height);
  const release = draw(canvas, spec, 2);
  const png = await canvas.encode('png');
  release();
  return withTexts(
    png,
    new Map([['Title', spec.title], ['Description', spec.alt], ...(options.record ?? [])]),
  );
}

/**
 * A chart as SVG whose letters are outlines, so that it looks the same where no font is installed; its words are in
 * `title` and `desc` for screen readers and search, the record in `metadata`.
 *
 * @throws Error when the shipped font is missing
 */
export function renderSvg(spec: ChartSpec, options: PictureOptions = {}): string {
  registerFonts();
  const { width, height } = options.size ?? SLIDE;
  const canvas = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths);
  const release = draw(canvas, spec, 1);
  const svg = canvas.getContent().toString('utf8');
  release();
  return withWords(settled(svg), spec, options.record ?? new Map());
}
