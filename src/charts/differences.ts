import type { Comparison, MeasureComparison } from '../analysis/compare.ts';
import { formatCount, formatDuration, formatNumber, formatValue } from '../analysis/format.ts';
import type { Summary } from '../analysis/summary.ts';
import { fileName } from './file-name.ts';
import { footer, rowOptions } from './frame.ts';
import { BETTER, NEUTRAL, WORSE } from './palette.ts';
import type { ChartSpec, Dataset, Point, Row } from './spec.ts';
import { plain } from './text.ts';

/** Most rows in one picture; assumed, because more would be smaller than slide text. */
const MOST_ROWS = 8;

/**
 * A variant's paired differences from the base, one row a headline measure, each on its own scale, with its 95 %
 * interval and its verdict in words.
 *
 * @param base summary of the base, for the footer
 * @returns null when no headline measure can be compared
 */
export function differences(comparison: Comparison, base: Summary): ChartSpec | null {
  const headlines = comparison.measures.filter(drawable);
  if (headlines.length === 0) return null;
  const rows = chosen(headlines);
  const [variant, against] = [plain(comparison.variant, 60), plain(comparison.base, 60)];
  const told = headlines.filter(isTold).length;
  const title = `${variant} against ${against}: ${told} of ${headlines.length} headline measures differ`;
  return {
    id: `differences-${fileName(comparison.variant)}`,
    title,
    subtitle: `Paired differences in ${formatCount(comparison.replications, 'replication')} on the same random futures. Whiskers: 95 % interval. Each row has its own scale; dashed: no difference. Blue: better, orange: worse.`,
    alt: `Dot-and-whisker chart. ${title}. ${rows.map((row) => `${row.spec.label}: ${row.verdict}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: { datasets: rows.map(whisker) },
      options: rowOptions(
        rows.map((each) => row(each, base)),
        footer(base),
      ),
    },
    table: {
      columns: ['measure', against, variant, 'difference', '95 % from', '95 % to', 'verdict'],
      rows: headlines.map((each) => cells(each, base)),
    },
  };
}

const drawable = (each: MeasureComparison): boolean => each.spec.headline && each.difference !== null;

const isTold = ({ direction }: MeasureComparison): boolean =>
  ['better', 'worse', 'changed'].includes(direction);

/**
 * The first measure, then those that differ, those of everybody before those of one population or place: what the title counts is
 * there to be seen. The table has them all.
 */
function chosen(headlines: readonly MeasureComparison[]): readonly MeasureComparison[] {
  const rank = (each: MeasureComparison): number =>
    each === headlines[0] ? 0 : 1 + 2 * Number(!isTold(each)) + Number(each.spec.id.includes('.'));
  const first = headlines.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_ROWS);
  return headlines.filter((each) => first.includes(each));
}

/** Scaled so that the farther end of the interval (or the dot) reaches -1 or 1; the sign keeps its side. */
function whisker(each: MeasureComparison, index: number): Dataset {
  const difference = each.difference ?? 0;
  const [low, high] = [each.low ?? difference, each.high ?? difference];
  const reach = Math.max(Math.abs(low), Math.abs(high), Math.abs(difference)) || 1;
  const point: Point = { x: difference / reach, y: index, low: low / reach, high: high / reach };
  const hex = hexOf(each);
  return {
    label: each.spec.label,
    role: 'difference',
    group: each.spec.id,
    data: [point],
    borderColor: hex,
    backgroundColor: hex,
    pointRadius: 9,
    bars: 'x',
  };
}

function hexOf({ direction }: MeasureComparison): string {
  if (direction === 'better') return BETTER;
  return direction === 'worse' ? WORSE : NEUTRAL;
}

function row(each: MeasureComparison, base: Summary): Row {
  const [before, after] = levelsOf(each, base);
  return { label: each.spec.label, levels: `${before} → ${after}`, verdict: brief(each) };
}

/** The interval of a difference that cannot be told stands in the table; the whiskers show it, and may leave zero out. */
const brief = ({ direction, verdict, low, high, family }: MeasureComparison): string => {
  if (direction !== 'none') return verdict;
  const leavesZeroOut = low !== null && high !== null && low * high > 0;
  return `no difference can be told${leavesZeroOut ? ` once all ${family} comparisons are counted` : ''}`;
};

function cells(each: MeasureComparison, base: Summary): readonly string[] {
  const unit = asShare(each) ? '%' : plain(each.spec.unit, 40);
  const gaps = [each.difference, each.low, each.high].map((value) =>
    value === null ? '–' : gap(each, value),
  );
  return [`${plain(each.spec.label, 80)} (${unit})`, ...levelsOf(each, base), ...gaps, plain(each.verdict)];
}

const asShare = ({ basis, spec }: MeasureComparison): boolean =>
  basis === 'happened' || spec.kind === 'indicator' || spec.kind === 'share';

/** Base and variant as their kind asks for: numbers, per cent or local times. */
function levelsOf(each: MeasureComparison, base: Summary): readonly string[] {
  const kind = asShare(each) ? 'share' : each.spec.kind;
  return [each.base, each.variant].map((value) => formatValue({ kind }, value, base.catalogue));
}

/** A difference: hours or minutes between times, percentage points between shares, numbers otherwise. */
function gap(each: MeasureComparison, value: number): string {
  if (asShare(each)) return formatNumber(value * 100, 1);
  return each.spec.kind === 'time' ? formatDuration(value) : formatNumber(value);
}
