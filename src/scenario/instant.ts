import { civilMinutes, daysInMonth, formatCivil } from './civil.ts';
import { bad, good, quote, type Reading } from './fault.ts';
import { readAmount } from './units.ts';

/** A point in time: local civil time, or a duration after the scenario's start. */
export type Instant =
  /** minutes from 1970-01-01T00:00 to the local civil time written in the file, without any zone */
  | { readonly civil: number }
  /** minutes after the start */
  | { readonly after: number };

/** The local time at which a scenario starts. */
export interface Start {
  /** minutes from 1970-01-01T00:00 to the local civil time written in the file */
  readonly civil: number;
  /** minutes by which local time is ahead of UTC */
  readonly utcOffset: number;
}

const CIVIL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(.*)$/;
/** `11.5 h` does not: a date has a second separator, or a dash. */
const LOOKS_LIKE_DATE = /^\d{2,4}(?:[-/]\d|\.\d{1,2}\.)/;
const OFFSET = /^(?:Z|([+-])(\d{2}):?(\d{2}))$/;

const clock = (text: string): Reading<{ civil: number; rest: string }> => {
  const found = CIVIL.exec(text);
  if (found === null) {
    return bad('bad-time', `needs local time as 2021-08-15T18:00, found ${quote(text)}`);
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1, 6).map(Number);
  if (month < 1 || month > 12) return bad('no-such-date', `there is no month ${month}: ${quote(text)}`);
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return bad(
      'no-such-date',
      `there is no such day: ${text.slice(0, 7)} has ${days} days, found ${quote(text)}`,
    );
  }
  if (hour > 23 || minute > 59) {
    return bad('bad-time', `there is no such time of day: 00:00 to 23:59, found ${quote(text)}`);
  }
  return good({ civil: civilMinutes({ year, month, day, hour, minute }), rest: found[6] ?? '' });
};

/**
 * Reads a point in time.
 *
 * @param written local time `2021-08-15T18:00`, or a duration after the start such as `36 h`
 * @example
 * readInstant('36 h') // => { ok: true, value: { after: 2160 } }
 */
export const readInstant = (written: unknown): Reading<Instant> => {
  const either = 'needs local time as 2021-08-15T18:00, or a duration after the start as `36 h`';
  if (typeof written !== 'string') return bad('wrong-type', `${either}, found ${quote(written)}`);
  const text = written.trim();
  if (!LOOKS_LIKE_DATE.test(text)) {
    const amount = readAmount('duration', text);
    if (amount.ok) return good({ after: amount.value });
    return bad(
      amount.fault.code === 'not-a-number' ? 'bad-time' : amount.fault.code,
      `${either}, found ${quote(text)}`,
    );
  }
  const time = clock(text);
  if (!time.ok) return time;
  const { civil, rest } = time.value;
  if (rest === '') return good({ civil });
  if (OFFSET.test(rest)) {
    return bad('bad-time', `needs local time without an offset (\`start\` states it), found ${quote(text)}`);
  }
  return bad('bad-time', `needs local time to the minute, as ${formatCivil(civil)}, found ${quote(text)}`);
};

/**
 * Reads the start of a scenario: local time with its offset from UTC.
 *
 * @param written for instance `2021-08-13T12:00+04:30`
 * @example
 * readStart('1970-01-01T12:00+04:30') // => { ok: true, value: { civil: 720, utcOffset: 270 } }
 */
export const readStart = (written: unknown): Reading<Start> => {
  const form = 'needs local time with its offset from UTC as 2021-08-13T12:00+04:30';
  if (typeof written !== 'string') return bad('wrong-type', `${form}, found ${quote(written)}`);
  const time = clock(written.trim());
  if (!time.ok) return time;
  const { civil, rest } = time.value;
  const found = OFFSET.exec(rest);
  if (found === null) return bad('bad-time', `${form}, found ${quote(written)}`);
  const [, sign = '+', hours = '0', minutes = '0'] = found;
  const size = Number(hours) * 60 + Number(minutes);
  if (size > 14 * 60 || Number(minutes) > 59) {
    return bad('bad-time', `offsets run from -14:00 to +14:00, found ${quote(rest)}`);
  }
  return good({ civil, utcOffset: sign === '-' && size > 0 ? -size : size });
};

/**
 * Minutes from the start of a scenario to an instant; negative before the start.
 *
 * @example
 * minutesAfterStart({ start: { civil: 720 } }, { civil: 780 }) // => 60
 * minutesAfterStart({ start: { civil: 720 } }, { after: 90 }) // => 90
 */
export const minutesAfterStart = (
  scenario: { readonly start: { readonly civil: number } },
  instant: Instant,
): number => ('after' in instant ? instant.after : instant.civil - scenario.start.civil);
