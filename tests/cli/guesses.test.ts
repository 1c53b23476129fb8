import { expect, test } from 'vitest';
import { readGuesses } from '../../src/cli/guesses.ts';
import { catalogueWith, measureSpec } from '../support/outcomes.ts';

const catalogue = catalogueWith({
  measures: [
    measureSpec({ id: 'people-out' }),
    measureSpec({ id: 'clear', kind: 'time' }),
    measureSpec({ id: 'empty', kind: 'share' }),
  ],
  questions: ['out/people-out', 'when/clear', 'seats/empty'].map((pair) => {
    const [id = '', measure = ''] = pair.split('/');
    return { id, measure, text: id, unit: id };
  }),
});

test('a guess is read in the words of its measure: numbers with commas, per cent, hours or local time', () => {
  const texts = ['out=3,000', 'seats=40 %', 'when=36'];
  expect([...readGuesses(texts, catalogue)]).toEqual([
    ['out', 3000],
    ['seats', 0.4],
    ['when', 36 * 60],
  ]);
  // The catalogue starts at noon on 13 August.
  expect(readGuesses(['when=2021-08-14T18:00'], catalogue).get('when')).toBe(30 * 60);
});

test.each([
  ['out', 'write it as question=value'],
  ['ot=3', 'did you mean `out`'],
  ['out=many', 'needs a number such as 3,000, found `many`'],
  ['out=40 %', 'needs a number'],
  ['seats=140', 'needs per cent'],
  ['when=soon', 'needs hours after the start'],
  ['when=2021-08-12T18:00', 'needs hours after the start'],
])('the guess %s is refused and the message says why', (text, reason) => {
  expect(() => readGuesses([text], catalogue)).toThrow(reason);
});

test('a scenario that asks nothing takes no guess', () => {
  expect(() => readGuesses(['out=3'], catalogueWith())).toThrow('this scenario asks no questions');
});
