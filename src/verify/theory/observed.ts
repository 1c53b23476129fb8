import { Resource, ResourceStatistics, Simulation } from '../../kernel/index.ts';

/** A resource alone in a world of its own, and what is seen of it. */
export interface Observed {
  readonly sim: Simulation;
  readonly servers: Resource;
  readonly seen: ResourceStatistics;
  /** runs for a while that is forgotten, and then for as long as it is looked at */
  measure(warmUp: number, duration: number, from?: () => void): void;
}

/**
 * Makes the world of one experiment.
 *
 * @param servers how many, `Infinity` for as many as come
 */
export const observed = (servers: number, seed?: string): Observed => {
  const sim = new Simulation(seed === undefined ? {} : { seed });
  const resource = new Resource(sim, servers);
  const seen = new ResourceStatistics();
  resource.observer = seen;
  return {
    sim,
    servers: resource,
    seen,
    measure: (warmUp, duration, from) => {
      sim.run(warmUp);
      seen.restart(sim.now);
      from?.();
      sim.run(warmUp + duration);
    },
  };
};
