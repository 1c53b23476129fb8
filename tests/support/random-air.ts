import fc from 'fast-check';
import { hour, int, minutes, optional, people, share } from './random-parts.ts';
import type { Written } from './scenario.ts';

/** The sites, ways, craft and fleets of random operations. */

/** What keeps craft away at times. */
const TIMED = {
  operates: optional(fc.constantFrom(['6 h', '22 h'], ['20 h', '4 h'], ['0 h', '24 h'])),
  daylight: optional(fc.constantFrom(['5.5 h', '18.7 h'], ['11 h', '12 h'])),
  visual: fc.boolean(),
};

export const sites: fc.Arbitrary<Written> = fc.record({
  field: fc.record({
    runway: optional(fc.record({ separation: minutes(0, 9) })),
    stands: int(2, 3),
    pads: int(1, 2),
    ...TIMED,
    parking: fc.constantFrom(2, 3, 4, 50),
    fuelPoints: optional(int(0, 2)),
    slots: optional(fc.record({ interval: int(1, 90).map((n) => `${n} min`), window: minutes(0, 60) })),
    taxi: minutes(0, 9),
    processingRoom: int(1, 40).map((n) => `${n} people`),
    waitingArea: int(1, 80).map((n) => `${n} people`),
  }),
  compound: fc.record({ pads: int(1, 2), ...TIMED, taxi: minutes(0, 4) }),
  haven: fc.record({
    runway: optional(fc.record({ separation: minutes(0, 9) })),
    stands: int(2, 3),
    beds: people(200),
    ...TIMED,
    parking: optional(int(2, 3)),
    fuelPoints: optional(int(1, 2)),
    resumeBelow: optional(int(0, 100).map((n) => `${n} %`)),
    reception: optional(fc.record({ desks: int(1, 2), time: minutes(0, 9) })),
    onward: fc.constantFrom('0 people/h', '3 people/h', '40 people/h'),
  }),
  far: fc.record({
    stands: int(2, 3),
    slots: optional(fc.constant({ interval: '10 min' })),
    beds: people(90),
  }),
  pier: fc.record({ pads: int(1, 2), waitingArea: int(1, 60).map((n) => `${n} people`) }),
});

const craftPlan = (lands: string): fc.Arbitrary<Written> =>
  fc.record({
    lands: fc.constant(lands),
    seats: fc.oneof(
      people(30).map((text) => (text === '0 people' ? '1 people' : text)),
      int(1, 20).map((n) => ({ uniform: [`${n} people`, `${n + 15} people`] })),
    ),
    troopSeats: optional(int(0, 30)),
    variation: fc.oneof(fc.constant(1), fc.constant({ uniform: [0.5, 1.5] })),
    groundTime: minutes(0, 90),
    turnTime: minutes(0, 90),
    offloadTime: optional(minutes(0, 60)),
    orbit: minutes(0, 120),
    footprint: lands === 'stand' ? int(1, 2) : fc.constant(1),
    boarding: optional(int(10, 600).map((n) => `${n} people/h`)),
    alighting: optional(int(10, 600).map((n) => `${n} people/h`)),
    range: fc.constantFrom('600 nm', '1000 nm', '1500 nm', '9000 nm'),
    tankeringSeats: share(100),
    refuelTime: minutes(0, 90),
    crewDuty: fc.record({ period: minutes(1, 9000), rest: minutes(1, 600) }),
    breaks: optional(fc.record({ chance: share(90), repair: minutes(0, 900) })),
    flies: fc.constantFrom('always', 'day'),
    night: fc.constantFrom(1, 2),
  });

const fleetPlan = (fixed: Written): fc.Arbitrary<Written> =>
  fc
    .record({
      count: int(0, 3),
      available: hour,
      interval: minutes(0, 90),
      launch: fc.constantFrom('continuous', 'on-demand'),
      load: fc.constantFrom('timed', 'full'),
      fillTime: minutes(0, 240),
      carries: optional(fc.constantFrom(['p1'], ['p2', 'others'], ['p1', 'p2', 'p3', 'p4', 'guards'])),
      until: optional(hour),
      sorties: optional(int(0, 12)),
      hours: optional(fc.constantFrom(['6 h', '20 h'], ['20 h', '5 h'], ['0 h', '24 h'])),
      crews: int(1, 2),
      setsDown: fc.constantFrom('waiting-area', 'outside'),
    })
    .map((plan) => ({ ...plan, ...fixed }));

/** A fleet that goes to one or several sites, of several lines that routes allow. */
const onLine = (fixed: Written, lines: readonly Written[]): fc.Arbitrary<Written> =>
  fc.tuple(fleetPlan(fixed), fc.constantFrom(...lines)).map(([plan, line]) => ({ ...plan, ...line }));

export const ROUTES: Written = {
  bridge: { between: ['haven', 'field'], distance: '350 nm', time: '70 min' },
  long: { between: ['far', 'field'], distance: '600 nm' },
  hop: { between: ['field', 'compound'], distance: '4 nm', time: '5 min' },
  sea: { between: ['haven', 'pier'], distance: '20 nm', time: '90 min' },
  onward: { between: ['far', 'haven'], distance: '200 nm', time: '40 min' },
};

export const craft: fc.Arbitrary<Written> = fc.record({
  plane: craftPlan('stand').map((each) => ({ ...each, speed: '300 kt', overhead: '9 min' })),
  small: craftPlan('pad'),
});

export const fleets: fc.Arbitrary<Written> = fc.record({
  bridge: onLine({ craft: 'plane', nation: 'US', base: 'haven', pickup: 'field' }, [
    {},
    { delivers: ['haven', 'far'], alternate: 'far' },
    { delivers: 'far', refuelAt: 'haven' },
  ]),
  onward: onLine({ craft: 'plane', nation: 'US', base: 'far', pickup: 'haven' }, [
    {},
    { base: 'haven', delivers: 'far' },
    { pickup: ['field', 'haven'], delivers: ['haven', 'far'] },
  ]),
  bus: onLine({ craft: 'small', nation: 'US', base: 'compound', pickup: 'compound', delivers: 'field' }, [
    {},
    { base: 'field', delivers: ['field'] },
  ]),
  allied: fleetPlan({ craft: 'plane', nation: 'UK', base: 'far', pickup: 'field' }),
  shuttle: fleetPlan({ craft: 'small', nation: 'US', base: 'field', pickup: 'compound' }),
  ferry: fleetPlan({ craft: 'small', nation: 'US', base: 'haven', pickup: 'pier' }),
  convoy: fleetPlan({
    craft: 'small',
    nation: 'US',
    base: 'field',
    pickup: 'compound',
    road: 'embassy-road',
  }),
});
