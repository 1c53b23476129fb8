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
  SeriesSpec,
  SeriesTopic,
} from './outcome.ts';
export { STATE_LABEL, STATES, type State } from './states.ts';
