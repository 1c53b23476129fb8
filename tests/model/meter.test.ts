import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { Meter } from '../../src/model/meter.ts';
import { run } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;

/** Passes parties of these sizes one after another, as soon as the meter lets them; when each passed. */
const passed = (sizes: readonly number[], rate: number): number[] => {
  const sim = new Simulation({ seed: 'meter' });
  const times: number[] = [];
  const next = (): void => {
    while (times.length < sizes.length && meter.isOpen) {
      meter.pass(sizes[times.length]!);
      times.push(sim.now);
    }
  };
  const meter = new Meter(sim, rate, next);
  next();
  sim.run(1e7);
  return times;
};

describe('a metered gate', () => {
  test('lets in 30 people an hour however fast its lane is: one every two minutes', () => {
    const result = run(COMING, {
      gates: { north: { meter: '30 people/h' } },
      fleets: { transport: { count: 0 } },
    });
    // they come at 1 h, and the search takes 1 min
    for (const hours of [2, 4, 8, 10])
      expect(result.at('stage.boarding', hours * HOUR)).toBe((hours - 1) * 30);
  });

  test('with a meter above what its lane can search is as fast as one without', () => {
    const free = run(COMING);
    const metered = run(COMING, { gates: { north: { meter: '6000 people/h' } } });
    expect(metered.outcome.series).toEqual(free.outcome.series);
  });

  test('in any time t lets in no more than rate × t and one party', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 500 }), (parties, rate) => {
        const times = passed(parties, rate);
        expect(times.length).toBe(parties.length);
        for (let from = 0; from < times.length; from++) {
          let people = 0;
          for (let to = from; to < times.length; to++) {
            const during = ((times[to]! - times[from]!) * rate) / HOUR;
            expect(people).toBeLessThanOrEqual(during + 1e-6);
            people += parties[to]!;
          }
        }
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  test('closes with a meter of nobody, and goes on when it is lifted', () => {
    const result = run(
      COMING,
      { fleets: { transport: { count: 0 } }, gates: { north: { search: '0.1 min' } } },
      timeline(
        { at: '0 h', do: 'meterGate', gate: 'north', rate: '0 people/h' },
        { at: '5 h', do: 'meterGate', gate: 'north' },
      ),
    );
    expect(result.at('stage.gate', 4 * HOUR)).toBe(300);
    expect(result.at('stage.boarding', 6 * HOUR)).toBe(300);
  });

  test('whose rate is doubled halfway waits half as long for what is still owed', () => {
    const result = run(
      COMING,
      {
        sample: '1 min',
        fleets: { transport: { count: 0 } },
        gates: { north: { search: '0 min', meter: '1 people/h' } },
      },
      timeline({ at: '90 min', do: 'meterGate', gate: 'north', rate: '2 people/h' }),
    );
    // the first at 60 min; half the next one is still owed at 90 min, which 2 an hour make good in 15 min
    expect(result.at('stage.boarding', 104)).toBe(1);
    expect(result.at('stage.boarding', 106)).toBe(2);
    expect(result.at('stage.boarding', 136)).toBe(3);
  });
});
