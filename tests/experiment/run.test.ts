import { describe, expect, test } from 'vitest';
import {
  type Executor,
  executeHere,
  type Replicable,
  type Replication,
  type RunOptions,
  replicate,
  replicateOn,
  runReplications,
} from '../../src/experiment/run.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

interface Told extends Replication {
  readonly decisions?: readonly { readonly at: number }[];
}

/** A small world whose only measure is 10 times the number of its replication, plus the time of every decision. */
const world: Replicable<Told> = {
  catalogue: catalogueWith({ measures: [measureSpec({ id: 'x' })] }),
  run: ({ seed, replication, decisions = [] }) =>
    outcomeWith(world.catalogue, replication, {
      seed,
      measures: [10 * replication + decisions.reduce((sum, decision) => sum + decision.at, 0)],
    }),
};

const numbers = (outcomes: readonly Outcome[]): number[] => outcomes.map((outcome) => outcome.replication);

const collect = async (executor: Executor<Told>, options: RunOptions<Told>): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for await (const outcome of replicateOn(executor, options)) outcomes.push(outcome);
  return outcomes;
};

describe('replications in this process', () => {
  test('carry the seed, their numbers and the decisions', () => {
    const outcomes = runReplications(world, { seed: 'kabul', replications: 3, decisions: [{ at: 7 }] });
    expect(numbers(outcomes)).toEqual([0, 1, 2]);
    expect(outcomes.map((outcome) => outcome.seed)).toEqual(['kabul', 'kabul', 'kabul']);
    expect(outcomes.map((outcome) => outcome.measures[0])).toEqual([7, 17, 27]);
  });

  test('in two batches are those of one', () => {
    const whole = runReplications(world, { seed: 's', replications: 10 });
    const begun = runReplications(world, { seed: 's', replications: 4 });
    const rest = runReplications(world, { seed: 's', replications: 6, first: 4 });
    expect([...begun, ...rest]).toEqual(whole);
  });

  test('are counted as they finish', () => {
    const seen: string[] = [];
    runReplications(world, {
      seed: 's',
      replications: 3,
      onProgress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });

  test('are handed over one by one: a reader who stops early stops the work', () => {
    let ran = 0;
    const counting = {
      ...world,
      run: (work: Parameters<typeof world.run>[0]) => {
        ran += 1;
        return world.run(work);
      },
    };
    for (const outcome of replicate(counting, { seed: 's', replications: 1000 }))
      if (outcome.replication === 2) break;
    expect(ran).toBe(3);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%f of them cannot be run',
    (replications) => {
      expect(() => runReplications(world, { seed: 's', replications })).toThrow(RangeError);
    },
  );

  test.each([-1, 0.5])('cannot start at number %f', (first) => {
    expect(() => runReplications(world, { seed: 's', replications: 1, first })).toThrow(RangeError);
  });
});

describe('replications on an executor', () => {
  const inOrder = (order: (numbers: readonly number[]) => readonly number[]): Executor<Told> =>
    async function* (work) {
      for (const index of order(work.map((_, at) => at)))
        yield await Promise.resolve(world.run(work[index]!));
    };
  const options = { seed: 's', replications: 20, first: 5, decisions: [{ at: 3 }] };

  test.each([
    ['in order', (all: readonly number[]) => all],
    ['backwards', (all: readonly number[]) => all.toReversed()],
    [
      'evens before odds',
      (all: readonly number[]) => [...all.filter((n) => n % 2 === 0), ...all.filter((n) => n % 2 === 1)],
    ],
  ] as const)('that finish %s come out as if run here', async (_, order) => {
    expect(await collect(inOrder(order), options)).toEqual(runReplications(world, options));
  });

  test('that are lost, or run twice, are an error and not a silent gap', async () => {
    await expect(
      collect(
        inOrder((all) => all.filter((n) => n !== 4)),
        options,
      ),
    ).rejects.toThrow(/did not run replication 9/);
    await expect(
      collect(
        inOrder((all) => [...all, 0]),
        options,
      ),
    ).rejects.toThrow(/replication 5 twice/);
    await expect(
      collect(
        inOrder((all) => [3, 3, ...all]),
        options,
      ),
    ).rejects.toThrow(/replication 8 twice/);
  });

  test('are counted as they finish, in whatever order', async () => {
    const seen: number[] = [];
    await collect(
      inOrder((all) => all.toReversed()),
      { ...options, onProgress: (done) => seen.push(done) },
    );
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

describe('a replication that fails', () => {
  const fragile: Replicable<Told> = {
    ...world,
    run: (told) => {
      if (told.replication % 7 === 3) throw new RangeError(`event budget passed\nin ${told.replication}`);
      return world.run(told);
    },
  };

  test('is told with its seed and the reason in one line, in order, and the others go on', async () => {
    const failures: unknown[] = [];
    const outcomes = await collect(executeHere(fragile), {
      seed: 's',
      replications: 20,
      onFailure: (failed) => failures.push(failed),
    });
    const failure = (replication: number) => ({
      seed: 's',
      replication,
      failure: `RangeError: event budget passed in ${replication}`,
    });
    expect(failures).toEqual([failure(3), failure(10), failure(17)]);
    expect(numbers(outcomes)).toEqual([...Array(20).keys()].filter((n) => n % 7 !== 3));
  });

  test('ends the batch when nobody asked for failures', async () => {
    await expect(collect(executeHere(fragile), { seed: 's', replications: 20 })).rejects.toThrow(
      /replication 3 of seed "s" failed: RangeError: event budget/,
    );
  });

  test('counts as done', async () => {
    const seen: string[] = [];
    await collect(executeHere(fragile), {
      seed: 's',
      replications: 5,
      onFailure: () => undefined,
      onProgress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen.at(-1)).toBe('5/5');
  });
});
