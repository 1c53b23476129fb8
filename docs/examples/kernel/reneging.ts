// Reneging: people wait for a counter only so long. `yield` gives back whether it was worth it.
import { type Process, Resource, Simulation } from '../../../src/kernel/index.ts';

const sim = new Simulation();
const counter = new Resource(sim, 1, { name: 'counter' });
const say = (what: string): void => console.log(`${String(sim.now).padStart(3)}  ${what}`);

function* customer(name: string, patience: number, minutes: number): Process {
  say(`${name} arrives`);
  if (!(yield counter.seize(1, { patience }))) {
    say(`${name} leaves unserved`);
    return;
  }
  say(`${name} is served`);
  yield sim.hold(minutes);
  counter.release();
  say(`${name} is done`);
}

sim.start(customer('Ada', 10, 8));
sim.start(customer('Bo', 5, 8), { at: 1 }); // gives up at 6
sim.start(customer('Cy', 7, 4), { at: 2 }); // is served at 8
sim.start(customer('Di', 0, 4), { at: 3 }); // will not wait at all
sim.run();
