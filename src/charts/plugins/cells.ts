import type { Chart, Plugin } from 'chart.js';
import { type Context, datasetAt, fontOf, penOf } from './context.ts';

/** Writes each cell's number into it, where it fits. */
export function cells({ frame }: Context): Plugin {
  return {
    id: 'airbridge-cells',
    afterDatasetsDraw(chart: Chart): void {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const pen = penOf(chart);
      const size = sizeOf(chart);
      pen.save();
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      for (const [index] of chart.data.datasets.entries()) {
        for (const point of datasetAt(chart, index).data) {
          if (typeof point === 'number' || point.note === undefined) continue;
          pen.font = fontOf(frame, 0.95);
          const wide = pen.measureText(point.note).width;
          if (wide > size.width - 6 || frame.size > size.height) continue;
          pen.fillStyle = point.ink ?? frame.theme.ink;
          pen.fillText(point.note, x.getPixelForValue(point.x), y.getPixelForValue(point.y));
        }
      }
      pen.restore();
    },
  };
}

/** Logical pixels that a cell takes: one step of either axis. */
export function sizeOf(chart: Chart): { readonly width: number; readonly height: number } {
  const step = (axis: 'x' | 'y'): number => {
    const scale = chart.scales[axis];
    return scale === undefined ? 0 : Math.abs(scale.getPixelForValue(1) - scale.getPixelForValue(0));
  };
  return { width: step('x'), height: step('y') };
}
