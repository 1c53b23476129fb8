/**
 * A small whole scenario in which every section has an entry: the reference takes its examples from it, and
 * tests change it line by line. The places are those of the shipped scenarios; the numbers are round.
 */
export const EXAMPLE: string = `airbridge: 1
title: Small
question: Does everyone get out?
start: 2021-08-13T12:00+04:30
zone: Kabul time
window: { value: 48 h, assumed: as asked }
tail: { value: 24 h, assumed: as asked }
sample: { value: 30 min, assumed: fine enough to draw }

sites:
  hkia:
    title: The airfield
    source: P1
    runway: { separation: 3 min }
    stands: 4
    processingRoom: 2,000 people
    waitingArea: 1,500 people
  compound: { stands: 2, assumed: two landing spots }
  haven:
    assumed: for the test
    beds: { triangular: [2000 people, 3000 people, 5000 people] }
    reception: { desks: 4, time: { lognormal: { mean: 6 min, cv: 0.5 } } }
    onward: 20 people/h

routes:
  air: { between: [haven, hkia], distance: 1089 nm, source: P2 }
  hop: { between: [hkia, compound], time: 5 min, source: P3 }

roads:
  north-road:
    travel: { gamma: { mean: 60 min, cv: 0.4 }, assumed: city traffic }
    turnedBack: { value: 5 %, source: P4, grade: estimate, note: later days }
    capacity: { value: 900 people/h, assumed: for the test }

gates:
  north: { site: hkia, lanes: 3, search: { exponential: { mean: 4 min } }, admits: [us, uk], source: P5 }
  east:
    assumed: for the test
    site: hkia
    lanes: 2
    search: 5 min
    admits: [us]
    hours: [6 h, 18 h]
    meter: 60 people/h
    officersFrom: consuls
    officersPerLane: 0.5

desks:
  consuls: { site: hkia, officers: 4, time: 8 min, partialPapers: 2, serves: [us, uk], source: P6 }
  clinic: { site: hkia, officers: 1, time: 15 min, step: 2, needs: medical, serves: [us], checksPapers: false, assumed: test }

craft:
  c17:
    source: P7
    seats: { discrete: { 300 people: 60 %, 450 people: 40 % } }
    speed: 430 kt
    overhead: 20 min
    variation: { normal: { mean: 1, sd: 0.05, min: 0.85, max: 1.15 } }
    groundTime: { uniform: [60 min, 90 min] }
    turnTime: 2 h
  helicopter: { seats: 20 people, groundTime: 5 min, turnTime: 5 min, assumed: for the test }

fleets:
  airlift:
    assumed: for the test
    craft: c17
    nation: US
    count: 6
    base: haven
    pickup: hkia
    available: 3 h
    interval: 45 min
  shuttle: { craft: helicopter, nation: US, count: 2, base: hkia, pickup: compound, carries: [consular], assumed: test }

flights:
  civil: { site: hkia, perDay: 6, seats: 100 people, block: 3 h, source: P8 }

populations:
  us:
    source: P9
    nation: US
    people: { erlang: { mean: 900 people, k: 4 } }
    partySize: { empirical: [1, 2, 4] }
    setsOut: 2 %/h
    lives: { north-road: 100 % }
    site: hkia
    ticketed: 10 %
    patience: 12 h
  uk:
    assumed: for the test
    nation: UK
    people: 400 people
    category: nationals
    medical: 2 %
    balks: { above: 4000 people, share: 50 % }
    retries: { share: 60 %, after: { uniform: [6 h, 24 h] }, times: 3 }
    reacts: { gatesClosed: 0.5, departures: 1.5, outsideAbove: { people: 3000 people, factor: 0.7 }, delay: 2 h }
    setsOut: { triangular: [1 %/h, 2 %/h, 4 %/h] }
    byHour: [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]
    lives: { north-road: 100 % }
    site: hkia

embassy:
  source: P10
  site: compound
  airfield: hkia
  desk: consuls
  staff:
    consular: { function: consular, nation: US, people: 40 people, leaves: ordered, to: airfield }
    others: { function: other, nation: US, people: 200 people, leaves: authorized }
  waves: { size: 40 people, interval: 1 h, first: 2021-08-13T18:00 }
  consular: { time: 20 min, opens: 8 h, closes: 17 h }
  road: north-road
  destruction: { work: 300 person-hours, staff: [others], workers: 30 people, begins: 2 h }
  plan: [{ at: 36 h, people: 100 people }]

force:
  source: P11
  units:
    marines: { nation: US, troops: 650, site: hkia, present: true }
    army:
      nation: US
      troops: 1000
      site: hkia
      from: haven
      ready: 12 h
      serial: 100
      withdraw: { from: 60 h, interval: 1 h, order: 2, carriedBy: [airlift], seatsPerTroop: 1.5, boards: last }
  tasks:
    perimeter: { site: hkia, troops: 200, priority: 1, perimeter: true }
    north-gate: { site: hkia, troops: 50, troopsPerLane: 10, priority: 2, gates: [north] }
  plan: [{ at: 2021-08-14T12:00, troops: 1500 }]

crowd: { site: hkia, arrivals: { exponential: { mean: 30 people/h } }, assumed: for the test }

threat:
  source: P12
  pace: 1
  places:
    herat: { falls: 2021-08-12T20:00 }
    jalalabad: { falls: 2021-08-15T06:00 }
    kabul:
      falls: 2021-08-15T14:30
      after: [jalalabad]
      capital: true
      actions: [{ do: stopFlights }, { do: addCrowd, people: 5000 people, after: 2 h }]

incidents:
  rockets:
    title: Rockets on the airfield
    perDay: 0.5
    between: [24 h, 48 h]
    lasts: { uniform: [1 h, 3 h] }
    actions: [{ do: closeRunway, site: hkia }]
    ending: [{ do: openRunway, site: hkia }]
    assumed: for the test
  attack:
    between: [2021-08-14T12:00, 2021-08-15T12:00]
    chance: 30 %
    lasts: 4 h
    actions: [{ do: setLanes, gate: north, lanes: 1 }]
    ending: [{ do: setLanes, gate: north, lanes: 3, after: 1 h }]
    assumed: for the test

timeline:
  - { at: 6 h, do: openGate, gate: north, source: P13 }
  - { at: 2021-08-14T18:00, do: setBeds, site: haven, beds: 3500 people, source: P14 }

policies:
  close-when-full:
    assumed: for the test
    when: { watch: crowd, above: 2000, all: [{ since: 12 h }, { anyFallen: [jalalabad, kabul] }] }
    until: { watch: crowd, below: 500 }
    actions: [{ do: closeGate, gate: north }]
  more-officers:
    assumed: for the test
    when: { any: [{ watch: desk-queue, desk: consuls, above: 300 }, { incident: attack }], hours: [6 h, 20 h] }
    until: { watch: desk-queue, desk: consuls, below: 50 }
    actions: [{ do: addOfficers, desk: consuls, officers: 2, by: embassy }]

tallies:
  as-published: { title: As the press counted, counts: [{ fleets: [airlift], from: 12 h }], source: P15 }

questions:
  out: { text: How many people will be out?, measure: people-out, unit: people }

observations:
  troops: { series: troops, at: 48 h, value: 3000, low: 2500, high: 3500, source: P15 }
  all-told: { measure: people-out, value: 900, low: 800, high: 1000, use: hold-out, source: P15 }

variants:
  late:
    title: Two days late
    force: { units: { army: { ready: 60 h, assumed: as asked } } }
  no-crowd: { crowd: null }
`;
