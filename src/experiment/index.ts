export { type Attempt, attempt, type Failed, isFailed } from './attempt.ts';
export { type Packed, pack, type Shape, shapeOf, unpack } from './compact.ts';
export { compareOn, compareScenarios, type RemotePlan, type ScenarioComparison } from './compare.ts';
export { modelOf, type Plan } from './plan.ts';
export {
  type Batch,
  type Executor,
  executeHere,
  type Replicable,
  type Replication,
  type RunOptions,
  replicate,
  replicateOn,
  runReplications,
} from './run.ts';
