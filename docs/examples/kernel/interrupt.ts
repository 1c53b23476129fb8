// Interrupt: a long task is broken off by an alarm and taken up again with what was left.
import { Interrupt, type Process, Simulation, type Task } from '../../../src/kernel/index.ts';

const sim = new Simulation();
const say = (what: string): void => console.log(`${String(sim.now).padStart(3)}  ${what}`);

function* loading(minutes: number): Process {
  let left = minutes;
  while (left > 0) {
    const since = sim.now;
    try {
      say(`loading, ${left} minutes left`);
      yield sim.hold(left);
      left = 0;
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
      left -= sim.now - since;
      say(`broken off: ${error.cause}`);
      yield sim.hold(15); // in the shelter
    }
  }
  say('loaded');
}

function* sentry(task: Task): Process {
  for (const [time, what] of [
    [20, 'rocket alarm'],
    [60, 'false alarm'],
  ] as const) {
    yield sim.hold(time - sim.now);
    task.interrupt(what);
  }
  yield task.join();
  say('sentry goes off duty');
}

const task = sim.start(loading(90), { name: 'loading' });
sim.start(sentry(task), { name: 'sentry' });
sim.run();
