import type { Chart, Plugin } from 'chart.js';
import { datasetAt, penOf } from './context.ts';

/** Share of a row's height that its bar takes. */
const BAR = 0.76;

/** Bars of what craft did, each from the beginning of a spell to its end in the row of its craft. */
export function spells(): Plugin {
  return {
    id: 'airbridge-spells',
    beforeDatasetsDraw(chart: Chart): void {
      const x = chart.scales.x;
      if (x === undefined) return;
      const pen = penOf(chart);
      const { left, right } = chart.chartArea;
      chart.data.datasets.forEach((_, index) => {
        const dataset = datasetAt(chart, index);
        const rows = chart.scales[dataset.yAxisID ?? 'y'];
        if (dataset.isSpell !== true || rows === undefined || !chart.isDatasetVisible(index)) return;
        const height = Math.abs(rows.getPixelForValue(1) - rows.getPixelForValue(0)) * BAR;
        pen.fillStyle = dataset.borderColor;
        for (const point of dataset.data) {
          if (typeof point === 'number') continue;
          const from = Math.max(left, x.getPixelForValue(point.low ?? point.x));
          const to = Math.min(right, x.getPixelForValue(point.high ?? point.x));
          if (to > from) pen.fillRect(from, rows.getPixelForValue(point.y) - height / 2, to - from, height);
        }
      });
    },
  };
}
