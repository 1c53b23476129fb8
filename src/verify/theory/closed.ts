import { type Distribution, type Process, quantile } from '../../kernel/index.ts';
import { observed } from './observed.ts';

/** Aircraft that fly, then need a stand: a fixed number of them, all at the stands or in the air. */
export interface ClosedCycle {
  readonly aircraft: number;
  readonly stands: number;
  readonly away: Distribution;
  readonly ground: Distribution;
  /** time to forget, and time to measure */
  readonly warmUp: number;
  readonly duration: number;
}

/** What is seen of it: turns per unit of time, mean number at the stands or in line, in line, mean wait, use of a stand. */
export type CycleSeen = Readonly<Record<'X' | 'L' | 'Lq' | 'Wq' | 'use', number>>;

/** Lets the aircraft fly once. */
export function observeCycle(cycle: ClosedCycle, seed: string): CycleSeen {
  const { sim, servers: stands, seen, measure } = observed(cycle.stands, seed);
  const [away, ground] = [quantile(cycle.away), quantile(cycle.ground)];
  const [flights, turns] = [sim.stream('flights'), sim.stream('turns')];
  let done = 0;
  function* fly(): Process {
    for (;;) {
      yield sim.hold(away(flights.uniform()));
      yield stands.seize();
      yield sim.hold(ground(turns.uniform()));
      stands.release();
      done++;
    }
  }
  for (let n = 0; n < cycle.aircraft; n++) sim.start(fly());
  measure(cycle.warmUp, cycle.duration, () => {
    done = 0;
  });
  const Lq = seen.queue.mean(sim.now);
  const inUse = seen.inUse.mean(sim.now);
  return { X: done / cycle.duration, L: Lq + inUse, Lq, Wq: seen.waits.mean, use: inUse / cycle.stands };
}
