import { expect, test } from 'vitest';
import {
  type Interrupt,
  Preemption,
  type Process,
  Resource,
  type Simulation,
} from '../../src/kernel/index.ts';
import { play } from './support.ts';

/** Works until done, losing nothing but time to preemptions. */
function* job(sim: Simulation, machine: Resource, out: string[], name: string, priority: number): Process {
  let left = 10;
  while (left > 0) {
    yield machine.seize(1, { priority, preempt: true });
    const since = sim.now;
    try {
      yield sim.hold(left);
      left = 0;
    } catch (error) {
      const { cause } = error as Interrupt;
      if (!(cause instanceof Preemption)) throw error;
      left -= sim.now - since;
      out.push(`${name} lost it at ${sim.now} to ${cause.by.name}, ${left} left`);
    } finally {
      machine.release();
    }
  }
  out.push(`${name} done ${sim.now}`);
}

test('a more urgent request takes the unit of the least urgent holder, the latest among equals', () => {
  const log = play((sim, out) => {
    const machines = new Resource(sim, 3);
    sim.start(job(sim, machines, out, 'a', 5), { name: 'a' });
    sim.start(job(sim, machines, out, 'b', 7), { name: 'b', at: 1 });
    sim.start(job(sim, machines, out, 'c', 7), { name: 'c', at: 2 });
    sim.start(job(sim, machines, out, 'vip', 1), { name: 'vip', at: 4 });
  });
  expect(log).toEqual([
    'c lost it at 4 to vip, 8 left',
    'a done 10',
    'b done 11',
    'vip done 14',
    'c done 18',
  ]);
});

test('nobody is preempted by an equal, nor when all the victims together hold too little', () => {
  const log = play((sim, out) => {
    const machines = new Resource(sim, 2);
    function* worker(name: string, units: number, priority: number): Process {
      yield machines.seize(units, { priority, preempt: true });
      out.push(`${name} ${sim.now}`);
      yield sim.hold(10);
    }
    sim.start(worker('urgent', 1, 0));
    sim.start(worker('patient', 1, 9));
    sim.start(worker('equal', 1, 9), { at: 1 });
    sim.start(worker('two', 2, 5), { at: 2 });
  });
  expect(log).toEqual(['urgent 0', 'patient 0', 'two 10', 'equal 20']);
});

test('a preemption and an interrupt at the same instant neither lose nor duplicate a unit', () => {
  const log = play((sim, out) => {
    const machine = new Resource(sim, 1);
    function* stubborn(): Process {
      for (;;) {
        try {
          yield machine.seize(1, { priority: 9 });
          yield sim.hold(100);
          return;
        } catch (error) {
          const { cause } = error as Interrupt;
          out.push(cause instanceof Preemption ? 'preempted' : String(cause));
        } finally {
          if (machine.heldBy() > 0) machine.release();
        }
      }
    }
    function* vip(): Process {
      yield machine.seize(1, { preempt: true });
      out.push(`vip in use ${machine.inUse}`);
      task.interrupt('and stop');
      yield sim.hold(1);
      out.push(`vip leaves, waiting ${machine.queueLength}`);
    }
    const task = sim.start(stubborn());
    sim.start(vip(), { at: 3 });
    sim.at(50, () => out.push(`in use ${machine.inUse}`));
    sim.at(200, () => out.push(`in use ${machine.inUse}`));
  });
  expect(log).toEqual([
    'vip in use 1',
    'preempted',
    'and stop',
    'vip leaves, waiting 1',
    'in use 1',
    'in use 0',
  ]);
});

test('a unit granted and preempted at the same instant is held by the preempting process alone', () => {
  const log = play((sim, out) => {
    const machine = new Resource(sim, 1);
    function* first(): Process {
      yield machine.seize();
      yield sim.hold(5);
      machine.release();
      sim.start(vip(), { priority: -5 });
    }
    function* slow(): Process {
      try {
        yield machine.seize(1, { priority: 9 });
        out.push('never');
      } catch {
        out.push(`slow holds ${machine.heldBy()} at ${sim.now}`);
      }
    }
    function* vip(): Process {
      yield machine.seize(1, { preempt: true });
      out.push(`vip holds ${machine.heldBy()} of ${machine.inUse} in use`);
      yield sim.hold(1);
    }
    sim.start(first());
    sim.start(slow());
    sim.at(7, () => out.push(`in use ${machine.inUse}`));
  });
  expect(log).toEqual(['vip holds 1 of 1 in use', 'slow holds 0 at 5', 'in use 0']);
});

test('what a victim held beyond the need goes to those in line', () => {
  const log = play((sim, out) => {
    const machines = new Resource(sim, 3);
    function* worker(name: string, units: number, priority: number): Process {
      try {
        yield machines.seize(units, { priority, preempt: true });
        out.push(`${name} ${sim.now}`);
        yield sim.hold(10);
      } catch {
        out.push(`${name} out ${sim.now}`);
      }
    }
    sim.start(worker('big', 3, 9));
    sim.start(worker('small', 1, 9), { at: 1 });
    sim.start(worker('vip', 1, 0), { at: 2 });
  });
  expect(log).toEqual(['big 0', 'vip 2', 'big out 2', 'small 2']);
});

test('a preempted process may release what it lost, but no more', () => {
  const log = play((sim, out) => {
    const machine = new Resource(sim, 1);
    function* victim(): Process {
      try {
        yield machine.seize(1, { priority: 9 });
        yield sim.hold(10);
      } catch {
        machine.release();
        try {
          machine.release();
        } catch (error) {
          out.push(`${error}`);
        }
      }
    }
    function* vip(): Process {
      yield machine.seize(1, { preempt: true });
      yield sim.hold(3);
      out.push(`${machine.inUse} in use`);
    }
    sim.start(victim(), { name: 'victim' });
    sim.start(vip(), { at: 1 });
  });
  expect(log).toEqual(['RangeError: "victim" releases 1 of resource but holds 0', '1 in use']);
});

test.each([true, false])(
  'a victim that comes back leaves the other holders open to preemption (it releases: %j)',
  (releases) => {
    const log = play((sim, out) => {
      const machines = new Resource(sim, 2);
      function* worker(name: string, priority: number): Process {
        yield machines.seize(1, { priority, preempt: true });
        for (;;) {
          try {
            yield sim.hold(100);
            return;
          } catch {
            out.push(`${name} lost it at ${sim.now}`);
            if (releases) machines.release();
            yield machines.seize(1, { priority });
            out.push(`${name} is back at ${sim.now}`);
          }
        }
      }
      sim.start(worker('b', 5));
      sim.start(worker('a', 9));
      sim.start(worker('first', 0), { at: 1 });
      sim.at(2, () => machines.setCapacity(3));
      sim.start(worker('second', 0), { at: 3 });
      sim.start(worker('third', 0), { at: 4 });
    }, 10);
    expect(log).toEqual(['a lost it at 1', 'a is back at 2', 'a lost it at 3', 'b lost it at 4']);
  },
);
