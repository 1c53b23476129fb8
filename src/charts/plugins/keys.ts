import type { Chart, Plugin } from 'chart.js';
import type { Dataset, Point } from '../spec.ts';
import { plain, wrap } from '../text.ts';
import { type Context, datasetAt, fontOf, penOf } from './context.ts';
import { type Pen, rule } from './pen.ts';

/** Share of a picture's width that its keys take; assumed, because names of twenty letters fit in two lines. */
export const KEY_SHARE = 0.2;
const LINE = 1.25;

/** A name at the right edge: where its line ends, and where the name may stand without touching another. */
export interface Key {
  readonly dataset: Dataset;
  readonly lines: readonly string[];
  /** where the line or the middle of the layer ends, pixels from the top */
  readonly wanted: number;
  /** pixels */
  readonly height: number;
}

/** Names of lines and layers at their right ends, instead of a legend far away. */
export function keys(context: Context): Plugin {
  return {
    id: 'airbridge-keys',
    afterDraw(chart: Chart): void {
      const pen = penOf(chart);
      pen.save();
      pen.font = fontOf(context.frame);
      const found = keysOf(chart, context);
      const { top, bottom } = chart.chartArea;
      const middles = spread(found, { top, bottom: bottom + context.frame.size * 0.2 });
      found.forEach((key, index) => {
        drawKey(chart, context, { key, middle: middles[index] as number });
      });
      pen.restore();
    },
  };
}

function keysOf(chart: Chart, { frame }: Context): Key[] {
  const pen = penOf(chart);
  const width = frame.width * KEY_SHARE - 3.2 * frame.size;
  const measure = (text: string): number => pen.measureText(text).width;
  return chart.data.datasets
    .map((_, index) => ({ dataset: datasetAt(chart, index), index }))
    .filter(
      ({ dataset, index }) =>
        !['low', 'high', 'echo', 'dot', 'cell'].includes(dataset.role) &&
        chart.isDatasetVisible(index) &&
        isSeen(chart, dataset),
    )
    .map(({ dataset, index }) => {
      const lines = wrap(plain(dataset.label), width, { measure, lines: 3 });
      return { dataset, lines, wanted: endOf(chart, index), height: lines.length * frame.size * LINE + 6 };
    })
    .toSorted((a, b) => a.wanted - b.wanted);
}

/** Thickness of a layer or length of a piece from which on an eye finds it, logical pixels. */
const SEEN = 1.5;

/** Whether a layer is anywhere thick enough, or a piece of a bar long enough, for its colour to be looked up. */
function isSeen(chart: Chart, dataset: Dataset): boolean {
  const sizes = sizesOf(chart, dataset);
  return sizes === null || sizes.some((size) => size >= SEEN);
}

/** Pixels from edge to edge of all that a dataset fills; null for lines and points. */
function sizesOf(chart: Chart, { role, isSpell, data, yAxisID }: Dataset): readonly number[] | null {
  if (isSpell !== true && role !== 'area') return null;
  const scale = isSpell === true ? chart.scales.x : chart.scales[yAxisID ?? 'y'];
  const at = (value: number): number => scale?.getPixelForValue(value) ?? 0;
  return data.map((point) =>
    typeof point === 'number' ? at(0) - at(point) : at(point.high ?? point.x) - at(point.low ?? point.x),
  );
}

/** Where a dataset ends at the right, in pixels; the middle of the last slice for a layer; bars in rows end nowhere, and keep their order. */
function endOf(chart: Chart, index: number): number {
  const dataset = datasetAt(chart, index);
  if (dataset.isSpell === true) return chart.chartArea.top;
  const scale = chart.scales[dataset.yAxisID ?? 'y'];
  if (scale === undefined) return chart.chartArea.top;
  const below = dataset.role === 'area' ? stackedBelow(chart, index) : 0;
  const last = levelOf(dataset.data.at(-1));
  return scale.getPixelForValue(dataset.role === 'area' ? below + last / 2 : last);
}

function stackedBelow(chart: Chart, index: number): number {
  let sum = 0;
  for (let each = 0; each < index; each++) {
    const dataset = datasetAt(chart, each);
    if (dataset.role === 'area' && chart.isDatasetVisible(each)) sum += levelOf(dataset.data.at(-1));
  }
  return sum;
}

const levelOf = (point: number | Point | undefined): number =>
  point === undefined ? 0 : typeof point === 'number' ? point : point.y;

/**
 * Middles for keys in ascending order of where they want to be, as near as can be without overlap: pushed down from
 * the top, then back up from the bottom.
 *
 * @param area pixels between which they must stand; if they do not all fit they run over its top
 */
export function spread(
  found: readonly Pick<Key, 'wanted' | 'height'>[],
  area: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const middles: number[] = [];
  let free = area.top;
  for (const { wanted, height } of found) {
    const middle = Math.max(wanted, free + height / 2);
    middles.push(middle);
    free = middle + height / 2;
  }
  let floor = area.bottom;
  for (let index = found.length - 1; index >= 0; index--) {
    const half = (found[index] as Key).height / 2;
    const middle = Math.min(middles[index] as number, floor - half);
    middles[index] = middle;
    floor = middle - half;
  }
  return middles;
}

function drawKey(chart: Chart, { frame }: Context, placed: { key: Key; middle: number }): void {
  const { key, middle } = placed;
  const pen = penOf(chart);
  const left = frame.width * (1 - KEY_SHARE);
  pen.setLineDash([]);
  const [last = SEEN] = (sizesOf(chart, key.dataset) ?? []).slice(-1);
  if (key.dataset.isSpell !== true && last >= SEEN && left - chart.chartArea.right < frame.size) {
    pen.strokeStyle = frame.theme.faint;
    pen.lineWidth = 1;
    rule(pen, [chart.chartArea.right + 2, key.wanted], [left + frame.size * 0.9, middle]);
  }
  drawSwatch(pen, key.dataset, { x: left + frame.size, y: middle, size: frame.size });
  pen.fillStyle = frame.theme.ink;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  const step = frame.size * LINE;
  key.lines.forEach((line, index) => {
    pen.fillText(line, left + 2.6 * frame.size, middle + (index - (key.lines.length - 1) / 2) * step);
  });
}

function drawSwatch(pen: Pen, dataset: Dataset, at: { x: number; y: number; size: number }): void {
  const width = at.size * 1.2;
  if (dataset.role === 'area') {
    pen.fillStyle = dataset.borderColor;
    pen.fillRect(at.x, at.y - width / 2, width, width);
    return;
  }
  pen.strokeStyle = dataset.borderColor;
  pen.lineWidth = Math.max(3, dataset.borderWidth ?? 3);
  if (dataset.role === 'observed') {
    drawDiamond(pen, dataset, { x: at.x + width / 2, y: at.y, radius: at.size * 0.4 });
    return;
  }
  pen.setLineDash([...(dataset.borderDash ?? [])].map((dash) => dash * 0.6));
  rule(pen, [at.x, at.y], [at.x + width, at.y]);
  pen.setLineDash([]);
}

function drawDiamond(pen: Pen, dataset: Dataset, at: { x: number; y: number; radius: number }): void {
  const { x, y, radius } = at;
  pen.fillStyle = dataset.backgroundColor;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x, y - radius);
  pen.lineTo(x + radius, y);
  pen.lineTo(x, y + radius);
  pen.lineTo(x - radius, y);
  pen.lineTo(x, y - radius);
  pen.fill();
  pen.stroke();
}
