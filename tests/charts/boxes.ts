import { createCanvas } from '@napi-rs/canvas';
import { draw, registerFonts, SLIDE } from '../../src/charts/render/canvas.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';

/** A text that was drawn, with its box in logical pixels. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws a chart at a slide's size and notes every text with its box, whatever its direction and alignment. */
export function drawnTexts(spec: ChartSpec): readonly DrawnText[] {
  registerFonts();
  const canvas = createCanvas(SLIDE.width, SLIDE.height);
  const pen = canvas.getContext('2d');
  const texts: DrawnText[] = [];
  const fillText = pen.fillText.bind(pen);
  pen.fillText = (text: string, x: number, y: number, most?: number) => {
    const box = pen.measureText(text);
    const width = Math.min(box.width, most ?? box.width);
    const squeeze = width / box.width;
    const matrix = pen.getTransform();
    const at = (dx: number, dy: number): [number, number] => {
      const point = matrix.transformPoint({ x: x + dx, y: y + dy });
      return [point.x, point.y];
    };
    const corners = [
      at(-box.actualBoundingBoxLeft * squeeze, -box.actualBoundingBoxAscent),
      at(box.actualBoundingBoxRight * squeeze, box.actualBoundingBoxDescent),
    ];
    const xs = corners.map(([px]) => px);
    const ys = corners.map(([, py]) => py);
    texts.push({
      text,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
    fillText(text, x, y);
  };
  draw(canvas, spec, 1);
  return texts;
}

/** Whether two boxes share more than a hair of area. */
export const overlap = (a: DrawnText, b: DrawnText): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
