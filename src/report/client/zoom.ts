import type { Chart } from 'chart.js';

/** The part of the time axis that a chart shows, minutes after the start. */
interface Span {
  readonly min: number;
  readonly max: number;
}

/** Shortest time that can be looked at: an hour. */
const SHORTEST = 60;
/** A drag shorter than this is a click, pixels. */
const CLICK = 6;

/** Looking closer at a part of the hours, and back. */
export interface Zoom {
  /** by a factor around the middle: below 1 closer, above 1 farther */
  by(factor: number): void;
  /** along the axis by a share of what is shown; negative is earlier */
  along(share: number): void;
  reset(): void;
}

/**
 * Lets a chart be zoomed by its x axis, from code and by dragging over it with a mouse.
 *
 * @param tell is told what is shown after each change, minutes after the start
 */
export function zoomOf(chart: Chart, tell?: (from: number, to: number) => void): Zoom {
  const { x: options } = chart.options.scales as { readonly x: { min?: number; max?: number } };
  const whole: Span = { min: options.min ?? 0, max: options.max ?? 1 };
  const shortest = Math.min(SHORTEST, whole.max - whole.min);
  const show = ({ min, max }: Span): void => {
    const length = Math.min(whole.max - whole.min, Math.max(shortest, max - min));
    options.min = Math.min(Math.max(whole.min, min), whole.max - length);
    options.max = options.min + length;
    chart.update();
    tell?.(options.min, options.max);
  };
  const now = (): Span => ({ min: options.min ?? whole.min, max: options.max ?? whole.max });
  listen(chart, show, () => {
    show(whole);
  });
  return {
    by(factor) {
      const { min, max } = now();
      const [middle, half] = [(min + max) / 2, ((max - min) / 2) * factor];
      show({ min: middle - half, max: middle + half });
    },
    along(share) {
      const { min, max } = now();
      const step = (max - min) * share;
      show({ min: min + step, max: max + step });
    },
    reset() {
      show(whole);
    },
  };
}

function listen(chart: Chart, show: (span: Span) => void, reset: () => void): void {
  const { canvas } = chart;
  const box = document.createElement('div');
  box.className = 'drag';
  let from: number | undefined;
  const at = (event: PointerEvent): number => event.clientX - canvas.getBoundingClientRect().left;
  canvas.onpointerdown = (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    from = at(event);
  };
  canvas.onpointermove = (event) => {
    if (from === undefined) return;
    const { top, bottom } = chart.chartArea;
    const [left, right] = [Math.min(from, at(event)), Math.max(from, at(event))];
    box.style.cssText = '';
    Object.assign(box.style, {
      left: `${left}px`,
      width: `${right - left}px`,
      top: `${top}px`,
      height: `${bottom - top}px`,
    });
    canvas.parentElement?.append(box);
  };
  canvas.onpointerup = (event) => {
    if (from === undefined) return;
    const ends = [from, at(event)].map((x) => chart.scales.x?.getValueForPixel(x) ?? 0);
    const isDrag = Math.abs(at(event) - from) > CLICK;
    from = undefined;
    box.remove();
    if (isDrag) show({ min: Math.min(...ends), max: Math.max(...ends) });
  };
  canvas.onpointerleave = () => {
    from = undefined;
    box.remove();
  };
  canvas.ondblclick = reset;
}
