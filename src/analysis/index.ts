export { type BindingSpan, bindingSeries, bindingSpans } from './binding.ts';
export { type Capacity, type CapacityStage, type Stage, type Way, waysOf } from './capacity.ts';
export { chanceBy, restricted, type TimeQuantile, timeQuantile } from './chance.ts';
export {
  type Compared,
  type Comparison,
  comparePaired,
  comparePairs,
  type MeasureComparison,
} from './compare.ts';
export { guessWords, oddsWords } from './distribution.ts';
export {
  formatAlike,
  formatCount,
  formatDuration,
  formatInterval,
  formatNumber,
  formatPercent,
  formatValue,
  unitFor,
  withUnit,
} from './format.ts';
export { holm } from './holm.ts';
export {
  clip,
  type Ends,
  type Interval,
  meanInterval,
  pairedShareInterval,
  quantileInterval,
  wilsonInterval,
} from './interval.ts';
export { fewRuns, type MeasureSummary, summariseMeasure } from './measures.ts';
export { type ObservedPoint, observe, observedKind, observedWhen, type Simulated } from './observations.ts';
export { type PairedDifference, pairedDifference } from './paired.ts';
export { createStoppingRule, type Precision, type PrecisionReached, type StoppingRule } from './precision.ts';
export { quantile } from './quantile.ts';
export { ratioInterval } from './ratio.ts';
export { type ScreenOptions, screen } from './screen.ts';
export { SeriesStore, type SeriesSummary } from './series.ts';
export { binomialUpTo, normalTwoSided, tQuantile, tTwoSided } from './student.ts';
export { createSummariser, type Measured, type Summariser, type Summary, summarise } from './summary.ts';
export {
  civilFromDays,
  daysFromCivil,
  type LocalClock,
  localTime,
  roundTimes,
  type TimeStyle,
} from './time.ts';
export { type Direction, type Finding, judge } from './verdict.ts';
export { Moments } from './welford.ts';
