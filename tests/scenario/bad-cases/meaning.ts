import { type Case, one } from './case.ts';

const UK_SITE = ['site: hkia\n\nembassy', 'site: ‹hkia›\n\nembassy'] as const;

const US = 'lives: { north-road: 100 % }\n    site: hkia\n    ticketed: 10 %';

export const NAMES: readonly Case[] = [
  one('a dangling site', 'north: { site: hkia', 'north: { site: ‹hkai›', [
    'dangling-name',
    'there is no site `hkai`; did you mean `hkia`?',
  ]),
  one('a dangling population', 'admits: [us, uk]', 'admits: [us, uk, ‹fr›]', [
    'dangling-name',
    'there is no population `fr`; known: us, uk',
  ]),
  one('a dangling road', US, US.replace('north-road', '‹south-road›'), [
    'dangling-name',
    'no road `south-road`; did you mean `north-road`?',
  ]),
  one('a dangling place', 'after: [jalalabad]', 'after: [‹jalalabd›]', [
    'dangling-name',
    'there is no place `jalalabd`',
  ]),
  one('a dangling staff group', 'staff: [others]', 'staff: [‹guards›]', [
    'dangling-name',
    'there is no staff `guards`; known: consular, others',
  ]),
  one('a dangling load', 'carries: [consular]', 'carries: [‹consuls›]', [
    'dangling-name',
    'no population or staff group `consuls`; did you mean `consular`?',
  ]),
  one('a name of the language itself', 'north: { site: hkia', 'north: { site: ‹toString›', [
    'dangling-name',
    'there is no site `toString`',
  ]),
  one('a name that stands twice in a list', 'admits: [us, uk]', 'admits: [us, uk, ‹us›]', [
    'duplicate-name',
    '`us` stands twice in this list',
  ]),
  one('a key that stands twice', 'stands: 4\n', 'stands: 4\n    ‹stands›: 5\n', [
    'duplicate-key',
    '`stands` stands twice; the first is on line 15',
  ]),
  one('an entry that stands twice', '\ngates:\n', '  ‹north-road›: { travel: 1 h }\ngates:\n', [
    'duplicate-key',
    '`north-road` stands twice',
  ]),
  one('a prototype', 'roads:\n', '‹__proto__›: { stands: 5 }\nroads:\n', [
    'reserved-key',
    '`__proto__` cannot be a key',
  ]),
  one('a constructor', '  haven:\n', '  ‹constructor›: { stands: 5 }\n  haven:\n', [
    'reserved-key',
    '`constructor` cannot be a key',
  ]),
  one('a prototype inside a distribution', '450 people: 40 %', '450 people: 40 %, ‹"__proto__"›: 1', [
    'reserved-key',
    '`__proto__` cannot be a key',
  ]),
];

export const CONTRADICTIONS: readonly Case[] = [
  one('a condition of no hours', 'hours: [6 h, 20 h] }', 'hours: ‹[6 h, 6 h]› }', [
    'contradiction',
    'the hours begin and end at the same time of day',
  ]),
  one('people who board where they are safe', 'site: hkia\n\nembassy', 'site: ‹haven›\n\nembassy', [
    'contradiction',
    '`haven` has `beds`: whoever is there is safe already',
  ]),
  one('an embassy where everyone is safe', 'site: compound\n  airfield', 'site: ‹haven›\n  airfield', [
    'contradiction',
    '`haven` has `beds`: whoever is there is safe already, and nobody leaves',
  ]),
  one('a fleet without a route', 'base: hkia, pickup: compound', 'base: haven, pickup: ‹compound›', [
    'no-route',
    'there is no route between `haven` and `compound`: add it to `routes`',
  ]),
  one('a fleet that goes nowhere', 'base: hkia, pickup: compound', 'base: hkia, pickup: ‹hkia›', [
    'contradiction',
    'between two different sites',
  ]),
  one(
    'a fleet without a way to where it delivers',
    'pickup: compound',
    'pickup: compound, delivers: [hkia, ‹haven›]',
    ['no-route', 'there is no route between `compound` and `haven`: add it to `routes`'],
  ),
  one(
    'a fleet that sets people down where it picks them up',
    'pickup: compound',
    'pickup: ‹compound›, delivers: compound',
    ['contradiction', 'where it picks people up, it cannot set them down'],
  ),
  one(
    'people of a haven who are flown out of it',
    'base: hkia, pickup: compound',
    'base: ‹hkia›, pickup: haven',
    ['contradiction', '`hkia` has no `beds`: people of the haven `haven` go on only to another haven'],
    ['helicopter: { seats', 'helicopter: { speed: 100 kt, seats'],
  ),
  one(
    'a craft too large for a site',
    '  helicopter: { seats',
    '  helicopter: { footprint: 3, seats',
    ['contradiction', '`helicopter` takes 3 stands, and `compound` has 2'],
    ['pickup: compound', 'pickup: ‹compound›'],
  ),
  one(
    'a range without distances',
    '  helicopter: { seats',
    '  helicopter: { range: 300 nm, seats',
    ['missing-key', 'the route `hop` needs a `distance`: `helicopter` has a `range`'],
    ['pickup: compound', 'pickup: ‹compound›'],
  ),
  one(
    'a leg beyond the range',
    'speed: 430 kt',
    'speed: 430 kt\n    range: 900 nm',
    ['contradiction', 'the route `air` is 1089 nm long, and `c17` flies 900 nm at most'],
    ['    pickup: hkia\n', '    pickup: ‹hkia›\n'],
  ),
  one('an alternate out of reach', 'pickup: compound', 'pickup: compound, alternate: ‹haven›', [
    'no-route',
    'there is no route between `compound` and `haven`: add it to `routes`',
  ]),
  one(
    'an alternate at an unknown time',
    'craft: helicopter, nation: US, count: 2, base: hkia, pickup: compound',
    'craft: ‹helicopter›, nation: US, count: 2, base: hkia, pickup: compound, alternate: haven',
    ['missing-key', '`helicopter` has no `speed`, and the route `air` no `time`: state one of them'],
    ['routes:\n', 'routes:\n  far: { between: [haven, compound], time: 1 h }\n'],
  ),
  one('crews without duty', 'pickup: compound', 'pickup: compound, crews: ‹2›', [
    'missing-key',
    '`crews` needs `crewDuty` of the craft `helicopter`, which has none',
  ]),
  one('a stop for fuel without a range', 'pickup: compound', 'pickup: compound, refuelAt: ‹hkia›', [
    'missing-key',
    '`refuelAt` needs `range` of the craft `helicopter`, which has none',
  ]),
  one('a launch stop without beds', 'compound: { stands: 2', 'compound: { resumeBelow: ‹80 %›, stands: 2', [
    'missing-key',
    '`resumeBelow` needs `beds`',
  ]),
  one(
    'a site that never operates',
    'compound: { stands: 2',
    'compound: { operates: ‹[6 h, 6 h]›, stands: 2',
    ['contradiction', 'the hours begin and end at the same time of day'],
  ),
  one('hours without length', 'pickup: compound', 'pickup: compound, hours: ‹[6 h, 6 h]›', [
    'contradiction',
    'the hours begin and end at the same time of day',
  ]),
  one('a dangling site in a list', 'pickup: compound', 'pickup: [compound, ‹hkai›]', [
    'dangling-name',
    'there is no site `hkai`; did you mean `hkia`?',
  ]),
  one('a pickup that is no name', 'pickup: compound', 'pickup: ‹5›', [
    'wrong-type',
    'needs the name of one of the sites, or a list of them, found `5`',
  ]),
  one(
    'a craft without speed on a route without time',
    'hop: { between: [hkia, compound], time: 5 min',
    'hop: { between: [hkia, compound], distance: 3 nm',
    ['missing-key', '`helicopter` has no `speed`, and the route `hop` no `time`'],
    ['craft: helicopter', 'craft: ‹helicopter›'],
  ),
  one(
    'a route without length',
    'air: { between: [haven, hkia], distance: 1089 nm',
    '‹air›: { between: [haven, hkia]',
    ['missing-key', 'needs a `distance`, or a `time`'],
  ),
  one(
    'two routes between the same sites',
    'routes:\n',
    'routes:\n  first: { between: [hkia, haven], time: 1 h }\n',
    ['duplicate-name', '`first` joins haven and hkia already'],
    ['[haven, hkia]', '‹[haven, hkia]›'],
  ),
  one('shares of roads that do not sum to one', US, US.replace('lives', '‹lives›').replace('100 %', '90 %'), [
    'bad-probability',
    'the shares must sum to 100 %, these sum to 90 %',
  ]),
  one('more bad papers than people', 'ticketed: 10 %', 'partialPapers: 60 %\n    ineligible: ‹50 %›', [
    'bad-probability',
    'can reach 110 % together',
  ]),
  one(
    'a population without a gate',
    'admits: [us, uk]',
    'admits: [us]',
    ['contradiction', 'no gate of `hkia` admits `uk`'],
    UK_SITE,
  ),
  one(
    'a population without a desk',
    'serves: [us, uk]',
    'serves: [us]',
    ['contradiction', 'no desk of `hkia` serves `uk`'],
    UK_SITE,
  ),
  one(
    'tickets without flights',
    'flights:\n  civil: { site: hkia',
    'flights:\n  civil: { site: haven',
    ['contradiction', 'no commercial flights leave from `hkia`'],
    ['ticketed: 10 %', 'ticketed: ‹10 %›'],
  ),
  one(
    'places that wait for each other',
    'jalalabad: { falls: 2021-08-15T06:00 }',
    'jalalabad: { falls: 2021-08-15T06:00, after: ‹[kabul]› }',
    ['circular', 'jalalabad after kabul after jalalabad'],
  ),
  one(
    'a second capital',
    'herat: { falls: 2021-08-12T20:00 }',
    'herat: { falls: 2021-08-12T20:00, capital: true }',
    ['contradiction', '`herat` is the capital already'],
    ['capital: true\n', 'capital: ‹true›\n'],
  ),
  one(
    'a unit that is nowhere',
    'marines: { nation: US, troops: 650, site: hkia, present: true }',
    '‹marines›: { nation: US, troops: 650, site: hkia }',
    ['missing-key', 'needs `present: true`, or `ready`'],
  ),
  one(
    'a unit that nothing lifts',
    'army:\n      nation: US',
    'army:\n      nation: UK',
    ['contradiction', 'no fleet of `UK` flies from its base `haven` to `hkia`'],
    ['from: haven', 'from: ‹haven›'],
  ),
  one(
    'a desk far from the airfield',
    'airfield: hkia\n  desk: consuls',
    'airfield: haven\n  desk: ‹consuls›',
    ['contradiction', 'not at the embassy'],
  ),
  one('doors that close before they open', 'closes: 17 h', 'closes: ‹7 h›', [
    'contradiction',
    'must open before it closes',
  ]),
  one('a level without a limit', 'until: { watch: crowd, below: 500 }', 'until: { watch: ‹crowd› }', [
    'missing-key',
    '`watch` needs `above` or `below`',
  ]),
  one('a limit without a level', 'until: { watch: crowd, below: 500 }', 'until: { below: ‹500› }', [
    'missing-key',
    '`below` needs `watch`',
  ]),
  one('a condition of nothing', 'until: { watch: crowd, below: 500 }', '‹until›: {}', [
    'empty',
    'a condition needs at least one key',
  ]),
  one(
    'desks of one step that disagree on who needs it',
    'clinic: { site: hkia, officers: 1, time: 15 min, step: 2',
    '‹clinic›: { site: hkia, officers: 1, time: 15 min, step: 1',
    ['contradiction', '`consuls` is of the same step 1 of `hkia`: they must agree on `needs` and `share`'],
  ),
  one('a gate that opens when it closes', 'hours: [6 h, 18 h]', 'hours: ‹[6 h, 6 h]›', [
    'contradiction',
    'must close at another time than it opens',
  ]),
  one('officers from nowhere', 'officersFrom: consuls\n    officersPerLane: 0.5', 'officersPerLane: ‹0.5›', [
    'missing-key',
    '`officersPerLane` needs `officersFrom`',
  ]),
  one('officers of a desk elsewhere', 'officersFrom: consuls', 'officersFrom: ‹consul›', [
    'dangling-name',
    'there is no desk `consul`; did you mean `consuls`?',
  ]),
  one(
    'officers of a desk at another site',
    'clinic: { site: hkia',
    'clinic: { site: compound',
    ['contradiction', 'the desk `clinic` stands at `compound`, this gate leads into `hkia`'],
    ['officersFrom: consuls', 'officersFrom: ‹clinic›'],
  ),
  one('an observation out of its range', 'value: 3000, low', 'value: ‹4000›, low', [
    'contradiction',
    '`low`, `value` and `high` in rising order',
  ]),
  one('an observation of nothing', 'troops: { series: troops, at: 48 h, value', '‹troops›: { value', [
    'missing-key',
    'needs `series`, `rise`, `pause` or `measure`',
  ]),
  one('an observation of a series at no time', 'series: troops, at: 48 h', 'series: ‹troops›', [
    'missing-key',
    '`series` needs `at`',
  ]),
  one(
    'an observation of two things',
    '{ measure: people-out',
    '{ series: out, at: 1 h, ‹measure›: people-out',
    ['contradiction', 'not to both'],
  ),
  one('a time for a measure', '{ measure: people-out', '{ measure: people-out, at: ‹1 h›', [
    'contradiction',
    '`at` is for `series`',
  ]),
  one('a rise from no time', 'series: troops, at: 48 h', 'rise: ‹troops›, at: 48 h', [
    'missing-key',
    '`rise` needs `since`',
  ]),
  one('a rise that ends before it begins', 'series: troops, at', 'rise: troops, since: ‹48 h›, at', [
    'contradiction',
    'must lie before `at`',
  ]),
  one('a level since some time', 'series: troops, at', 'series: troops, since: ‹1 h›, at', [
    'contradiction',
    '`since` is for `rise` and `pause`',
  ]),
  one('a pause per something', 'series: troops, at', 'pause: troops, per: ‹out›, since: 1 h, at', [
    'contradiction',
    '`per` is for `rise`',
  ]),
  one(
    'a tally of fleets and sites',
    '[{ fleets: [airlift], from: 12 h }]',
    '[‹{ fleets: [airlift], sites: [hkia] }›]',
    ['contradiction', 'not both'],
  ),
  one('a tally of nobody', '[{ fleets: [airlift], from: 12 h }]', '[‹{ from: 12 h }›]', [
    'missing-key',
    'whose people it counts',
  ]),
  one('a use that does not exist', 'use: hold-out', 'use: ‹holdout›', ['unknown-choice', 'hold-out']),
  one(
    'an incident at no time',
    '    between: [2021-08-14T12:00, 2021-08-15T12:00]\n    chance',
    '    chance',
    ['missing-key', 'needs `at`, `perDay` or `between`'],
    ['  attack:\n', '  ‹attack›:\n'],
  ),
  one(
    'an incident at two times',
    '    chance: 30 %',
    '    chance: 30 %\n    at: 3 h',
    ['contradiction', '`between` is for one that has no `at`'],
    ['    between: [2021-08-14', '    ‹between›: [2021-08-14'],
  ),
  one('an incident between a later time and an earlier', '[24 h, 48 h]', '‹[48 h, 24 h]›', [
    'contradiction',
    'an earlier time, then a later one',
  ]),
  one('a chance of what is counted per day', 'perDay: 0.5', 'perDay: 0.5\n    ‹chance›: 20 %', [
    'contradiction',
    'how often it happens is `perDay`',
  ]),
  one(
    'the end of what does not last',
    '    lasts: 4 h\n',
    '',
    ['missing-key', '`ending` needs `lasts`'],
    ['    ending: [{ do: setLanes', '    ‹ending›: [{ do: setLanes'],
  ),
  one('a repetition without a first time', 'perDay: 0.5', 'perDay: 0.5\n    ‹every›: 12 h', [
    'missing-key',
    '`every` needs `at`: when it happens first',
  ]),
  one('hours of what happens once', '    chance: 30 %', '    chance: 30 %\n    ‹hours›: [6 h, 18 h]', [
    'missing-key',
    '`hours` needs `perDay`',
  ]),
  one(
    'a fleet sent where no route leads',
    '{ at: 6 h, do: openGate, gate: north, source: P13 }',
    '{ at: 6 h, do: assignFleet, fleet: airlift, pickup: ‹compound›, source: P13 }',
    ['no-route', 'no route between `haven` and `compound`'],
  ),
  one(
    'a fleet sent on where no route leads',
    '{ at: 6 h, do: openGate, gate: north, source: P13 }',
    '{ at: 6 h, do: setDelivers, fleet: shuttle, delivers: ‹haven›, source: P13 }',
    ['no-route', 'no route between `compound` and `haven`'],
  ),
  one(
    'parking that the site does not limit',
    '{ at: 6 h, do: openGate, gate: north, source: P13 }',
    '{ at: 6 h, do: setParking, site: ‹hkia›, places: 3, source: P13 }',
    ['contradiction', 'no `parking` to change'],
  ),
  one(
    'the priority of nobody',
    '{ at: 6 h, do: openGate, gate: north, source: P13 }',
    '‹{ at: 6 h, do: setPriority, priority: 3, source: P13 }›',
    ['missing-key', 'needs `population` or `category`'],
  ),
  one(
    'the priority of a category that nobody has',
    '{ at: 6 h, do: openGate, gate: north, source: P13 }',
    '{ at: 6 h, do: setPriority, category: ‹nationls›, priority: 3, source: P13 }',
    ['dangling-name', 'did you mean `nationals`'],
  ),
  one('the queue of no gate', 'watch: crowd, above: 2000', 'watch: ‹gate-queue›, above: 2000', [
    'missing-key',
    'needs `gate`: whose queue it is',
  ]),
  one(
    'the desk of another level',
    'watch: crowd, above: 2000',
    'watch: crowd, desk: ‹consuls›, above: 2000',
    ['contradiction', '`desk` is for `desk-queue`'],
  ),
  one(
    'beds used in per cent without the sign',
    'watch: crowd, above: 2000',
    'watch: beds-used, of: haven, above: ‹75›',
    ['out-of-range', '`beds-used` is a share, such as `75 %`'],
  ),
  one('an unknown incident', 'incident: attack', 'incident: ‹atack›', [
    'dangling-name',
    'did you mean `attack`',
  ]),
  one(
    'a unit that no craft takes out',
    'carriedBy: [airlift]',
    'to: compound',
    ['contradiction', 'nothing can lift this unit out'],
    ['      withdraw: {', '      ‹withdraw›: {'],
  ),
  one(
    'a unit whose craft pick up elsewhere',
    'carriedBy: [airlift]',
    'carriedBy: [shuttle]',
    ['contradiction', 'none of these fleets picks up at `hkia`'],
    ['      withdraw: {', '      ‹withdraw›: {'],
  ),
  one(
    'a task of no troops',
    'troops: 50, troopsPerLane: 10, priority: 2',
    'priority: 2',
    ['missing-key', 'needs `troops`, or `troopsPerLane`'],
    ['    north-gate: {', '    ‹north-gate›: {'],
  ),
  one('troops per lane without lanes', 'troops: 200, priority: 1', '‹troopsPerLane›: 20, priority: 1', [
    'missing-key',
    '`troopsPerLane` needs `gates`',
  ]),
  one(
    'more lanes and officers than a run can hold',
    'officers: 4, time: 8 min',
    'officers: ‹50001›, time: 8 min',
    ['out-of-range', 'at most 50,000 lanes, desks and officers'],
  ),
  one('incidents without end', 'perDay: 0.5', 'perDay: ‹1000000›', [
    'out-of-range',
    'at most 10,000 incidents a day',
  ]),
  one('more lanes than an order can open', 'gate: north, lanes: 1 }', 'gate: north, lanes: ‹100000000› }', [
    'out-of-range',
    'must be at most 10000',
  ]),
  one('more people than a computer holds', 'people: 400 people', 'people: ‹900,000,000 people›', [
    'out-of-range',
    'at most 12,000,000 people',
  ]),
  one('a run of ten years', 'window: { value: 48 h', 'window: { value: ‹366 d›', [
    'out-of-range',
    'at most 366 d together',
  ]),
  one(
    'a name for two groups',
    '    others: {',
    '    us: { function: other, nation: US, people: 1 people, leaves: ordered }\n    others: {',
    ['ambiguous-name', 'also a staff group'],
    ['  us:\n', '  ‹us›:\n'],
  ),
];
