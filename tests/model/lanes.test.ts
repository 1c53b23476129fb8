import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** A gate of three lanes with ten troops to each, and a reserve that comes to the perimeter after it. */
const LANES: Written = merged(COMING, {
  gates: { north: { lanes: 3 } },
  force: {
    units: { guard: { nation: 'Any', troops: 29, site: 'field', present: true } },
    tasks: { entrance: { site: 'field', troopsPerLane: 10, priority: 1, gates: ['north'] } },
  },
});

describe('a gate whose troops are counted by the lane', () => {
  test('works with the lanes that they cover: 29 troops run two lanes of ten, 120 people an hour', () => {
    // one party a minute in each lane, from an instant after 1 h on
    expect(at(run(LANES), 'stage.gate', 2)).toEqual([300 - 2 * 60]);
    const whole = run(LANES, { force: { units: { guard: { troops: 30 } } } });
    expect(at(whole, 'stage.gate', 2)).toEqual([300 - 3 * 60]);
    const none = run(LANES, { force: { units: { guard: { troops: 9 } } } });
    expect(at(none, 'stage.gate', 23)).toEqual([300]);
  });

  test('takes its fixed troops first: 15 and ten a lane leave one lane of 29', () => {
    const fixed = { force: { tasks: { entrance: { troops: 15 } } } };
    expect(at(run(LANES, fixed), 'stage.gate', 2)).toEqual([300 - 60]);
  });

  test('leaves tasks after it uncovered as long as a lane is, as any task half covered does', () => {
    const watch = {
      gates: { south: { site: 'field', lanes: 1, search: '1 min', open: true } },
      force: { tasks: { later: { site: 'field', troops: 1, priority: 2, gates: ['south'] } } },
    };
    expect(at(run(LANES, watch), 'stage.gate', 2)).toEqual([300 - 2 * 60]);
    const enough = run(LANES, watch, { force: { units: { guard: { troops: 31 } } } });
    expect(at(enough, 'stage.gate', 2)).toEqual([300 - 4 * 60]);
  });

  test('gives troops free when it has fewer lanes, and asks for more when it has more', () => {
    const lanes = run(LANES, timeline({ at: '1.5 h', do: 'setLanes', gate: 'north', lanes: 1 }));
    // two lanes until 1:30, then one
    expect(at(lanes, 'stage.gate', 2)).toEqual([300 - 2 * 30 - 30]);
  });
});

/** Fifty of the public who press on 10 troops that hold 10 each; nobody leaves, and nobody is cleared away. */
const PRESSED: Written = merged(COMING, {
  sites: { field: { runway: { separation: '0 min' } } },
  crowd: { site: 'field', initial: '50 people', stay: '1000000 h', heldPerTroop: 10, clearedPerTroop: 0 },
  force: { units: { guard: { nation: 'Any', troops: 10, site: 'field', present: true } } },
});

describe('a crowd before the gates', () => {
  test('beyond what can be held makes a search take its whole multiple: a third of the people in an hour', () => {
    const slow = run(PRESSED, { crowd: { slowsSearch: 3, initial: '500 people' } });
    // one lane, three minutes each
    expect(at(slow, 'stage.gate', 2)).toEqual([300 - 20]);
    expect(at(run(PRESSED, { crowd: { initial: '500 people' } }), 'stage.gate', 2)).toEqual([300 - 60]);
  });

  test('makes it longer in proportion below that: a quarter of what can be held, a quarter of the way', () => {
    const quiet = {
      populations: { people: { people: '1 people' } },
      crowd: { slowsSearch: 5, initial: '50 people', heldPerTroop: 20 },
    };
    // 50 of 200: twice the minute; called an instant after 60 min, ready one after 62
    const result = run(PRESSED, quiet, { sample: '1 min', fleets: { transport: null } });
    expect([62, 63].map((minute) => result.at('stage.boarding', minute))).toEqual([0, 1]);
  });

  test('that overruns the airfield halts its gates where it is said to, and no others', () => {
    const over = timeline({ at: '2 h', do: 'addCrowd', people: '500 people' });
    const halted = run(PRESSED, over, { crowd: { haltsGates: true, initial: '0 people', heldPerTroop: 40 } });
    const open = run(PRESSED, over, { crowd: { initial: '0 people', heldPerTroop: 40 } });
    expect(at(halted, 'stage.gate', 2, 4)).toEqual([240, 240]);
    expect(at(open, 'stage.gate', 4)).toEqual([240 - 120]);
  });

  test('grows faster while no gate is at work, where the public hears of it', () => {
    const waiting = {
      populations: { people: { people: '0 people' } },
      gates: { north: { open: false } },
      crowd: { initial: '0 people', arrivals: '60 people/h', heldPerTroop: 1000, reacts: { gatesClosed: 2 } },
    };
    const result = run(PRESSED, waiting, timeline({ at: '4 h', do: 'openGate', gate: 'north' }));
    expect(at(result, 'crowd', 4, 6).map(Math.round)).toEqual([480, 600]);
  });
});
