import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  Container,
  type Process,
  quantile,
  Resource,
  ResourceStatistics,
  Simulation,
} from '../../src/kernel/index.ts';
import { type Bench, secondsOf } from './measure.ts';
import { bareHoldModel, bareQueue, cppHoldModel } from './yardstick.ts';

/** M/M/1 at 80 % load, one process per customer. */
function queue(customers: number): Simulation {
  const sim = new Simulation({ seed: 'bench' });
  const server = new Resource(sim, 1);
  const [arrivals, services] = [sim.stream('arrivals'), sim.stream('services')];
  const between = quantile({ kind: 'exponential', mean: 1.25 });
  const service = quantile({ kind: 'exponential', mean: 1 });
  function* customer(): Process {
    yield server.seize();
    yield sim.hold(service(services.uniform()));
    server.release();
  }
  function* source(): Process {
    for (let n = 0; n < customers; n++) {
      yield sim.hold(between(arrivals.uniform()));
      sim.start(customer());
    }
  }
  sim.start(source());
  return sim;
}

/** Many processes that only hold. */
function holdModel(pending: number): Simulation {
  const sim = new Simulation({ seed: 'bench' });
  const luck = sim.stream('holds');
  const duration = quantile({ kind: 'exponential', mean: 1 });
  function* holder(): Process {
    for (;;) yield sim.hold(duration(luck.uniform()));
  }
  for (let n = 0; n < pending; n++) sim.start(holder());
  sim.run(1); // fills the calendar
  return sim;
}

/** Forty aircraft between an airfield of eight stands and a haven of twelve; groups come through four gates. Minutes. */
function airlift(): Simulation {
  const sim = new Simulation({ seed: 'bench' });
  const observed = (capacity: number): Resource => {
    const resource = new Resource(sim, capacity);
    resource.observer = new ResourceStatistics();
    return resource;
  };
  const [stands, havenStands, runway, gates] = [observed(8), observed(12), observed(1), observed(4)];
  const lounge = new Container(sim, 2000);
  const [flights, groups] = [sim.stream('flights'), sim.stream('groups')];
  const block = quantile({ kind: 'triangular', min: 150, mode: 165, max: 220 });
  const search = quantile({ kind: 'lognormal', mean: 0.6, cv: 0.8 });
  const size = quantile({ kind: 'discrete', values: [1, 2, 3, 4, 5, 6, 7], weights: [3, 3, 3, 3, 2, 1, 1] });
  const between = quantile({ kind: 'exponential', mean: 0.2 });
  function* aircraft(): Process {
    for (;;) {
      yield stands.seize();
      yield runway.seize();
      yield sim.hold(3);
      runway.release();
      yield sim.hold(20);
      for (let seats = 200; seats > 0; seats -= 4) {
        if (!(yield lounge.get(4, { patience: 5 }))) break;
        yield sim.hold(0.2);
      }
      yield runway.seize(1, { priority: -1 });
      yield sim.hold(3);
      runway.release();
      stands.release();
      yield sim.hold(block(flights.uniform()));
      yield havenStands.seize();
      yield sim.hold(60);
      havenStands.release();
      yield sim.hold(block(flights.uniform()));
    }
  }
  function* group(people: number): Process {
    if (!(yield gates.seize(1, { patience: 240 }))) return;
    yield sim.hold(search(groups.uniform()));
    gates.release();
    yield lounge.put(people);
  }
  function* road(): Process {
    for (;;) {
      yield sim.hold(between(groups.uniform()));
      sim.start(group(size(groups.uniform())));
    }
  }
  for (let n = 0; n < 40; n++) sim.start(aircraft());
  sim.start(road());
  return sim;
}

function airliftRate(): number {
  const sim = airlift();
  const seconds = secondsOf(() => sim.run(60_000));
  return sim.events / seconds;
}

function holdRate(pending: number): number {
  const sim = holdModel(pending);
  const before = sim.events;
  const seconds = secondsOf(() => sim.run(1 + 1_000_000 / pending));
  return (sim.events - before) / seconds;
}

/** Heap after collection at the end of a queue of that many customers, as a multiple of that of a tenth of them. */
function heapGrowth(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heapAt = (customers: number): number => {
    const sim = queue(customers);
    sim.run();
    collect();
    collect();
    const used = process.memoryUsage().heapUsed;
    return sim.events > 0 ? used : Number.NaN; // keeps the simulation alive until here
  };
  const small = heapAt(100_000);
  return heapAt(1_000_000) / small;
}

const cpp = cppHoldModel();

/** What the kernel is measured by, each beside its yardstick. */
export const kernelBenches: readonly Bench[] = [
  {
    name: 'kernel: M/M/1, a process per customer, 1,000,000',
    unit: 'customers/s',
    bar: '2.5 million',
    run: () => {
      const sim = queue(1_000_000);
      return 1_000_000 / secondsOf(() => sim.run());
    },
  },
  {
    name: 'yardstick: bare generators on a bare heap, same queue',
    unit: 'customers/s',
    run: () => bareQueue(1_000_000),
  },
  {
    name: 'kernel: airlift, 40 aircraft, 8 stands, statistics on',
    unit: 'events/s',
    bar: '4 million',
    run: airliftRate,
  },
  { name: 'kernel: hold model, 1,000 pending', unit: 'events/s', run: () => holdRate(1000) },
  { name: 'yardstick: bare heap loop, 1,000 pending', unit: 'events/s', run: () => bareHoldModel(1000, 1e6) },
  { name: 'yardstick: C++ priority_queue, 1,000', unit: 'events/s', run: () => cpp?.(1000, 1e6) ?? null },
  { name: 'kernel: hold model, 100,000 pending', unit: 'events/s', run: () => holdRate(100_000) },
  {
    name: 'yardstick: bare heap loop, 100,000 pending',
    unit: 'events/s',
    run: () => bareHoldModel(100_000, 1e6),
  },
  {
    name: 'yardstick: C++ priority_queue, 100,000',
    unit: 'events/s',
    run: () => cpp?.(100_000, 1e6) ?? null,
  },
  {
    name: 'kernel: heap, 1,000,000 against 100,000 customers',
    unit: 'times',
    bar: 'at most 1.1',
    run: heapGrowth,
  },
];
