import type { MeasureSpec } from '../model/outcome.ts';
import { type LocalClock, localTime } from './time.ts';

/** decimals that suit numbers of this size: 1,234 · 56.7 · 8.91 · and none where all are whole */
function decimalsFor(...values: readonly number[]): number {
  const size = Math.max(...values.map(Math.abs));
  if (values.every(Number.isInteger) || size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

/**
 * Writes a number with commas between thousands.
 *
 * @param value any finite number; infinite gives `never`
 * @param decimals 0 to 20; when absent, as many as suit its size
 * @example
 * formatNumber(1234567) // => '1,234,567'
 * formatNumber(12.345) // => '12.3'
 * formatNumber(-0.2, 0) // => '0'
 */
export function formatNumber(value: number, decimals: number = decimalsFor(value)): string {
  if (!Number.isFinite(value)) return 'never';
  const text = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = text.split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(text) !== 0 ? '-' : '';
  return fraction === undefined ? sign + grouped : `${sign}${grouped}.${fraction}`;
}

/**
 * Writes how many there are of something.
 *
 * @param count 0 or more, written without decimals
 * @param one what it is called
 * @param many what several are called, with an `s` unless told
 * @example
 * [formatCount(1, 'replication'), formatCount(2000, 'replication')] // => ['1 replication', '2,000 replications']
 * formatCount(1, 'replication is', 'replications are') // => '1 replication is'
 */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 0)} ${Math.round(count) === 1 ? one : many}`;

/** What one is called, of units that do not end in the `s` of a plural. */
const ONE: Readonly<Record<string, string>> = {
  people: 'person',
  parties: 'party',
  staff: 'member of staff',
  troops: 'soldier',
};

/**
 * Writes a number that is text already with the unit behind it.
 *
 * @param amount as it is written
 * @param unit of a measure, in the plural
 * @example
 * [withUnit('1', 'people'), withUnit('1.00', 'people')] // => ['1 person', '1.00 people']
 * [withUnit('1', 'craft-hours'), withUnit('0', 'loads')] // => ['1 craft-hour', '0 loads']
 */
export const withUnit = (amount: string, unit: string): string => `${amount} ${unitFor(amount, unit)}`;

/**
 * What a unit is called behind a number that is text already, where another word stands between them.
 *
 * @param amount as it is written
 * @param unit of a measure, in the plural
 * @example
 * [unitFor('1', 'people'), unitFor('2', 'people')] // => ['person', 'people']
 */
export const unitFor = (amount: string, unit: string): string =>
  amount === '1' ? (ONE[unit] ?? unit.replace(/s$/, '')) : unit;

/**
 * Writes numbers that stand together, all with the same decimals.
 *
 * @param values finite numbers
 * @example
 * formatAlike([2140.4, 1980, 2300]) // => ['2,140', '1,980', '2,300']
 * formatAlike([3.5, 2.25, 4.75]) // => ['3.50', '2.25', '4.75']
 */
export function formatAlike(values: readonly number[]): string[] {
  const decimals = decimalsFor(...values);
  return values.map((value) => formatNumber(value, decimals));
}

/**
 * Writes an estimate with its interval.
 *
 * @example
 * formatInterval(2140.4, 1980.2, 2300.9) // => '2,140 (1,980 to 2,301)'
 */
export function formatInterval(estimate: number, low: number, high: number): string {
  const [middle, from, to] = formatAlike([estimate, low, high]);
  return `${middle} (${from} to ${to})`;
}

/** percent with one decimal below 10 % and above 90 %, where it matters, unless it is whole */
const percentDigits = (share: number): string => {
  const percent = Math.abs(share) * 100;
  const near = percent < 9.95 || (percent >= 90.05 && percent < 100);
  return formatNumber(share * 100, near && Math.abs(percent - Math.round(percent)) > 1e-9 ? 1 : 0);
};

/**
 * Writes a share or probability as a percentage. What is not quite nothing, or not quite everything, never looks like it.
 *
 * @param share 0 to 1 (other numbers are written too)
 * @example
 * formatPercent(0.43) // => '43 %'
 * formatPercent(0.0004) // => 'under 0.1 %'
 * formatPercent(0.9999) // => 'over 99.9 %'
 */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.0005) return 'under 0.1 %';
  if (share < 1 && share > 0.9995) return 'over 99.9 %';
  return `${percentDigits(share)} %`;
}

/**
 * Writes shares that stand together by one rule: whole per cents between 1 and 99 %, with a decimal where two that differ
 * would read alike; the others as when they stand alone.
 *
 * @param shares 0 to 1
 * @example
 * formatPercents([0.87, 0.0996]) // => ['87 %', '10 %']
 * formatPercents([0.812, 0.036, 0.004]) // => ['81 %', '4 %', '0.4 %']
 * formatPercents([0.442, 0.436]) // => ['44.2 %', '43.6 %']
 */
export function formatPercents(shares: readonly number[]): string[] {
  const isWhole = (share: number): boolean => share >= 0.01 && share <= 0.99;
  const whole = shares.filter(isWhole).map((share) => [share, Math.round(share * 100)] as const);
  const isHidden = whole.some(([share, rounded]) =>
    whole.some(([other, alike]) => rounded === alike && Math.abs(share - other) >= 0.0005),
  );
  return shares.map((share) =>
    isWhole(share) ? `${formatNumber(share * 100, isHidden ? 1 : 0)} %` : formatPercent(share),
  );
}

/**
 * Writes a length of time given in minutes, in hours with one decimal, or in minutes below one hour.
 *
 * @param minutes any number; infinite gives `never`
 * @example
 * formatDuration(200) // => '3.3 h'
 * formatDuration(45) // => '45 min'
 * formatDuration(720) // => '12 h'
 */
export function formatDuration(minutes: number): string {
  if (!Number.isFinite(minutes)) return 'never';
  if (Math.abs(minutes) < 59.5) return `${formatNumber(minutes, 0)} min`;
  const hours = Number((minutes / 60).toFixed(1));
  return `${formatNumber(hours, Number.isInteger(hours) ? 0 : 1)} h`;
}

/**
 * Writes one value of a measure as its kind asks for: a local time, a percentage or a number (without its unit).
 *
 * @param spec of the measure
 * @param value null for a time, or a quantile of times, that did not come within the run
 * @param clock the catalogue, for local times
 * @example
 * const clock = { start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul time' };
 * formatValue({ kind: 'time' }, 2880, clock) // => 'Sun 15 Aug 12:00'
 * formatValue({ kind: 'time' }, null, clock) // => 'not within the run'
 * formatValue({ kind: 'indicator' }, 0.25, clock) // => '25 %'
 */
export function formatValue(
  spec: Pick<MeasureSpec, 'kind'>,
  value: number | null,
  clock: LocalClock,
): string {
  if (value === null || !Number.isFinite(value))
    return spec.kind === 'time' ? 'not within the run' : 'not known';
  switch (spec.kind) {
    case 'time':
      return localTime(clock, value);
    case 'share':
    case 'indicator':
      return formatPercent(value);
    case 'count':
    case 'hours':
      return formatNumber(value);
  }
}
