import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import {
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import { decorate, type Frame } from '../decorate.ts';
import { LIGHT } from '../palette.ts';
import { titleSize } from '../plugins/headings.ts';
import type { ChartSpec } from '../spec.ts';
import type { Measure } from '../text.ts';

const FAMILY = 'DejaVu Sans';
const FACES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** Logical size of a slide picture; drawn at twice that many pixels a side. */
export const SLIDE = { width: 1200, height: 675 } as const;

/**
 * Make the shipped font known to the canvas. Without it every label vanishes silently on a machine with no fonts.
 *
 * @throws Error when the package `dejavu-fonts-ttf` or a face of it is missing
 */
export function registerFonts(
  resolve: (name: string) => string = createRequire(import.meta.url).resolve,
): void {
  for (const face of FACES) {
    const path = fontPath(face, resolve);
    if (GlobalFonts.registerFromPath(path, FAMILY) === null) {
      throw new Error(`Cannot draw charts: the font ${path} could not be read. Run npm install again.`);
    }
  }
}

function fontPath(face: string, resolve: (name: string) => string): string {
  const name = `dejavu-fonts-ttf/ttf/${face}`;
  try {
    const path = resolve(name);
    if (existsSync(path)) return path;
  } catch (cause) {
    throw new Error(`Cannot draw charts: the font ${name} is missing. Run npm install again.`, { cause });
  }
  throw new Error(`Cannot draw charts: the font ${name} is missing. Run npm install again.`);
}

/** Widths in a font. Lines are tried out at one width after the other, and to measure a text is dear: each is measured once. */
function measureIn(font: string): Measure {
  const ruler = createCanvas(8, 8).getContext('2d');
  ruler.font = font;
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const { width } = ruler.measureText(text);
    widths.set(text, width);
    return width;
  };
}

/** A canvas of the picture library, raster or SVG, as Chart.js takes it. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/**
 * Draw a chart on a canvas of its logical size, at `ratio` pixels for each logical one.
 *
 * @returns what to call once the picture has been taken off the canvas
 */
export function draw(canvas: Paper, spec: ChartSpec, ratio: number): () => void {
  Chart.register(LineController, ScatterController, LinearScale, LineElement, PointElement, Filler);
  Chart.register(MatrixController, MatrixElement, Legend, Tooltip);
  const frame: Frame = {
    kind: 'picture',
    width: canvas.width,
    height: canvas.height,
    theme: LIGHT,
    font: FAMILY,
    size: Math.round((20 * canvas.width) / SLIDE.width),
  };
  const ordinary = measureIn(`normal ${frame.size}px ${FAMILY}`);
  const bold = measureIn(`bold ${titleSize(frame)}px ${FAMILY}`);
  const config = decorate(spec, frame, { ordinary, bold });
  const chart = new Chart(canvas as never, {
    ...config,
    options: { ...config.options, devicePixelRatio: ratio },
  });
  return () => {
    chart.destroy();
  };
}
