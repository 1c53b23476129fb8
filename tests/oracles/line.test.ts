import { test } from 'vitest';
import { type Process, quantile, Resource, Simulation, Tally } from '../../src/kernel/index.ts';
import { expectOracles, LENGTH } from './support.ts';

/** Oracle 26: search, two papers desks, registration; 8 people an hour. Hours. */
function observe(seed: string): Record<string, number> {
  const sim = new Simulation({ seed });
  const stages = [
    { desks: new Resource(sim, 1), rate: 10 },
    { desks: new Resource(sim, 2), rate: 5 },
    { desks: new Resource(sim, 1), rate: 12 },
  ].map((stage, i) => ({ ...stage, luck: sim.stream(`stage ${i}`), times: new Tally() }));
  const unit = quantile({ kind: 'exponential', mean: 1 });
  const arrivals = sim.stream('arrivals');
  const total = new Tally();
  function* person(): Process {
    const arrival = sim.now;
    for (const { desks, rate, luck, times } of stages) {
      const begin = sim.now;
      yield desks.seize();
      yield sim.hold(unit(luck.uniform()) / rate);
      desks.release();
      if (arrival > 100) times.record(sim.now - begin);
    }
    if (arrival > 100) total.record(sim.now - arrival);
  }
  function* source(): Process {
    for (;;) {
      yield sim.hold(unit(arrivals.uniform()) / 8);
      sim.start(person());
    }
  }
  sim.start(source());
  sim.run(100 + 800 * LENGTH);
  const [first, second, third] = stages.map(({ times }) => times.mean);
  return { first: first!, second: second!, third: third!, total: total.mean };
}

test('a line of three stages takes as long as Jackson says, stage by stage and in all', () => {
  const oracles = { first: 0.5, second: 0.555556, third: 0.25, total: 1.305556 };
  expectOracles(oracles, observe, { within: 0.15 });
});
