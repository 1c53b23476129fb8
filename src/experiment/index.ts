export { compareScenarios, type ScenarioComparison } from './compare.ts';
export {
  type Batch,
  type Executor,
  type Replicable,
  type Replication,
  type RunOptions,
  replicate,
  replicateOn,
  runReplications,
} from './run.ts';
