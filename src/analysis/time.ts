/** What is needed to tell local times: any `Catalogue` will do. */
export interface LocalClock {
  /** the start in local time, without zone: `2021-08-13T12:00` */
  readonly start: string;
  /** minutes that local time is ahead of UTC: 270 */
  readonly utcOffset: number;
  /** name of the local time */
  readonly zone: string;
}

/**
 * How an instant is written: `short` Fri 13 Aug 12:00 · `full` Fri 13 Aug 2021 12:00 · `day` Fri 13 Aug · `clock` 12:00 ·
 * `iso` 2021-08-13T12:00+04:30 · `zulu` 130730Z AUG 21, the military date-time group in UTC · `elapsed` H+36:30.
 */
export type TimeStyle = 'short' | 'full' | 'day' | 'clock' | 'iso' | 'zulu' | 'elapsed';

const DAY = 1440;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const START = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * Days from 1 January 1970 to a date of the Gregorian calendar, without the platform's clock.
 * Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 *
 * @param year any whole number
 * @param month 1 to 12
 * @param day of the month, from 1
 * @example
 * daysFromCivil(2021, 8, 13) // => 18852
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The date that lies so many days after 1 January 1970, the inverse of `daysFromCivil`.
 * Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
 *
 * @param days whole number, may be negative
 * @example
 * civilFromDays(18852) // => { year: 2021, month: 8, day: 13 }
 */
export function civilFromDays(days: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The start as minutes after 1 January 1970, 00:00 local time. */
function startMinutes(start: string): number {
  const parts = START.exec(start);
  if (parts === null) throw new RangeError(`a start looks like 2021-08-13T12:00, got ${start}`);
  const [year, month, day, hour, minute] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const days = daysFromCivil(year, month, day);
  const back = civilFromDays(days);
  if (back.month !== month || back.day !== day || hour > 23 || minute > 59) {
    throw new RangeError(`there is no such time as ${start}`);
  }
  return days * DAY + hour * 60 + minute;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `04:30` from 270 */
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function elapsed(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return rest === 0 ? `H${sign}${hours}` : `H${sign}${hours}:${two(rest)}`;
}

/**
 * Writes an instant of a run in local time. The nearest whole minute is taken first, so 23:59.6 is midnight of the next day.
 *
 * @param clock the catalogue, or anything else with `start`, `utcOffset` and `zone`
 * @param minutes after the start, finite
 * @param style `short` unless told
 * @throws RangeError when the start is no date, or the minutes are not finite
 * @example
 * const kabul = { start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul time' };
 * localTime(kabul, 2880) // => 'Sun 15 Aug 12:00'
 * localTime(kabul, 0, 'zulu') // => '130730Z AUG 21'
 * localTime(kabul, 2190, 'elapsed') // => 'H+36:30'
 */
export function localTime(clock: LocalClock, minutes: number, style: TimeStyle = 'short'): string {
  if (!Number.isFinite(minutes)) throw new RangeError(`an instant must be finite, got ${minutes}`);
  const whole = Math.round(minutes);
  if (style === 'elapsed') return elapsed(whole);
  const instant = startMinutes(clock.start) + whole - (style === 'zulu' ? clock.utcOffset : 0);
  const days = Math.floor(instant / DAY);
  const { year, month, day } = civilFromDays(days);
  const time = clockOf(instant - days * DAY);
  // 1 January 1970 was a Thursday.
  const date = `${WEEKDAYS[(((days + 4) % 7) + 7) % 7]} ${day} ${MONTHS[month - 1]}`;
  switch (style) {
    case 'short':
      return `${date} ${time}`;
    case 'full':
      return `${date} ${year} ${time}`;
    case 'day':
      return date;
    case 'clock':
      return time;
    case 'iso':
      return `${year}-${two(month)}-${two(day)}T${time}${clock.utcOffset < 0 ? '-' : '+'}${clockOf(Math.abs(clock.utcOffset))}`;
    case 'zulu':
      return `${two(day)}${time.replace(':', '')}Z ${MONTHS[month - 1]!.toUpperCase()} ${two(year % 100)}`;
  }
}

/**
 * The instants at which the local clock shows a round time, for the ticks of an axis.
 *
 * @param clock the catalogue, or anything else with a `start`
 * @param horizon last instant, minutes after the start, 0 or more
 * @param every minutes between ticks, above 0; counted from local midnight, so 360 gives 00:00, 06:00, 12:00 and 18:00
 * @returns minutes after the start, ascending, 0 to `horizon`
 * @throws RangeError when `every` is not above 0, or the start is no date
 * @example
 * roundTimes({ start: '2021-08-13T10:00', utcOffset: 270, zone: 'Kabul time' }, 1440, 720) // => [120, 840]
 */
export function roundTimes(clock: LocalClock, horizon: number, every: number): number[] {
  if (!(every > 0)) throw new RangeError(`minutes between ticks must be above 0, got ${every}`);
  const sinceMidnight = startMinutes(clock.start) % DAY;
  const times: number[] = [];
  for (let at = Math.ceil(sinceMidnight / every) * every - sinceMidnight; at <= horizon; at += every)
    times.push(at);
  return times;
}
