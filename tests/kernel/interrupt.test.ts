import { expect, test } from 'vitest';
import {
  Condition,
  Container,
  Interrupt,
  type Process,
  Resource,
  Signal,
  Simulation,
  Store,
  type Task,
} from '../../src/kernel/index.ts';
import { once, play } from './support.ts';

test('an interrupt ends a hold at once, with its cause, and the hold never comes back', () => {
  const log = play((sim, out) => {
    function* sleeper(): Process {
      try {
        yield sim.hold(100);
      } catch (error) {
        out.push(`${(error as Interrupt).cause} at ${sim.now}`);
      }
      yield sim.hold(3);
      out.push(`up at ${sim.now}`);
    }
    const task = sim.start(sleeper());
    sim.start(once(sim, 5, () => task.interrupt('alarm')));
  });
  expect(log).toEqual(['alarm at 5', 'up at 8']);
});

test('an uncaught interrupt ends the task quietly, and those who joined it go on', () => {
  const sim = new Simulation();
  const log: string[] = [];
  function* sleeper(): Process {
    yield sim.hold(100);
  }
  function* friend(of: Task): Process {
    log.push(`${yield of.join()} at ${sim.now}`);
  }
  const task = sim.start(sleeper());
  sim.start(friend(task));
  sim.at(7, () => task.interrupt('enough'));
  sim.run();
  expect(log).toEqual(['true at 7']);
  expect(task.done).toBe(true);
  expect(task.error).toBeInstanceOf(Interrupt);
  expect((task.error as Interrupt).cause).toBe('enough');
  expect(sim.now).toBe(7);
});

test('two interrupts at one instant are both delivered, in order', () => {
  const log = play((sim, out) => {
    function* stoic(): Process {
      for (;;) {
        try {
          yield sim.hold(10);
          return;
        } catch (error) {
          out.push(`${(error as Interrupt).cause} ${sim.now}`);
        }
      }
    }
    const task = sim.start(stoic());
    sim.at(2, () => task.interrupt('one'));
    sim.at(2, () => task.interrupt('two'));
    sim.at(2, () => {
      task.interrupt('three');
      task.interrupt('four');
    });
  });
  expect(log).toEqual(['one 2', 'two 2', 'three 2', 'four 2']);
});

test('an interrupt comes before the end of a hold that falls on the same instant, if it is called before it', () => {
  const log = play((sim, out) => {
    function* sleeper(): Process {
      try {
        yield sim.hold(5);
        out.push('slept');
      } catch {
        out.push('woken');
      }
    }
    let task: Task;
    sim.at(5, () => task.interrupt());
    task = sim.start(sleeper());
  });
  expect(log).toEqual(['woken']);
});

test('a process that is interrupted before its first statement never runs', () => {
  const log = play((sim, out) => {
    function* never(): Process {
      out.push('ran');
      yield sim.hold(1);
    }
    const task = sim.start(never(), { at: 10 });
    sim.at(1, () => out.push(`${task.interrupt('too late')}`));
    sim.at(2, () => out.push(`${task.done}`));
  });
  expect(log).toEqual(['true', 'true']);
});

test('a task that has ended cannot be interrupted, and a process cannot interrupt itself', () => {
  const sim = new Simulation();
  let refusal: unknown;
  function* selfish(): Process {
    try {
      sim.active?.interrupt();
    } catch (error) {
      refusal = error;
    }
    yield sim.hold(0);
  }
  const task = sim.start(selfish());
  sim.run();
  expect(refusal).toBeInstanceOf(RangeError);
  expect(task.interrupt()).toBe(false);
  expect(sim.pending).toBe(0);
});

test('an interrupted process is gone from whatever line it stood in', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 1);
  const bell = new Signal(sim);
  const never = new Condition(sim, () => false);
  const shelf = new Store<number>(sim, 1);
  const tank = new Container(sim, 10);
  function* owner(): Process {
    yield desk.seize();
    shelf.offer(1);
    yield sim.hold(100);
  }
  function* takeOther(): Process {
    yield* shelf.take({ where: (n) => n === 2 });
  }
  function* waits(wait: () => ReturnType<Signal['wait']>): Process {
    yield wait();
  }
  const first = sim.start(owner());
  const tasks = [
    sim.start(waits(() => desk.seize())),
    sim.start(waits(() => bell.wait())),
    sim.start(waits(() => never.wait({ deadline: 50 }))),
    sim.start(takeOther()),
    sim.start(waits(() => shelf.put(5))),
    sim.start(waits(() => tank.get(3))),
    sim.start(waits(() => tank.put(11))),
    sim.start(waits(() => first.join())),
  ];
  sim.run(1);
  const lines = (): number[] => [
    desk.queueLength,
    bell.waiting,
    never.waiting,
    shelf.takersWaiting,
    shelf.puttersWaiting,
    tank.gettersWaiting,
    tank.puttersWaiting,
  ];
  expect(lines()).toEqual([1, 1, 1, 1, 1, 1, 1]);
  for (const task of tasks) task.interrupt();
  sim.run(2);
  expect(lines()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(sim.pending).toBe(1); // the owner's hold alone: no deadline is left behind
});

test('what was granted at the very instant of an interrupt goes to the next in line', () => {
  const log = play((sim, out) => {
    const desk = new Resource(sim, 1);
    const shelf = new Store<string>(sim);
    const tank = new Container(sim, 10);
    function* unlucky(): Process {
      try {
        yield desk.seize();
        out.push('never');
      } catch {
        out.push(`unlucky holds ${desk.heldBy()}`);
        yield sim.hold(1);
      }
    }
    function* next(): Process {
      yield desk.seize();
      out.push(`desk ${sim.now} ${desk.inUse}`);
    }
    function* taker(name: string): Process {
      out.push(`${name} ${yield* shelf.take()}`);
    }
    function* getter(name: string): Process {
      yield tank.get(4);
      out.push(`${name} ${tank.level}`);
    }
    function* owner(): Process {
      yield desk.seize();
      yield sim.hold(5);
      desk.release();
      shelf.offer('apple');
      tank.add(4);
      for (const task of doomed) task.interrupt();
    }
    sim.start(owner());
    const doomed = [sim.start(unlucky()), sim.start(taker('doomed')), sim.start(getter('doomed'))];
    sim.start(next());
    sim.start(taker('next'));
    sim.start(getter('next'));
  });
  expect(log).toEqual(['unlucky holds 0', 'desk 5 1', 'next apple', 'next 0']);
});
