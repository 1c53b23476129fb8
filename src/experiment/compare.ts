import { type Comparison, comparePaired } from '../analysis/compare.ts';
import { createSummariser, type Summary, summarise } from '../analysis/summary.ts';
import type { Catalogue, Outcome } from '../model/outcome.ts';
import { type Failed, judgedTogether, type SetAside, TooFewFinished } from './attempt.ts';
import {
  type Batch,
  type Executor,
  type Replicable,
  type Replication,
  type RunOptions,
  replicateOn,
  runReplications,
} from './run.ts';

/** Several plans on the same random futures. */
export interface ScenarioComparison {
  /** outcomes of every plan that is compared, the base first */
  readonly outcomes: readonly (readonly Outcome[])[];
  /** summary of every plan that is compared, the base first */
  readonly summaries: readonly Summary[];
  /** every variant against the base, but for those set aside */
  readonly comparisons: readonly Comparison[];
  /** replications of every plan that could not be finished, the base first; they are in no comparison, for any plan */
  readonly failed: readonly (readonly Failed[])[];
  /** variants of which too few replications were finished */
  readonly setAside: readonly SetAside[];
}

/**
 * Runs several models on the same seed and the same replications, and compares the others with the first.
 *
 * @param models the base, then its variants; two or more
 * @param options seed and replications for each; `onProgress` counts over all models
 * @throws RangeError when there are fewer than two models or no replications
 * @example
 * const measures = [{ id: 'people-out', unit: 'people', kind: 'count', better: 'more', headline: true }];
 * const plan = (name, extra) => ({
 *   catalogue: { name, measures, series: [], grid: [], observations: [] },
 *   run: ({ seed, replication }) => ({ seed, replication, measures: [100 + replication + extra], series: [], people: 200, parties: 50, events: 900 }),
 * });
 * const { comparisons } = compareScenarios([plan('base', 0), plan('more', 7)], { seed: 'kabul', replications: 10 });
 * comparisons[0].measures[0].verdict // => 'gets 7 more people out (in every replication)'
 */
export function compareScenarios<Told extends Replication>(
  models: readonly Replicable<Told>[],
  options: RunOptions<NoInfer<Told>>,
): ScenarioComparison {
  if (models.length < 2) throw new RangeError(`a comparison needs two models or more, got ${models.length}`);
  const total = models.length * options.replications;
  const outcomes = models.map((model, index) =>
    runReplications(model, {
      ...options,
      onProgress: (done) => options.onProgress?.(index * options.replications + done, total),
    }),
  );
  const runs = models.map(({ catalogue }, index) => ({ catalogue, outcomes: outcomes[index]! }));
  return {
    outcomes,
    summaries: runs.map((run) => summarise(run.catalogue, run.outcomes, options.seed)),
    comparisons: comparePaired(runs[0]!, runs.slice(1)),
    failed: models.map(() => []),
    setAside: [],
  };
}

/** A plan that is run somewhere else. */
export interface RemotePlan {
  readonly catalogue: Catalogue;
  readonly executor: Executor;
}

/** What one plan gave. */
interface PlanResults {
  readonly catalogue: Catalogue;
  /** without their series, which the summary holds, so that thousands of them fit into memory */
  readonly outcomes: readonly Outcome[];
  /** null where nothing was finished */
  readonly summary: Summary | null;
  readonly failed: readonly Failed[];
}

async function resultsOf({ catalogue, executor }: RemotePlan, options: Batch): Promise<PlanResults> {
  const summariser = createSummariser(catalogue);
  const outcomes: Outcome[] = [];
  const failed: Failed[] = [];
  const onFailure = (one: Failed): void => {
    failed.push(one);
    options.onFailure?.(one);
  };
  for await (const outcome of replicateOn(executor, { ...options, onFailure })) {
    summariser.add(outcome);
    outcomes.push({ ...outcome, series: [] });
  }
  const summary = outcomes.length === 0 ? null : summariser.summary(options.seed);
  return { catalogue, outcomes, summary, failed };
}

/** The base, which finished some replications, shares none of them with another plan. */
function noneShared(results: readonly PlanResults[], asked: number): TooFewFinished {
  const names = results.map(({ catalogue }) => catalogue.name);
  const others = names.length === 2 ? 'both' : `${names[0]} and any other`;
  return new TooFewFinished(`${names.join(', ')}: no replication of ${asked} was finished by ${others}`);
}

/** The plans that are compared, the base first, with the replications that all of them finished. */
function judged(
  results: readonly PlanResults[],
  { replications, first = 0 }: Batch,
): { readonly plans: readonly PlanResults[]; readonly shared: ReadonlySet<number> } {
  const all = Array.from({ length: replications }, (_, index) => first + index);
  const finished = results.map(({ failed }) => {
    const lost = new Set(failed.map((one) => one.replication));
    return all.map((replication) => !lost.has(replication));
  });
  const [base] = results;
  if (base!.outcomes.length === 0)
    throw new TooFewFinished(`${base!.catalogue.name}: every replication failed`);
  // One pair tells no difference, but is all that one replication gives, or that the others leave.
  const chosen = [2, 1]
    .map((least) => judgedTogether(finished, least, { keep: 0 }))
    .find((plans) => plans.length > 1);
  if (chosen === undefined) throw noneShared(results, replications);
  const shared = all.filter((_, index) => chosen.every((plan) => finished[plan]![index]));
  return { plans: chosen.map((plan) => results[plan]!), shared: new Set(shared) };
}

/**
 * Compares several plans like `compareScenarios`, each on its executor. A replication that failed for one plan is left out of the
 * comparisons of all, because it has no pair; each plan's own summary has every replication that this plan finished. Where fewer than two replications
 * are left in this way, the variants that finished the fewest are set aside, and the others are compared.
 *
 * @param plans the base, then its variants; two or more
 * @param options seed and replications for each; `onProgress` counts over all plans, `onFailure` hears of each failure
 * @returns outcomes without their series
 * @throws RangeError when there are fewer than two plans or no replications; TooFewFinished when the base
 *   shares no finished replication with any variant
 * @example
 * const measures = [{ id: 'people-out', unit: 'people', kind: 'count', better: 'more', headline: true }];
 * const plan = (name, extra) => ({
 *   catalogue: { name, measures, series: [], grid: [], observations: [] },
 *   executor: executeHere({
 *     run: ({ seed, replication }) => ({ seed, replication, measures: [100 + replication + extra], series: [], people: 200, parties: 50, events: 900 }),
 *   }),
 * });
 * const { comparisons } = await compareOn([plan('base', 0), plan('more', 7)], { seed: 'kabul', replications: 10 });
 * comparisons[0].measures[0].verdict // => 'gets 7 more people out (in every replication)'
 */
export async function compareOn(plans: readonly RemotePlan[], options: Batch): Promise<ScenarioComparison> {
  if (plans.length < 2) throw new RangeError(`a comparison needs two plans or more, got ${plans.length}`);
  const total = plans.length * options.replications;
  const results: PlanResults[] = [];
  for (const [index, plan] of plans.entries()) {
    const onProgress = (done: number): void =>
      options.onProgress?.(index * options.replications + done, total);
    results.push(await resultsOf(plan, { ...options, onProgress }));
  }
  const { plans: compared, shared } = judged(results, options);
  const paired = compared.map(({ catalogue, outcomes }) => ({
    catalogue,
    outcomes: outcomes.filter((one) => shared.has(one.replication)),
  }));
  return {
    outcomes: compared.map((one) => one.outcomes),
    summaries: compared.map((one) => one.summary!),
    comparisons: comparePaired(paired[0]!, paired.slice(1)),
    failed: results.map((one) => one.failed),
    setAside: results
      .filter((one) => !compared.includes(one))
      .map(({ catalogue: { name }, outcomes }) => ({
        name,
        finished: outcomes.length,
        replications: options.replications,
      })),
  };
}
