import {
  type Distribution,
  type Process,
  quantile,
  Resource,
  ResourceStatistics,
  Simulation,
  Tally,
} from '../../src/kernel/index.ts';

/** A queueing station: arrivals, a line, servers. */
export interface Station {
  readonly between: Distribution;
  readonly service: Distribution;
  readonly servers: number;
  /** Customers per arrival; default 1. */
  readonly batch?: Distribution;
  /** Time to forget, and time to measure. */
  readonly warmUp: number;
  readonly duration: number;
}

/** Mean wait in line, mean number present, share that waited, mean time present. */
export function observe(station: Station, seed: string): Record<'Wq' | 'L' | 'C' | 'W', number> {
  const sim = new Simulation({ seed });
  const servers = new Resource(sim, station.servers);
  const seen = new ResourceStatistics();
  servers.observer = seen;
  const [arrivals, services, sizes] = [sim.stream('arrivals'), sim.stream('services'), sim.stream('sizes')];
  const [between, service] = [quantile(station.between), quantile(station.service)];
  const batch = quantile(station.batch ?? { kind: 'fixed', value: 1 });
  const waits = new Tally();
  const visits = new Tally();
  let waited = 0;
  function* customer(): Process {
    const arrival = sim.now;
    yield servers.seize();
    const wait = sim.now - arrival;
    yield sim.hold(service(services.uniform()));
    servers.release();
    if (arrival < station.warmUp) return;
    waits.record(wait);
    visits.record(sim.now - arrival);
    if (wait > 0) waited++;
  }
  function* source(): Process {
    for (;;) {
      yield sim.hold(between(arrivals.uniform()));
      for (let size = batch(sizes.uniform()); size > 0; size--) sim.start(customer());
    }
  }
  sim.start(source());
  sim.run(station.warmUp);
  seen.restart(sim.now);
  sim.run(station.warmUp + station.duration);
  return {
    Wq: waits.mean,
    W: visits.mean,
    L: seen.inUse.mean(sim.now) + seen.queue.mean(sim.now),
    C: waited / waits.count,
  };
}
