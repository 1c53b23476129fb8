import { readFileSync } from 'node:fs';
import { mean } from '../../src/kernel/index.ts';
import { compile, type Model } from '../../src/model/index.ts';
import { fixed, loadScenario, type Scenario } from '../../src/scenario/index.ts';
import { scaled } from '../support/scale.ts';

const FILE = 'scenarios/kabul-airlift.yaml';

/** Every population at its mean, so that each replication has as many people. */
const atMeans = (scenario: Scenario): Scenario => ({
  ...scenario,
  populations: Object.fromEntries(
    Object.entries(scenario.populations).map(([id, plan]) => [
      id,
      { ...plan, people: fixed(Math.round(mean(plan.people))) },
    ]),
  ),
});

const peopleIn = ({ populations }: Scenario): number =>
  Object.values(populations).reduce((sum, { people }) => sum + mean(people), 0);

/** kabul-airlift with so many people who want to leave, and its capacities in proportion. */
export const airlift = (people: number): Model => {
  const { scenario } = loadScenario(FILE, { read: (path) => readFileSync(path, 'utf8') });
  return compile(atMeans(scaled(scenario, people / peopleIn(scenario))), 'kabul-airlift');
};
