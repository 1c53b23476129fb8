import { expect, test } from 'vitest';
import { Interrupt, type Process, Resource, Simulation, SimulationError } from '../../src/kernel/index.ts';

function failureOf(sim: Simulation): SimulationError {
  try {
    sim.run();
  } catch (error) {
    if (error instanceof SimulationError) return error;
  }
  throw new Error('the run did not fail as it should');
}

test('an error in a process stops the run and says where, when, with which seed and why', () => {
  const sim = new Simulation({ seed: 'x7' });
  const desk = new Resource(sim, 1);
  const cause = new TypeError('no such gate');
  function* broken(): Process {
    yield desk.seize();
    yield sim.hold(4);
    throw cause;
  }
  const task = sim.start(broken(), { name: 'gate 2' });
  const error = failureOf(sim);
  expect(error.message).toBe('a process threw: no such gate (at time 4 in "gate 2", seed "x7")');
  expect(error.cause).toBe(cause);
  expect([task.done, task.error]).toEqual([true, cause]);
  expect([desk.inUse, sim.now, sim.active]).toEqual([0, 4, null]);
  expect(() => sim.run()).toThrow(RangeError);
});

test('an error in an action is told the same way', () => {
  const sim = new Simulation({ seed: 'x' });
  sim.at(2, () => {
    throw new Error('boom');
  });
  expect(failureOf(sim).message).toBe('an action threw: boom (at time 2 in "an action", seed "x")');
});

test('a programmer error inside a process reaches the run with its process', () => {
  const sim = new Simulation();
  function* wrong(): Process {
    yield sim.hold(-1);
  }
  sim.start(wrong(), { name: 'wrong' });
  const error = failureOf(sim);
  expect(error.process).toBe('wrong');
  expect(error.cause).toBeInstanceOf(RangeError);
});

test('an error thrown while handling an interrupt is not taken for the interrupt', () => {
  const sim = new Simulation();
  function* clumsy(): Process {
    try {
      yield sim.hold(10);
    } catch {
      throw new Error('while tidying up');
    }
  }
  const task = sim.start(clumsy());
  sim.at(1, () => task.interrupt());
  expect(failureOf(sim).message).toMatch(/while tidying up/);
  expect(task.error).not.toBeInstanceOf(Interrupt);
});

test('a finally block that waits on the way out is honoured before the units go back', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 1);
  const log: string[] = [];
  function* careful(): Process {
    yield desk.seize();
    try {
      yield sim.hold(10);
    } finally {
      yield sim.hold(2);
      log.push(`tidy ${sim.now} ${desk.inUse}`);
    }
  }
  const task = sim.start(careful());
  sim.at(1, () => task.interrupt());
  sim.run();
  expect(log).toEqual(['tidy 3 1']);
  expect([desk.inUse, task.done]).toEqual([0, true]);
});
