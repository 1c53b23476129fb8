import { compile, type Model, type Outcome } from '../model/index.ts';
import type { Decision, LedgerEntry, Scenario } from '../scenario/index.ts';
import type { Replicable, Replication } from './run.ts';

/** All that decides the replications of a plan but their seed and numbers: plain data, which can be sent to a worker. */
export interface Plan {
  readonly scenario: Scenario;
  /** decisions from outside, on top of the scenario's own timeline */
  readonly decisions?: readonly Decision[];
  /** minutes after the start from which luck is that of `branch`, as the model takes them */
  readonly forkAt?: number;
  readonly branch?: string;
  /** most events before a replication is given up; the model's own limit when absent */
  readonly eventBudget?: number;
  /** checks every invariant at each sample */
  readonly audit?: boolean;
}

/**
 * Compiles a plan; its replications are then told nothing but their seed and numbers.
 *
 * @param plan scenario, decisions and limits
 * @param naming what results are called, and where the numbers come from, as `compile` takes them
 */
export function modelOf(
  { scenario, ...told }: Plan,
  naming: { readonly name?: string; readonly ledger?: readonly LedgerEntry[] } = {},
): Replicable {
  const model: Model = compile(scenario, naming.name, naming.ledger);
  return {
    catalogue: model.catalogue,
    run: ({ seed, replication }: Replication): Outcome => model.run({ ...told, seed, replication }),
  };
}
