import type { MeasureSpec } from '../model/outcome.ts';
import { formatAlike, formatNumber, unitFor } from './format.ts';
import type { PairedDifference } from './paired.ts';

/**
 * - `better`, `worse`: a difference is told, in or against the direction a planner wants;
 * - `changed`: a difference is told in a measure that has no wanted direction;
 * - `none`: no difference can be told at 95 %;
 * - `identical`: the same number in every replication.
 */
export type Direction = 'better' | 'worse' | 'changed' | 'none' | 'identical';

/** What a sentence about a difference rests on. */
export interface Finding {
  readonly spec: MeasureSpec;
  readonly paired: PairedDifference;
  readonly replications: number;
  /** adjusted p value; null with fewer than two pairs */
  readonly holm: number | null;
  /** how many comparisons the adjustment counts */
  readonly family: number;
}

const LEVEL = 0.05;

/**
 * Says in one sentence what a paired difference shows, and in which direction. A difference is told only when it stands
 * after all comparisons are counted; the interval in the sentence is that of the measure alone.
 *
 * @example
 * const spec = { id: 'people-out', label: 'People out', unit: 'people', kind: 'count', better: 'more', headline: true, section: 'Evacuees', description: '' };
 * const paired = pairedDifference('count', [100, 120, 90, 110], [103, 124, 92, 115]);
 * judge({ spec, paired, replications: 4, holm: 0.012, family: 1 }).verdict // => 'gets 3.50 more people out (1.45 to 5.55)'
 */
export function judge(finding: Finding): { readonly verdict: string; readonly direction: Direction } {
  const { spec, paired, holm, family } = finding;
  if (paired.isIdentical) return { direction: 'identical', verdict: 'identical in every replication' };
  const { difference, low, high, p } = paired;
  if (difference === null || low === null || high === null || p === null || holm === null) {
    const few =
      paired.pairs < 2
        ? 'one replication cannot tell a difference'
        : `no difference can be told at 95 %: ${alike(finding, difference ?? 0)}`;
    return { direction: 'none', verdict: few };
  }
  if (holm < LEVEL)
    return {
      direction: directionOf(spec, paired, difference),
      verdict: told(finding, difference, low, high),
    };
  const isCounted = p < LEVEL && family > 1;
  const why = isCounted
    ? ` once all ${family} comparisons are counted (${alone(finding, low, high)})`
    : ` (${range(finding, low, high)})`;
  return { direction: 'none', verdict: `no difference can be told at 95 %${why}` };
}

/** Few pairs that all differ by the same. */
function alike(finding: Finding, difference: number): string {
  const wording = wordingOf(finding, Math.abs(difference));
  const [amount] = sizes(wording, [difference]);
  return `${phrase(wording, amount!, difference > 0)} in each of ${finding.paired.pairs} replications, which are too few`;
}

/** The interval of a measure that leaves zero out, where among so many comparisons some do by luck. */
function alone(finding: Finding, low: number, high: number): string {
  const [near, far] = low >= 0 ? [low, high] : [high, low];
  const wording = wordingOf(finding, Math.max(Math.abs(low), Math.abs(high)));
  const [from, to] = sizes(wording, [near, far]);
  const end = phrase(wording, to!, far > 0);
  return `looked at alone: ${low === high ? `${end} in every replication` : `${from} to ${end}`}`;
}

function directionOf(spec: MeasureSpec, paired: PairedDifference, difference: number): Direction {
  if (spec.better === 'neither') return 'changed';
  // A time that comes more often is what one wants of a time that should come early.
  const isUpWanted = paired.basis === 'happened' ? spec.better === 'less' : spec.better === 'more';
  return difference > 0 === isUpWanted ? 'better' : 'worse';
}

/** How differences of a kind are counted and called. */
interface Wording {
  readonly scale: number;
  /** absent where the decimals follow the size */
  readonly decimals?: number;
  readonly up: string;
  readonly down: string;
  /** behind `more` and `fewer`, in the plural; absent where they say it already */
  readonly unit?: string;
  /** stands after the end of an interval */
  readonly suffix: string;
}

function wordingOf({ spec, paired }: Finding, size: number): Wording {
  const points = { scale: 100, decimals: 1, suffix: '' };
  if (paired.basis === 'happened') {
    const of = 'of the replications have it within the run';
    return { ...points, up: `percentage points more ${of}`, down: `percentage points fewer ${of}` };
  }
  switch (spec.kind) {
    case 'indicator':
      return { ...points, up: 'percentage points more likely', down: 'percentage points less likely' };
    case 'share':
      return { ...points, up: 'percentage points more', down: 'percentage points less' };
    case 'time':
      return size < 60
        ? { scale: 1, decimals: 0, up: 'min later', down: 'min earlier', suffix: ' min' }
        : { scale: 1 / 60, decimals: 1, up: 'h later', down: 'h earlier', suffix: ' h' };
    case 'count':
    case 'hours':
      return { scale: 1, up: 'more', down: 'fewer', unit: spec.unit, suffix: '' };
  }
}

/** `120 fewer people`, `1 more person` */
function phrase({ up, down, unit }: Wording, amount: string, isUp: boolean): string {
  const words = `${amount} ${isUp ? up : down}`;
  return unit === undefined ? words : `${words} ${unitFor(amount, unit)}`;
}

/** Whole sentences for the measures that everybody asks about, by the id before its dot. */
const SENTENCES: Readonly<Record<string, (amount: string) => string>> = {
  'people-out': (amount) => `gets ${amount} out`,
  'people-safe': (amount) => `brings ${amount} to a haven`,
  'left-behind': (amount) => `leaves ${amount} behind`,
};

/** Sizes as the wording counts them, all with the same decimals. */
function sizes({ scale, decimals }: Wording, values: readonly number[]): string[] {
  const scaled = values.map((value) => Math.abs(value) * scale);
  return decimals === undefined ? formatAlike(scaled) : scaled.map((value) => formatNumber(value, decimals));
}

function told(finding: Finding, difference: number, low: number, high: number): string {
  const { spec, paired, replications } = finding;
  const wording = wordingOf(finding, Math.abs(difference));
  const [near, far] = difference > 0 ? [low, high] : [high, low];
  const [amount, from, to] = sizes(wording, [difference, near, far]);
  const words = phrase(wording, amount!, difference > 0);
  const sentence = SENTENCES[spec.id.split('.')[0]!]?.(words) ?? words;
  const where =
    paired.pairs < replications ? ` in the ${paired.pairs} of ${replications} replications that have it` : '';
  const each = where === '' ? 'in every replication' : 'in each of them';
  const interval = low === high ? each : `${from} to ${to}${wording.suffix}`;
  return `${sentence}${where} (${interval})`;
}

/** `between 120 fewer people and 300 more people` */
function range(finding: Finding, low: number, high: number): string {
  const wording = wordingOf(finding, Math.max(Math.abs(low), Math.abs(high)));
  const [from, to] = sizes(wording, [low, high]);
  return `between ${phrase(wording, from!, low >= 0)} and ${phrase(wording, to!, high >= 0)}`;
}
