import type { Chart } from 'chart.js';
import type { Theme } from '../palette.ts';
import type { Dataset, Extras } from '../spec.ts';
import type { Pen } from './pen.ts';

/** Where and how big a chart is drawn. */
export interface Frame {
  /** `picture`: a file for slides, with title, footer and labels at the lines; `page`: part of the report */
  readonly kind: 'picture' | 'page';
  /** logical pixels */
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** family names, most wanted first */
  readonly font: string;
  /** size of the ordinary text in logical pixels */
  readonly size: number;
}

/** What every plugin of ours is told. */
export interface Context {
  readonly frame: Frame;
  readonly extras: Extras;
}

/** The chart's canvas as a pen. */
export const penOf = (chart: Chart): Pen => chart.ctx as unknown as Pen;

/** Our dataset behind one of the chart's. */
export const datasetAt = (chart: Chart, index: number): Dataset =>
  chart.data.datasets[index] as unknown as Dataset;

/** A frame narrower than this many letters has no room for names beside its marks. */
const NARROW = 42;

/** Whether names stand above their marks, because beside them there is no room. */
export const isNarrow = ({ width, size }: Frame): boolean => width < size * NARROW;

/** Smallest letters on a page, logical pixels. */
const SMALLEST = 12;

/** A font in Chart.js' and the canvas' spelling; on a page never too small to read. */
export function fontOf(frame: Frame, scale = 1, weight: 'normal' | 'bold' = 'normal'): string {
  const least = frame.kind === 'page' ? SMALLEST : 1;
  return `${weight} ${Math.max(least, Math.round(frame.size * scale))}px ${frame.font}`;
}
