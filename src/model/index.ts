export { compile, type Model, type RunOptions } from './model.ts';
export type {
  Catalogue,
  LoggedAction,
  MeasureKind,
  MeasureSpec,
  Observation,
  Outcome,
  PlanLine,
  SeriesSpec,
  SeriesTopic,
} from './outcome.ts';
export { STATE_LABEL, STATES, type State } from './states.ts';
