import { expect, test } from 'vitest';
import { changed, errorOf, only, printed, unmark } from '../support/bad-scenario.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';
import { CONTRADICTIONS, NAMES } from './bad-cases/meaning.ts';
import { DISTRIBUTIONS, QUANTITIES, TIMES } from './bad-cases/numbers.ts';
import { ANNOTATIONS, SHAPE, YAML } from './bad-cases/shape.ts';

const GROUPS = { SHAPE, QUANTITIES, DISTRIBUTIONS, TIMES, NAMES, CONTRADICTIONS, ANNOTATIONS, YAML };

const cases = Object.entries(GROUPS).flatMap(([group, list]) =>
  list.map((each) => ({ ...each, title: `${group.toLowerCase()}: ${each.title}` })),
);

test('there is nothing wrong with the small scenario itself', () => {
  expect(errorOf('small.yaml', { read: only('small.yaml', SMALL_SCENARIO) })).toBeUndefined();
});

test.each(cases)('$title', ({ from, to, also, problems }) => {
  const { text, marks } = unmark(changed(changed(SMALL_SCENARIO, from, to), ...(also ?? ['', ''])));
  const error = errorOf('small.yaml', { read: only('small.yaml', text) });
  const found = error?.problems ?? [];
  expect(found.map(({ code, message }) => [code, message])).toEqual(
    problems.map(([code, words]) => [code, expect.stringContaining(words)]),
  );
  expect(found.map(({ line, column, length }) => ({ line, column, length }))).toEqual(marks);
  expect(error === undefined ? '' : printed(error)).not.toMatch(/^ +at /m);
});
