import { type Process, quantile, Resource, Simulation, Tally } from '../../kernel/index.ts';

/** Stations in a line, each with exponential service. */
export interface Line {
  /** people per hour who come */
  readonly arrivals: number;
  /** desks of each stage, and people per hour and desk */
  readonly stages: readonly { readonly desks: number; readonly rate: number }[];
  /** hours to forget, and hours to measure */
  readonly warmUp: number;
  readonly duration: number;
}

/** Mean hours at each stage, and in all. */
export function observeLine(
  line: Line,
  seed: string,
): { readonly stages: readonly number[]; readonly total: number } {
  const sim = new Simulation({ seed });
  const stages = line.stages.map(({ desks, rate }, index) => ({
    desks: new Resource(sim, desks),
    rate,
    luck: sim.stream(`stage ${index}`),
    times: new Tally(),
  }));
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
      if (arrival > line.warmUp) times.record(sim.now - begin);
    }
    if (arrival > line.warmUp) total.record(sim.now - arrival);
  }
  function* source(): Process {
    for (;;) {
      yield sim.hold(unit(arrivals.uniform()) / line.arrivals);
      sim.start(person());
    }
  }
  sim.start(source());
  sim.run(line.warmUp + line.duration);
  return { stages: stages.map(({ times }) => times.mean), total: total.mean };
}
