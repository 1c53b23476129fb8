import { deserialize } from 'node:v8';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { attempt } from '../attempt.ts';
import { type Packed, pack, shapeOf } from '../compact.ts';
import { modelOf, type Plan } from '../plan.ts';
import type { Replicable, Replication } from '../run.ts';

/** One batch, as it is sent to a worker. */
export interface Task {
  /** serialized by `node:v8`, which keeps the order of entries and infinite numbers */
  readonly plan: Uint8Array;
  readonly work: readonly Replication[];
}

/** What comes back. */
export interface Batch {
  readonly packed: Packed;
  /** milliseconds that the work took */
  readonly took: number;
}

/** The plan of the batch before, as it was sent, and its model: a run leaves nothing behind in its model. */
let known: { readonly plan: Uint8Array; readonly model: Replicable } | undefined;

function compiled(plan: Uint8Array): Replicable {
  if (known !== undefined && Buffer.compare(known.plan, plan) === 0) return known.model;
  const model = modelOf(deserialize(plan) as Plan);
  known = { plan, model };
  return model;
}

/**
 * Runs one batch in a worker. A plan is read and compiled once for all batches that follow one another; that takes some milliseconds,
 * a fiftieth of a batch.
 *
 * @returns a `Batch`, whose numbers move to the thread that asked, without a copy
 */
export const runBatch = ({ plan, work }: Task): unknown => {
  const began = performance.now();
  const model = compiled(plan);
  const attempts = work.map((told) => attempt(model, told));
  const packed = pack(attempts, shapeOf(model.catalogue));
  const batch: Batch = { packed, took: performance.now() - began };
  return move({ [transferableSymbol]: [packed.numbers.buffer], [valueSymbol]: batch });
};
