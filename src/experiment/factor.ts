/** One value that a factor may take: as `--set` writes it, and as a number where it is one. */
export interface Level {
  readonly text: string;
  readonly value: number | null;
}

/** A value of the scenario that an experiment varies: some levels, or anything in a range. */
export interface Factor {
  /** dotted path in the scenario */
  readonly path: string;
  /** given one by one, or by a range with steps; empty for a range without */
  readonly levels: readonly Level[];
  readonly range: Range | null;
}

/** Everything between two ends. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** behind the number, with its blank: ` people` */
  readonly unit: string;
  readonly isWhole: boolean;
}

const NUMBER = String.raw`-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const RANGE = new RegExp(
  String.raw`^(${NUMBER})( ?[^\d\s.:,-][^\d.:,]*?)?\s*\.\.\s*(${NUMBER})(?::(${NUMBER}))?( ?[^\d\s.:,][^.:,]*)?$`,
);
/** A number with its unit; a date or a time of day is none. */
const AMOUNT = /^(-?\d+(?:\.\d+)?)( ?[^\d\s.:,-][^\d.:,]*)?$/;

/** Most levels that a range with steps may have; assumed, because each is run many times. */
const MOST_LEVELS = 1000;

const plain = (value: number): number => Number(value.toPrecision(12));

const parsed = (text: string): number => Number(text.replaceAll(',', ''));

/** A value of a range as a level. */
export const levelAt = ({ unit, isWhole }: Range, value: number): Level => {
  const settled = isWhole ? Math.round(value) : Number(value.toPrecision(6));
  return { text: `${settled}${unit}`, value: settled };
};

/**
 * Reads what is to be varied: `path=5..40` (a range), `path=5..40:5` (with steps), `path=1,2,4` (values one by one, of any kind). A
 * unit stands behind: `path=5000..20000 people`, `path=10,20 %`.
 *
 * @param text as given on the command line
 * @param isWhole whether the value at a path must be a whole number
 * @throws RangeError that says what is wrong and what would be right
 * @example
 * parseVary('gates.abbey.lanes=1,2,4', () => true).levels.map(({ text }) => text) // => ['1', '2', '4']
 * parseVary('sites.x.beds=5000..20000:5000 people', () => true).levels.map(({ text }) => text)
 * // => ['5000 people', '10000 people', '15000 people', '20000 people']
 * parseVary('roads.kabul.turnedBack=0..50 %', () => false).range // => { low: 0, high: 50, unit: ' %', isWhole: false }
 */
export function parseVary(text: string, isWhole: (path: string) => boolean): Factor {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim();
  const values = text.slice(equals + 1).trim();
  if (equals < 0 || path === '' || values === '') {
    throw new RangeError(`needs path=values, for instance fleets.us-c-17.count=5..40, found \`${text}\``);
  }
  const range = RANGE.exec(values);
  if (range !== null) return distinct(rangeFactor(path, range, isWhole(path)));
  if (values.includes('..')) {
    throw new RangeError(`a range is written 5..40, 5..40:5 or 5000..20000 people, found \`${values}\``);
  }
  return distinct({ path, levels: levelsOf(values), range: null });
}

/** The same point twice would only cost time: also where a number is written in two ways. */
function distinct(factor: Factor): Factor {
  const texts = factor.levels.map(({ text }) => {
    const [, amount, unit = ''] = AMOUNT.exec(text) ?? [];
    return amount === undefined ? text : `${Number(amount)}${unit === '' ? '' : ` ${unit.trim()}`}`;
  });
  const twice = texts.find((text, index) => texts.indexOf(text) < index);
  if (twice !== undefined) throw new RangeError(`\`${factor.path}\` has the value ${twice} twice`);
  return factor;
}

function rangeFactor(path: string, found: RegExpExecArray, isWhole: boolean): Factor {
  const [, from = '', firstUnit = '', to = '', by, lastUnit = ''] = found;
  const [low, high] = [parsed(from), parsed(to)];
  const unit = lastUnit === '' ? firstUnit : lastUnit;
  if (firstUnit !== '' && firstUnit.trim() !== unit.trim()) {
    throw new RangeError(
      `both ends of a range have one unit, found \`${firstUnit.trim()}\` and \`${unit.trim()}\``,
    );
  }
  if (!(low < high)) throw new RangeError(`a range goes up, found ${from}..${to}`);
  const range = { low, high, unit: unit.trimEnd(), isWhole };
  const step = by === undefined ? 1 : parsed(by);
  if (isWhole && ![low, high, step].every(Number.isInteger)) {
    throw new RangeError(
      `\`${path}\` is a whole number, and so are ends and steps of its range, found ${from}..${to}${by === undefined ? '' : `:${by}`}`,
    );
  }
  if (by === undefined) return { path, levels: [], range };
  if (!(step > 0) || (high - low) / step > MOST_LEVELS) {
    throw new RangeError(`steps must be above 0 and at most ${MOST_LEVELS}, found ${from}..${to}:${by}`);
  }
  const count = Math.floor(plain((high - low) / step)) + 1;
  const levels = Array.from({ length: count }, (_, index) => levelAt(range, plain(low + index * step)));
  return { path, levels, range };
}

/**
 * Values between commas that stand in no bracket; a unit behind the last number holds for all. Where units differ, the numbers before
 * them say nothing without: 30 min is less than 1 h.
 */
function levelsOf(values: string): Level[] {
  const texts = split(values);
  if (texts.some((text) => text === '')) throw new RangeError(`there is an empty value in \`${values}\``);
  const unit = AMOUNT.exec(texts.at(-1) ?? '')?.[2] ?? '';
  const read = texts.map((text) => {
    const [, amount, own = unit] = AMOUNT.exec(text) ?? [];
    return { text, amount, own };
  });
  const isOneUnit = new Set(read.map(({ own }) => own.trim())).size === 1;
  return read.map(({ text, amount, own }) => {
    if (amount === undefined) return { text, value: null };
    const isBare = text === amount;
    return { text: isBare ? `${amount}${own}` : text, value: isOneUnit ? Number(amount) : null };
  });
}

function split(values: string): string[] {
  const texts: string[] = [''];
  let depth = 0;
  for (const letter of values) {
    if ('[{('.includes(letter)) depth += 1;
    if (')}]'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) texts.push('');
    else texts[texts.length - 1] += letter;
  }
  return texts.map((text) => text.trim());
}
