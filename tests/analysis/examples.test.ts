import { describe, expect, test } from 'vitest';
import * as analysis from '../../src/analysis/index.ts';
import { examplesIn, runExample } from '../support/examples.ts';

const examples = examplesIn(new URL('../../src/analysis', import.meta.url).pathname);

describe('the examples of the analysis', () => {
  test('are there', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  test.each(examples.map((example) => [example.where, example] as const))(
    '%s gives what it promises',
    (_, example) => {
      for (const { given, promised } of runExample(example, analysis)) expect(given).toEqual(promised);
    },
  );
});
