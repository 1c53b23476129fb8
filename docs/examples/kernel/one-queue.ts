// One queue: customers come at random to one teller, and we ask how long they wait.
// Theory (M/M/1, arrivals every 5 minutes, service 4 minutes): 16 minutes in line, 80 % of the time busy.
import { type Process, quantile, Resource, ResourceStatistics, Simulation } from '../../../src/kernel/index.ts';

const sim = new Simulation({ seed: 'one queue' });
const teller = new Resource(sim, 1, { name: 'teller' });
const seen = new ResourceStatistics();
teller.observer = seen; // statistics listen; the story below knows nothing of them

const between = quantile({ kind: 'exponential', mean: 5 }); // minutes
const service = quantile({ kind: 'exponential', mean: 4 }); // minutes
const arrivals = sim.stream('arrivals');
const services = sim.stream('services');

function* customer(): Process {
  yield teller.seize();
  yield sim.hold(service(services.uniform()));
  teller.release();
}

function* door(): Process {
  for (;;) {
    yield sim.hold(between(arrivals.uniform()));
    sim.start(customer());
  }
}

sim.start(door());
sim.run(1_000_000);

console.log(`served        ${seen.waits.count}`);
console.log(`mean wait     ${seen.waits.mean.toFixed(2)} minutes`);
console.log(`longest wait  ${seen.waits.max.toFixed(2)} minutes`);
console.log(`teller busy   ${(100 * seen.inUse.mean(sim.now)).toFixed(1)} % of the time`);
