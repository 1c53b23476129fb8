import {
  formatAlike,
  formatCount,
  formatNumber,
  formatPercent,
  formatValue,
  withUnit,
} from '../analysis/format.ts';
import { fewRuns } from '../analysis/measures.ts';
import type { MeasureSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { peakBefore, windowIndex } from '../charts/series.ts';

/** Sentences of an answer. */
const SENTENCES = 3;

/**
 * The answer in three sentences: who is out, how force and embassy stand, whether the capital has fallen; where a scenario
 * has one of these not, the next headline instead.
 */
export function answer(summary: Summary): readonly string[] {
  const told = [whoIsOut(summary), forceAndEmbassy(summary), capital(summary)].filter(
    (each) => each !== null,
  );
  const used = told.flatMap(({ uses }) => uses);
  const others = summary.measures.filter(
    ({ spec }) => spec.headline && !spec.id.includes('.') && !used.includes(spec.id),
  );
  const more = others.slice(0, SENTENCES - told.length).map((each) => sentence(summary, each));
  return [...told.map(({ text }) => text), ...more];
}

/** A sentence and the measures it is made of. */
interface Told {
  readonly text: string;
  readonly uses: readonly string[];
}

const find = (summary: Summary, id: string): MeasureSummary | undefined =>
  summary.measures.find(({ spec }) => spec.id === id);

const people = (value: number | null): string => formatNumber(value ?? 0, 0);

/** So many of some: `1 of 40 troops is`. */
const some = (count: number, what: string): string => formatCount(count, `${what} is`, `${what} are`);

function whoIsOut(summary: Summary): Told | null {
  const out = find(summary, 'people-out');
  if (out === undefined) return null;
  const left = find(summary, 'left-behind');
  const when = localTime(summary.catalogue, summary.catalogue.window);
  const rest = left === undefined ? '' : ` and ${formatCount(left.mean ?? 0, 'is', 'are')} left behind`;
  const text = `By ${when}, ${formatCount(out.mean ?? 0, 'person is', 'people are')} out${howSure(summary, out)}${rest}.`;
  return { text, uses: ['people-out', 'left-behind', 'people-safe'] };
}

/** Interval and spread of a count in one bracket; nothing for one run. */
function howSure(summary: Summary, out: MeasureSummary): string {
  const { spec, low, high, p05, p95 } = out;
  if (low === null || high === null) return '';
  const [known, runs] = [pair(summary, spec, [low, high]), pair(summary, spec, [p05, p95])];
  if (isSame(out)) return ' (the same in every run)';
  return ` (95 % interval of the mean: ${known.join(' to ')}; nine runs in ten: ${runs.join(' to ')})`;
}

function forceAndEmbassy(summary: Summary): Told | null {
  const [troops, staff] = [find(summary, 'troops'), find(summary, 'staff-in-compound')];
  const atFirst = summary.series.find(({ spec }) => spec.id === 'staff.compound')?.mean[0];
  const parts = [
    ...(troops === undefined ? [] : [onTheGround(summary, troops.mean ?? 0)]),
    ...(staff === undefined
      ? []
      : [
          `${some(staff.mean ?? 0, `${atFirst === undefined ? '' : `of ${people(atFirst)} `}embassy staff`)} still in the compound`,
        ]),
  ];
  if (parts.length === 0) return null;
  return { text: `By then ${parts.join(', and ')}.`, uses: ['troops', 'staff-in-compound', 'staff-out'] };
}

/** Whether no run differs from another. */
const isSame = ({ min, max }: MeasureSummary): boolean => min === max;

/** Troops against those that were planned, or where most have left again against those that were there. */
function onTheGround(summary: Summary, troops: number): string {
  const planned = plannedTroops(summary);
  const means = summary.series.find(({ spec }) => spec.id === 'troops')?.mean ?? [];
  const most = peakBefore(means, windowIndex(summary));
  if (planned === '' && most !== null)
    return `${some(troops, `of ${people(most)} troops`)} still on the ground`;
  if (planned === '') return `${formatCount(troops, 'soldier is', 'troops are')} on the ground`;
  return `${some(troops, `${planned} troops`)} on the ground`;
}

/** `of 4,350 planned`; nothing where there is no plan. */
function plannedTroops({ catalogue }: Summary): string {
  const plan = catalogue.plans.find(({ series }) => series === 'troops');
  const due = plan?.points.findLast(({ at }) => at <= catalogue.window);
  return due === undefined ? '' : `of ${people(due.value)} planned`;
}

function capital(summary: Summary): Told | null {
  const fallen = find(summary, 'capital-fallen');
  if (fallen === undefined) return null;
  const share = formatPercent(fallen.mean ?? 0);
  const text = `${fallen.spec.label} by then in ${share} of runs${interval(summary, fallen)}.`;
  return { text, uses: ['capital-fallen'] };
}

/** One measure in one sentence. */
export function sentence(summary: Summary, measure: MeasureSummary): string {
  const { kind } = measure.spec;
  const label = measure.spec.label.trim();
  if (kind === 'indicator') {
    return `${label}: in ${formatPercent(measure.mean ?? 0)} of runs${interval(summary, measure)}.`;
  }
  if (kind === 'time') return time(summary, measure);
  if (measure.n > 1 && isSame(measure))
    return `${label}: ${estimate(summary, measure)} (the same in every run).`;
  return `${label}: ${estimate(summary, measure)}${interval(summary, measure)}${spread(summary, measure)}.`;
}

/** The mean in words of its kind, with its unit. */
export function estimate({ catalogue }: Summary, { spec, mean }: MeasureSummary): string {
  const value = formatValue(spec, mean, catalogue);
  return ['count', 'hours'].includes(spec.kind) ? withUnit(value, spec.unit) : value;
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

function spread(summary: Summary, measure: MeasureSummary): string {
  const { spec, n, p05, p95 } = measure;
  if (p05 === null || p95 === null || n === 1) return '';
  const few = fewRuns(measure) === '' ? '' : `, ${fewRuns(measure)}`;
  if (p05 === p95) return `; ${pair(summary, spec, [p05, p95])[0]} in nine runs of ten${few}`;
  return `; nine runs in ten lie between ${pair(summary, spec, [p05, p95]).join(' and ')}${few}`;
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
