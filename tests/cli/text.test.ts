import fc from 'fast-check';
import { expect, test } from 'vitest';
import { left, plainText, right, table, widthOf, wrap } from '../../src/cli/text.ts';

const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 12 });

test('a wrapped text has no line wider than asked, and loses no letter', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (parts, width) => {
      const text = parts.join(' ');
      const lines = wrap(text, width);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('a table stays below 80 columns whatever its labels are, and its numbers stand below each other', () => {
  const cell = fc.stringMatching(/^[0-9]{1,20}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z ]{1,120}$/), cell, cell), { minLength: 1 }),
      (rows) => {
        const lines = table(rows).join('').trimEnd().split('\n');
        expect(Math.max(...lines.map(widthOf))).toBeLessThan(80);
        const ends = lines.filter((line) => /\d$/.test(line)).map(widthOf);
        expect(ends).toHaveLength(rows.length);
        expect(new Set(ends).size).toBe(1);
      },
    ),
  );
});

test('padding counts characters, not bytes', () => {
  expect([left('é', 3), right('€', 3), left('long', 2)]).toEqual(['é  ', '  €', 'long']);
});

test('text from a scenario loses what could drive a terminal', () => {
  expect(plainText('a\u001b[2Jb\r\nc\u202ed')).toBe('a [2Jb c d');
});
