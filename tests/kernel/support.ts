import { type Process, Simulation } from '../../src/kernel/index.ts';

/** Runs the processes that `story` starts, and returns what they wrote down. */
export function play(story: (sim: Simulation, log: string[]) => void, until?: number): string[] {
  const sim = new Simulation({ seed: 'play' });
  const log: string[] = [];
  story(sim, log);
  sim.run(until);
  return log;
}

/** A process that does one thing at one time. */
export function* once(sim: Simulation, time: number, action: () => void): Process {
  yield sim.hold(time - sim.now);
  action();
}
