import { expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { play } from './support.ts';

test('an action happens at its time, among the events of that time in order of priority', () => {
  const log = play((sim, out) => {
    sim.at(3, () => out.push(`b ${sim.now}`));
    sim.at(3, () => out.push(`a ${sim.now}`), -1);
    sim.at(1, () => out.push(`c ${sim.now}`));
  });
  expect(log).toEqual(['c 1', 'a 3', 'b 3']);
});

test('one action serves many events: it is told of whom each of them is', () => {
  const log = play((sim, out) => {
    const ends = (subject: number): void => {
      out.push(`${subject} at ${sim.now}`);
    };
    for (const [time, subject] of [
      [2, 7],
      [1, -(2 ** 31)],
      [1, 2 ** 31 - 1],
    ] as const)
      sim.at(time, ends, 0, subject);
    sim.at(3, ends);
  });
  expect(log).toEqual(['-2147483648 at 1', '2147483647 at 1', '7 at 2', '0 at 3']);
});

test('a subject that the calendar could not keep is refused and schedules nothing', () => {
  const sim = new Simulation();
  for (const subject of [0.5, 2 ** 31, -(2 ** 31) - 1, Number.NaN, Infinity])
    expect(() => sim.at(1, () => {}, 0, subject)).toThrow('subject must be a whole number of 32 bits');
  expect(sim.pending).toBe(0);
});

test('an action scheduled for this very instant by an action happens after those already there', () => {
  const log = play((sim, out) => {
    sim.at(1, () => sim.at(1, () => out.push('last')));
    sim.at(1, () => out.push('first'));
  });
  expect(log).toEqual(['first', 'last']);
});

test('a cancelled action is gone from the calendar at once and never happens', () => {
  const sim = new Simulation();
  const log: string[] = [];
  const doomed = sim.at(2, () => log.push('doomed'));
  sim.at(2, () => log.push('stays'));
  expect(sim.pending).toBe(2);
  expect(sim.cancel(doomed)).toBe(true);
  expect(sim.pending).toBe(1);
  expect(sim.cancel(doomed)).toBe(false);
  sim.run();
  expect(log).toEqual(['stays']);
});

test('the name of an action that has happened cancels nothing, also when its place is used again', () => {
  const sim = new Simulation();
  const log: string[] = [];
  const early = sim.at(1, () => log.push('early'));
  sim.run(1);
  sim.at(2, () => log.push('late'));
  expect(sim.cancel(early)).toBe(false);
  sim.run();
  expect(log).toEqual(['early', 'late']);
});

test('nothing can be scheduled in the past, at no time, or at the end of time', () => {
  const sim = new Simulation();
  sim.run(10);
  for (const time of [9.999, Number.NaN, Infinity]) expect(() => sim.at(time, () => {})).toThrow(RangeError);
  expect(() => sim.run(9)).toThrow(RangeError);
});

test('a run cannot be started from within a run', () => {
  const sim = new Simulation();
  let refusal: unknown;
  sim.at(1, () => {
    try {
      sim.run();
    } catch (error) {
      refusal = error;
    }
  });
  sim.run();
  expect(refusal).toBeInstanceOf(RangeError);
});
