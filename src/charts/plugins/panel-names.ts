import type { Chart, Plugin } from 'chart.js';
import type { Panel } from '../spec.ts';
import { plain, wrap } from '../text.ts';
import { type Context, fontOf, isNarrow, penOf } from './context.ts';
import { haloText } from './pen.ts';

const LEAD = 1.2;
/** Share of the width that the words of panels take at the left; assumed, because names of twenty letters fit in two lines. */
const COLUMN = 0.29;
/** Logical pixels at the left for the words of panels; 0 where they stand above the levels, or there are none. */
export const panelColumn = ({ frame, extras }: Context): number =>
  extras.panels.length === 0 || isNarrow(frame) ? 0 : frame.width * COLUMN;

/** How much higher a panel must reach so that words of one line stand above its levels; 1 where they stand beside them. */
export function panelAir({ frame, extras }: Context): number {
  if (extras.panels.length === 0 || !isNarrow(frame)) return 1;
  const height = (frame.height - frame.size * 8) / extras.panels.length;
  return 1 / Math.max(0.4, 1 - (frame.size * 1.1) / height);
}

/** The words of panels that stand one above the other: what each shows, then what is to be seen in it. */
export function panelNames(context: Context): Plugin {
  return {
    id: 'airbridge-panel-names',
    afterDatasetsDraw(chart: Chart): void {
      const pen = penOf(chart);
      pen.save();
      pen.textAlign = 'left';
      for (const panel of context.extras.panels) {
        if (isNarrow(context.frame)) drawAbove(chart, context, panel);
        else drawBeside(chart, context, panel);
      }
      pen.restore();
    },
  };
}

function drawBeside(chart: Chart, context: Context, panel: Panel): void {
  const { frame } = context;
  const scale = chart.scales[panel.axis];
  if (scale === undefined) return;
  const pen = penOf(chart);
  const measure = (text: string): number => pen.measureText(text).width;
  const width = panelColumn(context) - frame.size * 1.3;
  const most = Math.max(1, Math.floor((scale.bottom - scale.top) / (frame.size * LEAD)));
  pen.font = fontOf(frame, 1, 'bold');
  const names = wrap(plain(panel.label, 120), width, { measure, lines: Math.min(2, most) });
  pen.font = fontOf(frame, 0.9);
  const room = most - names.length;
  const notes = room < 1 ? [] : wrap(plain(panel.note, 160), width, { measure, lines: room });
  const lines = [...names, ...notes];
  pen.textBaseline = 'middle';
  const middle = (scale.top + scale.bottom) / 2;
  lines.forEach((line, index) => {
    const isName = index < names.length;
    pen.font = isName ? fontOf(frame, 1, 'bold') : fontOf(frame, 0.9);
    pen.fillStyle = isName ? frame.theme.ink : frame.theme.faint;
    pen.fillText(line, frame.size * 0.8, middle + (index - (lines.length - 1) / 2) * frame.size * LEAD);
  });
}

function drawAbove(chart: Chart, { frame }: Context, panel: Panel): void {
  const scale = chart.scales[panel.axis];
  if (scale === undefined) return;
  const { left, right } = chart.chartArea;
  const pen = penOf(chart);
  pen.font = fontOf(frame, 1, 'bold');
  pen.textBaseline = 'top';
  const measure = (text: string): number => pen.measureText(text).width;
  const [name = ''] = wrap(plain(panel.label, 120), right - left - frame.size, { measure, lines: 1 });
  const { ink, paper } = frame.theme;
  haloText(pen, name, { x: left + frame.size * 0.4, y: scale.top + 1, ink, paper });
}
