import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from '../../src/analysis/holm.ts';

test('the usual worked example keeps the first and the last hypothesis rejected, and no other', () => {
  // p = 0.01, 0.04, 0.03, 0.005; R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") gives 0.03 0.06 0.06 0.02.
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  for (const [index, expected] of [0.03, 0.06, 0.06, 0.02].entries())
    expect(adjusted[index]).toBeCloseTo(expected, 12);
});

test('adjusted values keep the order of the plain ones, and lie between them and Bonferroni', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
      (ps) => {
        const adjusted = holm(ps);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(
            Math.min(1, Math.max(...ps.filter((q) => q <= p)) * ps.length),
          );
          for (const [j, q] of ps.entries()) if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
        }
      },
    ),
  );
});

test('one comparison alone is not adjusted, and none gives none', () => {
  expect(holm([0.04])).toEqual([0.04]);
  expect(holm([])).toEqual([]);
});

test('what is no probability is refused', () => {
  for (const p of [-0.01, 1.01, Number.NaN]) expect(() => holm([0.5, p])).toThrow(RangeError);
});
