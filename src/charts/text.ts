import { formatNumber } from '../analysis/format.ts';

/** Width of a text in the units of the picture. */
export type Measure = (text: string) => number;

/** Blanks at which a line may end: not between a number and its sign of per cent or its word, nor within a range of numbers. */
const BETWEEN_WORDS = / (?!%|to -?\d)(?<!\d to )(?!(?<=(?:^| )-?[\d,.]*\d )\p{L})/u;

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A name from a scenario made fit for one line of a picture: no control characters, no marks that turn the
 * reading direction of what follows, no runs of blanks, at most `most` characters.
 *
 * @example
 * plain('  Gate\n\u202eAbbey ') // => 'Gate Abbey'
 */
export function plain(text: string, most = 200): string {
  const line = text.replace(/\s+/gu, ' ').replace(CONTROL, '').replace(/ +/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

/**
 * A name made to fit by leaving out words in its middle: names that begin alike still differ at their ends.
 *
 * @param most letters that may stand, 3 or more
 * @example
 * outerWords('US C-17 from Al Udeid', 17) // => 'US C-17…Al Udeid'
 */
export function outerWords(text: string, most: number): string {
  const name = plain(text);
  if ([...name].length <= most) return name;
  const words = name.split(' ');
  let best = '';
  for (let taken = 2; taken < words.length; taken++) {
    const head = words.slice(0, Math.floor(taken / 2)).join(' ');
    const cut = `${head}…${words.slice(words.length - Math.ceil(taken / 2)).join(' ')}`;
    if ([...cut].length <= most) best = cut;
  }
  return best === '' ? plain(name, most) : best;
}

/**
 * Break a text into lines that fit, cutting words only when one alone is too long.
 *
 * @param width available, in the units of `measure`
 * @param options.lines most lines to return; what is left over ends in an ellipsis
 * @example
 * wrap('people out of Kabul', 10, { measure: (text) => text.length, lines: 3 }) // => ['people out', 'of Kabul']
 */
export function wrap(text: string, width: number, options: { measure: Measure; lines: number }): string[] {
  const { measure } = options;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BETWEEN_WORDS).flatMap((each) => pieces(each, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= options.lines) return lines;
  const kept = lines.slice(0, options.lines);
  kept[options.lines - 1] = shorten(`${kept[options.lines - 1]}…`, width, measure);
  return kept;
}

/** A word in parts that each fit, cut after `-`, `#`, `/`, `_` or `.` where that is enough. */
function pieces(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const parts = word.split(/(?<=[-#/_.])/u);
  return parts.length > 1 ? joined(parts, width, measure) : letters(word, width, measure);
}

function joined(parts: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = (lines.at(-1) ?? '') + part;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...letters(part, width, measure));
  }
  return lines;
}

function letters(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

function shorten(text: string, width: number, measure: Measure): string {
  let letters = [...text.slice(0, -1)];
  while (letters.length > 0 && measure(`${letters.join('')}…`) > width) letters = letters.slice(0, -1);
  return `${letters.join('')}…`;
}

/** A number of whole things with commas between thousands. */
export const whole = (value: number): string => formatNumber(value, 0);
