import { describe, expect, test } from 'vitest';
import { BRIDGE, ONE_AIRCRAFT, PEOPLE_AT_HOME, run, type Told, type Written } from '../support/scenario.ts';

const HOUR = 60;

/** Hours after the start of the first sample at which so many people are safe. */
const hoursUntilSafe = (result: Told, people: number, sample: number): number =>
  (result.series('safe').findIndex((safe) => safe >= people) * sample) / HOUR;

const peopleReady = (people: number, partySize = 1): Written => ({
  populations: {
    people: { nation: 'Any', people: `${people} people`, partySize, present: '100 %', site: 'field' },
  },
});

describe('a published worked example: 10,000 people, A400M with 114 seats, four aircraft, 3 h round trip', () => {
  // worked by the ZDF in August 2021: ⌈10,000 / 114⌉ = 88 missions, 22 rounds of 3 h
  const result = run(BRIDGE, ONE_AIRCRAFT, peopleReady(10_000), {
    window: '72 h',
    sample: '6 min',
    routes: { bridge: { time: '1.5 h' } },
    craft: { transport: { seats: '114 people', groundTime: '0 min', turnTime: '0 min' } },
    fleets: { transport: { count: 4, launch: 'on-demand' } },
  });

  test('takes 88 missions', () => {
    expect(result.measure('sorties')).toBe(88);
  });

  test('is over after 66.0 h, and not 6 min sooner', () => {
    expect(hoursUntilSafe(result, 10_000, 6)).toBe(66);
  });

  test('flies only the last aircraft part empty: 88 × 114 - 10,000 = 32 seats', () => {
    expect(result.measure('seats-empty')).toBeCloseTo(32 / (88 * 114), 12);
  });
});

describe('10,000 people, five aircraft of 400 seats, 3 h each way, 2.25 h on the ground at both ends', () => {
  const five = (patch: Written): Told =>
    run(
      BRIDGE,
      ONE_AIRCRAFT,
      peopleReady(10_000, 8),
      {
        window: '72 h',
        sample: '15 min',
        routes: { bridge: { time: '3 h' } },
        craft: { transport: { seats: '400 people', groundTime: '2.25 h', turnTime: '2.25 h' } },
        fleets: { transport: { count: 5, launch: 'on-demand' } },
      },
      patch,
    );
  const withStands = (stands: number): Told => five({ sites: { field: { stands } } });

  // case 5 of the oracles: first come first served, no limit at the haven, no runway, no taxi time
  test.each([
    [5, 50.25],
    [8, 50.25],
    [2, 54.75],
    [1, 62.25],
  ])('with %i stands the last touchdown is after %d h', (stands, hours) => {
    expect(hoursUntilSafe(withStands(stands), 10_000, 15)).toBe(hours);
  });

  test('takes 25 missions however many stands there are', () => {
    for (const stands of [1, 2, 5]) expect(withStands(stands).measure('sorties')).toBe(25);
  });

  test('carries 4,571.43 people a day when it never stops: 32,000 in any seven days', () => {
    // case 6: 5 × 400 people in each cycle of 10.5 h; seven days are 16 cycles
    const result = five({
      window: '500 h',
      populations: { people: { people: '200000 people', partySize: 400 } },
    });
    for (const from of [100, 150, 300]) {
      const carried = result.at('out', (from + 168) * HOUR) - result.at('out', from * HOUR);
      expect(carried).toBe(32_000);
    }
  });
});

describe('a closed cycle: 8 h away, 1.5 h on one of two stands', () => {
  // case 8 of the oracles; one seat and one person each, so that people out are sorties; 114 h are 12 cycles of 9.5 h
  const cycle = (craft: number, window: string): Told =>
    run(BRIDGE, ONE_AIRCRAFT, peopleReady(2000), {
      window,
      sites: { field: { stands: 2 } },
      routes: { bridge: { time: '3 h' } },
      craft: { transport: { seats: '1 people', groundTime: '1.5 h', turnTime: '2 h' } },
      fleets: { transport: { count: craft } },
    });

  test.each([
    [8, 0.842105],
    [12, 1.263158],
    [13, 1.333333],
    [14, 1.333333],
    [20, 1.333333],
  ])('%i aircraft make %d sorties an hour', (craft, perHour) => {
    const result = cycle(craft, '400 h');
    const sorties = result.at('out', 314 * HOUR) - result.at('out', 200 * HOUR);
    expect(sorties / 114).toBeCloseTo(perHour, 6);
  });

  test('twelve aircraft never wait for a stand once the first rush is over', () => {
    const early = cycle(12, '200 h').measure('orbit-hours');
    expect(early).toBeGreaterThan(0);
    expect(cycle(12, '314 h').measure('orbit-hours')).toBeCloseTo(early, 9);
  });

  test('thirteen wait for ever', () => {
    const early = cycle(13, '200 h').measure('orbit-hours');
    expect(cycle(13, '314 h').measure('orbit-hours')).toBeGreaterThan(early + 10);
  });
});

describe('40 people who come together to a server of 100 an hour wait 11.7 min on average', () => {
  test('at a reception desk, one by one', () => {
    const result = run(BRIDGE, ONE_AIRCRAFT, peopleReady(40), {
      sites: { haven: { reception: { desks: 1, time: '0.6 min' } } },
    });
    const inReception = (result.measure('person-hours.reception') * HOUR) / 40;
    expect(inReception - 0.6).toBeCloseTo(11.7, 9);
  });

  test('at a gate with one lane', () => {
    const result = run(BRIDGE, PEOPLE_AT_HOME, {
      gates: { north: { search: '0.6 min' } },
      populations: { people: { people: '40 people' } },
    });
    // they set out within a second of each other, which the third decimal may show
    expect((result.measure('person-hours.outside-gate') * HOUR) / 40).toBeCloseTo(11.7, 3);
  });
});

describe('a haven of 10,000 beds that takes 6,000 a day and passes 1,500 a day on', () => {
  // case 11 of the oracles, as a fluid; here 25 people come every 6 min and 62.5 leave every hour
  const doha = (patch: Written): Told =>
    run(
      BRIDGE,
      ONE_AIRCRAFT,
      peopleReady(40_000, 5),
      {
        window: '100 h',
        sample: '6 min',
        sites: { haven: { beds: '10000 people', onward: '1500 people/d' } },
        routes: { bridge: { time: '1 min' } },
        craft: { transport: { lands: 'pad', seats: '25 people', groundTime: '2 min', turnTime: '2 min' } },
      },
      patch,
    );
  /** one load and one onward flight: as much as lumps may differ from the fluid */
  const LUMP = 25 + 62.5;

  const result = doha({});

  test('fills by 187.5 an hour until 53.33 h, and is full from then on', () => {
    for (let hour = 1; hour <= 100; hour++) {
      const fluid = Math.min(10_000, hour * (10_000 / 53.3333));
      expect(Math.abs(result.at('haven.haven', hour * HOUR) - fluid)).toBeLessThanOrEqual(LUMP);
    }
  });

  test('is never over-full, and from then on takes in no more than it passes on', () => {
    expect(Math.max(...result.series('haven.haven'))).toBeLessThanOrEqual(10_000);
    const taken = result.at('safe', 90 * HOUR) - result.at('safe', 60 * HOUR);
    expect(Math.abs(taken - 30 * 62.5)).toBeLessThanOrEqual(LUMP);
  });

  test('has 437.5 free beds after a stop of 7 h, and fills them in 2.33 h', () => {
    const stopped = doha({
      timeline: [
        { at: '60 h', do: 'removeCraft', fleet: 'transport', count: 1 },
        { at: '67 h', do: 'addCraft', fleet: 'transport', count: 1 },
      ],
    });
    const free = 10_000 - stopped.at('haven.haven', 67 * HOUR);
    expect(Math.abs(free - 437.5)).toBeLessThanOrEqual(LUMP);
    expect(stopped.at('haven.haven', 68 * HOUR)).toBeLessThan(10_000 - LUMP);
    expect(stopped.at('haven.haven', 70 * HOUR)).toBeGreaterThanOrEqual(10_000 - LUMP);
  });
});
