import { formatAlike, formatPercent, formatValue } from '../analysis/format.ts';
import type { MeasureSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';

/** Most sentences in an answer; assumed, because more are not read. */
const MOST = 6;
const MOST_OF_A_SECTION = 2;

/** Ids of the model's measures that the founding question asks for, in the order of asking. */
const ASKED: readonly string[] = [
  'people-out',
  'left-behind',
  'troops',
  'staff-in-compound',
  'compound-cleared',
  'capital-fallen',
];

/** What is asked first, then the first headlines of each section, as sentences with intervals and spreads. */
export function answer(summary: Summary): readonly string[] {
  const headlines = summary.measures.filter(({ spec }) => spec.headline && !spec.id.includes('.'));
  const rank = ({ spec }: MeasureSummary): number =>
    ASKED.includes(spec.id) ? ASKED.indexOf(spec.id) : ASKED.length;
  return headlines
    .filter((each) => ASKED.includes(each.spec.id) || rankInSection(headlines, each) < MOST_OF_A_SECTION)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    .map((each) => sentence(summary, each));
}

const rankInSection = (headlines: readonly MeasureSummary[], measure: MeasureSummary): number =>
  headlines.filter((each) => each.spec.section === measure.spec.section).indexOf(measure);

/** One measure in one sentence. */
export function sentence(summary: Summary, measure: MeasureSummary): string {
  const { kind } = measure.spec;
  const label = measure.spec.label.trim();
  if (kind === 'indicator') {
    return `${label}: in ${formatPercent(measure.mean ?? 0)} of runs${interval(summary, measure)}.`;
  }
  if (kind === 'time') return time(summary, measure);
  return `${label}: ${estimate(summary, measure)}${interval(summary, measure)}${spread(summary, measure)}.`;
}

/** The mean in words of its kind, with its unit. */
export function estimate({ catalogue }: Summary, { spec, mean }: MeasureSummary): string {
  const value = formatValue(spec, mean, catalogue);
  return ['count', 'hours'].includes(spec.kind) ? `${value} ${spec.unit}` : value;
}

/** ` (95 % interval of the mean: 4,190 to 4,270)`; nothing when there is none. */
export function interval(summary: Summary, { spec, low, high }: MeasureSummary): string {
  if (low === null || high === null) return '';
  const whose = spec.kind === 'indicator' ? '95 % interval' : '95 % interval of the mean';
  return ` (${whose}: ${pair(summary, spec, [low, high]).join(' to ')})`;
}

/** Two values of a measure that stand together, with the same decimals where they are plain numbers. */
export function pair(
  { catalogue }: Summary,
  spec: MeasureSummary['spec'],
  values: readonly [number | null, number | null],
): readonly string[] {
  const [first, second] = values;
  const isPlain = spec.kind === 'count' || spec.kind === 'hours';
  if (isPlain && first !== null && second !== null) return formatAlike([first, second]);
  return values.map((value) => formatValue(spec, value, catalogue));
}

function spread(summary: Summary, { spec, n, p05, p95 }: MeasureSummary): string {
  if (p05 === null || p95 === null || n === 1) return '';
  if (p05 === p95) return '; the same in nine runs of ten';
  return `; nine runs in ten lie between ${pair(summary, spec, [p05, p95]).join(' and ')}`;
}

/** A time that may not come: how often it does, and when in the middle run. */
function time({ catalogue }: Summary, measure: MeasureSummary): string {
  const { spec, happened, happenedLow, happenedHigh, p50 } = measure;
  if (happened === 0) return `${spec.label}: not in any run by ${localTime(catalogue, catalogue.horizon)}.`;
  const odds = `${spec.label}: in ${formatPercent(happened)} of runs (95 % interval: ${formatPercent(happenedLow)} to ${formatPercent(happenedHigh)})`;
  const middle =
    p50 === null
      ? 'in half of the runs not within the run'
      : `in half of the runs by ${localTime(catalogue, p50)}`;
  return `${odds}; ${middle}.`;
}
