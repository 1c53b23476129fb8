import { formatNumber } from '../analysis/format.ts';
import type { MeasureSummary, Summary } from '../analysis/summary.ts';
import { CRAFT_KINDS, kindOf, told } from './craft-kinds.ts';
import { footer, runs, windowEnd } from './frame.ts';
import type { Axis, ChartSpec, Dataset } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most fleets in one picture; assumed, because more rows would be thinner than their names. */
const MOST_ROWS = 12;

/** A fleet's hours by kind. */
interface Fleet {
  readonly id: string;
  readonly label: string;
  /** mean craft-hours, in the order of `CRAFT_KINDS` */
  readonly hours: readonly number[];
  readonly total: number;
}

/**
 * What the craft of each fleet did with their time up to the end of the window, as shares of it: a row a fleet.
 *
 * @returns null when there are no craft
 */
export function craftHours(summary: Summary): ChartSpec | null {
  const measures = summary.measures.filter(({ spec }) => spec.id.startsWith('craft-hours.'));
  const all = fleetsOf(measures).filter(({ total }) => total > 0);
  if (all.length === 0) return null;
  const shown = all.toSorted((a, b) => b.total - a.total).slice(0, MOST_ROWS);
  const fleets = all.filter((each) => shown.includes(each));
  const title = sentence(all);
  const few = fleets.length < all.length ? ` The ${fleets.length} largest of ${all.length} fleets.` : '';
  return {
    id: 'craft-hours',
    title,
    subtitle: `Shares of each fleet’s craft-hours, mean of ${runs(summary)}, up to ${windowEnd(summary)}.${few}`,
    alt: `Stacked bars, one for each fleet. ${title}. ${fleets.map((each) => `${each.label}: ${shares(each)}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: {
        datasets: CRAFT_KINDS.map((_, kind) => layerOf(fleets, kind)).filter(({ data }) => data.length > 0),
      },
      options: {
        scales: { x: SHARES, y: rows(fleets) },
        plugins: { airbridge: { marks: [], limits: [], rows: [], panels: [], footer: footer(summary) } },
      },
    },
    table: tableOf(measures),
  };
}

function fleetsOf(measures: readonly MeasureSummary[]): readonly Fleet[] {
  const ids = [...new Set(measures.map(({ spec }) => fleetOf(spec.id)))];
  return ids.map((id) => {
    const mine = measures.filter(({ spec }) => fleetOf(spec.id) === id);
    const hours = CRAFT_KINDS.map((_, kind) =>
      mine
        .filter(({ spec }) => kindOf(stateOf(spec.id)) === kind)
        .reduce((sum, { mean }) => sum + (mean ?? 0), 0),
    );
    const { label } = (mine[0] as MeasureSummary).spec;
    return {
      id,
      label: plain(label.slice(0, label.lastIndexOf(':')), 60),
      hours,
      total: hours.reduce((sum, each) => sum + each, 0),
    };
  });
}

/** The middle part of `craft-hours.<fleet>.<state>`. */
const fleetOf = (id: string): string => id.slice(id.indexOf('.') + 1, id.lastIndexOf('.'));
const stateOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** One kind's piece of every fleet's bar, from where the kinds before it end. */
function layerOf(fleets: readonly Fleet[], kind: number): Dataset {
  const { label, hex } = CRAFT_KINDS[kind]!;
  return {
    label,
    role: 'line',
    group: label,
    isSpell: true,
    data: fleets.flatMap(({ hours, total }, row) => {
      const low = rounded(sumTo(hours, kind) / total);
      const high = rounded(sumTo(hours, kind + 1) / total);
      return high > low ? [{ x: (low + high) / 2, y: row, low, high }] : [];
    }),
    borderColor: hex,
    borderWidth: 10,
    pointRadius: 0,
    pointHoverRadius: 4,
    showLine: false,
  };
}

const sumTo = (values: readonly number[], end: number): number =>
  values.slice(0, end).reduce((sum, each) => sum + each, 0);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const SHARES: Axis = {
  type: 'linear',
  position: 'bottom',
  min: 0,
  max: 1,
  title: { display: true, text: 'share of the fleet’s craft-hours' },
  write: 'share',
};

const rows = (fleets: readonly Fleet[]): Axis => ({
  type: 'linear',
  position: 'left',
  min: -0.6,
  max: fleets.length - 0.4,
  reverse: true,
  write: 'names',
  names: fleets.map(({ label }) => label),
  ticksAt: [...fleets.keys()],
  grid: { display: false },
});

/** The three kinds on which most of the time goes. */
function sentence(fleets: readonly Fleet[]): string {
  const total = fleets.reduce((sum, each) => sum + each.total, 0);
  const hours = CRAFT_KINDS.map((_, kind) => fleets.reduce((sum, each) => sum + (each.hours[kind] ?? 0), 0));
  return `Of ${whole(total)} craft-hour${whole(total) === '1' ? '' : 's'}: ${told(hours, total)}`;
}

const shares = ({ hours, total }: Fleet): string => told(hours, total, CRAFT_KINDS.length);

const tableOf = (measures: readonly MeasureSummary[]): ChartSpec['table'] => ({
  columns: [
    'fleet and what it did',
    'craft-hours',
    '95 % from',
    '95 % to',
    '5 % of runs below',
    '95 % of runs below',
  ],
  rows: measures
    .filter(({ max }) => max !== 0)
    .map(({ spec, mean, low, high, p05, p95 }) => [
      plain(spec.label, 80),
      ...[mean, low, high, p05, p95].map((value) => (value === null ? '–' : formatNumber(value, 1))),
    ]),
});
