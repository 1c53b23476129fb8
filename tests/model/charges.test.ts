import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONSTRAINTS } from '../../src/model/constraint.ts';
import { compile } from '../../src/model/index.ts';
import { randomScenario } from '../support/random-scenario.ts';
import {
  BRIDGE,
  merged,
  PEOPLE_AT_HOME,
  run,
  type Told,
  uncheckedScenarioOf,
  type Written,
} from '../support/scenario.ts';

const HOUR = 60;

/** Whether a constraint can bind in a run and does so at an hour. */
const binds = (result: Told, name: string, hour: number): boolean => {
  try {
    return result.at(`binding.${name}`, hour * HOUR) === 1;
  } catch {
    return false;
  }
};

/** The constraint that binds at an hour. */
const bindingAt = (result: Told, hour: number): string =>
  CONSTRAINTS.find((name) => binds(result, name, hour)) ?? 'none';

/** 300 people come through a gate; the aircraft is large and always there. */
const FLOWING: Written = merged(BRIDGE, PEOPLE_AT_HOME, {
  craft: { transport: { seats: '500 people', groundTime: '0 min', turnTime: '0 min' } },
  routes: { bridge: { time: '1 min' } },
  fleets: { transport: { craft: 'transport', nation: 'Any', count: 1, base: 'haven', pickup: 'field' } },
});

describe('what binds in a world with one bottleneck', () => {
  test('nothing but demand before anybody comes and after everybody has left', () => {
    const result = run(FLOWING);
    expect(bindingAt(result, 0)).toBe('demand');
    expect(bindingAt(result, 20)).toBe('demand');
  });

  test('the gate, where one lane searches 300 people', () => {
    expect(bindingAt(run(FLOWING), 3)).toBe('gate');
  });

  test('the gate, where it is closed, and where it lets only a few pass an hour', () => {
    expect(bindingAt(run(FLOWING, { gates: { north: { open: false } } }), 3)).toBe('gate');
    expect(bindingAt(run(FLOWING, { gates: { north: { lanes: 400, meter: '10 people/h' } } }), 3)).toBe(
      'gate',
    );
  });

  test('the desks, where the gate is wide and one desk works', () => {
    const desk = {
      gates: { north: { lanes: 400 } },
      desks: { papers: { site: 'field', officers: 1, time: '1 min' } },
    };
    expect(bindingAt(run(FLOWING, desk), 3)).toBe('processing');
  });

  test('the desks, even for those outside, where no more of them fit in before the desks', () => {
    const room = {
      sites: { field: { processingRoom: '5 people' } },
      gates: { north: { lanes: 400, search: '0 min' } },
      desks: { papers: { site: 'field', officers: 1, time: '1 min' } },
    };
    const result = run(FLOWING, room);
    expect(result.at('stage.gate', 3 * HOUR)).toBeGreaterThan(50);
    expect(bindingAt(result, 3)).toBe('processing');
  });

  test('the troops, where the gate has nobody to guard it', () => {
    const force = {
      force: { units: {}, tasks: { gate: { site: 'field', troops: 10, priority: 1, gates: ['north'] } } },
    };
    expect(bindingAt(run(FLOWING, force), 3)).toBe('force');
  });

  test('the troops, where they are enough for one lane of four', () => {
    const force = {
      gates: { north: { lanes: 4 } },
      force: {
        units: { company: { nation: 'Any', troops: 10, site: 'field', present: true } },
        tasks: { gate: { site: 'field', troops: 0, troopsPerLane: 10, priority: 1, gates: ['north'] } },
      },
    };
    expect(bindingAt(run(FLOWING, force), 3)).toBe('force');
  });

  const WIDE: Written = { gates: { north: { lanes: 400, search: '0 min' } } };
  const SLOW: Written = { craft: { transport: { seats: '50 people' } }, routes: { bridge: { time: '3 h' } } };

  test('the craft, where one small and slow aircraft flies', () => {
    expect(bindingAt(run(FLOWING, WIDE, SLOW), 5)).toBe('fleet');
  });

  test('the craft, for those outside too, where the waiting area is full of people who wait for it', () => {
    const result = run(FLOWING, WIDE, SLOW, { sites: { field: { waitingArea: '60 people' } } });
    expect(result.at('stage.gate', 5 * HOUR)).toBeGreaterThan(100);
    expect(bindingAt(result, 5)).toBe('fleet');
    expect(result.measure('lost-to.gate')).toBe(0);
  });

  test('the waiting area, where aircraft stand idle for want of people behind its door', () => {
    const result = run(FLOWING, WIDE, {
      sites: { field: { waitingArea: '5 people' } },
      routes: { bridge: { time: '1 h' } },
      fleets: { transport: { count: 3, launch: 'on-demand' } },
    });
    expect(result.at('stage.gate', 4 * HOUR)).toBeGreaterThan(100);
    expect(bindingAt(result, 4)).toBe('waiting-area');
  });

  const MANY: Written = {
    craft: { transport: { seats: '10 people', groundTime: '1 h' } },
    routes: { bridge: { time: '30 min' } },
    fleets: { transport: { count: 6 } },
  };

  test('the stand, where six aircraft share one', () => {
    expect(bindingAt(run(FLOWING, WIDE, MANY, { sites: { field: { stands: 1 } } }), 5)).toBe('stand');
  });

  test('the runway, where each movement takes half an hour', () => {
    const runway = {
      sites: { field: { runway: { separation: '30 min' } } },
      craft: { transport: { groundTime: '0 min' } },
    };
    expect(bindingAt(run(FLOWING, WIDE, MANY, runway), 6)).toBe('runway');
  });

  test('an order, where it keeps the runway closed', () => {
    const closed = {
      sites: { field: { runway: { separation: '1 min' } } },
      timeline: [{ at: '0 h', do: 'closeRunway', site: 'field' }],
    };
    expect(bindingAt(run(FLOWING, WIDE, SLOW, closed), 5)).toBe('closed');
  });

  test('the beds, two links away from those outside a gate', () => {
    const result = run(FLOWING, WIDE, {
      sites: { field: { waitingArea: '60 people' }, haven: { beds: '100 people' } },
      craft: { transport: { seats: '50 people' } },
    });
    expect(result.at('stage.gate', 10 * HOUR)).toBe(140);
    expect(bindingAt(result, 10)).toBe('haven');
  });

  test('the road, where it carries fewer than set out', () => {
    const road = { roads: { street: { capacity: '10 people/h' } } };
    expect(bindingAt(run(FLOWING, WIDE, road), 5)).toBe('road');
  });

  test('the fuel, where one point serves five craft', () => {
    const fuel = {
      sites: { field: { fuelPoints: 1 } },
      routes: { bridge: { distance: '600 nm' } },
      craft: { transport: { range: '700 nm', refuelTime: '5 h', seats: '5 people' } },
      fleets: { transport: { count: 5 } },
    };
    const result = run(FLOWING, WIDE, fuel);
    expect(bindingAt(result, 8)).toBe('fuel');
    expect(result.measure('lost-to.fuel')).toBeGreaterThan(0);
  });

  test('the troops, where a crowd that nobody holds back stops the gates', () => {
    const crowd = {
      crowd: { site: 'field', initial: '100 people', arrivals: '10 people/h', haltsGates: true },
    };
    expect(bindingAt(run(FLOWING, crowd), 3)).toBe('force');
  });

  test('flights, where ticket holders wait for the only one of the day', () => {
    const flights = {
      populations: { people: { ticketed: '100 %' } },
      flights: {
        daily: {
          site: 'field',
          perDay: 1,
          firstHour: '20 h',
          lastHour: '20 h',
          seats: '500 people',
          groundTime: '1 h',
          block: '2 h',
        },
      },
    };
    expect(bindingAt(run(FLOWING, flights), 5)).toBe('flights');
  });
});

describe('charging', () => {
  test('person-hours are those of the queue: a hundred people wait a day for a road that stays closed', () => {
    // 100 people wait for a convoy whose road is closed, for the 24 hours of the window
    const result = run(BRIDGE, {
      roads: { street: { travel: '1 h', open: false } },
      fleets: {
        transport: {
          craft: 'transport',
          nation: 'Any',
          count: 1,
          base: 'haven',
          pickup: 'field',
          road: 'street',
        },
      },
      populations: { people: { nation: 'Any', people: '100 people', present: '100 %', site: 'field' } },
    });
    expect(result.measure('lost-to.road')).toBe(2400);
  });

  test('in any operation exactly one constraint binds at every instant', () => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const model = compile(uncheckedScenarioOf(written));
        const outcome = model.run({ seed: 'test', replication: 0 });
        const rows = model.catalogue.series.flatMap(({ topic }, index) =>
          topic === 'constraint' ? [index] : [],
        );
        for (const at of model.catalogue.grid.keys()) {
          expect(rows.reduce((sum, row) => sum + outcome.series[row]![at]!, 0)).toBe(1);
        }
      }),
      { numRuns: process.env.AIRBRIDGE_FULL === '1' ? 500 : 10, seed: 5 },
    );
  });
});
