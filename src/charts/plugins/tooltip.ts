import type { Chart, TooltipItem } from 'chart.js';
import { formatPercent } from '../../analysis/format.ts';
import { type LocalClock, localTime } from '../../analysis/time.ts';
import type { Dataset, Point, Role, Row } from '../spec.ts';
import { plain, whole, wrap } from '../text.ts';
import { type Context, datasetAt } from './context.ts';

/** What hovering shows: local time, then each line's mean with the runs between 5 % and 95 %. */
export function tooltipOptions(context: Context): Record<string, unknown> {
  const { frame, extras } = context;
  const face = { family: frame.font, size: frame.size };
  return {
    tooltip: {
      enabled: frame.kind === 'page',
      titleFont: face,
      bodyFont: face,
      filter: (item: TooltipItem<'line'>) =>
        !['low', 'high'].includes(datasetAt(item.chart, item.datasetIndex).role),
      callbacks: {
        title: (items: TooltipItem<'line'>[]) => heading(items, context),
        label: (item: TooltipItem<'line'>) =>
          extras.rows.length > 0 ? rowText(item, context) : itemText(item, extras.clock),
      },
    },
  };
}

function heading(items: readonly TooltipItem<'line'>[], { extras }: Context): string {
  const first = items[0];
  if (first === undefined) return '';
  if (extras.rows.length > 0) return plain(rowAt(first, extras)?.label ?? '', 60);
  if (extras.clock !== undefined) return localTime(extras.clock, first.parsed.x ?? 0);
  const tick = first.chart.scales.y?.ticks.find(({ value }) => value === first.parsed.y);
  return datasetAt(first.chart, first.datasetIndex).isSpell === true ? String(tick?.label ?? '') : '';
}

/** Rows stand at 0, 1, 2 … of the axis; one row may have several datasets. */
const rowAt = (item: TooltipItem<'line'>, extras: Context['extras']): Row | undefined =>
  extras.rows[Math.round(item.parsed.y ?? 0)];

function rowText(item: TooltipItem<'line'>, { extras }: Context): string[] {
  const row = rowAt(item, extras);
  return row === undefined ? [] : broken(`${row.levels}: ${row.verdict}`);
}

/** What a craft does, and how long; or what a piece of a bar is, and how much of it. */
function spellText(item: TooltipItem<'line'>, point: Point, clock: LocalClock | undefined): string {
  const { label } = datasetAt(item.chart, item.datasetIndex);
  if (clock === undefined) return `${label}: ${formatPercent((point.high ?? 0) - (point.low ?? 0))}`;
  return `${label}, ${localTime(clock, point.low ?? point.x, 'clock')} to ${localTime(clock, point.high ?? point.x, 'clock')}`;
}

function itemText(item: TooltipItem<'line'>, clock: LocalClock | undefined): string | string[] {
  const dataset = datasetAt(item.chart, item.datasetIndex);
  const point = dataset.data[item.dataIndex];
  if (dataset.isSpell === true && typeof point === 'object') return spellText(item, point, clock);
  const write = writer(item.chart, dataset);
  const label = plain(dataset.label, 40);
  if (point !== undefined && typeof point !== 'number') {
    return [`${label}: ${write(point.y)}${span(point.low, point.high, write)}`, ...broken(point.note ?? '')];
  }
  const [low, high] = [edge(item, dataset, 'low'), edge(item, dataset, 'high')];
  const band = span(low, high, write);
  return `${label}: ${write(point ?? 0)}${band === '' ? '' : `${band} in 90 % of runs`}`;
}

const broken = (text: string): string[] =>
  text === '' ? [] : wrap(plain(text), 46, { measure: (part) => part.length, lines: 4 });

function span(low: number | undefined, high: number | undefined, write: (value: number) => string): string {
  return low === undefined || high === undefined ? '' : ` (${write(low)} to ${write(high)})`;
}

function edge(item: TooltipItem<'line'>, dataset: Dataset, role: Role): number | undefined {
  const datasets = item.chart.data.datasets as unknown as readonly Dataset[];
  const band = datasets.find((each) => each.group === dataset.group && each.role === role);
  const point: number | Point | undefined = band?.data[item.dataIndex];
  return typeof point === 'number' ? point : undefined;
}

/** Axes that end at 1 hold shares; others hold whole things, with a decimal when few. */
function writer(chart: Chart, dataset: Dataset): (value: number) => string {
  if (chart.scales[dataset.yAxisID ?? 'y']?.max === 1) return (value) => `${Math.round(value * 100)} %`;
  return (value) => (Math.abs(value) < 10 && !Number.isInteger(value) ? value.toFixed(1) : whole(value));
}
