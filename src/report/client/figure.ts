import {
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { decorate, type Frame } from '../../charts/decorate.ts';
import { DARK, LIGHT, type Theme } from '../../charts/palette.ts';
import type { Axis, ChartSpec } from '../../charts/spec.ts';

Chart.register(LineController, ScatterController, LinearScale, LineElement, PointElement, Filler, Tooltip);

/** A part of a time axis, minutes after the start. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** A chart's place on the page, what the reader has chosen to see there, and the drawing once there is one. */
export interface Figure {
  readonly canvas: HTMLCanvasElement;
  /** the box that keeps the place of the drawing */
  readonly place: HTMLElement;
  spec: ChartSpec;
  /** groups of lines that are switched off */
  readonly hidden: Set<string>;
  /** the hours that are shown; null for all */
  span: Span | null;
  chart: Chart | null;
}

/** What a chart measures on paper, logical pixels: as wide as a sheet of A4 or Letter within its margins. */
const SHEET = { width: 720, height: 380, tall: 470, few: 220 } as const;

/** Whether the reader's screen is dark. */
export const dark: MediaQueryList = matchMedia('(prefers-color-scheme: dark)');

/** The colours of the screen as it is now. */
export const themeNow = (): Theme => (dark.matches ? DARK : LIGHT);

/** The figures of the page in the order of their charts, nothing drawn yet. */
export function figuresOf(specs: readonly ChartSpec[]): readonly Figure[] {
  return specs.flatMap((spec, index) => {
    const canvas = document.getElementById(`chart-${index}`);
    if (!(canvas instanceof HTMLCanvasElement)) return [];
    const place = canvas.parentElement as HTMLElement;
    return [{ canvas, place, spec, hidden: new Set<string>(), span: null, chart: null }];
  });
}

/** Draws a chart as the reader wants it, in place of an earlier drawing; on paper as big as a sheet allows. */
export function draw(figure: Figure, isPrinted = false): Chart {
  forget(figure);
  const { canvas } = figure;
  const frame = frameOf(figure, isPrinted);
  if (isPrinted) [canvas.width, canvas.height] = [frame.width, frame.height];
  const { options, ...config } = configOf(figure, frame);
  const printing = isPrinted ? { responsive: false, devicePixelRatio: 2 } : {};
  const chart = new Chart(canvas, { ...config, options: { ...options, ...printing } });
  figure.chart = chart;
  return chart;
}

/** The drawing of a figure, made now if there is none. */
export const chartOf = (figure: Figure): Chart => figure.chart ?? draw(figure);

/** Wipes a figure's drawing away, if there is one; what the reader has chosen stays. */
export function forget(figure: Figure): void {
  if (figure.chart === null) return;
  figure.chart.destroy();
  figure.chart = null;
  for (const name of ['width', 'height', 'style']) figure.canvas.removeAttribute(name);
}

/** A place on the screen is as big as the page leaves it; one on paper is told. */
function frameOf({ place }: Figure, isPrinted: boolean): Frame {
  const has = (name: string): boolean => place.classList.contains(name);
  const high = has('tall') || has('rows') ? SHEET.tall : has('few') ? SHEET.few : SHEET.height;
  const sheet = { width: SHEET.width, height: high };
  const { width, height } = isPrinted ? sheet : { width: place.clientWidth, height: place.clientHeight };
  return {
    kind: 'page',
    width,
    height,
    theme: isPrinted ? LIGHT : themeNow(),
    font: getComputedStyle(document.body).fontFamily,
    size: width < 600 ? 12 : 14,
  };
}

function configOf({ canvas, spec, hidden, span }: Figure, frame: Frame): ChartConfiguration {
  const pen = canvas.getContext('2d');
  const measure = (text: string): number => pen?.measureText(text).width ?? 0;
  const shown = span === null ? spec : withAxis(spec, (axis) => ({ ...axis, ...span }));
  const config = decorate(shown, frame, { ordinary: measure, bold: measure });
  const datasets = config.data.datasets.map((dataset, index) => ({
    ...dataset,
    hidden: hidden.has(spec.config.data.datasets[index]?.group ?? ''),
  }));
  return { ...config, data: { ...config.data, datasets } };
}

/** A chart with another x axis. */
export function withAxis({ config, ...words }: ChartSpec, change: (axis: Axis) => Axis): ChartSpec {
  const { scales, plugins } = config.options;
  const changed = Object.entries(scales).map(([id, axis]): [string, Axis] => [
    id,
    id === 'x' ? change(axis) : axis,
  ]);
  return { ...words, config: { ...config, options: { scales: Object.fromEntries(changed), plugins } } };
}
