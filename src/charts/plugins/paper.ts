import type { Chart, Plugin } from 'chart.js';
import { wrap } from '../text.ts';
import { type Context, fontOf, penOf } from './context.ts';

/** White (or the page's) background, and the footer of a picture. */
export function paper(context: Context): Plugin {
  const { frame } = context;
  return {
    id: 'airbridge-paper',
    beforeDraw(chart: Chart): void {
      const pen = penOf(chart);
      pen.save();
      pen.fillStyle = frame.theme.paper;
      pen.fillRect(0, 0, frame.width, frame.height);
      if (frame.kind === 'picture') drawFooter(chart, context);
      pen.restore();
    },
  };
}

function drawFooter(chart: Chart, { frame, extras }: Context): void {
  const pen = penOf(chart);
  pen.font = fontOf(frame, 0.9);
  pen.fillStyle = frame.theme.faint;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  const measure = (text: string): number => pen.measureText(text).width;
  const [line = ''] = wrap(extras.footer, frame.width - 2 * frame.size, { measure, lines: 1 });
  pen.fillText(line, frame.size, frame.height - frame.size * 0.7);
}
