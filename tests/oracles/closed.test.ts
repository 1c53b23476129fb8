import { expect, test } from 'vitest';
import type { Distribution } from '../../src/kernel/index.ts';
import { type ClosedCycle, observeCycle as observe } from '../../src/verify/theory/closed.ts';
import { expectOracles, LENGTH } from './support.ts';

const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });
const closed = (aircraft: number, stands: number, away: Distribution, duration = 3000): ClosedCycle => ({
  aircraft,
  stands,
  away,
  ground: exponential(1.5),
  warmUp: 100,
  duration: duration * LENGTH,
});

test('twelve aircraft and two spots: oracle 13, the finite-source queue', () => {
  const oracles = { X: 1.110707, L: 3.114345, Lq: 1.448284, Wq: 1.30393, use: 0.83303 };
  expectOracles(oracles, (seed) => observe(closed(12, 2, exponential(8)), seed), { within: 0.05 });
});

test('twenty aircraft and two spots; four aircraft and one spot: oracle 14', () => {
  const busy = { X: 1.326623, Wq: 5.57587, use: 0.994967 };
  expectOracles(busy, (seed) => observe(closed(20, 2, exponential(8)), seed), { within: 0.05 });
  const few = { X: 0.38415, Wq: 0.912604 };
  expectOracles(few, (seed) => observe(closed(4, 1, exponential(8)), seed), { within: 0.06 });
});

test.each<[string, Distribution]>([
  ['fixed', { kind: 'fixed', value: 8 }],
  ['uniform', { kind: 'uniform', min: 2, max: 14 }],
  ['lognormal', { kind: 'lognormal', mean: 8, cv: 1.5 }],
])('the throughput is the same for %s time away, of which only the mean counts', (_, away) => {
  expectOracles({ X: 1.110707 }, (seed) => observe(closed(12, 2, away, 1000), seed), { within: 0.05 });
});

test.each([
  [8, 0.842105],
  [12, 1.263158],
  [13, 1.333333],
  [20, 1.333333],
])('without randomness %d aircraft make %d turns an hour: oracle 8', (aircraft, throughput) => {
  // 95 hours hold a whole number of cycles of 9.5 hours.
  const away = { kind: 'fixed', value: 8 } as const;
  const cycle = {
    aircraft,
    stands: 2,
    away,
    ground: { kind: 'fixed', value: 1.5 },
    warmUp: 190,
    duration: 9500,
  } as const;
  const { X, Wq } = observe(cycle, 'any');
  expect(X).toBeCloseTo(throughput, 3);
  if (aircraft <= 12) expect(Wq).toBe(0);
  if (aircraft > 12) expect(Wq).toBeCloseTo(aircraft / throughput - 9.5, 2);
});
