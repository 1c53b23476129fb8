import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { compareScenarios } from '../../src/experiment/compare.ts';
import type { Replicable } from '../../src/experiment/run.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

/** A plan that gets a lucky number of people out, and `extra` more. */
const plan = (name: string, extra: number): Replicable => {
  const catalogue = catalogueWith({ name, measures: [measureSpec({ id: 'people-out' })] });
  return {
    catalogue,
    run: ({ seed, replication }) => {
      const luck = seedrandom.alea(`${seed}/${replication}`)();
      const own = seedrandom.alea(`${seed}/${replication}/${name}`)();
      return outcomeWith(catalogue, replication, {
        seed,
        measures: [Math.round(1000 * luck + extra * (0.5 + own))],
      });
    },
  };
};

describe('plans on the same random futures', () => {
  const seen: string[] = [];
  const result = compareScenarios([plan('base', 0), plan('twin', 0), plan('more', 50)], {
    seed: 's',
    replications: 40,
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  });

  test('find a twin identical and fifty more people better', () => {
    expect(result.comparisons.map((one) => [one.variant, one.measures[0]!.direction])).toEqual([
      ['twin', 'identical'],
      ['more', 'better'],
    ]);
    const { low, high } = result.comparisons[1]!.measures[0]!;
    expect(low).toBeLessThan(50);
    expect(high).toBeGreaterThan(50);
  });

  test('would have hidden fifty more people in the noise without pairing', () => {
    const [base, , more] = result.summaries.map((summary) => summary.measures[0]!);
    expect(more!.low).toBeLessThan(base!.high!);
    expect(result.comparisons[1]!.measures[0]!.varianceRatio).toBeGreaterThan(100);
  });

  test('are summarised each on its own, and all counted', () => {
    expect(result.summaries.map((summary) => [summary.catalogue.name, summary.replications])).toEqual([
      ['base', 40],
      ['twin', 40],
      ['more', 40],
    ]);
    expect(result.outcomes.map((outcomes) => outcomes.length)).toEqual([40, 40, 40]);
    expect([seen.length, seen.at(-1)]).toEqual([120, '120/120']);
  });

  test('need to be two at least', () => {
    expect(() => compareScenarios([plan('alone', 0)], { seed: 's', replications: 2 })).toThrow(RangeError);
  });
});
