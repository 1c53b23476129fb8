import seedrandom from 'seedrandom';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../src/analysis/interval.ts';
import { createStoppingRule } from '../../src/analysis/precision.ts';
import type { RemotePlan } from '../../src/experiment/compare.ts';
import { rank } from '../../src/experiment/rank.ts';
import { executeHere } from '../../src/experiment/run.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

const EXPERIMENTS = 2000;

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

type Draw = (shared: number, own: () => number) => number;

const DRAWS: Readonly<Record<string, { readonly kind: 'count' | 'indicator'; readonly draw: Draw }>> = {
  'numbers of people': { kind: 'count', draw: (shared, own) => Math.round(20 * shared + 5 * normal(own)) },
  'few people, often as many': {
    kind: 'count',
    draw: (shared, own) => Math.floor(2 * shared) + Math.floor(2 * own()),
  },
  'what happens or not': {
    kind: 'indicator',
    draw: (shared, own) => Number((own() < 0.7 ? shared : own()) < 0.8),
  },
};

/** Plans that are all as good as each other, the hardest case for the best, with luck that they share and luck of their own. */
const equals = (count: number, of: keyof typeof DRAWS): readonly RemotePlan[] => {
  const { kind, draw } = DRAWS[of]!;
  return Array.from({ length: count }, (_, index): RemotePlan => {
    const catalogue = catalogueWith({ name: `plan ${index}`, measures: [measureSpec({ id: 'out', kind })] });
    return {
      catalogue,
      executor: executeHere({
        run: ({ seed, replication }) => {
          const shared = seedrandom.alea(`${seed}/${replication}`)();
          const own = seedrandom.alea(`${seed}/${replication}/${index}`);
          return outcomeWith(catalogue, replication, { seed, measures: [draw(shared, own)] });
        },
      }),
    };
  });
};

describe('a ranking keeps the best in at least 95 % of 2,000 searches, over all its stages together', () => {
  test.each([
    ['numbers of people', 5, 160],
    ['few people, often as many', 4, 80],
    ['few people, often as many', 2, 4],
    ['what happens or not', 4, 80],
  ] as const)(
    'of %s, with %i plans up to %i replications',
    async (of, count, replications) => {
      let kept = 0;
      for (let search = 0; search < EXPERIMENTS; search += 1) {
        const found = await rank(equals(count, of), {
          seed: `${of}/${search}`,
          replications,
          measure: 'out',
        });
        if (found.plans.find(({ name }) => name === 'plan 0')!.isCandidate) kept += 1;
      }
      // 3.3 standard errors of 0.49 points below 95 %.
      expect(kept / EXPERIMENTS).toBeGreaterThanOrEqual(0.934);
    },
    900_000,
  );
});

test('the interval at which --precision stops covers the truth in 93.4 to 96.6 % of 2,000 experiments of 100 runs or more', () => {
  // Where few runs are enough, stopping at a lucky narrow interval costs coverage; Hoad, Robinson and Davies look ahead against that.
  const spec = measureSpec({ id: 'out' });
  let covered = 0;
  for (let experiment = 0; experiment < EXPERIMENTS; experiment += 1) {
    const random = seedrandom.alea(`stop/${experiment}`);
    const rule = createStoppingRule({ spec, halfWidth: 0.05, isRelative: true });
    const runs: number[] = [];
    do runs.push(100 + 30 * normal(random));
    while (!rule.add(runs.at(-1)!));
    const { low, high } = meanInterval(mean(runs), sampleStandardDeviation(runs), runs.length);
    if (low <= 100 && 100 <= high) covered += 1;
  }
  expect(covered / EXPERIMENTS).toBeGreaterThanOrEqual(0.934);
  expect(covered / EXPERIMENTS).toBeLessThanOrEqual(0.966);
}, 900_000);
