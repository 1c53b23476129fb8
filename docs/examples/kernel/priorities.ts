// Priorities: a smaller number is more urgent. Waiting by priority, and taking a unit away from someone less urgent.
import { Interrupt, type Process, Resource, Simulation } from '../../../src/kernel/index.ts';

const sim = new Simulation();
const doctor = new Resource(sim, 1, { name: 'doctor' });
const say = (what: string): void => console.log(`${String(sim.now).padStart(3)}  ${what}`);

function* patient(name: string, priority: number, preempt = false): Process {
  let left = 10;
  while (left > 0) {
    yield doctor.seize(1, { priority, preempt });
    const since = sim.now;
    try {
      say(`${name} is treated`);
      yield sim.hold(left);
      left = 0;
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
      left -= sim.now - since;
      say(`${name} must make way, ${left} minutes to go`);
    } finally {
      doctor.release(); // harmless after a preemption
    }
  }
  say(`${name} goes home`);
}

sim.start(patient('cough', 3));
sim.start(patient('sprain', 3), { at: 1 });
sim.start(patient('fracture', 2), { at: 2 }); // overtakes the sprain, waits for the cough
sim.start(patient('emergency', 1, true), { at: 4 }); // waits for nobody
sim.run();
