import type { Axis } from '../../charts/spec.ts';
import { chartOf, draw, type Figure, type Span } from './figure.ts';

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
export function zoomOf(figure: Figure, tell: (span: Span) => void): Zoom {
  const axis: Axis | undefined = figure.spec.config.options.scales.x;
  const [first, last] = [axis?.min ?? 0, axis?.max ?? 1];
  const whole: Span = { min: first, max: last };
  const shortest = Math.min(SHORTEST, last - first);
  const show = ({ min, max }: Span): void => {
    const length = Math.min(last - first, Math.max(shortest, max - min));
    const from = Math.min(Math.max(first, min), last - length);
    figure.span = { min: from, max: from + length };
    draw(figure);
    tell(figure.span);
  };
  const now = (): Span => figure.span ?? whole;
  listen(figure, show, () => {
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

function listen(figure: Figure, show: (span: Span) => void, reset: () => void): void {
  const { canvas, place } = figure;
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
    const { top, bottom } = chartOf(figure).chartArea;
    const [left, right] = [Math.min(from, at(event)), Math.max(from, at(event))];
    box.style.cssText = '';
    Object.assign(box.style, {
      left: `${left}px`,
      width: `${right - left}px`,
      top: `${top}px`,
      height: `${bottom - top}px`,
    });
    place.append(box);
  };
  canvas.onpointerup = (event) => {
    if (from === undefined) return;
    const { x } = chartOf(figure).scales;
    const ends = [from, at(event)].map((pixel) => x?.getValueForPixel(pixel) ?? 0);
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
