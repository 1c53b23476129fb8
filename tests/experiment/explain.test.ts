import { beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/experiment/explain.ts';
import { explained } from '../support/explained.ts';
import { AT_ONCE, BRIDGE, type Written } from '../support/scenario.ts';

/** Everything ample: 600 people an hour pass gate and desk, a load of 100 leaves every 12 min, 20 stands, beds for all. */
const AMPLE: Written = {
  sites: { field: { stands: 20 }, haven: { beds: '90000 people' } },
  roads: { street: { travel: '1 h', capacity: '100000 people/h' } },
  gates: { north: { site: 'field', lanes: 10, search: '1 min' } },
  desks: { desk: { site: 'field', officers: 10, time: '1 min' } },
  fleets: {
    transport: {
      ...{ craft: 'transport', nation: 'Any', count: 30, interval: '12 min', base: 'haven', pickup: 'field' },
    },
  },
  populations: {
    people: {
      ...{
        nation: 'Any',
        people: '3000 people',
        setsOut: AT_ONCE,
        lives: { street: '100 %' },
        site: 'field',
      },
    },
  },
};

/** Nobody comes in after 20 h, so that all who are in by then fly before the window ends. */
const CLOSES: Written = {
  timeline: [
    { at: '20 h', do: 'closeGate', gate: 'north' },
    { at: '20 h', do: 'setOfficers', desk: 'desk', officers: 0 },
  ],
};

/** Everyone goes home after 10 h at a gate that opens when troops come at 12 h. */
const TOO_LATE: Written = {
  populations: { people: { patience: '10 h' } },
  force: {
    units: { guard: { nation: 'Any', troops: 100, site: 'field', ready: '12 h', serial: 100 } },
    tasks: { entrance: { site: 'field', troops: 60, priority: 1, gates: ['north'] } },
  },
};

/** Everyone needs papers of the one officer of an embassy, who serves 60 people an hour around the clock. */
const ONE_OFFICER: Written = {
  sites: { compound: {} },
  routes: { hop: { between: ['compound', 'field'], time: '10 min' } },
  desks: { consuls: { site: 'field', officers: 0, time: '1 min' } },
  embassy: {
    ...{ site: 'compound', airfield: 'field', desk: 'consuls', road: 'street', status: 'normal' },
    waves: { size: '10 people', interval: '1 h' },
    staff: {
      officers: { function: 'consular', nation: 'Any', people: '1 people', leaves: 'never', to: 'airfield' },
    },
    consular: { time: '1 min', opens: '0 h', closes: '24 h' },
  },
  populations: { people: { consular: '100 %' } },
};

/** Craft must take fuel at the field, two hours each at one point, and have all the stands they want to wait for it. */
const ONE_PUMP: Written = {
  sites: { field: { fuelPoints: 1, stands: 200 } },
  routes: { bridge: { time: null, distance: '500 nm' } },
  craft: { transport: { speed: '250 kt', range: '800 nm', tankeringSeats: '0 %', refuelTime: '2 h' } },
};

/** Everyone has a ticket for the one flight of the day. */
const ONE_FLIGHT: Written = {
  populations: { people: { ticketed: '100 %' } },
  flights: {
    daily: {
      ...{ site: 'field', perDay: 1, firstHour: '10 h', lastHour: '20 h' },
      ...{ seats: '500 people', groundTime: '1 h', block: '2 h' },
    },
  },
};

/** Gains in people by path, those of exactly nothing left out. */
const gained = ({ gains }: Explanation): ReadonlyMap<string, number> =>
  new Map(
    gains
      .filter(({ people }) => people.low !== 0 || people.high !== 0)
      .map(({ widening, people }) => [widening.path, people.estimate]),
  );

type OneStage = readonly [
  stage: string,
  patch: Written,
  gains: readonly (readonly [path: string, people: number])[],
];

const OFTEN: readonly OneStage[] = [
  // one lane: 60 people an hour for 19 h, but for the one who comes to the desk as it closes
  ['gate', { ...CLOSES, gates: { north: { lanes: 1 } } }, [['gates.north.lanes', 1139]]],
  // one craft leaves at 3, 9, 15 and 21 h; the first of them before 100 have come in
  ['fleet', { fleets: { transport: { count: 1 } } }, [['fleets.transport.count', 400]]],
  // five loads, and as people move on at 10 an hour room for one more; a bed is as good
  [
    'beds',
    { sites: { haven: { beds: '500 people' } } },
    [
      ['sites.haven.beds', 100],
      ['sites.haven.onward', 100],
    ],
  ],
  // one more flight, with 500 seats
  ['flights', ONE_FLIGHT, [['flights.daily.perDay', 500]]],
];

/** As dear, and less often asked for: tried in the long form, explain.full.test.ts. */
const SELDOM: readonly OneStage[] = [
  // one stand: a load an hour from 3 h to 24 h
  ['stand', { sites: { field: { stands: 1 } } }, [['sites.field.stands', 800]]],
  // 10 % of 50 people an hour who are past the narrowest point by 22 h, with an hour on the road and one to load
  ['road', { roads: { street: { capacity: '50 people/h' } } }, [['roads.street.capacity', 110]]],
  // one desk: as one lane
  ['desk', { ...CLOSES, desks: { desk: { officers: 1 } } }, [['desks.desk.officers', 1139]]],
  // people come after an hour, and who is served by 21:57 drives an hour and is out: 1,257; two officers serve two each minute
  ['consular officers', ONE_OFFICER, [['embassy.staff.officers.people', 1257]]],
  // landings at 2, 3 … 23 h; every 54 min from 2.7 h to 22.5 h there is one more
  [
    'slots',
    { sites: { field: { slots: { interval: '1 h', window: '10 min' } } } },
    [['sites.field.slots.interval', 100]],
  ],
  // nobody comes to a gate without troops before all have given up
  ['troops', TOO_LATE, [['force.units.guard.ready', 3000]]],
];

describe('where one stage binds by construction and nothing is random, only more of it brings people out', () => {
  test.each(process.env.AIRBRIDGE_FULL === '1' ? [...OFTEN, ...SELDOM] : OFTEN)(
    '%s',
    async (_, patch, expected) => {
      const found = await explained([BRIDGE, AMPLE, patch]);
      expect([...gained(found).keys()]).toEqual(expected.map(([path]) => path));
      for (const [path, people] of expected) {
        expect([path, gained(found).get(path)]).toEqual([path, people]);
      }
      expect(found.gains[0]!.isTold.people).toBe(true);
      expect(found.gains.slice(expected.length).every(({ isTold }) => !isTold.people)).toBe(true);
    },
  );
});

test('where craft wait for fuel, people are held back as long as they wait for craft, and only another point helps', async () => {
  const found = await explained([BRIDGE, AMPLE, ONE_PUMP]);
  // fuelled at 4, 6 … 22 h and out an hour later: ten loads; at two points twenty
  expect([...gained(found)]).toEqual([['sites.field.fuelPoints', 1000]]);
  expect(found.gains.map(({ isTold }) => isTold.people).indexOf(true)).toBe(0);
  expect(found.gains.filter(({ isTold }) => isTold.people)).toHaveLength(1);
  expect(found.binding[0]).toMatchObject({ constraint: 'fuel' });
  expect(found.binding.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

describe('where one stage binds, and more of another is no neutral thing', () => {
  test('the runway: two movements of 30 min a load; another craft only takes its turn from those who carry', async () => {
    const runway = {
      sites: { field: { runway: { separation: '30 min' } } },
      fleets: { transport: { count: 12 } },
    };
    const found = await explained([BRIDGE, AMPLE, runway]);
    // 20 hours hold 20 loads an hour apart, and 22 that are 54 min apart
    expect([...gained(found)]).toEqual([
      ['sites.field.runway.separation', 200],
      ['fleets.transport.count', -100],
    ]);
    expect(found.binding[0]!.constraint).toBe('runway');
  });

  test('the waiting area: loads of 50 become loads of 100, and nothing else brings anybody', async () => {
    const small = {
      sites: { field: { waitingArea: '50 people' } },
      fleets: { transport: { interval: '1 h' } },
    };
    const found = await explained([BRIDGE, AMPLE, small]);
    expect([...gained(found).keys()]).toEqual(['sites.field.waitingArea']);
    expect(found.base.people % 50).toBe(0);
    expect(found.gains[0]!.people.estimate).toBeGreaterThanOrEqual(found.base.people);
  });
});

describe('two stages of equal capacity, one behind the other', () => {
  const series = [
    BRIDGE,
    AMPLE,
    CLOSES,
    { gates: { north: { lanes: 1 } }, desks: { desk: { officers: 1 } } },
  ];

  let found: Explanation;
  beforeAll(async () => {
    found = await explained(series);
  });

  test('one more lane and one more desk bring nobody alone, and 1,139 people together', () => {
    expect([...gained(found)]).toEqual([]);
    const [best] = found.pairs;
    expect(best!.widenings.map(({ path }) => path).toSorted()).toEqual([
      'desks.desk.officers',
      'gates.north.lanes',
    ]);
    expect(best).toMatchObject({ isMore: true, isOnlyTogether: true });
    expect(best!.people).toEqual({ estimate: 1139, low: 1139, high: 1139 });
    expect(best!.together).toEqual(best!.people);
    expect(found.pairs.filter(({ isMore }) => isMore)).toHaveLength(1);
  });

  test('the gate binds in most of the time and one more lane is in vain: the desk binds right behind', () => {
    const gate = found.disagreements.find(({ binding }) => binding.constraint === 'gate');
    expect(gate).toMatchObject({ kind: 'binds-in-vain', gain: { behind: { constraint: 'processing' } } });
  });

  test('where the desk is wide, a lane is worth it and nothing disagrees', async () => {
    const wide = await explained([...series, { desks: { desk: { officers: 10 } } }]);
    expect(wide.disagreements.filter(({ binding }) => binding.constraint === 'gate')).toEqual([]);
  });
});

describe('where luck is large', () => {
  // a lane serves some 1,140 people before the gate closes
  const lucky: Written = {
    populations: { people: { people: '1600 people' } },
    gates: { north: { lanes: 1, search: { lognormal: { mean: '1 min', cv: 2 } } } },
    desks: { desk: { officers: 1, time: { lognormal: { mean: '0.9 min', cv: 2 } } } },
  };

  test('more replications narrow the intervals, and what is left after the screening tells nothing', async () => {
    const [few, many] = [
      await explained([BRIDGE, AMPLE, CLOSES, lucky], { replications: 3, screening: 2 }),
      await explained([BRIDGE, AMPLE, CLOSES, lucky], { replications: 7, screening: 2 }),
    ];
    const lanes = ({ gains }: Explanation) =>
      gains.find(({ widening }) => widening.path === 'gates.north.lanes')!;
    expect(lanes(many).pairs).toBe(7);
    expect(lanes(many).people.high - lanes(many).people.low).toBeLessThan(
      lanes(few).people.high - lanes(few).people.low,
    );
    for (const { isScreenedOut, isTold, pairs } of many.gains)
      if (isScreenedOut) expect([isTold.people, pairs]).toEqual([false, 2]);
  });

  test('the same seed gives the same answer', async () => {
    const few: Written = { populations: { people: { people: '400 people' } } };
    const again = () => explained([BRIDGE, AMPLE, lucky, few], { replications: 2 });
    expect(await again()).toEqual(await again());
  });
});
