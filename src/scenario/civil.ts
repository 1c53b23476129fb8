/**
 * Civil date arithmetic on the proleptic Gregorian calendar, without zones and without the platform's clock.
 * A civil time is a whole number of minutes since 1970-01-01T00:00 on the local clock.
 */

const MINUTES_PER_DAY = 1440;

/** A calendar date and time of day. */
export interface CivilTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
  /** 0 to 23 */
  readonly hour: number;
  /** 0 to 59 */
  readonly minute: number;
}

/**
 * Days from 1970-01-01 to a date. The year is taken to begin in March, so that the leap day is its last.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
 */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The date that lies `days` after 1970-01-01. Source: as above, `civil_from_days`. */
const civilFromDays = (days: number): { year: number; month: number; day: number } => {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * Days of a month.
 *
 * @param year any whole year
 * @param month 1 to 12
 * @example
 * daysInMonth(2021, 2) // => 28
 * daysInMonth(2000, 2) // => 29
 */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/**
 * Minutes from 1970-01-01T00:00 to a civil time.
 *
 * @param time a date that exists and a time of day
 * @example
 * civilMinutes({ year: 1970, month: 1, day: 2, hour: 0, minute: 5 }) // => 1445
 */
export const civilMinutes = ({ year, month, day, hour, minute }: CivilTime): number =>
  daysFromCivil(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A civil time as it is written in a file.
 *
 * @param minutes minutes since 1970-01-01T00:00, of a year from 0 to 9999
 * @example
 * formatCivil(1445) // => '1970-01-02T00:05'
 */
export const formatCivil = (minutes: number): string => {
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const { year, month, day } = civilFromDays(days);
  const rest = Math.floor(minutes - days * MINUTES_PER_DAY);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
};
