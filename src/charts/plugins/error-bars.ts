import type { Chart, Plugin } from 'chart.js';
import type { Dataset, Point } from '../spec.ts';
import { datasetAt, penOf } from './context.ts';
import { rule } from './pen.ts';

/** Half the width of a whisker's cap in logical pixels. */
const CAP = 7;

/** Whiskers of datasets that have `bars`: along y for published figures, along x for differences. */
export function errorBars(): Plugin {
  return {
    id: 'airbridge-error-bars',
    afterDatasetsDraw(chart: Chart): void {
      const pen = penOf(chart);
      pen.save();
      pen.lineWidth = 3;
      chart.data.datasets.forEach((_, index) => {
        const dataset = datasetAt(chart, index);
        if (dataset.bars === undefined || !chart.isDatasetVisible(index)) return;
        pen.strokeStyle = dataset.borderColor;
        pen.lineWidth = dataset.barWidth ?? 3;
        for (const point of dataset.data) drawBar(chart, dataset, point);
      });
      pen.restore();
    },
  };
}

function drawBar(chart: Chart, dataset: Dataset, point: number | Point): void {
  if (typeof point === 'number' || point.low === undefined || point.high === undefined) return;
  const x = chart.scales.x;
  const y = chart.scales[dataset.yAxisID ?? 'y'];
  if (x === undefined || y === undefined) return;
  const pen = penOf(chart);
  const [px, py] = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)];
  if (dataset.bars === 'y') {
    const [low, high] = [y.getPixelForValue(point.low), y.getPixelForValue(point.high)];
    rule(pen, [px, low], [px, high]);
    for (const end of [low, high]) rule(pen, [px - CAP, end], [px + CAP, end]);
    return;
  }
  const [low, high] = [x.getPixelForValue(point.low), x.getPixelForValue(point.high)];
  rule(pen, [low, py], [high, py]);
  if (dataset.barWidth !== undefined) return;
  for (const end of [low, high]) rule(pen, [end, py - CAP], [end, py + CAP]);
}
