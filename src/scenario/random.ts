import type { Distribution } from './distribution.ts';
import { bad, type Fault, good, quote, type Reading } from './fault.ts';
import { didYouMean } from './suggest.ts';
import { DIMENSIONS, type Dimension, expectation, formatAmount, readAmount } from './units.ts';

/** The dimension of a quantity and its bounds in the canonical unit. */
export interface Bounds {
  readonly dimension: Dimension;
  readonly min?: number;
  readonly max?: number;
}

/** The value of a field as the file gives it. */
type Written = Readonly<Record<string, unknown>>;

/** Thrown and caught inside this file only: the first fault ends the reading of one distribution. */
class Stop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

const stop = (code: Fault['code'], message: string, path: (string | number)[] = []): never => {
  throw new Stop({ code, message, path });
};

const at = <Value>(path: (string | number)[], reading: Reading<Value>): Value => {
  if (reading.ok) return reading.value;
  throw new Stop({ ...reading.fault, path: [...path, ...(reading.fault.path ?? [])] });
};

/**
 * Reads one amount and holds it against the bounds of its field.
 *
 * @param bounds the field's dimension and bounds
 * @param written the scalar from the file
 */
export const readBounded = (bounds: Bounds, written: unknown): Reading<number> => {
  const reading = readAmount(bounds.dimension, written);
  if (!reading.ok) return reading;
  return within(bounds, reading.value, written);
};

const within = (bounds: Bounds, value: number, written: unknown): Reading<number> => {
  const { dimension, min, max } = bounds;
  const found = typeof written === 'string' || typeof written === 'number' ? written : value;
  if (min !== undefined && value < min) {
    return bad('out-of-range', `must be at least ${formatAmount(dimension, min)}, found ${quote(found)}`);
  }
  if (max !== undefined && value > max) {
    return bad('out-of-range', `must be at most ${formatAmount(dimension, max)}, found ${quote(found)}`);
  }
  return good(value);
};

/** As `readBounded`, and whole where the dimension counts things. */
export const readSingle = (bounds: Bounds, written: unknown): Reading<number> => {
  const reading = readBounded(bounds, written);
  if (reading.ok && DIMENSIONS[bounds.dimension].whole && !Number.isInteger(reading.value)) {
    return bad('not-whole', `must be a whole number, found ${quote(written)}`);
  }
  return reading;
};

const PLAIN: Bounds = { dimension: 'factor' };

const listOf = (key: string, value: unknown, parts: readonly string[]): readonly unknown[] => {
  const shape = parts.length === 0 ? 'values' : parts.join(', ');
  if (!Array.isArray(value))
    return stop('wrong-type', `needs a list [${shape}], found ${quote(value)}`, [key]);
  if (parts.length > 0 && value.length !== parts.length) {
    const split = value.some((item) => /^\d{3}\b/.test(String(item)) && value.length > parts.length);
    const hint = split ? '; inside […] a comma separates entries: write 1089 for 1,089' : '';
    return stop('wrong-length', `needs [${shape}], found ${value.length} values${hint}`, [key]);
  }
  if (value.length === 0) return stop('empty', 'needs at least one value', [key]);
  return value;
};

const parameters = (
  key: string,
  value: unknown,
  keys: { readonly needs: readonly string[]; readonly may?: readonly string[] },
): Written => {
  const known = [...keys.needs, ...(keys.may ?? [])];
  const form = `{ ${known.map((name) => `${name}: …`).join(', ')} }`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return stop('wrong-type', `needs ${form}, found ${quote(value)}`, [key]);
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) {
      stop('unknown-key', `unknown key \`${name}\` in \`${key}\`${didYouMean(name, known)}`, [key, name]);
    }
  }
  for (const name of keys.needs) {
    if (!Object.hasOwn(value, name)) stop('missing-key', `\`${key}\` needs ${form}: no \`${name}\``, [key]);
  }
  return value as Written;
};

const positive = (key: string, name: string, value: number): number =>
  value > 0 ? value : stop('out-of-range', `\`${name}\` must be above 0, found \`${value}\``, [key, name]);

/** Mean of a distribution that cannot go below zero, and has no upper end. */
const unboundedMean = (key: string, bounds: Bounds, value: unknown): number => {
  const mean = at([key, 'mean'], readBounded(bounds, value));
  if (bounds.max !== undefined) {
    const max = formatAmount(bounds.dimension, bounds.max);
    stop(
      'bad-distribution',
      `\`${key}\` has no upper end, but this must be at most ${max}: use triangular, uniform, discrete, or normal with min and max`,
      [key],
    );
  }
  return positive(key, 'mean', mean);
};

const cvOf = (key: string, value: unknown): number =>
  positive(key, 'cv', at([key, 'cv'], readBounded({ ...PLAIN, max: 10 }, value)));

const uniform = (bounds: Bounds, value: unknown): Distribution => {
  const list = listOf('uniform', value, ['least', 'most']);
  const [min = 0, max = 0] = list.map((item, index) => at(['uniform', index], readBounded(bounds, item)));
  if (min >= max) stop('bad-distribution', 'needs [least, most] with least below most', ['uniform']);
  return { kind: 'uniform', min, max };
};

const triangular = (bounds: Bounds, value: unknown): Distribution => {
  const list = listOf('triangular', value, ['least', 'most likely', 'most']);
  const [min = 0, mode = 0, max = 0] = list.map((item, i) =>
    at(['triangular', i], readBounded(bounds, item)),
  );
  if (min > mode || mode > max || min === max) {
    stop('bad-distribution', 'needs [least, most likely, most] in rising order', ['triangular']);
  }
  return { kind: 'triangular', min, mode, max };
};

const normal = (bounds: Bounds, value: unknown): Distribution => {
  const given = parameters('normal', value, { needs: ['mean', 'sd'], may: ['min', 'max'] });
  const { dimension } = bounds;
  const mean = at(['normal', 'mean'], readBounded(bounds, given.mean));
  const sd = positive('normal', 'sd', at(['normal', 'sd'], readAmount(dimension, given.sd)));
  const end = (name: 'min' | 'max'): number | undefined => {
    if (given[name] !== undefined) return at(['normal', name], readBounded(bounds, given[name]));
    if (bounds[name] === undefined) return undefined;
    const limit = formatAmount(dimension, bounds[name]);
    const side = name === 'min' ? 'below' : 'above';
    return stop(
      'bad-distribution',
      `needs \`${name}\`, because a normal quantity can fall ${side} ${limit}`,
      ['normal'],
    );
  };
  const min = end('min');
  const max = end('max');
  if (min !== undefined && min > mean)
    stop('bad-distribution', '`min` must not be above `mean`', ['normal', 'min']);
  if (max !== undefined && max < mean)
    stop('bad-distribution', '`max` must not be below `mean`', ['normal', 'max']);
  if (min !== undefined && min === max)
    stop('bad-distribution', '`min` must be below `max`', ['normal', 'min']);
  return { kind: 'normal', mean, sd, min, max };
};

const spread = (kind: 'lognormal' | 'gamma', bounds: Bounds, value: unknown): Distribution => {
  const given = parameters(kind, value, { needs: ['mean', 'cv'] });
  return { kind, mean: unboundedMean(kind, bounds, given.mean), cv: cvOf(kind, given.cv) };
};

const exponential = (bounds: Bounds, value: unknown): Distribution => {
  const given = parameters('exponential', value, { needs: ['mean'] });
  return { kind: 'exponential', mean: unboundedMean('exponential', bounds, given.mean) };
};

const erlang = (bounds: Bounds, value: unknown): Distribution => {
  const given = parameters('erlang', value, { needs: ['mean', 'k'] });
  const mean = unboundedMean('erlang', bounds, given.mean);
  const k = at(['erlang', 'k'], readSingle({ dimension: 'count', min: 1, max: 1000 }, given.k));
  return { kind: 'erlang', mean, k };
};

const poisson = (bounds: Bounds, value: unknown): Distribution => {
  const given = parameters('poisson', value, { needs: ['mean'] });
  if (!['count', 'people', 'factor'].includes(bounds.dimension)) {
    const { noun } = DIMENSIONS[bounds.dimension];
    stop('bad-distribution', `\`poisson\` gives whole numbers, and this is ${noun}: use gamma or lognormal`, [
      'poisson',
    ]);
  }
  return { kind: 'poisson', mean: unboundedMean('poisson', bounds, given.mean) };
};

/** Weights are all percentages that sum to 100 %, or all plain numbers in any proportion. */
const SUM_TOLERANCE = 0.001;

const weightsOf = (entries: readonly (readonly [string, unknown])[]): readonly number[] => {
  const isShare = entries.map(([, weight]) => typeof weight === 'string' && weight.trim().endsWith('%'));
  const shares = isShare.includes(true);
  const bounds: Bounds = shares ? { dimension: 'share', min: 0, max: 1 } : { dimension: 'factor', min: 0 };
  const weights = entries.map(([name, weight]) => {
    const reading = readBounded(bounds, weight);
    if (reading.ok) return reading.value;
    const code = reading.fault.code === 'out-of-range' ? 'bad-probability' : reading.fault.code;
    return stop(code, `weight of ${name}: ${reading.fault.message}`, ['discrete', name]);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (shares && Math.abs(sum - 1) > SUM_TOLERANCE + 1e-9) {
    stop(
      'bad-probability',
      `probabilities must sum to 100 %, these sum to ${formatAmount('share', Number(sum.toFixed(6)))}`,
      ['discrete'],
    );
  }
  if (sum <= 0) stop('bad-probability', 'at least one weight must be above 0', ['discrete']);
  return weights;
};

const discrete = (bounds: Bounds, value: unknown): Distribution => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return stop('wrong-type', `needs { value: weight, … }, found ${quote(value)}`, ['discrete']);
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return stop('empty', 'needs at least one value: weight', ['discrete']);
  const values = entries.map(([name]) => {
    const reading = readSingle(bounds, name);
    if (reading.ok) return reading.value;
    throw new Stop({ ...reading.fault, path: ['discrete', name], onKey: true });
  });
  const twice = values.findIndex((amount, index) => values.indexOf(amount) < index);
  if (twice >= 0) {
    const name = entries[twice]?.[0] ?? '';
    const message = `the value ${quote(name)} stands twice`;
    throw new Stop({ code: 'bad-distribution', message, path: ['discrete', name], onKey: true });
  }
  return { kind: 'discrete', values, weights: weightsOf(entries) };
};

const empirical = (bounds: Bounds, value: unknown): Distribution => {
  const list = listOf('empirical', value, []);
  return { kind: 'empirical', values: list.map((item, i) => at(['empirical', i], readSingle(bounds, item))) };
};

const READERS: Readonly<Record<string, (bounds: Bounds, value: unknown) => Distribution>> = {
  uniform,
  triangular,
  normal,
  lognormal: (bounds, value) => spread('lognormal', bounds, value),
  exponential,
  gamma: (bounds, value) => spread('gamma', bounds, value),
  erlang,
  poisson,
  discrete,
  empirical,
};

/** The keys by which a distribution is written. */
export const DISTRIBUTIONS: readonly string[] = Object.keys(READERS);

const readMapping = (bounds: Bounds, written: Written): Distribution => {
  const keys = Object.keys(written);
  const [key] = keys;
  if (key === undefined) {
    return stop('empty', `needs ${expectation(bounds.dimension)}, or a distribution, found an empty mapping`);
  }
  const unknown = keys.find((name) => !Object.hasOwn(READERS, name));
  if (unknown !== undefined) {
    const comma = /^\d{3}\b/.test(unknown)
      ? '; inside {…} a comma separates entries: write 1089 for 1,089'
      : '';
    const hint = comma === '' ? didYouMean(unknown, DISTRIBUTIONS) : comma;
    stop('unknown-key', `unknown distribution \`${unknown}\`${hint}`, [unknown]);
  }
  if (keys.length > 1) stop('bad-distribution', `needs one distribution, found ${keys.join(' and ')}`);
  return READERS[key]!(bounds, written[key]);
};

/**
 * Reads a quantity that may be uncertain: an amount, or one distribution.
 *
 * Bounds hold for every value that a distribution with ends can give, and for the mean of one without.
 *
 * @param bounds the field's dimension and bounds
 * @param written an amount such as `45 min`, or a mapping such as `{ uniform: [4, 12] }`
 * @example
 * readRandom({ dimension: 'duration' }, { exponential: { mean: '5 min' } }) // => { ok: true, value: { kind: 'exponential', mean: 5 } }
 */
export const readRandom = (bounds: Bounds, written: unknown): Reading<Distribution> => {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    const reading = readSingle(bounds, written);
    return reading.ok ? good({ kind: 'fixed', value: reading.value }) : reading;
  }
  try {
    return good(readMapping(bounds, written as Written));
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault };
    throw error;
  }
};
