// Machine repair: five machines break down at random, one repairer mends them, first broken first mended.
import { type Process, quantile, Resource, Simulation, TimeWeighted } from '../../../src/kernel/index.ts';

const sim = new Simulation({ seed: 'machine repair' });
const repairer = new Resource(sim, 1, { name: 'repairer' });
const running = new TimeWeighted(0, 5);

const untilFailure = quantile({ kind: 'exponential', mean: 100 }); // hours
const repair = quantile({ kind: 'lognormal', mean: 10, cv: 0.5 }); // hours

function* machine(name: string): Process {
  const luck = sim.stream(`failures of ${name}`); // one stream per machine: a sixth machine changes nobody's luck
  const repairs = sim.stream(`repairs of ${name}`);
  for (;;) {
    yield sim.hold(untilFailure(luck.uniform()));
    running.record(sim.now, running.level - 1);
    yield repairer.seize();
    yield sim.hold(repair(repairs.uniform()));
    repairer.release();
    running.record(sim.now, running.level + 1);
  }
}

for (let n = 1; n <= 5; n++) sim.start(machine(`machine ${n}`));
for (const year of [1, 2, 3]) {
  sim.run(year * 8760);
  console.log(`year ${year}: ${running.mean(sim.now).toFixed(3)} machines run in the mean, ${running.level} now`);
}
