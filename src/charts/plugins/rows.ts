import type { Chart, Plugin } from 'chart.js';
import { plain, wrap } from '../text.ts';
import { type Context, type Frame, fontOf, isNarrow, penOf } from './context.ts';
import { haloText, rule } from './pen.ts';

/** Shares of the plot's width for a row's name and for its verdict; the whiskers stand between them. */
const NAME_SHARE = 0.24;
const VERDICT_SHARE = 0.4;

const LEAD = 1.2;

/**
 * Range of an x axis whose middle part lies between the names and the verdicts.
 *
 * @param isOneSided whether that part is 0 to 1, and not -1 to 1
 * @param nameShare share of the width that the names take; 0 where they stand above the marks
 * @example
 * rowRange().min < -1 && rowRange().max > 1 // => true
 * rowRange(true).min > rowRange().min // => true
 * rowRange(true, 0).min > -0.1 // => true
 */
export function rowRange(
  isOneSided = false,
  nameShare: number = NAME_SHARE,
): { readonly min: number; readonly max: number } {
  const [from, to] = [isOneSided ? -0.05 : -1.15, isOneSided ? 1.1 : 1.15];
  const perUnit = (to - from) / (1 - nameShare - VERDICT_SHARE);
  return { min: from - nameShare * perUnit, max: to + VERDICT_SHARE * perUnit };
}

/** Names to the left of dot-and-whisker rows, or above their marks, verdicts to the right, and the line of no difference. */
export function rowNames(context: Context): Plugin {
  return {
    id: 'airbridge-rows',
    beforeDatasetsDraw(chart: Chart): void {
      drawZero(chart, context.frame);
      if (context.extras.isOneSided !== true) drawSides(chart, context);
    },
    afterDatasetsDraw(chart: Chart): void {
      const { left, right, top, bottom } = chart.chartArea;
      const width = right - left;
      const { rows } = context.extras;
      const step = (bottom - top) / Math.max(1, rows.length);
      const lines = Math.max(1, Math.floor(step / (context.frame.size * LEAD)));
      rows.forEach((row, index) => {
        const y = chart.scales.y?.getPixelForValue(index) ?? 0;
        const start = right - width * VERDICT_SHARE;
        block(chart, context.frame, {
          text: row.label,
          x: left,
          bold: true,
          ...(isNarrow(context.frame)
            ? { y: y - context.frame.size * LEAD, width: start - left - 8, lines: 1 }
            : { y, width: width * NAME_SHARE - 8, lines }),
        });
        block(chart, context.frame, {
          text: `${row.levels}: ${row.verdict}`,
          x: start,
          y,
          width: right - start,
          bold: false,
          lines,
        });
      });
    },
  };
}

function drawZero(chart: Chart, frame: Frame): void {
  const x = chart.scales.x?.getPixelForValue(0) ?? 0;
  const pen = penOf(chart);
  pen.save();
  pen.strokeStyle = frame.theme.faint;
  pen.lineWidth = 2;
  pen.setLineDash([5, 5]);
  rule(pen, [x, chart.chartArea.top], [x, chart.chartArea.bottom]);
  pen.restore();
}

/** Which side of the line is which. */
function drawSides(chart: Chart, { frame, extras }: Context): void {
  const [left, right] = extras.sides ?? ['less', 'more'];
  const x = chart.scales.x?.getPixelForValue(0) ?? 0;
  const pen = penOf(chart);
  pen.save();
  pen.font = fontOf(frame, 0.9);
  pen.fillStyle = frame.theme.faint;
  pen.textBaseline = 'bottom';
  for (const [side, text] of [
    ['right', `← ${left}  `],
    ['left', `  ${right} →`],
  ] as const) {
    pen.textAlign = side;
    pen.fillText(text, x, chart.chartArea.top - 2);
  }
  pen.restore();
}

interface Block {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly bold: boolean;
  /** that fit between this row and the next */
  readonly lines: number;
}

function block(chart: Chart, frame: Frame, at: Block): void {
  const pen = penOf(chart);
  pen.save();
  pen.font = fontOf(frame, 0.95, at.bold ? 'bold' : 'normal');
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  const measure = (part: string): number => pen.measureText(part).width;
  const lines = wrap(plain(at.text), at.width, { measure, lines: at.lines });
  lines.forEach((line, index) => {
    const y = at.y + (index - (lines.length - 1) / 2) * frame.size * LEAD;
    haloText(pen, line, { x: at.x, y, ink: frame.theme.ink, paper: frame.theme.paper });
  });
  pen.restore();
}
