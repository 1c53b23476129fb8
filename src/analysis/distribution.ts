import type { Catalogue, Question } from '../model/outcome.ts';
import { formatPercent } from './format.ts';

/** Most bars of a distribution; assumed, because 200 runs fill 24 of them without gaps. */
const MOST_BARS = 24;

/** How often single runs ended where: bars of one width from the least to the greatest. */
export interface Distribution {
  /** lower edge of the first bar, in the unit of the measure */
  readonly from: number;
  /** of every bar, above 0 */
  readonly width: number;
  /** runs in each bar */
  readonly counts: readonly number[];
  /** runs in which a time did not come */
  readonly never: number;
}

/** A question with the distribution of the measure that answers it. */
export interface AnsweredQuestion {
  readonly question: Question;
  readonly distribution: Distribution;
}

/** Round widths: 1, 2, 5, 10 … and, below 1, 0.5, 0.2, 0.1 … down to a millionth. */
function roundWidth(least: number): number {
  let power = 1e-6;
  while (power * 10 <= least) power *= 10;
  return [1, 2, 5, 10].map((digit) => digit * power).find((width) => width >= least) ?? 10 * power;
}

/**
 * The distribution of runs in bars of a round width. A run on an edge is in the upper bar.
 *
 * @param sorted at least one run, ascending; `Infinity` for a time that did not come
 * @param most bars, 1 or more
 * @example
 * distribution(Float64Array.of(1, 2, 2, 7, Infinity), 4) // => { from: 0, width: 2, counts: [1, 2, 0, 1], never: 1 }
 */
export function distribution(sorted: Float64Array, most: number = MOST_BARS): Distribution {
  const came = sorted.filter(Number.isFinite);
  const never = sorted.length - came.length;
  const [least, greatest] = [came[0], came.at(-1)];
  if (least === undefined || greatest === undefined) return { from: 0, width: 1, counts: [], never };
  const isWhole = came.every(Number.isInteger);
  const width = Math.max(isWhole ? 1 : 0, roundWidth((greatest - least) / most));
  const from = Math.floor(least / width) * width;
  const counts = Array<number>(Math.floor((greatest - from) / width) + 1).fill(0);
  for (const run of came) {
    const bar = Math.min(counts.length - 1, Math.floor((run - from) / width));
    counts[bar] = counts[bar]! + 1;
  }
  return { from, width, counts, never };
}

/**
 * Where a guess stands among the runs, in one sentence.
 *
 * @param guess in the unit of the measure
 * @example
 * guessWords({ from: 0, width: 10, counts: [1, 2, 1], never: 0 }, 30) // => 'All runs lie below this guess.'
 * guessWords({ from: 0, width: 10, counts: [1, 2, 1], never: 0 }, 15) // => 'About 50 % of runs lie below this guess.'
 */
export function guessWords({ from, width, counts, never }: Distribution, guess: number): string {
  const came = counts.reduce((sum, count) => sum + count, 0);
  if (came === 0) return 'It came in no run.';
  const place = (guess - from) / width;
  const below = counts.reduce((sum, count, bar) => sum + count * Math.min(1, Math.max(0, place - bar)), 0);
  const share = below / (came + never);
  if (share === 0) return never === 0 ? 'All runs lie above this guess.' : 'No run lies below this guess.';
  if (below === came && never === 0) return 'All runs lie below this guess.';
  return `About ${formatPercent(share)} of runs lie below this guess.`;
}

/**
 * A guess of odds beside the odds, in one sentence.
 *
 * @param guess 0 to 1
 * @param odds share of runs in which it came, 0 to 1
 * @example
 * oddsWords(0.3, 0.125) // => 'The guess was 30 % of runs; it is 12.5 %.'
 */
export function oddsWords(guess: number, odds: number): string {
  const percent = (value: number): string => `${Math.round(value * 1000) / 10} %`;
  return `The guess was ${percent(guess)} of runs; it is ${percent(odds)}.`;
}

/**
 * Every question of a scenario with its distribution; nothing where it asks none.
 *
 * @param sorted the runs of a measure by its place in the catalogue, ascending
 */
export function answered(
  { questions, measures }: Catalogue,
  sorted: (measure: number) => Float64Array,
): { readonly questions?: readonly AnsweredQuestion[] } {
  if (questions === undefined) return {};
  return {
    questions: questions.flatMap((question) => {
      const place = measures.findIndex(({ id }) => id === question.measure);
      return place < 0 ? [] : [{ question, distribution: distribution(sorted(place)) }];
    }),
  };
}
