import { expect, test } from 'vitest';
import {
  type Distribution,
  type Process,
  quantile,
  Resource,
  ResourceStatistics,
  Simulation,
} from '../../src/kernel/index.ts';
import { expectOracles, LENGTH } from './support.ts';

/** Aircraft that fly, then need a spot: N of them, all at the spots or in the air. Hours. */
interface Cycle {
  readonly aircraft: number;
  readonly spots: number;
  readonly away: Distribution;
  readonly turn: Distribution;
  readonly warmUp: number;
  readonly duration: number;
}

/** Turns per hour, mean number at the spots, in line, mean wait, use of a spot. */
function observe(cycle: Cycle, seed: string): Record<'X' | 'L' | 'Lq' | 'Wq' | 'utilisation', number> {
  const sim = new Simulation({ seed });
  const spots = new Resource(sim, cycle.spots);
  const seen = new ResourceStatistics();
  spots.observer = seen;
  const [away, turn] = [quantile(cycle.away), quantile(cycle.turn)];
  const [flights, turns] = [sim.stream('flights'), sim.stream('turns')];
  let done = 0;
  function* fly(): Process {
    for (;;) {
      yield sim.hold(away(flights.uniform()));
      yield spots.seize();
      yield sim.hold(turn(turns.uniform()));
      spots.release();
      done++;
    }
  }
  for (let n = 0; n < cycle.aircraft; n++) sim.start(fly());
  sim.run(cycle.warmUp);
  seen.restart(sim.now);
  done = 0;
  sim.run(cycle.warmUp + cycle.duration);
  const Lq = seen.queue.mean(sim.now);
  const inUse = seen.inUse.mean(sim.now);
  return {
    X: done / cycle.duration,
    L: Lq + inUse,
    Lq,
    Wq: seen.waits.mean,
    utilisation: inUse / cycle.spots,
  };
}

const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });
const closed = (aircraft: number, spots: number, away: Distribution): Cycle => ({
  aircraft,
  spots,
  away,
  turn: exponential(1.5),
  warmUp: 100,
  duration: 3000 * LENGTH,
});

test('twelve aircraft and two spots: oracle 13, the finite-source queue', () => {
  const oracles = { X: 1.110707, L: 3.114345, Lq: 1.448284, Wq: 1.30393, utilisation: 0.83303 };
  expectOracles(oracles, (seed) => observe(closed(12, 2, exponential(8)), seed), { within: 0.05 });
});

test('twenty aircraft and two spots; four aircraft and one spot: oracle 14', () => {
  const busy = { X: 1.326623, Wq: 5.57587, utilisation: 0.994967 };
  expectOracles(busy, (seed) => observe(closed(20, 2, exponential(8)), seed), { within: 0.05 });
  const few = { X: 0.38415, Wq: 0.912604 };
  expectOracles(few, (seed) => observe(closed(4, 1, exponential(8)), seed), { within: 0.06 });
});

test.each<[string, Distribution]>([
  ['fixed', { kind: 'fixed', value: 8 }],
  ['uniform', { kind: 'uniform', min: 2, max: 14 }],
  ['lognormal', { kind: 'lognormal', mean: 8, cv: 1.5 }],
])('the throughput is the same for %s time away, of which only the mean counts', (_, away) => {
  expectOracles({ X: 1.110707 }, (seed) => observe(closed(12, 2, away), seed), { within: 0.05 });
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
    spots: 2,
    away,
    turn: { kind: 'fixed', value: 1.5 },
    warmUp: 190,
    duration: 9500,
  } as const;
  const { X, Wq } = observe(cycle, 'any');
  expect(X).toBeCloseTo(throughput, 3);
  if (aircraft <= 12) expect(Wq).toBe(0);
  if (aircraft > 12) expect(Wq).toBeCloseTo(aircraft / throughput - 9.5, 2);
});
