import { type Explanation, explain } from '../../src/experiment/explain.ts';
import type { RemotePlan } from '../../src/experiment/index.ts';
import { modelOf } from '../../src/experiment/plan.ts';
import { executeHere, type Replicable } from '../../src/experiment/run.ts';
import { wideningsOf } from '../../src/experiment/widenings.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { merged, type Written } from './scenario.ts';

/** A model in which nothing is random is run once: every replication is that one. */
const once = ({ catalogue, run }: Replicable): Replicable => {
  let first: ReturnType<typeof run> | undefined;
  return {
    catalogue,
    run: (told) => {
      first ??= run(told);
      return { ...first, ...told };
    },
  };
};

/**
 * What one more of everything is worth in the scenario that the patches make together.
 *
 * @param options how many replications, where there is luck in it; without them nothing may be random
 */
export const explained = (
  patches: readonly Written[],
  options?: { readonly replications: number; readonly screening?: number },
): Promise<Explanation> => {
  const text = JSON.stringify(merged(...patches));
  const at = (...set: readonly string[]) => loadScenario('test.yaml', { read: () => text, set });
  const plan = (...set: readonly string[]): RemotePlan => {
    const drawn = modelOf({ scenario: at(...set).scenario });
    const model = options === undefined ? once(drawn) : drawn;
    return { catalogue: model.catalogue, executor: executeHere(model) };
  };
  const { scenario, numbers } = at();
  const widened = wideningsOf(scenario, numbers).map((widening) => ({
    widening,
    plan: plan(widening.setting),
  }));
  return explain(plan(), widened, (a, b) => plan(a.setting, b.setting), {
    seed: 'explain',
    // Where nothing is random all pairs differ alike: ten of them stand, after Bonferroni over fifteen.
    replications: 10,
    screening: 2,
    ...options,
  });
};
