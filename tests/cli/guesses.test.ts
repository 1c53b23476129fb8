import { expect, test } from 'vitest';
import { readGuesses } from '../../src/cli/guesses.ts';
import { airbridgeIn, wideLines } from '../support/cli.ts';
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

test('a guess is told on the terminal beside what the runs gave, above, within or below them', async () => {
  const low = await airbridgeIn(['run', 'kabul-48h', '-r', '3', '--guess', 'out=10', '--guess', 'fall=25']);
  const high = await airbridgeIn(['run', 'kabul-48h', '-r', '3', '--guess', 'out=15,000']);
  expect(low.out).toMatch(
    /What you expected\n {2}How many evacuees .*\n {4}The guess was 10 people\. All runs lie above this guess\./,
  );
  expect(low.out).toMatch(/The guess was 25 % of runs; it is [\d.]+ %\./);
  expect(high.out).toContain('The guess was 15,000 people. All runs lie below this guess.');
  expect(wideLines(low.out)).toEqual([]);
});

test('describe tells every question that --guess takes, and nothing where none is asked', async () => {
  const { out } = await airbridgeIn(['describe', 'kabul-48h']);
  const ids = [...out.matchAll(/--guess ([\w-]+)=VALUE/g)].map(([, id]) => id!);
  const values = ids.flatMap((id) => ['--guess', `${id}=5`]);
  expect(ids.length).toBeGreaterThan(2);
  expect(await airbridgeIn(['run', 'kabul-48h', '-r', '1', '--quiet', ...values])).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  expect((await airbridgeIn(['describe', '03-stands'])).out).not.toContain('guess');
});
