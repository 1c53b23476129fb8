import type { Catalogue, MeasureKind } from '../model/index.ts';
import { readInstant } from '../scenario/instant.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { InputError } from './errors.ts';

/** What the reader guessed, in the unit of the measure, by question. */
export type Guesses = ReadonlyMap<string, number>;

const HOUR = 60;

/**
 * Reads `--guess` flags against the scenario's questions.
 *
 * @param texts `id=value`: a number, per cent for shares and odds, hours after the start or a local time for times
 * @throws InputError for a question that the scenario does not ask, or a value that is none
 */
export const readGuesses = (texts: readonly string[], catalogue: Catalogue): Guesses =>
  new Map(
    texts.map((text): [string, number] => {
      const [, id = '', value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
      const asked = catalogue.questions?.find((question) => question.id === id.trim());
      if (asked === undefined) throw new InputError(unknown(text, id.trim(), catalogue));
      const kind = catalogue.measures.find((spec) => spec.id === asked.measure)?.kind ?? 'count';
      const guess = guessOf(value.trim(), kind, catalogue);
      if (Number.isNaN(guess))
        throw new InputError(`--guess ${text}: needs ${WANTED[kind]}, found \`${value.trim()}\``);
      return [asked.id, guess];
    }),
  );

const WANTED: Readonly<Record<MeasureKind, string>> = {
  count: 'a number such as 3,000',
  hours: 'a number such as 3,000',
  share: 'per cent, such as 40 %',
  indicator: 'per cent, such as 40 %',
  time: 'hours after the start such as 36 h, or local time as 2021-08-15T18:00',
};

const unknown = (text: string, id: string, { questions = [] }: Catalogue): string => {
  const ids = questions.map((question) => question.id);
  if (!text.includes('=')) return `--guess ${text}: write it as question=value`;
  if (ids.length === 0)
    return `--guess ${text}: this scenario asks no questions; it may, under \`questions:\``;
  return `--guess ${text}: there is no question \`${id}\`${didYouMean(id, ids)}; it asks ${ids.join(', ')}`;
};

/** A guess in the unit of its measure; NaN where it is none. */
const guessOf = (text: string, kind: MeasureKind, catalogue: Catalogue): number => {
  if (kind === 'time') return instantOf(text, catalogue);
  const [, digits, percent] = /^(-?[\d,_]*\.?\d+)\s*(%?)$/.exec(text) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits.replaceAll(/[,_]/g, ''));
  const isShare = kind === 'share' || kind === 'indicator';
  if (isShare) return value >= 0 && value <= 100 ? value / 100 : Number.NaN;
  return percent === '' ? value : Number.NaN;
};

const instantOf = (text: string, catalogue: Catalogue): number => {
  const instant = readInstant(/^[\d.]+$/.test(text) ? `${text} h` : text);
  const start = readInstant(catalogue.start);
  if (!instant.ok || !start.ok || !('civil' in start.value)) return Number.NaN;
  const minutes = 'after' in instant.value ? instant.value.after : instant.value.civil - start.value.civil;
  return minutes >= 0 && minutes <= 100_000 * HOUR ? minutes : Number.NaN;
};
