import { z } from 'zod';
import type { Distribution } from './distribution.ts';
import type { Fault, Reading } from './fault.ts';
import { type Instant, readInstant, readStart, type Start } from './instant.ts';
import { type Bounds, readRandom, readSingle } from './random.ts';
import type { Dimension } from './units.ts';

/** What a field of the file is told about itself. */
export interface FieldOptions {
  readonly description: string;
  /** bounds in the canonical unit */
  readonly min?: number;
  readonly max?: number;
  /** default, written as in a file: '3 min' */
  readonly default?: string | number;
}

/** What a quantity that is drawn more than once in a run is drawn for. */
export type Each =
  | 'party'
  | 'try'
  | 'sortie'
  | 'leg'
  | 'break-down'
  | 'flight'
  | 'place'
  | 'occurrence'
  | 'order';

/** What a field that may be random is told about itself. */
interface RandomOptions extends FieldOptions {
  /** what it is drawn anew for; when absent it is drawn once for a whole run */
  readonly each?: Each;
}

/** What the schema remembers of a field that holds a number or a time. */
export interface FieldMeta extends Partial<Bounds> {
  readonly kind: 'constant' | 'quantity' | 'instant' | 'start';
  readonly default?: string | number;
  /** what a quantity is drawn anew for; otherwise once for a whole run */
  readonly each?: Each;
}

const report = (issues: z.core.$ZodRawIssue[], input: unknown, fault: Fault): never => {
  const { code, message, path = [], onKey = code === 'unknown-key' } = fault;
  issues.push({ code: 'custom', message, input, path: [...path], params: { code, onKey } });
  return z.NEVER;
};

const field = <Value>(
  options: { readonly description: string },
  meta: FieldMeta,
  read: (written: unknown) => Reading<Value>,
): z.ZodType<Value, unknown> => {
  const schema = z.unknown().transform((written, context): Value => {
    const reading = read(written);
    return reading.ok ? reading.value : report(context.issues, written, reading.fault);
  });
  const filled = meta.default === undefined ? schema : schema.prefault(meta.default);
  return filled.meta({ description: options.description, field: meta });
};

const boundsOf = (dimension: Dimension, { min, max }: FieldOptions): Bounds => ({
  dimension,
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

const metaOf = (kind: FieldMeta['kind'], bounds: Bounds, options: RandomOptions): FieldMeta => ({
  kind,
  ...bounds,
  ...(options.each !== undefined && { each: options.each }),
  ...(options.default !== undefined && { default: options.default }),
});

/** A quantity that is the same in every run: its output is a number in the canonical unit. */
export const constant = (dimension: Dimension, options: FieldOptions): z.ZodType<number, unknown> => {
  const bounds = boundsOf(dimension, options);
  return field(options, metaOf('constant', bounds, options), (written) => readSingle(bounds, written));
};

/** A quantity that may be uncertain: its output is a distribution in the canonical unit. */
export const quantity = (dimension: Dimension, options: RandomOptions): z.ZodType<Distribution, unknown> => {
  const bounds = boundsOf(dimension, options);
  return field(options, metaOf('quantity', bounds, options), (written) => readRandom(bounds, written));
};

/** A point in time: local civil time, or a duration after the start. */
export const instant = (options: { description: string; default?: string }): z.ZodType<Instant, unknown> => {
  const given = options.default === undefined ? {} : { default: options.default };
  return field(options, { kind: 'instant', ...given }, readInstant);
};

/** The local time at which the run starts, with its offset from UTC. */
export const start = (options: { description: string }): z.ZodType<Start, unknown> =>
  field(options, { kind: 'start' }, readStart);

/** The name of another entry of the file, in the given section; checked for dangling afterwards. */
export const reference = (section: string, options: { description: string }): z.ZodType<string, unknown> =>
  z.string().meta({ description: options.description, section });

/** Hours of the day in local time, from and to; the second may lie past midnight. */
export const hours = (options: { description: string }): z.ZodType<readonly [number, number], unknown> =>
  z
    .tuple([
      constant('duration', { description: 'From this local time of day', min: 0, max: 1440 }),
      constant('duration', { description: 'To this local time of day', min: 0, max: 1440 }),
    ])
    .meta({ description: options.description });

/**
 * One name, or a list of names in order of preference; its output is a list, checked for dangling afterwards.
 */
export const references = (
  section: string,
  options: { description: string },
): z.ZodType<readonly string[], unknown> =>
  z
    .preprocess((written) => (typeof written === 'string' ? [written] : written), z.array(z.string()).min(1))
    .meta({ description: options.description, section, many: true });
