import { type Comparison, comparePaired } from '../analysis/compare.ts';
import { type Summary, summarise } from '../analysis/summary.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Replicable, type RunOptions, runReplications } from './run.ts';

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
 */
export function compareScenarios<Action>(
  models: readonly Replicable<Action>[],
  options: RunOptions<Action>,
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
