import { type Comparison, comparePaired } from '../analysis/compare.ts';
import { type Summary, summarise } from '../analysis/summary.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Replicable, type Replication, type RunOptions, runReplications } from './run.ts';

/** Several plans on the same random futures. */
export interface ScenarioComparison {
  /** outcomes of every model, the base first */
  readonly outcomes: readonly (readonly Outcome[])[];
  /** summary of every model, the base first */
  readonly summaries: readonly Summary[];
  /** every variant against the base */
  readonly comparisons: readonly Comparison[];
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
  };
}
