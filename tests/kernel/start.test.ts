import { expect, test } from 'vitest';
import { type Process, Simulation } from '../../src/kernel/index.ts';
import { play } from './support.ts';

test('a process begins at its time, after what was scheduled there before, and not while its parent runs', () => {
  const log = play((sim, out) => {
    function* child(name: string): Process {
      out.push(`${name} ${sim.now}`);
      yield sim.hold(1);
    }
    function* parent(): Process {
      sim.start(child('now'));
      sim.start(child('later'), { at: 4 });
      sim.start(child('first'), { at: 4, priority: -1 });
      out.push('parent goes on');
      yield sim.hold(4);
      out.push('parent 4');
    }
    sim.start(parent());
  });
  expect(log).toEqual(['parent goes on', 'now 0', 'first 4', 'later 4', 'parent 4']);
});

test('a task knows its name, its process ended, and what that returned', () => {
  const sim = new Simulation();
  function* answer(): Process<number> {
    yield sim.hold(1);
    return 42;
  }
  const task = sim.start(answer(), { name: 'oracle' });
  expect([task.name, task.done, task.value]).toEqual(['oracle', false, undefined]);
  sim.run();
  expect([task.done, task.value, task.error]).toEqual([true, 42, undefined]);
});

test('the active task is the one whose process runs, and nobody between events', () => {
  const sim = new Simulation();
  const seen: (string | undefined)[] = [];
  function* looker(): Process {
    seen.push(sim.active?.name);
    yield sim.hold(1);
    seen.push(sim.active?.name);
  }
  sim.start(looker(), { name: 'a' });
  sim.start(looker());
  sim.at(0.5, () => seen.push(sim.active?.name));
  sim.run();
  expect(seen).toEqual(['a', 'process 1', undefined, 'a', 'process 1']);
  expect(sim.active).toBeNull();
});

test('no process can start in the past', () => {
  const sim = new Simulation();
  sim.run(3);
  function* idle(): Process {}
  expect(() => sim.start(idle(), { at: 2 })).toThrow(RangeError);
});
