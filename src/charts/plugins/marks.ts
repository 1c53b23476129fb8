import type { Chart, Plugin } from 'chart.js';
import { type Context, fontOf, penOf } from './context.ts';
import { haloText, rule } from './pen.ts';

/** Vertical lines (end of the window) and horizontal ones (number of stands) with their words. */
export function marks(context: Context): Plugin {
  return {
    id: 'airbridge-marks',
    afterDatasetsDraw(chart: Chart): void {
      const pen = penOf(chart);
      pen.save();
      pen.font = fontOf(context.frame, 0.95);
      for (const mark of context.extras.marks) drawMark(chart, context, mark);
      for (const limit of context.extras.limits) drawLimit(chart, context, limit);
      pen.restore();
    },
  };
}

function drawMark(chart: Chart, context: Context, mark: { at: number; label: string }): void {
  const { theme, size } = context.frame;
  const scale = chart.scales.x;
  if (scale === undefined) return;
  const pen = penOf(chart);
  const { left, top, bottom } = chart.chartArea;
  const x = scale.getPixelForValue(mark.at);
  if (x < left - 1 || x > chart.chartArea.right + 1) return;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.5;
  pen.setLineDash([3, 4]);
  rule(pen, [x, top], [x, bottom]);
  pen.setLineDash([]);
  // Left of its line where there is room, else as far left as it must stand to be read whole.
  const width = pen.measureText(mark.label).width;
  const fitsLeft = x - width - 10 > left;
  const most = chart.width - width - 2;
  pen.textAlign = 'left';
  pen.textBaseline = 'bottom';
  haloText(pen, mark.label, {
    x: fitsLeft ? x - width : Math.max(2, Math.min(x + 4, most)),
    y: top - size * 0.2,
    ink: theme.ink,
    paper: theme.paper,
  });
}

function drawLimit(
  chart: Chart,
  context: Context,
  limit: { axis: string; value: number; label: string },
): void {
  const { theme } = context.frame;
  const scale = chart.scales[limit.axis];
  if (scale === undefined) return;
  const pen = penOf(chart);
  const { left, right } = chart.chartArea;
  const y = scale.getPixelForValue(limit.value);
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 2;
  pen.setLineDash([9, 6]);
  rule(pen, [left, y], [right, y]);
  pen.setLineDash([]);
  if (limit.label === '') return;
  pen.textAlign = 'left';
  pen.textBaseline = 'bottom';
  haloText(pen, limit.label, { x: left + 8, y: y - 3, ink: theme.ink, paper: theme.paper });
}
