import { expect, test } from 'vitest';
import { pairedDifference } from '../../src/analysis/paired.ts';
import { kabul, measured } from '../support/kabul.ts';

const REPLICATIONS = 16;
const base = measured(kabul(), 'people-out', REPLICATIONS);

/** Every variant is tried in the long form, pairing.full.test.ts. */
const VARIANTS = [
  // With 50 replications and seed 1 it was 128, 101 and 9.7 times.
  ['twelve-more-aircraft', 10],
  ['embassy-at-once', 10],
  ['as-it-happened', 2],
] as const;

test.each(process.env.AIRBRIDGE_FULL === '1' ? VARIANTS : VARIANTS.slice(0, 1))(
  'in kabul-48h against #%s, pairing cuts the variance of the difference in people out at least %i times',
  (variant, times) => {
    const { varianceRatio, correlation } = pairedDifference(
      'count',
      base,
      measured(kabul(variant), 'people-out', REPLICATIONS),
    );
    expect(varianceRatio).toBeGreaterThan(times);
    expect(correlation).toBeGreaterThan(0.5);
  },
);
