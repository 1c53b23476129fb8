export type { Constraint } from './constraint.ts';
export { type Supply, supplyBeyondRange } from './fuel.ts';
export { compile, type Model, type RunOptions, resultIds } from './model.ts';
export type {
  Catalogue,
  LevelObservation,
  LoggedAction,
  MeasureKind,
  MeasureObservation,
  MeasureSpec,
  Observation,
  ObservationUse,
  Outcome,
  PlanLine,
  RecordedOutcome,
  SeriesSpec,
  SeriesTopic,
  TailSpell,
} from './outcome.ts';
export { constraintLabel, type Recorder, type RunEvent } from './record.ts';
export { OUT_STATES, STATE_LABEL, STATES, type State } from './states.ts';
export { TAIL_LABEL } from './tail.ts';
export { wordsFor } from './words.ts';
