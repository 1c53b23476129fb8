import { describe, test } from 'vitest';
import { type Distribution, type Process, quantile, Resource, Simulation } from '../../src/kernel/index.ts';
import { expectOracles, LENGTH } from './support.ts';

/** Share of arrivals that find all spots taken and go elsewhere. */
function diverted(spots: number, load: number, stay: Distribution, seed: string): number {
  const sim = new Simulation({ seed });
  const apron = new Resource(sim, spots);
  const [arrivals, stays] = [sim.stream('arrivals'), sim.stream('stays')];
  const [between, staying] = [quantile({ kind: 'exponential', mean: 1 / load }), quantile(stay)];
  let came = 0;
  let away = 0;
  function* aircraft(): Process {
    const hasSpot = yield apron.seize(1, { patience: 0 });
    if (sim.now > 20) came++;
    if (!hasSpot && sim.now > 20) away++;
    if (hasSpot) yield sim.hold(staying(stays.uniform()));
  }
  function* source(): Process {
    for (;;) {
      yield sim.hold(between(arrivals.uniform()));
      sim.start(aircraft());
    }
  }
  sim.start(source());
  sim.run(20 + (5000 / load) * LENGTH);
  return away / came;
}

describe.each<[string, Distribution]>([
  ['exponential', { kind: 'exponential', mean: 1 }],
  ['fixed', { kind: 'fixed', value: 1 }],
])('with %s stays', (_, stay) => {
  test.each([
    [6, 5, 0.191847],
    [10, 5, 0.018385],
    [8, 6, 0.121876],
    [2, 1, 0.2],
  ])(
    '%d spots under a load of %d turn away as many as Erlang B says: %d (oracle 22)',
    (spots, load, loss) => {
      expectOracles({ loss }, (seed) => ({ loss: diverted(spots, load, stay, seed) }), { within: 0.15 });
    },
  );
});
