import { describe, test } from 'vitest';
import type { Distribution } from '../../src/kernel/index.ts';
import { observeLoss } from '../../src/verify/theory/loss.ts';
import { expectOracles, LENGTH } from './support.ts';

describe.each<[string, Distribution]>([
  ['exponential', { kind: 'exponential', mean: 1 }],
  ['fixed', { kind: 'fixed', value: 1 }],
])('with %s stays', (_, stay) => {
  test.each([
    [6, 5, 0.191847, 2000],
    // what is seldom takes longest to know
    [10, 5, 0.018385, 4000],
    [8, 6, 0.121876, 2000],
    [2, 1, 0.2, 2000],
  ])(
    '%d spots under a load of %d turn away as many as Erlang B says: %d (oracle 22)',
    (spots, load, loss, arrivals) => {
      expectOracles(
        { loss },
        (seed) => ({
          loss: observeLoss({ stands: spots, load, stay, duration: (arrivals / load) * LENGTH }, seed),
        }),
        { within: 0.15 },
      );
    },
  );
});
