import { expect } from 'vitest';
import type { LedgerEntry } from '../../src/scenario/index.ts';

/** Numbers of a ledger of which nobody says where they come from, or says so in less than a word. */
export const unexplained = (ledger: readonly LedgerEntry[]): readonly string[] =>
  ledger
    .filter(({ grade, source, assumed }) => {
      const words = source ?? assumed ?? '';
      return grade === 'none' || (grade !== 'default' && words.length < 3);
    })
    .map(({ path }) => path);

/** The whole numbers that stand in a ledger, dates and shares left out, each with its path. */
export const numbersOf = (ledger: readonly LedgerEntry[]): readonly (readonly [string, number])[] =>
  ledger.flatMap(({ path, value }) =>
    (value.replaceAll(',', '').match(/(?<![\d.:-])\d+(?![\d.:]|-\d| *%)/g) ?? []).map(
      (number) => [path, Number(number)] as const,
    ),
  );

/** Checks that a series never falls. */
export const expectRising = (levels: readonly number[], id: string): void => {
  const falls = levels.filter((level, index) => index > 0 && level < levels[index - 1]!);
  expect(falls, id).toEqual([]);
};
