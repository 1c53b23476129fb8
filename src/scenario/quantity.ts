import { z } from 'zod';
import { type Distribution, fixed } from './distribution.ts';

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
  | 'factor'; // a plain number

export interface FieldOptions {
  readonly description: string;
  /** bounds in the canonical unit */
  readonly min?: number;
  readonly max?: number;
  /** default, written as in a file: '3 min' */
  readonly default?: string | number;
}

const PATTERN: Record<Dimension, Record<string, number>> = {
  duration: { s: 1 / 60, min: 1, h: 60, d: 1440 },
  distance: { nm: 1, km: 1 / 1.852, mi: 1.609344 / 1.852 },
  speed: { kt: 1, 'km/h': 1 / 1.852 },
  people: { people: 1 },
  count: {},
  rate: { 'people/h': 1, 'people/d': 1 / 24 },
  share: { '%': 0.01 },
  hazard: { '%/h': 0.01, '%/d': 0.01 / 24 },
  work: { 'person-hours': 1 },
  factor: {},
};

const parse = (dimension: Dimension, text: string | number): number => {
  if (typeof text === 'number') return text;
  const match = /^([-+]?[\d,]*\.?\d+)\s*(.*)$/.exec(text.trim());
  const unit = match?.[2] ?? '';
  return Number(match?.[1]?.replaceAll(',', '')) * (PATTERN[dimension][unit] ?? 1);
};

/** A quantity that is the same in every run: its output is a number in the canonical unit. */
export const constant = (dimension: Dimension, options: FieldOptions): z.ZodType<number, unknown> =>
  z
    .union([z.string(), z.number()])
    .transform((text) => parse(dimension, text))
    .prefault(options.default ?? '')
    .meta({ description: options.description });

/** A quantity that may be uncertain: its output is a distribution in the canonical unit. */
export const quantity = (dimension: Dimension, options: FieldOptions): z.ZodType<Distribution, unknown> =>
  z
    .union([z.string(), z.number(), z.looseObject({})])
    .transform((text) => fixed(typeof text === 'object' ? 0 : parse(dimension, text)))
    .prefault(options.default ?? '')
    .meta({ description: options.description });

/** A point in time: local civil time, or a duration after the scenario's start. */
export type Instant =
  /** minutes from 1970-01-01T00:00 to the local civil time written in the file, without any zone */
  | { readonly civil: number }
  /** minutes after the start */
  | { readonly after: number };

export const instant = (options: { description: string; default?: string }): z.ZodType<Instant, unknown> =>
  z
    .string()
    .transform((): Instant => ({ after: 0 }))
    .prefault(options.default ?? '')
    .meta({ description: options.description });

/** The name of another entry of the file, in the given section; checked for dangling afterwards. */
export const reference = (section: string, options: { description: string }): z.ZodType<string, unknown> =>
  z.string().meta({ description: options.description, section });
