import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/experiment/attempt.ts';
import { pack, shapeOf, unpack, withoutLog } from '../../src/experiment/compact.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';
import { outcomeWith } from '../support/outcomes.ts';

const shape = shapeOf(kabulLike);

const anyOutcome = (replication: number): fc.Arbitrary<Outcome> => {
  const number = fc.oneof(fc.double(), fc.constant(Number.POSITIVE_INFINITY), fc.constant(-0));
  const rows = (length: number) => fc.array(number, { minLength: length, maxLength: length });
  return fc
    .tuple(rows(shape.measures), fc.array(rows(3), { minLength: 2, maxLength: 2 }))
    .map(([measures, series]) => outcomeWith(kabulLike, replication, { measures, series, seed: 's' }));
};

test('an outcome comes out of its pack to the last bit, infinite times and negative zeros included', () => {
  const small = { measures: shape.measures, series: 2, samples: 3 };
  fc.assert(
    fc.property(anyOutcome(0), anyOutcome(1), (one, two) => {
      expect([...unpack(pack([one, two], small), small)]).toStrictEqual([one, two]);
    }),
    { numRuns: 50, seed: 4, endOnFailure: true },
  );
});

test('replications that failed keep their place among those that did not', () => {
  const [one, , three] = kabulLikeOutcomes(3).map(withoutLog) as [Outcome, Outcome, Outcome];
  const failed: Attempt = { seed: 'made-up', replication: 1, failure: 'too many events' };
  expect([...unpack(pack([one, failed, three], shape), shape)]).toEqual([one, failed, three]);
  expect([...unpack(pack([failed], shape), shape)]).toEqual([failed]);
});

test('an outcome of another catalogue is refused, and so are numbers cut short', () => {
  const [one] = kabulLikeOutcomes(1);
  const other = outcomeWith(kabulLike, 0, { measures: [1, 2] });
  expect(() => pack([other], shape)).toThrow(/replication 0 has another shape/);
  const packed = pack([one!], shape);
  expect(() => [...unpack({ ...packed, numbers: packed.numbers.slice(1) }, shape)]).toThrow(RangeError);
});
