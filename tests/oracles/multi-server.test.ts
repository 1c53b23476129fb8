import { test } from 'vitest';
import type { Distribution } from '../../src/kernel/index.ts';
import { observeStation as observe } from '../../src/verify/theory/station.ts';
import { expectOracles, LENGTH } from './support.ts';

function atTwo(service: Distribution, duration: number) {
  const between = { kind: 'exponential', mean: 1 / 1.6 } as const;
  return (seed: string) =>
    observe({ between, service, servers: 2, warmUp: 1000, duration: duration * LENGTH }, seed);
}

test('an M/M/2 queue at 80 % load: oracle 19, Erlang C', () => {
  const oracles = { C: 0.711111, Wq: 1.777778, L: 4.444444 };
  expectOracles(oracles, atTwo({ kind: 'exponential', mean: 1 }, 5000), { within: 0.1 });
});

test('an M/D/2 queue at 80 % load: oracle 20, Crommelin', () => {
  expectOracles({ Wq: 0.903284 }, atTwo({ kind: 'fixed', value: 1 }, 2000), { within: 0.1 });
});

/** Desks in minutes: 90 people an hour, 5 minutes each; oracle 21. The nearer to full, the longer it takes to know the wait. */
function desks(servers: number, service: Distribution, duration: number) {
  const between = { kind: 'exponential', mean: 60 / 90 } as const;
  return (seed: string) =>
    observe({ between, service, servers, warmUp: 1000, duration: duration * LENGTH }, seed);
}

test('eight desks at 94 % load keep people 8 minutes; a ninth desk takes 79 % of that away', () => {
  const service = { kind: 'exponential', mean: 5 } as const;
  expectOracles({ C: 0.807253, Wq: 8.07253 }, desks(8, service, 16_000), { within: 0.2 });
  expectOracles({ Wq: 1.69716 }, desks(9, service, 10_000), { within: 0.1 });
  expectOracles({ Wq: 0.61322 }, desks(10, service, 10_000), { within: 0.1 });
});

test('eight desks of fixed service keep people 4.1 minutes', () => {
  expectOracles({ Wq: 4.09838 }, desks(8, { kind: 'fixed', value: 5 }, 8000), { within: 0.2 });
});

test('bus loads of 40 wait behind themselves: oracle 24', () => {
  // Hours: two buses an hour, one server of 100 people an hour.
  const buses = {
    between: { kind: 'exponential', mean: 0.5 },
    batch: { kind: 'fixed', value: 40 },
    service: { kind: 'exponential', mean: 0.01 },
    servers: 1,
    warmUp: 50,
    duration: 300 * LENGTH,
  } as const;
  expectOracles({ L: 82, W: 61.5 / 60 }, (seed) => observe(buses, seed), { within: 0.2 });
});

test('parties of geometric size, 5 in the mean, at 80 % load have 20 people present: oracle 24', () => {
  // P(size = n) = 0.2 · 0.8^(n-1), cut where less than 1e-9 is left.
  const sizes = Array.from({ length: 90 }, (_, i) => i + 1);
  const parties = {
    between: { kind: 'exponential', mean: 5 / 0.8 },
    batch: { kind: 'discrete', values: sizes, weights: sizes.map((n) => 0.2 * 0.8 ** (n - 1)) },
    service: { kind: 'exponential', mean: 1 },
    servers: 1,
    warmUp: 3000,
    duration: 9000 * LENGTH,
  } as const;
  expectOracles({ L: 20 }, (seed) => observe(parties, seed), { within: 0.2 });
});
