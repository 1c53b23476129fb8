import { test } from 'vitest';
import type { Distribution } from '../../src/kernel/index.ts';
import { observeStation as observe } from '../../src/verify/theory/station.ts';
import { expectOracles, LENGTH } from './support.ts';

/** One server at 80 % load with a mean service of 1: oracles 16 to 18, Pollaczek–Khinchine. The wider service spreads, the longer it takes to know the wait. */
function at80(service: Distribution, duration: number) {
  const between = { kind: 'exponential', mean: 1.25 } as const;
  return (seed: string) =>
    observe({ between, service, servers: 1, warmUp: 1000, duration: duration * LENGTH }, seed);
}

test('an M/M/1 queue at 80 % load waits 4 service times, with 4 present, as Erlang says', () => {
  expectOracles({ Wq: 4, L: 4, W: 5, C: 0.8 }, at80({ kind: 'exponential', mean: 1 }, 5000), {
    within: 0.12,
  });
});

test('an M/D/1 queue waits half as long', () => {
  expectOracles({ Wq: 2 }, at80({ kind: 'fixed', value: 1 }, 2000), { within: 0.12 });
});

test.each<[string, number, Distribution, number]>([
  ['Erlang of 2 stages, cv² = 0.5', 3, { kind: 'erlang', mean: 1, k: 2 }, 3500],
  ['lognormal, cv² = 0.5', 3, { kind: 'lognormal', mean: 1, cv: Math.SQRT1_2 }, 5000],
  ['gamma, cv² = 0.5', 3, { kind: 'gamma', mean: 1, cv: Math.SQRT1_2 }, 3500],
  ['uniform(0.5, 1.5)', 2.166667, { kind: 'uniform', min: 0.5, max: 1.5 }, 2500],
  ['triangular(0.5, 1, 1.5)', 2.083333, { kind: 'triangular', min: 0.5, mode: 1, max: 1.5 }, 2500],
])(
  'an M/G/1 queue with %s service waits %d, which only mean and variance decide',
  (_, wait, service, duration) => {
    expectOracles({ Wq: wait }, at80(service, duration), { within: 0.12 });
  },
);
