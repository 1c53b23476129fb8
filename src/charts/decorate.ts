import type { ChartConfiguration, ChartOptions, Plugin, Scale } from 'chart.js';
import { DARK, onTheme } from './palette.ts';
import type { Context, Frame } from './plugins/context.ts';
import { errorBars } from './plugins/error-bars.ts';
import { KEY_SHARE, keys } from './plugins/keys.ts';
import { legendOptions } from './plugins/legend.ts';
import { marks } from './plugins/marks.ts';
import { paper } from './plugins/paper.ts';
import { rowNames } from './plugins/rows.ts';
import { tooltipOptions } from './plugins/tooltip.ts';
import type { Axis, ChartSpec, Dataset, Extras } from './spec.ts';
import { plain, whole, wrap } from './text.ts';
import { timeTicks } from './time-ticks.ts';

export type { Frame };

/**
 * The Chart.js configuration of a chart in a given place: callbacks, theme, plugins and, in a picture, title, footer
 * and names at the lines. One function for files and for the report, so that both show the same.
 *
 * @param measure width of a text in the frame's ordinary font at a scale (1 = ordinary) and weight
 */
export function decorate(
  spec: ChartSpec,
  frame: Frame,
  options: { readonly measure: (text: string, scale: number) => number },
): ChartConfiguration {
  const extras = spec.config.options.plugins.airbridge;
  const context: Context = { frame, extras };
  const { type, data } = spec.config;
  const whole = {
    type,
    data: { ...data, datasets: data.datasets.map((each) => themed(each, frame)) },
    options: {
      animation: false,
      responsive: frame.kind === 'page',
      maintainAspectRatio: false,
      layout: { padding: padding(frame, extras) },
      interaction: { mode: 'nearest', axis: extras.rows.length > 0 ? 'xy' : 'x', intersect: false },
      scales: scales(spec.config.options.scales, context),
      plugins: { ...headings(spec, frame, options), ...legendOptions(context), ...tooltipOptions(context) },
    } satisfies ChartOptions | Record<string, unknown>,
    plugins: plugins(context),
  };
  return whole as unknown as ChartConfiguration;
}

function plugins(context: Context): Plugin[] {
  const always = [paper(context), marks(context), errorBars()];
  if (context.extras.rows.length > 0) return [...always, rowNames(context)];
  return context.frame.kind === 'picture' ? [...always, keys(context)] : always;
}

function themed(dataset: Dataset, frame: Frame): Dataset {
  if (frame.theme !== DARK) return dataset;
  const { backgroundColor } = dataset;
  return {
    ...dataset,
    borderColor: onTheme(dataset.borderColor, DARK),
    ...(backgroundColor === undefined ? {} : { backgroundColor: onTheme(backgroundColor, DARK) }),
  };
}

function padding(frame: Frame, extras: Extras): Record<string, number> {
  const { size, width } = frame;
  if (frame.kind === 'page') return { top: size * 2, right: size, bottom: 0, left: 0 };
  const keyed = extras.rows.length === 0;
  return { top: size * 0.8, left: size * 0.8, bottom: size * 2.1, right: keyed ? width * KEY_SHARE : size };
}

/** Title and subtitle of a picture, broken into lines that fit; the page has them as text above the chart. */
function headings(
  spec: ChartSpec,
  frame: Frame,
  options: { readonly measure: (text: string, scale: number) => number },
): Record<string, unknown> {
  if (frame.kind === 'page') return { title: { display: false }, subtitle: { display: false } };
  const width = frame.width - 2 * frame.size;
  const broken = (text: string, scale: number): string[] =>
    wrap(plain(text, 400), width, { measure: (part) => options.measure(part, scale), lines: 2 });
  const shared = { display: true, align: 'start', position: 'top' };
  return {
    title: {
      ...shared,
      text: broken(spec.title, 1.35),
      color: frame.theme.ink,
      font: { family: frame.font, size: frame.size * 1.35, weight: 'bold' },
      padding: { top: 4, bottom: 6 },
    },
    subtitle: {
      ...shared,
      text: broken(spec.subtitle, 1),
      color: frame.theme.faint,
      font: { family: frame.font, size: frame.size },
      padding: { top: 0, bottom: frame.size * 2 },
    },
  };
}

function scales(axes: Readonly<Record<string, Axis>>, context: Context): Record<string, unknown> {
  return Object.fromEntries(Object.entries(axes).map(([id, axis]) => [id, scale(axis, context)]));
}

function scale(axis: Axis, context: Context): Record<string, unknown> {
  const { theme, font, size } = context.frame;
  const { write, title, grid, ...rest } = axis;
  const face = { family: font, size };
  return {
    ...rest,
    ...(title === undefined ? {} : { title: { ...title, color: theme.ink, font: face } }),
    grid: { ...grid, color: theme.rule, display: grid?.display ?? write !== 'none' },
    border: { color: theme.faint, display: write !== 'none' && write !== 'rows' },
    ticks: { color: theme.ink, font: face, maxRotation: 0, ...writing(write, context) },
    ...(write === 'time' ? { afterBuildTicks: placeTimeTicks(context) } : {}),
  };
}

/** How an axis writes its numbers. */
function writing(write: Axis['write'], { frame }: Context): Record<string, unknown> {
  if (write === 'none' || write === 'rows') return { display: false };
  if (write === 'time')
    return {
      autoSkip: false,
      callback: (_: unknown, index: number, ticks: Labelled[]) => ticks[index]?.words ?? '',
    };
  const maxTicksLimit = frame.kind === 'picture' ? 7 : 6;
  if (write === 'share') {
    return { maxTicksLimit: 3, callback: (value: number) => `${Math.round(value * 100)} %` };
  }
  return {
    maxTicksLimit,
    callback: (value: number) => (Number.isInteger(value) ? whole(value) : value.toFixed(1)),
  };
}

interface Labelled {
  readonly value: number;
  readonly words: string[];
}

/** Chart.js chooses round numbers of minutes; clocks want round hours. */
function placeTimeTicks({ extras, frame }: Context): (axis: Scale) => void {
  return (axis) => {
    const { clock } = extras;
    if (clock === undefined) return;
    const most = Math.max(2, Math.floor(axis.chart.width / (frame.size * 5.6)));
    const ticks = timeTicks(clock, { from: axis.min, to: axis.max }, most);
    axis.ticks = ticks.map(({ value, label }) => ({ value, words: [...label] }));
  };
}
