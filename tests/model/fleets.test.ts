import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

describe('craft', () => {
  test('larger than their whole haven fly with seats empty rather than never: 60 of 100 for 60 beds', () => {
    const result = run(READY, { sites: { haven: { beds: '60 people' } } });
    expect(at(result, 'out', 3, 9)).toEqual([60, 60]);
    const random = run(READY, {
      sites: { haven: { beds: '150 people' } },
      craft: { transport: { seats: { uniform: ['100 people', '250 people'] } } },
      fleets: { transport: { count: 6 } },
    });
    expect(random.measure('people-out')).toBeGreaterThanOrEqual(100);
    expect(random.measure('people-out')).toBeLessThanOrEqual(150);
  });

  test('that may not leave go on boarding on their stand', () => {
    const wide = {
      sites: { field: { runway: { separation: '0 min' } } },
      craft: { transport: { seats: '200 people' } },
    };
    const shut = timeline(
      { at: '2.5 h', do: 'closeRunway', site: 'field' },
      { at: '3.75 h', do: 'openRunway', site: 'field' },
    );
    const [free, held] = [run(COMING, wide), run(COMING, wide, shut)];
    expect(held.at('out', 4 * HOUR)).toBe(free.at('out', 4 * HOUR) + 45);
  });

  test('block time is overhead plus distance over speed: 20 min + 600 nm / 300 kt = 140 min', () => {
    const result = run(READY, {
      sample: '10 min',
      routes: { bridge: { time: null, distance: '600 nm' } },
      craft: { transport: { speed: '300 kt', overhead: '20 min' } },
    });
    expect([200, 190].map((minutes) => result.at('out', minutes))).toEqual([100, 0]);
    expect([340, 330].map((minutes) => result.at('safe', minutes))).toEqual([100, 0]);
  });

  test('taxi twice at each visit, and share the runway one movement at a time', () => {
    const result = run(READY, {
      sample: '1 min',
      fleets: { transport: { count: 2 } },
      sites: { field: { taxi: '5 min', runway: { separation: '3 min' } } },
    });
    // both arrive at 120: land 120-123 and 123-126, on the stand at 128 and 131, off at 188 and 191, at the
    // runway at 193 and 196, airborne at 196 and 199
    expect([195, 196, 198, 199].map((minutes) => result.at('out', minutes))).toEqual([0, 100, 100, 200]);
    expect(result.measure('orbit-hours')).toBeCloseTo(3 / HOUR, 9);
  });

  test('become ready one after another: three at 0, 2 and 4 h', () => {
    const result = run(READY, { fleets: { transport: { count: 3, interval: '2 h' } } });
    expect(at(result, 'out', 2, 3, 5, 7)).toEqual([0, 100, 200, 300]);
  });

  test('divert when they have orbited as long as they can, and come again', () => {
    const result = run(
      READY,
      { sites: { field: { runway: { separation: '0 min' } } }, craft: { transport: { orbit: '30 min' } } },
      timeline(
        { at: '0 h', do: 'closeRunway', site: 'field' },
        { at: '6 h', do: 'openRunway', site: 'field' },
      ),
    );
    // back at 4.5 h, launched at 5.5 h, lands at 7.5 h, out at 8.5 h
    expect(result.measure('diverts')).toBe(1);
    expect(result.measure('orbit-hours')).toBeCloseTo(0.5, 9);
    expect(at(result, 'out', 8, 9)).toEqual([0, 100]);
  });

  test('are counted in orbit as long as they are there, also those that have not landed yet', () => {
    const result = run(
      READY,
      { sites: { field: { runway: {} } } },
      timeline({ at: '1 h', do: 'closeRunway', site: 'field' }),
    );
    // waits from 2 h to the end of the window at 24 h
    expect(result.measure('orbit-hours')).toBe(22);
  });

  test('land at the very minute at which they would divert, if the runway opens then', () => {
    const result = run(
      READY,
      { sites: { field: { runway: { separation: '0 min' } } }, craft: { transport: { orbit: '60 min' } } },
      timeline(
        { at: '0 h', do: 'closeRunway', site: 'field' },
        { at: '3 h', do: 'openRunway', site: 'field' },
      ),
    );
    expect(result.measure('diverts')).toBe(0);
    expect(at(result, 'out', 4)).toEqual([100]);
  });

  test('wait for a full load up to the fill time, and no longer', () => {
    const slow = merged(COMING, { gates: { north: { search: '2 min' } } });
    // 30 people an hour from 1 h on: 59 are in at 3 h, 89 at 4 h, the hundredth comes at 4 h 20 min
    expect(at(run(slow), 'out', 3)).toEqual([59]);
    const patient = (fillTime: string): Told =>
      run(slow, { fleets: { transport: { load: 'full', fillTime } } });
    expect(at(patient('1 h'), 'out', 3, 4)).toEqual([0, 89]);
    expect(at(patient('9 h'), 'out', 4, 5)).toEqual([0, 100]);
  });

  test('fly on demand only as many as people need, and continuously whether anyone waits or not', () => {
    const three = merged(READY, { fleets: { transport: { count: 5 } } });
    expect(run(three, { fleets: { transport: { launch: 'on-demand' } } }).measure('sorties')).toBe(3);
    expect(run(three).measure('sorties')).toBeGreaterThan(15);
    expect(run(three, { populations: { people: { people: '0 people' } } }).measure('seats-empty')).toBe(1);
  });

  test('have as many seats for people whether or not those for troops are stated', () => {
    const seats = (patch: Written): readonly number[] =>
      run(READY, {
        craft: { transport: { seats: { uniform: ['10 people', '90 people'] }, ...patch } },
      }).series('out');
    expect(seats({ troopSeats: 40 })).toEqual(seats({}));
  });

  test('carry only whom they are for', () => {
    const two = merged(READY, {
      populations: { others: { nation: 'Any', people: '50 people', present: '100 %', site: 'field' } },
      fleets: { transport: { carries: ['others'] } },
    });
    const result = run(two);
    expect(result.measure('people-out.people')).toBe(0);
    expect(result.measure('people-out.others')).toBe(50);
  });

  test('never split a party: who does not fit waits, and the next that fits boards', () => {
    const parties = merged(READY, {
      populations: {
        people: { people: '60 people', partySize: 60, priority: 1 },
        large: {
          nation: 'Any',
          people: '60 people',
          partySize: 60,
          priority: 2,
          present: '100 %',
          site: 'field',
        },
        small: {
          nation: 'Any',
          people: '60 people',
          partySize: 20,
          priority: 3,
          present: '100 %',
          site: 'field',
        },
      },
    });
    const result = run(parties);
    const out = ['people', 'large', 'small'].map((id) => result.at(`out.${id}`, 3 * HOUR));
    expect(out).toEqual([60, 0, 40]);
  });

  test('stop driving while their road is closed', () => {
    const road = merged(READY, {
      roads: { lane: { travel: '1 h' } },
      craft: { transport: { lands: 'pad' } },
      fleets: { transport: { road: 'lane' } },
    });
    const shut = timeline(
      { at: '5 h', do: 'closeRoad', road: 'lane' },
      { at: '15 h', do: 'openRoad', road: 'lane' },
    );
    expect(at(run(road, shut), 'out', 3, 17, 18)).toEqual([100, 100, 200]);
  });
});

describe('a haven', () => {
  test('stops launches while its beds are taken or spoken for: three craft of 100 seats, 250 beds', () => {
    const result = run(READY, {
      fleets: { transport: { count: 3 } },
      sites: { haven: { beds: '250 people' } },
    });
    expect(at(result, 'out', 3)).toEqual([200]);
    expect(Math.max(...result.series('haven.haven'))).toBe(200);
    expect(result.measure('people-out')).toBe(200);
  });

  test('takes the beds of people, not of seats: an empty craft gives its beds back when it leaves', () => {
    const few = {
      populations: { people: { people: '30 people' } },
      sites: { haven: { beds: '200 people' } },
    };
    const result = run(READY, few, { fleets: { transport: { count: 2 } } });
    expect(result.measure('sorties')).toBeGreaterThan(4);
  });

  test('passes a party of ten on at two an hour, as soon as there are seats for all of them', () => {
    const result = run(READY, {
      sites: { haven: { onward: '2 people/h' } },
      populations: { people: { people: '10 people', partySize: 10 } },
    });
    // two seats of the hour before are left over when they land at 5 h: four then, six at 6 h, eight at 7 h, ten at 8 h
    expect(at(result, 'haven.haven', 5, 6, 7, 8)).toEqual([10, 10, 10, 0]);
  });

  test('receives people at its desks before they have a bed', () => {
    const result = run(READY, {
      sample: '10 min',
      populations: { people: { people: '100 people' } },
      sites: { haven: { reception: { desks: 2, time: '2 min' }, onward: '1000 people/h' } },
    });
    // 100 people at 5 h, one a minute; safe on landing, onward only once received
    expect([300, 310].map((minutes) => result.at('safe', minutes))).toEqual([100, 100]);
    expect(result.at('haven.haven', 350)).toBe(100);
    // at 6 h those go on who were received by then: 29 pairs
    expect(result.at('haven.haven', 360)).toBe(42);
    // mean wait of 50 pairs: 0, 2, 4 … 98 min, and 2 min of service
    expect(result.measure('person-hours.reception')).toBeCloseTo((2 * (49 * 50) + 100 * 2) / HOUR, 6);
  });
});
