import { expect } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { told, uncheckedScenarioOf, type Written } from './scenario.ts';

/** Far more than a small operation needs: a run that passes it does not end by itself. */
const EVENT_BUDGET = 1_000_000;

/** Runs an operation and holds the people out against every stage of the ceiling. */
export const expectUnderCeiling = (written: Written): void => {
  const model = compile(uncheckedScenarioOf(written));
  const result = told(model, model.run({ seed: 'ceiling', replication: 0, eventBudget: EVENT_BUDGET }));
  const out = result.measure('people-out');
  const ids = model.catalogue.measures.map(({ id }) => id).filter((id) => id.startsWith('ceiling.'));
  for (const id of ids) expect(result.measure(id), id).toBeGreaterThanOrEqual(out);
  expect(result.measure('ceiling')).toBe(Math.min(...ids.map((id) => result.measure(id))));
  expect(result.measure('ceiling-reached')).toBeLessThanOrEqual(1);
};
