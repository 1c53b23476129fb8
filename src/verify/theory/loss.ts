import { type Distribution, type Process, quantile, Resource, Simulation } from '../../kernel/index.ts';

/** An apron that arrivals leave again when all its stands are taken; the mean stay is the unit of time. */
export interface LossSystem {
  readonly stands: number;
  /** arrivals per mean stay */
  readonly load: number;
  readonly stay: Distribution;
  /** time to measure, after 20 mean stays to forget */
  readonly duration: number;
}

/** Share of arrivals that find all stands taken and go elsewhere. */
export function observeLoss({ stands, load, stay, duration }: LossSystem, seed: string): number {
  const sim = new Simulation({ seed });
  const apron = new Resource(sim, stands);
  const [arrivals, stays] = [sim.stream('arrivals'), sim.stream('stays')];
  const [between, staying] = [quantile({ kind: 'exponential', mean: 1 / load }), quantile(stay)];
  let came = 0;
  let away = 0;
  function* aircraft(): Process {
    const hasStand = yield apron.seize(1, { patience: 0 });
    if (sim.now > WARM_UP) came++;
    if (!hasStand && sim.now > WARM_UP) away++;
    if (hasStand) yield sim.hold(staying(stays.uniform()));
  }
  function* source(): Process {
    for (;;) {
      yield sim.hold(between(arrivals.uniform()));
      sim.start(aircraft());
    }
  }
  sim.start(source());
  sim.run(WARM_UP + duration);
  return away / came;
}

const WARM_UP = 20;
