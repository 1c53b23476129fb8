import { type Explanation, explain } from '../../src/experiment/explain.ts';
import type { RemotePlan } from '../../src/experiment/index.ts';
import { modelOf } from '../../src/experiment/plan.ts';
import { executeHere } from '../../src/experiment/run.ts';
import { wideningsOf } from '../../src/experiment/widenings.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { merged, type Written } from './scenario.ts';

/** What one more of everything is worth in the scenario that the patches make together. */
export const explained = (
  patches: readonly Written[],
  options: { readonly replications?: number; readonly screening?: number } = {},
): Promise<Explanation> => {
  const text = JSON.stringify(merged(...patches));
  const at = (...set: readonly string[]) => loadScenario('test.yaml', { read: () => text, set });
  const plan = (...set: readonly string[]): RemotePlan => {
    const model = modelOf({ scenario: at(...set).scenario });
    return { catalogue: model.catalogue, executor: executeHere(model) };
  };
  const { scenario, numbers } = at();
  const widened = wideningsOf(scenario, numbers).map((widening) => ({
    widening,
    plan: plan(widening.setting),
  }));
  return explain(plan(), widened, (a, b) => plan(a.setting, b.setting), {
    seed: 'explain',
    replications: 2,
    ...options,
  });
};
