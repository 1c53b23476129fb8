import type { Chart, ChartConfiguration, ChartOptions, Plugin, Scale } from 'chart.js';
import { DARK, onTheme } from './palette.ts';
import { cells, sizeOf } from './plugins/cells.ts';
import { type Context, type Frame, fontOf, isNarrow } from './plugins/context.ts';
import { errorBars } from './plugins/error-bars.ts';
import { type Headings, headings, headingsOf } from './plugins/headings.ts';
import { KEY_SHARE, keys } from './plugins/keys.ts';
import { marks } from './plugins/marks.ts';
import { panelAir, panelColumn, panelNames } from './plugins/panel-names.ts';
import { paper } from './plugins/paper.ts';
import { rowNames, rowRange } from './plugins/rows.ts';
import { spells } from './plugins/spells.ts';
import { tooltipOptions } from './plugins/tooltip.ts';
import type { Axis, ChartSpec, Dataset } from './spec.ts';
import { type Measure, outerWords, whole, wrap } from './text.ts';
import { timeTicks } from './time-ticks.ts';

export type { Frame };

/**
 * The Chart.js configuration of a chart in a given place: callbacks, theme, plugins and, in a picture, title, footer
 * and names at the lines. One function for files and for the report, so that both show the same.
 *
 * @param measure width of a text in the frame's ordinary font, and in that of a picture's title
 */
export function decorate(
  spec: ChartSpec,
  frame: Frame,
  measure: { readonly ordinary: Measure; readonly bold: Measure },
): ChartConfiguration {
  const extras = spec.config.options.plugins.airbridge;
  const context: Context = { frame, extras };
  const words = frame.kind === 'picture' ? headingsOf(spec, frame, measure) : null;
  const { type, data } = spec.config;
  const whole = {
    type,
    data: { ...data, datasets: data.datasets.map((each) => sized(themed(each, frame))) },
    options: {
      animation: false,
      responsive: frame.kind === 'page',
      maintainAspectRatio: false,
      layout: { padding: padding(context, words) },
      interaction: { mode: 'nearest', axis: extras.rows.length > 0 ? 'xy' : 'x', intersect: false },
      scales: scales(spec.config.options.scales, context),
      plugins: { legend: { display: false }, ...tooltipOptions(context) },
    } satisfies ChartOptions | Record<string, unknown>,
    plugins: plugins(context, words),
  };
  return whole as unknown as ChartConfiguration;
}

function plugins(context: Context, words: Headings | null): Plugin[] {
  const hasRows = context.extras.rows.length > 0;
  return [
    paper(context),
    marks(context),
    spells(),
    errorBars(),
    cells(context),
    panelNames(context),
    ...(hasRows ? [rowNames(context)] : []),
    ...(words === null ? [] : [headings(context, words)]),
    ...(words === null || namesItself(context) ? [] : [keys(context)]),
  ];
}

/** Whether rows, panels or axes carry all names, so that no key at the right is needed. */
const namesItself = ({ extras }: Context): boolean =>
  extras.isKeyless === true || extras.rows.length + extras.panels.length > 0;

/** Cells of a heat map take the place between the steps of both axes. */
function sized(dataset: Dataset): Dataset {
  if (dataset.role !== 'cell') return dataset;
  const width = ({ chart }: { chart: Chart }): number => sizeOf(chart).width;
  const height = ({ chart }: { chart: Chart }): number => sizeOf(chart).height;
  return { ...dataset, width, height } as Dataset;
}

function themed(dataset: Dataset, frame: Frame): Dataset {
  if (frame.theme !== DARK) return dataset;
  const { backgroundColor } = dataset;
  return {
    ...dataset,
    borderColor: onTheme(dataset.borderColor, DARK),
    ...(typeof backgroundColor === 'string' ? { backgroundColor: onTheme(backgroundColor, DARK) } : {}),
  };
}

/** Room for headings, footer and keys of a picture, and for the words above the plot. */
function padding(context: Context, words: Headings | null): Record<string, number> {
  const { size, width } = context.frame;
  const column = panelColumn(context);
  if (words === null) return { top: size * 2, right: size, bottom: 0, left: column };
  const right = namesItself(context) ? size * 2 : width * KEY_SHARE;
  return { top: words.height + size * 1.7, left: Math.max(size * 0.8, column), bottom: size * 2.1, right };
}

function scales(axes: Readonly<Record<string, Axis>>, context: Context): Record<string, unknown> {
  const { extras, frame } = context;
  const hasNamesAbove = extras.rows.length > 0 && isNarrow(frame);
  const wider = hasNamesAbove ? rowRange(extras.isOneSided, 0) : {};
  return Object.fromEntries(
    Object.entries(axes).map(([id, axis]) => [id, scale(id === 'x' ? { ...axis, ...wider } : axis, context)]),
  );
}

function scale(axis: Axis, context: Context): Record<string, unknown> {
  const { theme, font, size } = context.frame;
  const { write, title, grid, ticksAt: _, names: _names, ...rest } = axis;
  const face = { family: font, size };
  return {
    ...rest,
    ...(title === undefined ? {} : { title: { ...title, color: theme.ink, font: face } }),
    grid: { ...grid, color: theme.rule, display: grid?.display ?? write !== 'none' },
    border: { color: theme.faint, display: write !== 'none' && write !== 'rows' },
    ticks: { color: theme.ink, font: face, maxRotation: 0, ...writing(axis, context) },
    ...placing(axis, context),
    ...(axis.stack === undefined ? {} : panelScale(axis, context)),
  };
}

/** The axis of a panel. Chart.js leaves it a share of the width that shrinks with the number of panels: too little. */
function panelScale({ max = 1 }: Axis, context: Context): Record<string, unknown> {
  return {
    max: max * panelAir(context),
    afterFit: (axis: Scale) => {
      const { ctx } = axis.chart;
      ctx.save();
      ctx.font = fontOf(context.frame);
      const widths = axis.ticks.map(({ label }) => ctx.measureText(String(label ?? '')).width);
      ctx.restore();
      axis.width = Math.max(axis.width, ...widths.map((width) => width + context.frame.size));
    },
  };
}

/** How an axis writes its numbers. */
function writing({ write, names }: Axis, { frame }: Context): Record<string, unknown> {
  if (write === 'names') {
    return {
      autoSkip: false,
      callback: (value: number) => inLines(names?.[value] ?? '', names?.length ?? 0, frame),
    };
  }
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
    precision: 0,
    callback: (value: number) => (Number.isInteger(value) ? whole(value) : value.toFixed(1)),
  };
}

/** A name of a row in two lines where rows are few, and in one that is cut where they are many. */
function inLines(name: string, rows: number, frame: Frame): string | string[] {
  if (rows > MOST_ROWS_OF_TWO[frame.kind]) return outerWords(name, isNarrow(frame) ? 16 : 30);
  return wrap(name, isNarrow(frame) ? 15 : 24, { measure: (text) => text.length, lines: 2 });
}

/** Most rows between which two lines of a name fit. */
const MOST_ROWS_OF_TWO = { picture: 7, page: 10 } as const;

interface Labelled {
  readonly value: number;
  readonly words: string[];
}

/** Ticks that are not Chart.js' own choice. */
function placing({ write, ticksAt }: Axis, context: Context): Record<string, unknown> {
  if (write === 'time') return { afterBuildTicks: placeTimeTicks(context) };
  if (ticksAt === undefined) return {};
  return {
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = ticksAt.map((value) => ({ value }));
    },
  };
}

/** Minutes. */
const DAY = 24 * 60;
/** Width of `18 Aug` and a blank, in sizes of its font. */
const TICK_LETTERS = 4.4;
/** Width of `Fri 13 Aug` and a blank. */
const DAY_LETTERS = 6;

/** `Fri 13 Aug` without its month. */
const shorter = (day: string): string => day.slice(0, day.lastIndexOf(' '));

/** Chart.js chooses round numbers of minutes; clocks want round hours. */
function placeTimeTicks({ extras, frame }: Context): (axis: Scale) => void {
  return (axis) => {
    const { clock } = extras;
    if (clock === undefined) return;
    // Half of the first and half of the last stand beside the axis, so that there is one more than fits on it.
    const most = Math.max(2, Math.floor(axis.width / (frame.size * TICK_LETTERS)) + 1);
    const ticks = timeTicks(clock, { from: axis.min, to: axis.max }, most);
    const step = (ticks[1]?.value ?? 0) - (ticks[0]?.value ?? 0);
    // Where the first midnight comes right after the start, two days would stand wall to wall: the first loses its month.
    const isTight =
      step < DAY &&
      ticks[1]?.label.length === 2 &&
      (step * axis.width) / (axis.max - axis.min) < frame.size * DAY_LETTERS;
    axis.ticks = ticks.map(({ value, label: [hour = '', day] }, index) => {
      const words = day === undefined ? [hour] : [hour, index === 0 && isTight ? shorter(day) : day];
      return { value, words };
    });
  };
}
