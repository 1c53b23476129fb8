import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { afterAll, describe, expect, test } from 'vitest';
import { type Failed, isFailed } from '../../../src/experiment/attempt.ts';
import { modelOf, type Plan } from '../../../src/experiment/plan.ts';
import { inBatches } from '../../../src/experiment/pool/batches.ts';
import { openPool, Workers } from '../../../src/experiment/pool/index.ts';
import { type Executor, executeHere, replicateOn, runReplications } from '../../../src/experiment/run.ts';
import { compile } from '../../../src/model/index.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import { FEW_PEOPLE } from '../../support/few-people.ts';
import { SMALL_SCENARIO } from '../../support/scenario-text.ts';

const planOf = (text: string, variant?: string): Plan => ({
  scenario: loadScenario('test.yaml', { read: () => text, variant }).scenario,
});
/** Every section of the language. */
const small = planOf(SMALL_SCENARIO);
/** One aircraft, over in a moment. */
const few = planOf(FEW_PEOPLE);

const two = openPool({ jobs: 2 });
afterAll(() => two.close());

interface Ran {
  readonly outcomes: readonly Outcome[];
  readonly failed: readonly Failed[];
}

const ranOn = async (executor: Executor, replications: number, first = 0): Promise<Ran> => {
  const outcomes: Outcome[] = [];
  const failed: Failed[] = [];
  const options = { seed: 'pool', replications, first, onFailure: (one: Failed) => void failed.push(one) };
  for await (const outcome of replicateOn(executor, options)) outcomes.push(outcome);
  return { outcomes, failed };
};

describe('a pool', () => {
  test('of two workers gives, to the last bit, what this thread gives, in the same order', async () => {
    const here = runReplications(modelOf(small), { seed: 'pool', replications: 5, first: 4 });
    const there = await ranOn(two.executor(small), 5, 4);
    expect(there).toStrictEqual({ outcomes: here.map((one) => ({ ...one, actions: [] })), failed: [] });
  });

  test('that ends is not disturbed by a batch that comes back for a reader who has left', async () => {
    const workers = new Workers(1);
    const lost = (): boolean => workers.pool.emit('error', new Error('Unexpected message from Worker'));
    // while it works an error that belongs to no batch is one
    expect(lost).toThrow('Unexpected message');
    const closing = workers.close();
    expect(lost).not.toThrow();
    await closing;
  });

  test('reports the replications that fail and finishes the others, like this thread', async () => {
    const events = runReplications(modelOf(few), { seed: 'pool', replications: 20 }).map((one) => one.events);
    const median = events.toSorted((a, b) => a - b)[10]!;
    const limited: Plan = { ...few, eventBudget: median };
    const [here, there] = await Promise.all([
      ranOn(executeHere(modelOf(limited)), 20),
      ranOn(two.executor(limited), 20),
    ]);
    expect(there).toStrictEqual(here);
    expect(there.failed.length).toBeGreaterThan(3);
    expect(there.outcomes.length + there.failed.length).toBe(20);
    expect(there.failed.every(({ failure }) => /event/.test(failure) && failure.includes('"pool/'))).toBe(
      true,
    );
  });

  test('keeps plans apart that run at once', async () => {
    const other = planOf(FEW_PEOPLE, 'two');
    const ran = await Promise.all([few, other, few].map((plan) => ranOn(two.executor(plan), 40)));
    const here = [few, other].map((plan) =>
      runReplications(modelOf(plan), { seed: 'pool', replications: 40 }),
    );
    const measures = (outcomes: readonly Outcome[]) => outcomes.map((one) => one.measures);
    expect(measures(ran[0]!.outcomes)).toEqual(measures(here[0]!));
    expect(measures(ran[1]!.outcomes)).toEqual(measures(here[1]!));
    expect(measures(ran[2]!.outcomes)).toEqual(measures(here[0]!));
    expect(measures(here[1]!)).not.toEqual(measures(here[0]!));
  });

  test('may keep a model: a run that fails half-way leaves nothing behind in it', () => {
    const told = { seed: 'pool', replication: 0 };
    const alone = modelOf(small).run(told);
    const model = compile(small.scenario);
    for (const share of [0.1, 0.5, 0.9]) {
      const eventBudget = Math.floor(share * alone.events);
      expect(() => model.run({ seed: 'other', replication: 0, eventBudget })).toThrow(/event/);
      expect(model.run(told)).toStrictEqual(alone);
    }
  });

  test('goes on after a reader that left early', async () => {
    for await (const one of two.executor(few)(
      [...Array(50).keys()].map((replication) => ({ seed: 's', replication })),
    ))
      if (one.replication === 3) break;
    expect((await ranOn(two.executor(few), 5)).outcomes.length).toBe(5);
  });

  test('left to choose runs a small batch here', async () => {
    const pool = openPool();
    const { outcomes } = await ranOn(pool.executor(few), 3);
    await pool.close();
    expect(outcomes.map((one) => one.replication)).toEqual([0, 1, 2]);
  });

  test.each([0, -1, 1.5, Number.NaN])('cannot have %f workers', (jobs) => {
    expect(() => openPool({ jobs })).toThrow(RangeError);
  });
});

test('a replication that kills its worker is the only one lost', async () => {
  const filename = fileURLToPath(new URL('../../support/dying-worker.mjs', import.meta.url));
  const workers = new Piscina({ filename, name: 'runBatch', minThreads: 2, maxThreads: 2 });
  try {
    const shape = { measures: 1, series: 0, samples: 0 };
    const work = Array.from({ length: 40 }, (_, replication) => ({ seed: 's', replication }));
    const seen = [];
    for await (const one of inBatches(
      { workers, tempo: { jobs: 2, pace: 0 }, plan: new Uint8Array(), shape },
      work,
    ))
      seen.push(one);
    expect(seen.map((one) => one.replication)).toEqual(work.map((one) => one.replication));
    expect(
      seen.filter(isFailed).map((one) => [one.replication, /the worker stopped/.test(one.failure)]),
    ).toEqual([[3, true]]);
  } finally {
    await workers.destroy();
  }
});
