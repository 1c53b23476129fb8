import { guessWords, oddsWords, type Summary, withUnit } from '../analysis/index.ts';
import { written } from '../charts/guess-mark.ts';
import type { Guesses } from './guesses.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText } from './text.ts';

/**
 * Each guess beside what the runs gave; nothing where nobody guessed.
 *
 * @param guesses in the unit of the measures, by question
 */
export const guessText = (summary: Summary, guesses: Guesses, colours: Colours): string => {
  const told = (summary.questions ?? []).flatMap(({ question, distribution }) => {
    const guess = guesses.get(question.id);
    const measure = summary.measures.find(({ spec }) => spec.id === question.measure);
    if (guess === undefined || measure === undefined) return [];
    const { spec, mean } = measure;
    if (spec.kind === 'indicator') return [entry(question.text, oddsWords(guess, mean ?? 0))];
    const isPlain = spec.kind === 'count' || spec.kind === 'hours';
    const plain = written(spec, guess, summary.catalogue);
    const amount = isPlain ? withUnit(plain, question.unit) : plain;
    return [entry(question.text, `The guess was ${amount}. ${guessWords(distribution, guess)}`)];
  });
  return told.length === 0 ? '' : `\n${colours.bold('What you expected')}\n${told.join('')}`;
};

const entry = (question: string, words: string): string =>
  `${paragraph(plainText(question), 2)}${paragraph(words, 4)}`;
