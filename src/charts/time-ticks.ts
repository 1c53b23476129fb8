import { type LocalClock, localTime, roundTimes } from '../analysis/time.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Steps between ticks in minutes, all of which divide a day or are made of days. */
const STEPS = [
  5,
  10,
  15,
  30,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  28 * DAY,
];

/** A tick of a local-time axis: hour above, and the day below where a new one begins. */
export interface TimeTick {
  readonly value: number;
  readonly label: readonly string[];
}

/**
 * Ticks at round local times: `12:00` with the day under the first tick and under each midnight; where ticks are a day
 * apart or more, the weekday above the date, since every tick is a midnight then and a whole day would not fit.
 *
 * @param clock the scenario's start in local time
 * @param range minutes after the start, `from` below `to`
 * @param most ticks that fit, 2 or more
 * @example
 * timeTicks({ start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul' }, { from: 0, to: 720 }, 3)
 * // => [{ value: 0, label: ['12:00', 'Fri 13 Aug'] }, { value: 360, label: ['18:00'] }, { value: 720, label: ['00:00', 'Sat 14 Aug'] }]
 */
export function timeTicks(
  clock: LocalClock,
  range: { readonly from: number; readonly to: number },
  most: number,
): readonly TimeTick[] {
  const span = range.to - range.from;
  const step = STEPS.find((each) => span / each < most) ?? Math.ceil(span / most / (28 * DAY)) * 28 * DAY;
  const ticks: TimeTick[] = [];
  let day = '';
  for (const value of roundTimes(clock, range.to, step)) {
    if (value < range.from) continue;
    const today = localTime(clock, value, 'day');
    const hour = localTime(clock, value, 'clock');
    const below = today === day ? [hour] : [hour, today];
    ticks.push({ value, label: step >= DAY ? [today.slice(0, 3), today.slice(4)] : below });
    day = today;
  }
  return ticks;
}
