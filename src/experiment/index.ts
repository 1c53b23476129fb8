export {
  type Attempt,
  attempt,
  type Failed,
  isFailed,
  type SetAside,
  TooFewFinished,
} from './attempt.ts';
export { type Packed, pack, type Shape, shapeOf, unpack } from './compact.ts';
export { compareOn, compareScenarios, type RemotePlan, type ScenarioComparison } from './compare.ts';
export { type Design, layOut } from './design.ts';
export {
  type Disagreement,
  type Explanation,
  explain,
  type PairGain,
  type WidenedPlan,
  type WideningGain,
} from './explain.ts';
export type { BindingShare } from './explain-runs.ts';
export { type Factor, type Level, parseVary } from './factor.ts';
export { modelOf, type Plan } from './plan.ts';
export { type RankedPlan, type Ranking, type RankOptions, rank } from './rank.ts';
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
export {
  type Effect,
  type Lever,
  morris,
  type Step,
  type Swing,
  type Tornado,
  tornado,
} from './sensitivity.ts';
export { againstBase, type SweepPoint, type SweptPoint, sweep } from './sweep.ts';
export { placesOf, type Trajectory, trajectory } from './trajectory.ts';
export { type Uncertain, uncertainNumbers } from './uncertain.ts';
export { type Widening, wideningsOf } from './widenings.ts';
