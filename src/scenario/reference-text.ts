/** What the reference says in prose, before the tables that come from the schema. */
export const BASICS: string = `# Scenario files

<!-- Generated from the schema in src/scenario: UPDATE_DOCS=1 npx vitest run tests/scenario/reference.test.ts -->

A scenario is a YAML 1.2 file that asks one question. \`airbridge check FILE\` tells everything that is wrong with it, with
line and column; \`airbridge schema\` prints a JSON Schema for editors. Unknown keys, missing units and names that lead
nowhere are errors, never guesses.

YAML in one paragraph: \`key: value\` on a line of its own, entries of a mapping indented by two spaces (never tabs), lists
as lines that begin with \`-\`, or short forms \`{ key: value, key: value }\` and \`[a, b]\` on one line. In the short forms a
comma separates entries: write \`1089 nm\` there, and \`1,089 nm\` elsewhere if you like. \`#\` begins a comment. A text with
\`: \` or \` #\` in it needs quotes. Values may be shared by anchors (\`&name\`, \`*name\`); tags and merge keys are refused.

The smallest file that runs:

\`\`\`yaml
airbridge: 1
title: One aircraft
question: How many of 300 people does one aircraft with 100 seats bring out in 12 hours?
start: 2024-01-01T00:00+00:00
window: 12 h
sites:
  field: { stands: 1 }
  haven: { stands: 1, beds: 1000 people }
routes:
  bridge: { between: [field, haven], time: 2 h }
craft:
  transport: { seats: 100 people, groundTime: 1 h, turnTime: 1 h }
fleets:
  transport: { craft: transport, nation: Any, count: 1, base: haven, pickup: field }
populations:
  people: { nation: Any, people: 300 people, present: 100 %, site: field }
\`\`\`

## Quantities

Every quantity carries its unit, with or without a space before it. Counts and factors are plain numbers. Numbers may have
thousands commas (\`1,089\`), a fraction and an exponent (\`1.5e3\`). People and counts are whole.

{units}

Distances are nautical miles of 1.852 km exactly; statute miles of 1.609344 km.

## Times

A point in time is local time to the minute, \`2021-08-15T18:00\`, or a duration after the start, \`36 h\`. Only \`start\` carries
an offset from UTC. Everything that is to happen must lie between the start and the end of \`window\` and \`tail\`; places may
have fallen before, and published values may lie anywhere. A time of day (\`opens\`, \`firstHour\` …) is a duration after
midnight: \`8 h\`, \`17.5 h\`.

## Random quantities

Where a table says *may be random*, a distribution may stand instead of one value. It is drawn once for a whole run; where
the table says *for each party*, sortie and so on, anew for each of them. (The
\`time\` of a route is one value a run; what differs from leg to leg is the \`variation\` of the craft.) Parameters carry the unit of the field.

| written | meaning |
| --- | --- |
| \`{ uniform: [4 min, 12 min] }\` | any value between the two, all alike |
| \`{ triangular: [30 min, 60 min, 135 min] }\` | least, most likely, most |
| \`{ normal: { mean: 1, sd: 0.05, min: 0.85, max: 1.15 } }\` | normal, cut off at \`min\` and \`max\`; they may be left out where the field has no such bound |
| \`{ lognormal: { mean: 4 min, cv: 0.6 } }\` | lognormal by its mean and coefficient of variation (sd / mean, a plain number) |
| \`{ exponential: { mean: 5 min } }\` | exponential |
| \`{ gamma: { mean: 60 min, cv: 0.4 } }\` | gamma by mean and coefficient of variation |
| \`{ erlang: { mean: 60 min, k: 4 } }\` | sum of \`k\` exponential stages |
| \`{ poisson: { mean: 3 } }\` | Poisson, for counts, people and factors |
| \`{ discrete: { 1: 20 %, 2: 30 %, 4: 50 % } }\` | value: probability (sum 100 %), or value: weight as plain numbers |
| \`{ empirical: [1, 2, 2, 5] }\` | one of the observed values, each as likely |

Bounds hold for every value that a distribution with ends can give, and for the mean of one without. Where a field has an
upper bound, a distribution without an upper end is refused.

## Sources

Every mapping may say where its numbers come from. What it says covers every number below it that has nothing nearer of
its own.

| key | meaning |
| --- | --- |
| \`source\` | text: where the number was published |
| \`assumed\` | text: the reason why it was chosen, if nobody published it |
| \`grade\` | \`observed\`, \`estimate\` or \`assumed\`; when left out: observed for a source, assumed for an assumption, estimate for both |
| \`note\` | text: anything else |

A single value, time, list or distribution is wrapped as \`value\`; beside a distribution the annotation may also stand in
its own mapping:

\`\`\`yaml
travel: { value: 75 min, source: P95, grade: estimate }
search: { lognormal: { mean: 4 min, cv: 0.6 }, assumed: "because lanes were improvised" }
\`\`\`

The report prints the *ledger*: every number with its source, the defaults that were left as they are, and those of which
nobody says where they come from. A source vouches only for numbers of the text in which it stands: what a variant or an
extending file changes needs its own.
`;

export const PATTERNS: string = `## How an operation is said

What moves people is a *craft*, whether it flies, drives or sails; a *fleet* goes from its base to a pickup, to where it delivers,
and home. *Out* are people on a craft that has left for a site with \`beds\` (a haven), *safe* those who have got there. People who
are only carried nearer, to a site without beds, are not out yet: the next fleet picks them up there.

| to say | write |
| --- | --- |
| helicopters, buses, boats, ships | a craft with \`lands: pad\`; berths, spots and bays are \`pads\`. Where buses and ships share a site but not its places, or ships need \`slots\`, ships have \`lands: stand\`: at a site without \`runway\` a stand is a berth. How long a ship can lie off is its \`orbit\` |
| a passage in stages (bus to a port, boat to a ship) | a site without beds at each change; one fleet for each stage; the ship has its base in safety and its pickup where the boats set down |
| a convoy | a fleet with the \`road\` that incidents and orders close, and buses based where they are safe; a task of the force escorts it |
| a flag or a nationality that a fleet takes | \`carries\`; \`nation\` alone concerns troops |
| people who go on from a haven | \`onward\`, or a fleet with its pickup at the haven and its base at another |
| daylight, office hours, a curfew, a safe window | \`visual\`, \`operates\`, \`hours\` of gates, desks and fleets. Craft come when a site opens, all at once: \`slots\` spread them |
| a tide, a patrol that comes by | an incident with \`at\` and \`every\`, which sets the pads and in its \`ending\` sets them back |
| raids by day | an incident with \`perDay\` and \`hours\`; what it costs are its actions: \`closeSite\`, \`removeCraft\`, fewer pads or lanes |
| a landing zone under fire, then used again | \`closeSite\` in \`actions\`, \`openSite\` in \`ending\`; incidents that overlap keep it closed until the last is over |
| a ship that comes closer | two sites, and a fleet at each with its \`available\`, \`until\` or \`sorties\` |
| fuel on the way in | a base where they refuel; fuel on the way out is \`refuelAt\`, fuel in the air only time in the route |
| a force that leaves last | \`withdraw\` without \`from\`, and a policy \`when: { watch: people-inside, of: …, below: 1 }\` that orders \`withdrawUnit\`. People aboard are not inside any more while their craft still loads; troops called forward hold nothing: \`interval\` between serials keeps a rear guard; \`since\` waits for the first to come |

Craft and people who are lost on the way cannot be said: an incident takes craft when they are next at their base.

\`\`\`yaml
airbridge: 1
title: A passage in two stages
question: How many of 3,000 people are away from the beach in a day?
start: 2024-06-01T00:00+00:00
window: 24 h
assumed: an example
sites:
  beach: { title: The beach, pads: 12 }
  anchorage: { title: The anchorage }
  harbour: { title: The harbour, beds: 5000 people }
routes:
  surf: { between: [beach, anchorage], distance: 1 nm }
  strait: { between: [anchorage, harbour], distance: 40 nm }
craft:
  boat: { lands: pad, seats: 25 people, speed: 6 kt, groundTime: 20 min, turnTime: 15 min, night: 1.5, orbit: 12 h }
  ship: { lands: pad, seats: 400 people, speed: 16 kt, overhead: 30 min, groundTime: 1 h, turnTime: 2 h }
fleets:
  boats: { title: Boats, craft: boat, nation: Any, count: 12, base: anchorage, pickup: beach, launch: on-demand }
  ships: { title: Ships, craft: ship, nation: Any, count: 2, base: harbour, pickup: anchorage, load: full, fillTime: 3 h }
populations:
  people: { nation: Any, people: 3000 people, partySize: { empirical: [1, 2, 4] }, present: 100 %, site: beach }
incidents:
  ebb:
    title: The tide is out
    at: 3 h
    every: 12.42 h
    lasts: 3 h
    actions: [{ do: setPads, site: beach, pads: 2 }]
    ending: [{ do: setPads, site: beach, pads: 12 }]
  raid:
    title: A raid
    perDay: 2
    hours: [5 h, 21 h]
    lasts: { uniform: [30 min, 2 h] }
    actions: [{ do: closeSite, site: beach }, { do: removeCraft, fleet: boats, count: 1 }]
    ending: [{ do: openSite, site: beach }]
\`\`\`
`;

export const CHANGES: string = `## Changing a scenario

\`extends\`, \`variants\` and \`--set\` are all the same: a patch. Mappings are merged key by key; lists, quantities and single
values are replaced whole; \`null\` removes a key. They are applied in this order: the file that is extended, the file
itself, one variant, the settings.

\`\`\`yaml
extends: kabul-48h.yaml          # relative to this file; in its folder or below
title: Kabul, with more beds
sites:
  al-udeid: { beds: 20000 people }
crowd: null                      # no crowd in this file
variants:
  late:
    title: Two days late
    force: { units: { army: { ready: 60 h } } }
\`\`\`

- A variant is named on the command line as \`FILE#late\`. Its \`title\` becomes the title of the run. The variants of a file
  that is extended stay with that file.
- \`--set force.units.army.ready=60h\` changes one value; the path is written with dots, the value as YAML.
  \`--set crowd=null\` removes. The ledger says of such numbers that they were set on the command line.
- \`check\` looks into every variant, and says of a problem with which it comes.
`;

export const RULES: string = `## What must fit together

- Every name that is used stands in its section; no list names anything twice.
- Every leg of a fleet has a route, with \`time\`, or with \`distance\` where the craft has a \`speed\`: from the base to each
  pickup, from each pickup to each site it \`delivers\` to, and from there back to the base. Two sites have one route at most.
- From each pickup to \`alternate\` and from there to the base, from each pickup to \`refuelAt\` and on to where it delivers, there are
  routes too. \`crews\` need \`crewDuty\` of the craft, \`refuelAt\` its \`range\`; with a \`range\` its routes have a \`distance\`, none longer
  but the one from a pickup without fuel that \`refuelAt\` divides.
- A craft fits on the stands, pads and parking of the sites it calls at: its \`footprint\` is no larger.
- A fleet sets people down elsewhere than where it picks them up; where the pickup is a haven, at another haven.
- The shares of \`lives\` sum to 100 %. A population whose people come by road needs them, and a gate of its site that admits
  it, unless all hold tickets; where its site has desks, one of them serves it. Tickets need \`flights\` from that site.
- \`partialPapers\` and \`ineligible\` of a population are at most 100 % together. \`consular\` needs an \`embassy\`.
- No name is both a population and a staff group.
- The embassy's desk stands at its airfield, which is not its compound; its doors open before they close.
- A unit is \`present\`, or says when it is \`ready\`, or where it comes \`from\`; then some fleet of its nation has its base there
  and its pickup at the unit's site. With \`withdraw\`, a fleet of its nation, or one of \`carriedBy\`, picks up at its site and goes to \`to\`. Gates and desks of a task are at the site of the task.
- An incident has \`at\`, \`perDay\` or \`between\`; \`between\` and \`hours\` may stand with \`perDay\`, \`every\` with \`at\`. \`ending\` needs
  \`lasts\`. What an incident does is done by its actions alone: what should be undone stands in \`ending\`.
- A fleet is sent by \`assignFleet\` and \`setDelivers\` only to where routes lead; \`setParking\` is for a site that states its \`parking\`; \`setPriority\`
  has a \`population\` or a \`category\` that some population has.
- Places do not wait for each other in a circle; one capital at most.
- \`watch\` of a condition has \`above\` or \`below\`.
- Each part of a tally has \`fleets\` or \`sites\`, and not both.
- An observation has \`series\` and \`at\`, or \`measure\`, and the scenario has a series or measure of that id (the glossary lists
  them); \`low\`, \`value\` and \`high\` are in rising order. One whose time lies outside the run is passed over.
`;

export const DECISIONS: string = `## Decisions files

\`run FILE --actions decisions.jsonl\` applies decisions on top of the scenario's own timeline. Each line is one JSON object:
an action and its time, as in the timeline.

\`\`\`json
{"at":"2021-08-14T18:00","do":"openGate","gate":"north","by":"player"}
{"at":"36 h","do":"setBeds","site":"haven","beds":"3,500 people"}
\`\`\`

\`--fork-at 36h --branch 1\` leaves the future of the run at that time: what happened before stays the same to the last byte, and from
then on luck is that of branch 1, another for each text. Without \`--branch\` a fork is the same future.

## Limits

A file has at most 5 million characters, 200,000 values once aliases are followed, and 60 levels; at most 20 files extend
each other. A scenario holds at most 12 million people, 10,000 craft, 10,000 flights a day, 100,000 samples of a series, and
lasts at most 366 days.
`;
