import fc from 'fast-check';
import { craft, fleets, ROUTES, sites } from './random-air.ts';
import { hour, hours, int, minutes, optional, people, rate, share, WINDOW } from './random-parts.ts';
import type { Written } from './scenario.ts';

/**
 * Random small operations with every feature of the language: what a run must survive, not what a planner
 * would write. Everything is small, so that shortage, overflow and coincidence are common.
 */

/** Plans go forward in time. */
const ordered = (plan: readonly Written[]): readonly Written[] =>
  plan.toSorted((a, b) => Number.parseInt(String(a.at), 10) - Number.parseInt(String(b.at), 10));

const population = fc.constantFrom('p1', 'p2', 'p3', 'walkers', 'p4');
const site = fc.constantFrom('field', 'haven', 'far', 'compound', 'pier');
const category = fc.constantFrom('citizens', 'partners');
const fleet = fc.constantFrom('bridge', 'allied', 'shuttle', 'convoy', 'ferry', 'bus', 'onward');
const gate = fc.constantFrom('north', 'south');
const desk = fc.constantFrom('desk', 'second');
const road = fc.constantFrom('street', 'pass', 'embassy-road');
const place = fc.constantFrom('east', 'north', 'capital');

const ACTIONS: readonly fc.Arbitrary<Written>[] = [
  fc.record({ do: fc.constantFrom('openGate', 'closeGate'), gate }),
  fc.record({ do: fc.constant('setLanes'), gate, lanes: int(0, 3) }),
  fc.record({ do: fc.constant('meterGate'), gate, rate: optional(rate(0)) }),
  fc.record({
    do: fc.constant('setAdmits'),
    gate,
    populations: optional(fc.constantFrom([], ['p1'], ['p2', 'p3'])),
  }),
  fc.record({ do: fc.constant('setRoadCapacity'), road, rate: optional(rate(1)) }),
  fc.record({ do: fc.constant('setOfficers'), desk, officers: int(0, 4) }),
  fc.record({ do: fc.constant('setStands'), site, stands: int(0, 4) }),
  fc.record({ do: fc.constant('setPads'), site, pads: int(0, 4) }),
  fc.record({ do: fc.constant('setParking'), site: fc.constant('field'), places: int(0, 5) }),
  fc.record({ do: fc.constant('setFuelPoints'), site, points: optional(int(0, 2)) }),
  fc.record({ do: fc.constant('setSlots'), site, interval: optional(int(1, 90).map((n) => `${n} min`)) }),
  fc.record({ do: fc.constant('setWaitingArea'), site, people: people(60) }),
  fc.record({ do: fc.constant('setBeds'), site, beds: people(200) }),
  fc.record({ do: fc.constant('setOnward'), site, rate: int(0, 40).map((n) => `${n} people/h`) }),
  fc.record({ do: fc.constantFrom('closeRunway', 'openRunway'), site }),
  fc.record({ do: fc.constantFrom('closeRoad', 'openRoad'), road }),
  fc.record({ do: fc.constant('setTurnedBack'), road, share: int(0, 100).map((n) => `${n} %`) }),
  fc.record({ do: fc.constant('setDepartures'), factor: fc.constantFrom(0, 0.5, 3, 1000) }),
  fc.record({ do: fc.constant('setDepartures'), population, factor: fc.constantFrom(0, 2) }),
  fc.record({ do: fc.constant('setDepartures'), category, factor: fc.constantFrom(0, 2) }),
  fc.record({ do: fc.constant('setPriority'), population, priority: int(0, 3) }),
  fc.record({ do: fc.constant('setPriority'), category, priority: int(0, 3) }),
  fc.record({ do: fc.constant('addCrowd'), people: people(400) }),
  fc.record({ do: fc.constant('setCrowdArrivals'), rate: int(0, 90).map((n) => `${n} people/h`) }),
  fc.record({ do: fc.constant('setHostForces'), troops: int(0, 60) }),
  fc.record({
    do: fc.constantFrom('sendUnit', 'withdrawUnit'),
    unit: fc.constantFrom('guard', 'first', 'second', 'allied'),
  }),
  fc.record({ do: fc.constantFrom('addCraft', 'removeCraft'), fleet, count: int(1, 3) }),
  fc.record({
    do: fc.constant('assignFleet'),
    fleet,
    pickup: fc.uniqueArray(site, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    do: fc.constant('setDelivers'),
    fleet,
    delivers: fc.uniqueArray(site, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constantFrom('closeSite', 'openSite'), site }),
  fc.record({ do: fc.constant('setSorties'), fleet, sorties: int(0, 9) }),
  fc.record({
    do: fc.constant('setDepartureStatus'),
    status: fc.constantFrom('normal', 'authorized', 'ordered', 'suspended'),
  }),
  fc.record({ do: fc.constant('moveEmbassy') }),
  fc.record({ do: fc.constant('moveConsular'), officers: int(1, 4) }),
  fc.record({ do: fc.constant('addOfficers'), desk, officers: int(1, 3) }),
  fc.record({ do: fc.constantFrom('stopFlights', 'startFlights'), flights: optional(fc.constant('civil')) }),
  fc.record({ do: fc.constant('fall'), place }),
  fc.record({
    do: fc.constantFrom('beginIncident', 'endIncident'),
    incident: fc.constantFrom('raid', 'storm', 'rockets'),
  }),
];

/** One action of the vocabulary, with a delay now and then. */
const action: fc.Arbitrary<Written> = fc
  .tuple(fc.oneof(...ACTIONS), fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, minutes(0, 120)))
  .map(([each, after]) => (after === undefined ? each : { ...each, after }));

const timed: fc.Arbitrary<Written> = fc.tuple(hour, action).map(([at, each]) => ({ at, ...each }));

const CONDITIONS: readonly fc.Arbitrary<Written>[] = [
  fc.record({ fallen: place }),
  fc.record({ anyFallen: fc.uniqueArray(place, { minLength: 1 }) }),
  fc.record({ since: hour }),
  fc.record({ runwayClosed: fc.constant('field') }),
  fc.record({
    watch: fc.constantFrom('crowd', 'outside-gate', 'processing', 'waiting-area', 'beds-free', 'out'),
    above: int(0, 80),
  }),
  fc.record({
    watch: fc.constantFrom(
      'troops',
      'staged-troops',
      'staff-at-embassy',
      'beds-free',
      'people-inside',
      'out-today',
    ),
    below: int(0, 80),
  }),
  fc.record({ watch: fc.constant('beds-used'), of: site, above: int(0, 100).map((n) => `${n} %`) }),
  fc.record({ watch: fc.constant('craft-orbiting'), of: site, above: int(0, 2) }),
  fc.record({ watch: fc.constant('gate-queue'), gate, above: int(0, 60) }),
  fc.record({ watch: fc.constant('desk-queue'), desk, below: int(0, 30) }),
  fc.record({ incident: fc.constantFrom('raid', 'storm') }),
  fc.record({ before: hour, hours: fc.constantFrom(['6 h', '18 h'], ['20 h', '5 h']) }),
];
const condition: fc.Arbitrary<Written> = fc.oneof(
  ...CONDITIONS,
  fc
    .tuple(fc.oneof(...CONDITIONS), fc.oneof(...CONDITIONS), fc.constantFrom('any', 'all'))
    .map(([a, b, how]) => ({ [how]: [a, b] })),
);

const policies: fc.Arbitrary<Written> = fc
  .array(
    fc.record({
      when: condition,
      until: optional(condition),
      actions: fc.array(action, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  )
  .map((list) => Object.fromEntries(list.map((each, index) => [`policy-${index}`, each])));

const multiple = fc.constantFrom(0, 0.5, 1, 4);

const reacts: fc.Arbitrary<Written> = fc.record({
  gatesClosed: multiple,
  departures: multiple,
  seatsEmpty: optional(fc.record({ above: int(0, 100).map((n) => `${n} %`), factor: multiple })),
  outsideAbove: optional(fc.record({ people: people(30), factor: multiple })),
  over: minutes(15, 400),
  delay: minutes(0, 200),
});

const populationPlan: fc.Arbitrary<Written> = fc.record({
  nation: fc.constantFrom('US', 'UK'),
  people: fc.oneof(
    people(90),
    int(1, 60).map((n) => ({ uniform: [`${n} people`, `${n + 20} people`] })),
  ),
  partySize: fc.oneof(int(1, 9), fc.constant({ discrete: { 1: 3, 4: 2, 11: 1 } })),
  priority: int(1, 3),
  present: share(60),
  setsOut: fc.constantFrom('0 %/h', '5 %/h', '80 %/h', '100000 %/h'),
  notified: hour,
  byHour: optional(
    fc.array(fc.constantFrom(0, 1, 5), { minLength: 23, maxLength: 23 }).map((list) => [1, ...list]),
  ),
  lives: int(0, 100).map((n) => ({ street: `${n} %`, pass: `${100 - n} %` })),
  site: fc.constant('field'),
  consular: share(60),
  ticketed: share(70),
  partialPapers: share(50),
  ineligible: share(50),
  patience: optional(minutes(0, 600)),
  ticketPatience: optional(minutes(0, 600)),
  category: optional(category),
  medical: share(40),
  balks: optional(fc.record({ above: people(40), share: share(100) })),
  retries: optional(fc.record({ share: share(100), after: minutes(1, 400), times: int(1, 4) })),
  reacts: optional(reacts),
});

/** People who wait inside the compound when the run starts, and are carried to the field before they fly out. */
const AT_COMPOUND: Written = { site: 'compound', present: '100 %', ticketed: '0 %', lives: {} };

const staffPlan = (duty: string): fc.Arbitrary<Written> =>
  fc.record({
    function: fc.constant(duty),
    nation: fc.constantFrom('US', 'Other'),
    people: people(30),
    leaves: fc.constantFrom('authorized', 'ordered', 'suspended', 'never'),
    to: fc.constantFrom('out', 'airfield', 'home'),
    priority: int(1, 3),
  });

const embassy: fc.Arbitrary<Written> = fc.record({
  site: fc.constant('compound'),
  airfield: fc.constant('field'),
  desk,
  status: fc.constantFrom('normal', 'authorized', 'ordered', 'suspended'),
  road: fc.constant('embassy-road'),
  staff: fc.record({
    officers: staffPlan('consular'),
    others: staffPlan('other'),
    core: staffPlan('essential'),
    guards: staffPlan('guard'),
    drivers: staffPlan('local'),
  }),
  waves: fc.record({
    size: int(1, 20).map((n) => `${n} people`),
    interval: int(1, 300).map((n) => `${n} min`),
    movingInterval: int(1, 60).map((n) => `${n} min`),
    first: hour,
  }),
  consular: fc.record({
    time: minutes(0, 30),
    opens: fc.constant('8 h'),
    closes: fc.constantFrom('17 h', '24 h'),
  }),
  plan: fc.array(fc.record({ at: hour, people: people(60) }), { maxLength: 2 }).map(ordered),
  destruction: optional(
    fc.record({
      work: int(0, 200).map((n) => `${n} person-hours`),
      staff: fc.constantFrom(['core'], ['core', 'officers']),
      workers: int(1, 12).map((n) => `${n} people`),
      begins: hour,
    }),
  ),
});

const withdraw: fc.Arbitrary<unknown> = fc.record({
  from: optional(hour),
  serial: optional(int(1, 30)),
  interval: minutes(0, 90),
  order: int(1, 3),
  carriedBy: optional(fc.constantFrom(['bridge'], ['bridge', 'allied'])),
  seatsPerTroop: fc.constantFrom(1, 1.7, 3),
  boards: fc.constantFrom('first', 'last'),
});

const lifted = (nation: string, from: string): fc.Arbitrary<Written> =>
  fc.record({
    nation: fc.constant(nation),
    troops: int(0, 90),
    site: fc.constant('field'),
    from: fc.constant(from),
    ready: hour,
    delay: minutes(0, 300),
    serial: int(1, 40),
    interval: minutes(0, 120),
    priority: int(1, 3),
    withdraw: optional(withdraw),
  });

const task = (plan: Written): fc.Arbitrary<Written> =>
  fc.record({ troops: int(0, 40), priority: int(1, 5) }).map((each) => ({ ...each, site: 'field', ...plan }));

const force: fc.Arbitrary<Written> = fc.record({
  hostForces: int(0, 40),
  plan: fc.array(fc.record({ at: hour, troops: int(0, 90) }), { maxLength: 2 }).map(ordered),
  units: fc.record({
    guard: fc.record({
      nation: fc.constant('US'),
      troops: int(0, 60),
      site: fc.constant('field'),
      present: fc.boolean(),
      ready: hour,
      withdraw: optional(withdraw),
    }),
    first: lifted('US', 'haven'),
    second: lifted('US', 'haven'),
    // with whatever craft of theirs, to where those go
    allied: lifted('UK', 'far').map((unit) => ({
      ...unit,
      ...(unit.withdraw ? { withdraw: { ...unit.withdraw, carriedBy: undefined, to: 'far' } } : {}),
    })),
  }),
  tasks: fc.record({
    airfield: task({ runway: 'field' }),
    perimeter: task({ perimeter: true }),
    reserve: task({ perimeter: false }),
    entrance: task({ gates: ['north'] }).chain((plan) =>
      fc.option(int(1, 12), { nil: undefined }).map((troopsPerLane) => ({ ...plan, troopsPerLane })),
    ),
    lanes: task({ desks: ['desk', 'second'] }),
    escort: task({ fleets: ['convoy'] }),
  }),
});

const crowd: fc.Arbitrary<Written> = fc.record({
  site: fc.constant('field'),
  initial: people(300),
  arrivals: int(0, 90).map((n) => `${n} people/h`),
  stay: int(1, 900).map((n) => `${n} min`),
  heldPerTroop: int(0, 9),
  clearedPerTroop: int(0, 5),
  reopenBelow: int(0, 100).map((n) => `${n} %`),
  clearing: minutes(0, 200),
  haltsGates: fc.boolean(),
  slowsSearch: fc.constantFrom(1, 2, 7),
  reacts: optional(fc.record({ gatesClosed: fc.constantFrom(0, 3), runwayClosed: fc.constantFrom(0.5, 2) })),
});

const threat: fc.Arbitrary<Written> = fc.record({
  pace: fc.oneof(fc.constant(1), fc.constant({ lognormal: { mean: 1, cv: 0.8 } })),
  spread: fc.oneof(fc.constant(1), fc.constant({ uniform: [0.5, 2] })),
  gap: minutes(0, 120),
  places: fc.record({
    east: fc.record({
      falls: hour,
      capital: fc.constant(false),
      actions: fc.array(action, { maxLength: 2 }),
    }),
    north: fc.record({
      falls: fc.constantFrom('2021-08-10T00:00', '5 h', '20 h'),
      actions: fc.array(action, { maxLength: 2 }),
    }),
    capital: fc.record({
      falls: hour,
      after: fc.constant(['east', 'north']),
      capital: fc.constant(true),
      actions: fc.array(action, { maxLength: 3 }),
    }),
  }),
});

const incidents: fc.Arbitrary<Written> = fc.record({
  raid: fc.record({
    perDay: fc.constantFrom(0, 1, 12),
    hours: optional(hours),
    lasts: minutes(0, 300),
    actions: fc.array(action, { minLength: 1, maxLength: 2 }),
    ending: fc.array(action, { maxLength: 2 }),
  }),
  storm: fc.record({
    between: fc.constantFrom(['2 h', '20 h'], ['0 h', '0 h']),
    chance: int(0, 100).map((n) => `${n} %`),
    lasts: minutes(0, 600),
    actions: fc.constant([{ do: 'closeRunway', site: 'field' }]),
    ending: fc.constant([{ do: 'openRunway', site: 'field' }]),
  }),
  rockets: fc.record({
    at: hour,
    every: optional(minutes(1, 900)),
    actions: fc.array(action, { minLength: 1, maxLength: 2 }),
  }),
});

const gates: fc.Arbitrary<Written> = fc.record({
  north: fc.record({
    site: fc.constant('field'),
    lanes: int(1, 3),
    search: minutes(0, 20),
    open: fc.boolean(),
    hours: optional(hours),
    meter: optional(rate(0)),
    officersFrom: optional(fc.constant('desk')),
    checksPapers: fc.boolean(),
  }),
  south: fc.record({
    site: fc.constant('field'),
    lanes: int(1, 2),
    search: minutes(0, 20),
    admits: fc.constant(['p1', 'p2']),
    officersFrom: fc.constant('desk'),
    officersPerLane: fc.constantFrom(0, 0.4, 1, 2),
  }),
});

const desks: fc.Arbitrary<Written> = fc.record({
  desk: fc.record({
    site: fc.constant('field'),
    officers: int(0, 5),
    time: minutes(0, 20),
    partialPapers: fc.constantFrom(1, 1.5, 3),
    step: fc.constant(2),
    hours: optional(hours),
  }),
  medical: fc.record({
    site: fc.constant('field'),
    officers: int(0, 2),
    time: minutes(0, 20),
    step: fc.constantFrom(1, 3),
    needs: optional(fc.constant('medical')),
    share: share(100),
    checksPapers: fc.boolean(),
  }),
  second: fc.record({
    site: fc.constant('field'),
    officers: int(0, 2),
    time: minutes(0, 20),
    step: fc.constantFrom(2, 4),
    serves: fc.constant(['p2']),
  }),
});

const flights: fc.Arbitrary<Written> = fc.record({
  civil: fc.record({
    site: fc.constant('field'),
    perDay: int(0, 9),
    firstHour: fc.constantFrom('0 h', '6 h'),
    lastHour: fc.constantFrom('6 h', '24 h'),
    seats: people(40),
    groundTime: minutes(0, 60),
    stands: int(1, 2),
    block: minutes(0, 200),
  }),
});

const roads: fc.Arbitrary<Written> = fc.record({
  street: fc.record({
    travel: minutes(0, 200),
    turnedBack: share(50),
    open: fc.boolean(),
    capacity: optional(rate(1)),
  }),
  pass: fc.record({ travel: minutes(0, 600), turnedBack: share(90) }),
  'embassy-road': fc.record({ travel: minutes(0, 60) }),
});

const tally: fc.Arbitrary<Written> = fc.record({
  counts: fc.array(
    fc.oneof(
      fc.record({ fleets: fc.uniqueArray(fleet, { minLength: 1 }), from: hour }),
      fc.record({ sites: fc.uniqueArray(site, { minLength: 1 }), from: hour }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
});

/** What was recorded of an operation: of each kind one, in and out of the run. */
const observations: fc.Arbitrary<Written> = fc
  .tuple(int(0, 90), fc.constantFrom('calibrate', 'hold-out', 'event', 'check'), int(0, WINDOW))
  .map(([value, use, from]) => {
    const band = { value, low: value - 1, high: value + 5, use };
    const over = { since: `${from} h`, at: `${from + 12} h` };
    return {
      level: { series: 'out', at: `${2 * from} h`, ...band },
      risen: { rise: 'out', per: 'tally-loads.press', ...over, ...band },
      still: { pause: 'tally.press', ...over, ...band },
      total: { measure: 'people-out', ...band },
    };
  });

const questions: fc.Arbitrary<Written> = fc.constant({
  all: { text: 'How many?', measure: 'people-out', unit: 'people' },
});

/** A whole operation. */
export const randomScenario: fc.Arbitrary<Written> = fc
  .record({
    start: fc.constantFrom('2021-08-13T12:00+04:30', '2024-02-29T00:00+00:00', '1970-01-01T23:59-05:00'),
    window: int(4, WINDOW).map((n) => `${WINDOW + n} h`),
    sample: fc.constantFrom('30 min', '37 min', '7 h'),
    sites,
    roads,
    gates,
    desks,
    craft,
    fleets,
    flights,
    populations: fc.record({
      // so that there is somebody of either category
      p1: populationPlan.map((plan) => ({ ...plan, category: 'citizens' })),
      p2: populationPlan.map((plan) => ({ ...plan, category: 'partners' })),
      p3: populationPlan,
      // who comes to a pier without gates
      walkers: populationPlan.map((plan) => ({ ...plan, site: 'pier', ticketed: '0 %' })),
      p4: populationPlan.map((plan) => ({ ...plan, ...AT_COMPOUND })),
    }),
    embassy,
    force,
    crowd: optional(crowd),
    threat,
    incidents,
    timeline: fc.array(timed, { maxLength: 8 }),
    policies,
    tallies: fc.record({ press: tally }),
    observations,
    questions,
    tail: fc.constantFrom('0 h', '9 h'),
  })
  .map((written) => ({
    airbridge: 1,
    title: 'Random',
    question: 'Does it hold?',
    routes: ROUTES,
    ...JSON.parse(JSON.stringify(written)),
  }));
