import { bad, good, quote, type Reading } from './fault.ts';
import { suggest } from './suggest.ts';

/** The dimensions a field may have; each has one canonical unit after parsing. */
export type Dimension =
  | 'duration' // minutes
  | 'distance' // nautical miles
  | 'speed' // knots
  | 'people' // people
  | 'count' // things: aircraft, stands, lanes, troops
  | 'rate' // people per hour
  | 'share' // 0 to 1, written as a percentage
  | 'hazard' // share per hour
  | 'work' // person-hours
  | 'factor' // a plain number
  | 'level'; // a plain number, or a share of a whole as a percentage

/** What is known about one dimension. */
export interface DimensionRule {
  /** with its article, for messages */
  readonly noun: string;
  /** units that may be written, and the canonical amount each is worth; none: a plain number is written */
  readonly units: Readonly<Record<string, number>>;
  /** the canonical unit in words, for the reference */
  readonly canonical: string;
  readonly example: string;
  /** whether a single value must be a whole number */
  readonly whole: boolean;
  /** whether it may also be written without a unit */
  readonly bare?: boolean;
}

/**
 * Lengths: 1 nautical mile = 1.852 km and 1 statute mile = 1.609344 km, both exact by definition
 * (First International Extraordinary Hydrographic Conference, Monaco 1929; international yard and pound
 * agreement, 1959).
 */
const KM_PER_NM = 1.852;
const KM_PER_MI = 1.609344;

export const DIMENSIONS: Readonly<Record<Dimension, DimensionRule>> = {
  duration: {
    noun: 'a duration',
    units: { s: 1 / 60, min: 1, h: 60, d: 1440 },
    canonical: 'minutes',
    example: '45 min',
    whole: false,
  },
  distance: {
    noun: 'a distance',
    units: { nm: 1, km: 1 / KM_PER_NM, mi: KM_PER_MI / KM_PER_NM },
    canonical: 'nautical miles',
    example: '1,089 nm',
    whole: false,
  },
  speed: {
    noun: 'a speed',
    units: { kt: 1, 'km/h': 1 / KM_PER_NM },
    canonical: 'knots',
    example: '430 kt',
    whole: false,
  },
  people: {
    noun: 'a number of people',
    units: { people: 1, person: 1 },
    canonical: 'people',
    example: '4,000 people',
    whole: true,
  },
  count: { noun: 'a count', units: {}, canonical: 'a whole number', example: '4', whole: true },
  rate: {
    noun: 'a rate',
    units: { 'people/h': 1, 'people/d': 1 / 24 },
    canonical: 'people per hour',
    example: '120 people/h',
    whole: false,
  },
  share: { noun: 'a share', units: { '%': 0.01 }, canonical: '0 to 1', example: '5 %', whole: false },
  hazard: {
    noun: 'a share per time',
    units: { '%/h': 0.01, '%/d': 0.01 / 24 },
    canonical: 'share per hour',
    example: '2 %/h',
    whole: false,
  },
  work: {
    noun: 'an amount of work',
    units: { 'person-hours': 1, 'person-hour': 1 },
    canonical: 'person-hours',
    example: '300 person-hours',
    whole: false,
  },
  factor: { noun: 'a plain number', units: {}, canonical: 'a plain number', example: '1.5', whole: false },
  level: {
    noun: 'a level',
    units: { '%': 0.01 },
    canonical: 'a plain number',
    example: '500',
    whole: false,
    bare: true,
  },
};

/** No quantity of an evacuation is larger than this in its canonical unit; more is a slip of the pen. */
export const LARGEST = 1e9;

const unitsOf = (dimension: Dimension): string => Object.keys(DIMENSIONS[dimension].units).join(', ');

/** What would be right in a field of this dimension, for messages. */
export const expectation = (dimension: Dimension): string => {
  const { noun, example, bare = false } = DIMENSIONS[dimension];
  const units = unitsOf(dimension);
  if (bare) return `${noun} such as ${example}, or 90 % of a whole`;
  return units === '' ? `${noun} such as ${example}` : `${noun} such as \`${example}\` (units: ${units})`;
};

/** Digits with thousands commas in their places, or plain; fraction and exponent if any. */
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d{1,3})?/;

const ownerOfUnit = (unit: string): Dimension | undefined =>
  (Object.keys(DIMENSIONS) as Dimension[]).find((name) => Object.hasOwn(DIMENSIONS[name].units, unit));

/** Words people write for units that the language spells in one way only. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
  nmi: 'nm',
  NM: 'nm',
  kts: 'kt',
  knots: 'kt',
  kn: 'kt',
  kmh: 'km/h',
  pax: 'people',
  percent: '%',
  pct: '%',
};

const unknownUnit = (dimension: Dimension, unit: string): Reading<never> => {
  const own = Object.keys(DIMENSIONS[dimension].units);
  const needs = `needs ${expectation(dimension)}`;
  const owner = ownerOfUnit(unit);
  if (owner !== undefined) {
    return bad('wrong-unit', `${needs}, but \`${unit}\` is the unit of ${DIMENSIONS[owner].noun}`);
  }
  const spelled = OTHER_SPELLINGS[unit];
  const meant = spelled !== undefined && own.includes(spelled) ? spelled : suggest(unit, own);
  if (own.length === 0) return bad('wrong-unit', `${needs}, without a unit, found ${quote(unit)} after it`);
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  return bad('wrong-unit', `${needs}, found unknown unit ${quote(unit)}${hint}`);
};

const unitless = (dimension: Dimension, amount: number): Reading<never> => {
  const [unit = ''] = Object.keys(DIMENSIONS[dimension].units);
  const percent = (dimension === 'share' || dimension === 'hazard') && amount > 0 && amount <= 1;
  const meant = percent
    ? `; did you mean \`${Number((amount * 100).toPrecision(12))} ${unit}\`?`
    : `; did you mean \`${amount} ${dimension === 'duration' ? 'min' : unit}\`?`;
  return bad('missing-unit', `needs a unit: ${expectation(dimension)}, found \`${amount}\`${meant}`);
};

/**
 * Reads one amount with its unit.
 *
 * @param dimension what is measured
 * @param written a YAML scalar: text such as `45 min`, or a number
 * @returns the amount in the canonical unit, or the fault
 * @example
 * readAmount('duration', '1.5 h') // => { ok: true, value: 90 }
 */
export const readAmount = (dimension: Dimension, written: unknown): Reading<number> => {
  const { units, bare = false } = DIMENSIONS[dimension];
  if (typeof written !== 'string' && typeof written !== 'number') {
    return bad('wrong-type', `needs ${expectation(dimension)}, found ${quote(written)}`);
  }
  const text = String(written).trim();
  const digits = NUMBER.exec(text)?.[0] ?? '';
  const amount = Number(digits.replaceAll(',', ''));
  if (!/\d/.test(digits) || !Number.isFinite(amount)) {
    return bad('not-a-number', `needs ${expectation(dimension)}, found ${quote(written)}`);
  }
  const unit = text.slice(digits.length).trim();
  if (/^[,_\d.]/.test(unit)) {
    return bad(
      'not-a-number',
      `needs ${expectation(dimension)}, found ${quote(text)}: commas only between thousands, as in 1,089`,
    );
  }
  const noUnits = Object.keys(units).length === 0;
  if (unit === '' && !noUnits && !bare) return unitless(dimension, amount);
  const worth = unit === '' ? 1 : Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (worth === undefined) return unknownUnit(dimension, unit);
  const value = canonical(amount, worth);
  if (Math.abs(value) > LARGEST) return bad('out-of-range', `${quote(text)} is too large to be meant`);
  return good(value);
};

/** 12.5 % is 0.125 and 1852 km are 1000 nm to the last digit: divide where the unit is one part of few digits. */
const canonical = (amount: number, worth: number): number => {
  const parts = Number((1 / worth).toPrecision(12));
  return worth < 1 && Math.abs(parts * worth - 1) < 5e-16 ? amount / parts : amount * worth;
};

/**
 * A canonical amount as a reader would write it, for messages and the reference.
 *
 * @example
 * formatAmount('share', 0.8) // => '80 %'
 * formatAmount('duration', 1440) // => '24 h'
 */
export const formatAmount = (dimension: Dimension, value: number): string => {
  const round = (amount: number): number => Number(amount.toPrecision(12));
  if (dimension === 'duration') {
    if (value !== 0 && value % 60 === 0) return `${round(value / 60)} h`;
    return `${round(value)} min`;
  }
  const { units, bare = false } = DIMENSIONS[dimension];
  const [unit] = Object.entries(units);
  return unit === undefined || bare ? String(round(value)) : `${round(value / unit[1])} ${unit[0]}`;
};
