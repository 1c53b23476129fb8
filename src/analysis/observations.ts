import type { Observation } from '../model/outcome.ts';

/** A published point beside what the runs gave at that instant. */
export interface ObservedPoint extends Observation {
  /** mean of the runs with its 95 % interval, and the 5 % and 95 % quantiles of the runs */
  readonly simulated: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly p05: number;
    readonly p95: number;
  };
  /** where the simulated mean lies against the observation's own error band, its ends included */
  readonly verdict: 'inside its error band' | 'below' | 'above';
}
