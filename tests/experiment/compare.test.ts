import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { compareOn, compareScenarios } from '../../src/experiment/compare.ts';
import { executeHere, type Replicable } from '../../src/experiment/run.ts';
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

describe('plans on executors', () => {
  const options = { seed: 's', replications: 40 };
  const plans = [plan('base', 0), plan('twin', 0), plan('more', 50)];
  const remote = (model: Replicable) => ({ catalogue: model.catalogue, executor: executeHere(model) });

  /** The same plan, except that some of its replications cannot be finished. */
  const fragile = (model: Replicable, lost: readonly number[]): Replicable => ({
    catalogue: model.catalogue,
    run: (told) => {
      if (lost.includes(told.replication)) throw new Error('too many events');
      return model.run(told);
    },
  });

  test('are compared as they are in this thread', async () => {
    const seen: string[] = [];
    const onProgress = (done: number, total: number): void => void seen.push(`${done}/${total}`);
    const here = compareScenarios(plans, options);
    const there = await compareOn(plans.map(remote), { ...options, onProgress });
    expect(there.comparisons).toEqual(here.comparisons);
    expect(there.summaries).toEqual(here.summaries);
    expect([seen.length, seen.at(-1)]).toEqual([120, '120/120']);
  });

  test('leave a future that one of them could not finish out of every comparison, and say so', async () => {
    const [base, twin, more] = plans as [Replicable, Replicable, Replicable];
    const broken = [base, fragile(twin, [5]), fragile(more, [5, 9])].map(remote);
    const heard: number[] = [];
    const result = await compareOn(broken, { ...options, onFailure: (one) => heard.push(one.replication) });
    expect(result.failed.map((each) => each.map((one) => one.replication))).toEqual([[], [5], [5, 9]]);
    expect(heard).toEqual([5, 5, 9]);
    expect(result.comparisons.map((one) => one.replications)).toEqual([38, 38]);
    expect(result.comparisons[0]!.measures[0]!.direction).toBe('identical');
    expect(result.summaries.map((one) => one.replications)).toEqual([40, 39, 38]);
  });

  test('are compared without one that finished too little to share two futures with the others', async () => {
    const [base, twin, more] = plans as [Replicable, Replicable, Replicable];
    const all = [...Array(40).keys()];
    const result = await compareOn([base, fragile(twin, all.slice(1)), more].map(remote), options);
    expect(result.setAside).toEqual([{ name: 'twin', finished: 1, replications: 40 }]);
    expect(result.comparisons.map(({ variant, replications }) => [variant, replications])).toEqual([
      ['more', 40],
    ]);
    expect(result.summaries.map(({ catalogue }) => catalogue.name)).toEqual(['base', 'more']);
  });

  test('cannot be compared when no future is left, or only one plan is given', async () => {
    const all = [...Array(40).keys()];
    const [base, twin] = plans as [Replicable, Replicable];
    const none = /no replication of 40 was finished by both/;
    await expect(compareOn([base, fragile(twin, all)].map(remote), options)).rejects.toThrow(none);
    await expect(compareOn([fragile(base, all), twin].map(remote), options)).rejects.toThrow(
      /base: every replication failed/,
    );
    await expect(compareOn([remote(base)], options)).rejects.toThrow(RangeError);
    const [evens, odds] = [all.filter((n) => n % 2 === 0), all.filter((n) => n % 2 === 1)];
    const halves = [fragile(base, evens), fragile(twin, odds)].map(remote);
    await expect(compareOn(halves, options)).rejects.toThrow(none);
  });
});
