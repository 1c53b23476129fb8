import type { Chart, Plugin } from 'chart.js';
import type { ChartSpec } from '../spec.ts';
import { type Measure, plain, wrap } from '../text.ts';
import { type Context, type Frame, fontOf, penOf } from './context.ts';

const TITLE = 1.35;
const LEAD = 1.25;

/** Title and subtitle of a picture in lines that fit its whole width. */
export interface Headings {
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  /** logical pixels that they take at the top */
  readonly height: number;
}

/**
 * Break a chart's title and subtitle for a frame. Chart.js would squeeze the letters of a line that is too long.
 *
 * @param measure width of a text in the ordinary font; `bold` in the title's
 */
export function headingsOf(
  spec: ChartSpec,
  frame: Frame,
  measure: { readonly ordinary: Measure; readonly bold: Measure },
): Headings {
  const width = frame.width - 2 * frame.size;
  const title = balanced(spec.title, width, { measure: measure.bold, lines: 2 });
  const subtitle = balanced(spec.subtitle, width, { measure: measure.ordinary, lines: 3 });
  const height = frame.size * (1.1 + title.length * TITLE * LEAD + subtitle.length * LEAD);
  return { title, subtitle, height };
}

/** Lines of about one length: a last line of one word looks like a slip. */
function balanced(
  text: string,
  width: number,
  options: { readonly measure: Measure; readonly lines: number },
): readonly string[] {
  const line = plain(text, 400);
  const widest = wrap(line, width, options);
  if (widest.length < 2 || widest.at(-1)?.endsWith('…') === true) return widest;
  for (let narrow = width * 0.7; narrow < width; narrow += width * 0.05) {
    const lines = wrap(line, narrow, { ...options, lines: widest.length + 1 });
    if (lines.length <= widest.length) return lines;
  }
  return widest;
}

/** Size of the title in logical pixels. */
export const titleSize = (frame: Frame): number => Math.round(frame.size * TITLE);

/** Draws title and subtitle over the whole width. */
export function headings(context: Context, lines: Headings): Plugin {
  const { frame } = context;
  return {
    id: 'airbridge-headings',
    afterDraw(chart: Chart): void {
      const pen = penOf(chart);
      pen.save();
      pen.textAlign = 'left';
      pen.textBaseline = 'top';
      let y = frame.size * 0.8;
      pen.font = fontOf(frame, TITLE, 'bold');
      pen.fillStyle = frame.theme.ink;
      for (const line of lines.title) {
        pen.fillText(line, frame.size, y);
        y += frame.size * TITLE * LEAD;
      }
      pen.font = fontOf(frame);
      pen.fillStyle = frame.theme.faint;
      for (const line of lines.subtitle) {
        pen.fillText(line, frame.size, y);
        y += frame.size * LEAD;
      }
      pen.restore();
    },
  };
}
