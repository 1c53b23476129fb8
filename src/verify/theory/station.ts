import { type Distribution, type Process, quantile, Tally } from '../../kernel/index.ts';
import { observed } from './observed.ts';

/** A queueing station: arrivals, a line, servers. */
export interface QueueingStation {
  readonly between: Distribution;
  readonly service: Distribution;
  readonly servers: number;
  /** customers per arrival; default 1 */
  readonly batch?: Distribution;
  /** time to forget, and time to measure */
  readonly warmUp: number;
  readonly duration: number;
}

/** What is seen of it: mean wait in line, mean time present, numbers in line and present, share that waited. */
export type StationSeen = Readonly<Record<'Wq' | 'W' | 'Lq' | 'L' | 'C', number>>;

/** Lets customers through a station once. */
export function observeStation(station: QueueingStation, seed: string): StationSeen {
  const { sim, servers, seen, measure } = observed(station.servers, seed);
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
  measure(station.warmUp, station.duration);
  const Lq = seen.queue.mean(sim.now);
  return {
    Wq: waits.mean,
    W: visits.mean,
    Lq,
    L: seen.inUse.mean(sim.now) + Lq,
    C: waited / waits.count,
  };
}
