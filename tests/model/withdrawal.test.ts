import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRIDGE, merged, ONE_AIRCRAFT, run, type Told, type Written } from '../support/scenario.ts';
import { READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

const unit = (plan: Written = {}): Written => ({
  nation: 'Any',
  troops: 250,
  site: 'field',
  present: true,
  serial: 250,
  withdraw: { from: '0 h' },
  ...plan,
});

/** Aircraft of 100 seats that come when called: away at 3 h, and every 6 h after that; nobody else to fetch. */
const FIELD: Written = merged(BRIDGE, ONE_AIRCRAFT, {
  window: '72 h',
  fleets: { transport: { launch: 'on-demand' } },
  force: { units: { guard: unit() } },
});
const guard = (plan: Written): Written => ({ force: { units: { guard: plan } } });

describe('a force that leaves', () => {
  test('is out when the lift that there is has flown it out: 250 troops with one craft of 100 by 15 h', () => {
    const result = run(FIELD);
    expect(at(result, 'troops', 2, 3, 9, 14, 15)).toEqual([250, 150, 50, 50, 0]);
    expect(result.measure('time-last-troops-out')).toBe(15 * HOUR);
    expect(result.measure('troops-withdrawn')).toBe(250);
    expect(result.measure('troops-left-behind')).toBe(0);
  });

  test('needs as many rounds as craft and seats say, whatever they are: 3 h + 6 h a round', () => {
    const int = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(int(1, 400), int(5, 90), int(1, 4), (troops, seats, count) => {
        const result = run(
          FIELD,
          {
            fleets: { transport: { count } },
            craft: { transport: { seats: `${seats} people` } },
            window: '240 h',
          },
          guard({ troops, serial: 1000 }),
        );
        const rounds = Math.ceil(Math.ceil(troops / seats) / count);
        const hours = 3 + 6 * (rounds - 1);
        fc.pre(hours <= 240);
        expect(result.measure('time-last-troops-out')).toBe(hours * HOUR);
      }),
      { numRuns: 30, seed: 3, endOnFailure: true },
    );
  });

  test('leaves behind whom the lift does not reach by the deadline, and says so', () => {
    const result = run(FIELD, { window: '10 h' });
    expect(result.measure('troops-left-behind')).toBe(50);
    expect(result.measure('time-last-troops-out')).toBe(Infinity);
  });

  test('goes in its order: nobody of the unit that is last out is gone while others are on the ground', () => {
    const lift = { carriedBy: ['transport'], from: '1 h' };
    const result = run(FIELD, {
      sample: '30 min',
      craft: { transport: { seats: '40 people' } },
      force: {
        units: {
          // in the file before those who leave before it
          guard: unit({ troops: 60, nation: 'Rear', serial: 20, withdraw: { ...lift, order: 2 } }),
          main: unit({ troops: 150, serial: 50, withdraw: { ...lift, order: 1, interval: '1 h' } }),
        },
      },
    });
    const main = result.series('troops.Any');
    const rear = result.series('troops.Rear');
    for (const [sample, troops] of main.entries()) if (troops > 0) expect(rear[sample]).toBe(60);
    expect([main.at(-1), rear.at(-1)]).toEqual([0, 0]);
  });

  test('gives up its tasks in reverse priority: first what matters least', () => {
    const gate = { site: 'field', lanes: 1, search: '1 min' };
    const result = run(
      FIELD,
      {
        gates: { north: gate, south: gate },
        // an incident of no effect, so that the hours of lanes are told
        incidents: {
          none: { at: '71 h', actions: [{ do: 'setOnward', site: 'haven', rate: '0 people/h' }] },
        },
        force: {
          tasks: {
            first: { site: 'field', troops: 40, priority: 1, gates: ['north'] },
            second: { site: 'field', troops: 40, priority: 2, gates: ['south'] },
          },
        },
      },
      guard({ troops: 100, withdraw: { from: '4 h', serial: 20, interval: '1 h' } }),
    );
    // 80 are left at 4 h, 60 at 5 h, 40 at 6 h, 20 at 7 h
    expect(result.measure('lane-hours.south')).toBe(5);
    expect(result.measure('lane-hours.north')).toBe(7);
  });

  test('flies from a runway that only its own troops ran, the last of them too', () => {
    const result = run(
      FIELD,
      {
        sites: { field: { runway: { separation: '0 min' } } },
        force: { tasks: { tower: { site: 'field', troops: 100, priority: 1, runway: 'field' } } },
      },
      guard({ withdraw: { from: '4 h' } }),
    );
    expect(at(result, 'runway-open.field', 3, 5)).toEqual([1, 0]);
    expect(result.measure('time-last-troops-out')).toBe(19 * HOUR);
  });

  test('needs no beds: a full haven does not keep it', () => {
    const result = run(FIELD, { sites: { haven: { beds: '0 people' } } });
    expect(result.measure('time-last-troops-out')).toBe(15 * HOUR);
  });

  test('gets off through the doors there are: 100 troops at 25 an hour keep the craft for 4 h, not 1 h', () => {
    const slow = { craft: { transport: { alighting: '25 people/h' } } };
    // out at 3 h, at the base at 5 h, ready at 9 h, away again at 12 h
    expect(at(run(FIELD, slow), 'troops', 3, 11, 12)).toEqual([150, 150, 50]);
  });

  test('takes room for its equipment: with two seats each, 250 troops are five loads', () => {
    const result = run(FIELD, guard({ withdraw: { from: '0 h', seatsPerTroop: 2 } }));
    expect(result.measure('time-last-troops-out')).toBe((3 + 6 * 4) * HOUR);
  });
});

describe('where a fleet delivers to two havens', () => {
  const TWO: Written = merged(FIELD, {
    sites: { second: { beds: '1000 people', taxi: '0 min' } },
    routes: {
      other: { between: ['field', 'second'], time: '2 h' },
      between: { between: ['haven', 'second'], time: '2 h' },
    },
    fleets: { transport: { delivers: ['haven', 'second'] } },
  });
  const to = { withdraw: { from: '0 h', to: 'second' } };

  test.each(['1000 people', '0 people'])(
    'troops are taken to the second of them, where they go, with %s beds',
    (beds) => {
      const result = run(TWO, guard({ troops: 150, ...to }), {
        sites: { haven: { beds }, second: { beds } },
      });
      // out at 3 h, at the second haven at 5 h, where it stays for an hour, home at 8 h, ready at 9 h, out at 12 h
      expect(result.measure('time-last-troops-out')).toBe(12 * HOUR);
      expect(result.measure('craft-hours.transport.flying')).toBe(12);
    },
  );

  test('people are taken to the first while troops only take what they leave', () => {
    const people = { nation: 'Any', people: '150 people', present: '100 %', site: 'field' };
    const last = { troops: 150, withdraw: { ...to.withdraw, boards: 'last' } };
    const result = run(TWO, { populations: { people } }, guard(last));
    expect(at(result, 'out', 3, 9)).toEqual([100, 150]);
    expect(at(result, 'haven.haven', 5, 11)).toEqual([100, 150]);
    expect(at(result, 'troops', 14, 15)).toEqual([150, 50]);
  });
});

test('as many craft are called for troops, past a full haven, as they fill', () => {
  const full = { sites: { haven: { beds: '0 people' } }, fleets: { transport: { count: 5 } } };
  for (const launch of ['on-demand', 'continuous']) {
    const result = run(
      FIELD,
      full,
      { window: '6 h', fleets: { transport: { launch } } },
      guard({ troops: 150 }),
    );
    expect(result.measure('troops-withdrawn')).toBe(150);
    expect(result.measure('sorties')).toBe(2);
  }
});

describe('troops and evacuees on the same aircraft', () => {
  const BOTH: Written = merged(READY, { window: '48 h', force: { units: { guard: unit({ troops: 50 }) } } });

  test('where troops board first, the first craft has room for 50 of the 300 people', () => {
    const result = run(BOTH);
    expect(at(result, 'out', 3, 9, 15, 21)).toEqual([50, 150, 250, 300]);
    expect(at(result, 'troops', 2, 3)).toEqual([50, 0]);
    expect(result.measure('seats-empty')).toBeGreaterThan(0);
  });

  test('where they take what is left, everyone else is out before them', () => {
    const result = run(BOTH, guard({ withdraw: { from: '0 h', boards: 'last' } }));
    expect(at(result, 'out', 3, 9, 15)).toEqual([100, 200, 300]);
    expect(at(result, 'troops', 20, 21)).toEqual([50, 0]);
  });

  test('troops take the seats that are left for want of beds before those that are promised to people', () => {
    const result = run(BOTH, { sites: { haven: { beds: '50 people' } } });
    expect(at(result, 'out', 3)).toEqual([50]);
    expect(at(result, 'troops', 2, 3)).toEqual([50, 0]);
  });

  test('seats that troops take are not flown empty', () => {
    const full = run(BOTH, { populations: { people: { people: '50 people' } }, window: '4 h' });
    expect(full.measure('seats-empty')).toBe(0);
  });
});

describe('withdrawUnit', () => {
  const order = timeline({ at: '6 h', do: 'withdrawUnit', unit: 'guard' });

  test('sends a unit away before its time, or that was not to leave at all', () => {
    const late = run(FIELD, order, guard({ troops: 100, withdraw: { from: '40 h' } }));
    expect(late.measure('time-last-troops-out')).toBe(9 * HOUR);
    const plain = { nation: 'Any', troops: 100, site: 'field', present: true };
    const result = run(FIELD, { force: null }, { force: { units: { guard: plain } } }, order);
    expect(at(result, 'troops', 8, 9)).toEqual([100, 0]);
    expect(result.notes('withdrawUnit')).toEqual(['withdrawal of guard begins']);
  });

  test('keeps at home those who have not come: of 100 in two loads, only the first lands, and leaves again', () => {
    const coming = {
      nation: 'Any',
      troops: 200,
      site: 'field',
      from: 'haven',
      ready: '0 h',
      serial: 100,
      interval: '9 h',
    };
    const result = run(
      FIELD,
      { force: null },
      { force: { units: { guard: coming } } },
      timeline({ at: '2.5 h', do: 'withdrawUnit', unit: 'guard' }),
    );
    // lands at 2 h, is called forward at 2:30 and leaves at 3 h with the craft that brought it
    expect(at(result, 'troops', 2, 3, 30)).toEqual([100, 0, 0]);
  });

  test('does nothing the second time', () => {
    const twice = timeline(
      { at: '1 h', do: 'withdrawUnit', unit: 'guard' },
      { at: '2 h', do: 'withdrawUnit', unit: 'guard' },
    );
    expect(run(FIELD, twice).notes('withdrawUnit')).toEqual([
      'did nothing: guard is withdrawing already',
      'did nothing: guard is withdrawing already',
    ]);
  });
});
