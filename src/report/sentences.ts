import { formatAlike, formatPercent, formatValue } from '../analysis/format.ts';
import type { MeasureSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';

/** Most sentences in an answer; assumed, because more are not read. */
const MOST = 6;
const MOST_OF_A_SECTION = 2;

/** The first headlines of each section as sentences: what happened, how well it is known, how far runs spread. */
export function answer(summary: Summary): readonly string[] {
  const headlines = summary.measures.filter(({ spec }) => spec.headline && !spec.id.includes('.'));
  return headlines
    .filter((each) => rankInSection(headlines, each) < MOST_OF_A_SECTION)
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
export function interval({ catalogue }: Summary, { spec, low, high }: MeasureSummary): string {
  if (low === null || high === null) return '';
  const whose = spec.kind === 'indicator' ? '95 % interval' : '95 % interval of the mean';
  return ` (${whose}: ${alike(spec.kind, low, high) ?? ends(spec, [low, high], catalogue)})`;
}

function alike(kind: string, low: number, high: number): string | null {
  if (kind !== 'count' && kind !== 'hours') return null;
  return formatAlike([low, high]).join(' to ');
}

function ends(
  spec: MeasureSummary['spec'],
  values: readonly number[],
  catalogue: Summary['catalogue'],
): string {
  return values.map((value) => formatValue(spec, value, catalogue)).join(' to ');
}

function spread({ catalogue }: Summary, { spec, n, p05, p95 }: MeasureSummary): string {
  if (p05 === null || p95 === null || n === 1) return '';
  if (p05 === p95) return '; the same in nine runs of ten';
  return `; nine runs in ten lie between ${ends(spec, [p05, p95], catalogue).replace(' to ', ' and ')}`;
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
