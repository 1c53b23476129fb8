import { type ObservedPoint, observedKind, type Summary } from '../analysis/index.ts';
import type { Check } from './check.ts';

const VERDICT = { 'inside its error band': 'inside', below: 'below', above: 'above' } as const;

/** What was recorded in the world beside what the runs gave, one check per observation of a scenario. */
export const historyChecks = ({ catalogue, observations }: Summary): Check[] =>
  observations.map((point: ObservedPoint) => ({
    part: 'history',
    group: catalogue.name,
    quantity: point.label,
    expected: point.value,
    expectedLow: point.low,
    expectedHigh: point.high,
    got: point.simulated.mean,
    low: point.simulated.low,
    high: point.simulated.high,
    verdict: VERDICT[point.verdict],
    source: point.source,
    use: point.use,
    kind: observedKind(catalogue, point),
  }));

/**
 * How far a simulated value is from the record, as a share of the record; null where that says nothing.
 *
 * @example
 * relativeError({ expected: 2000, got: 1900 }) // => -0.05
 * relativeError({ expected: 0, got: 3 }) // => null
 */
export const relativeError = ({ expected, got }: Pick<Check, 'expected' | 'got'>): number | null =>
  got === null || expected === 0 ? null : (got - expected) / expected;
