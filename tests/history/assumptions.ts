import { formatNumber } from '../../src/analysis/index.ts';

/** One end of what an assumption could be: in words, and as settings of the command line. */
export interface End {
  readonly text: string;
  readonly set: readonly string[];
}

/** What kabul-airlift takes for granted, and what else it could be. */
export interface Assumption {
  readonly what: string;
  /** as it stands in the file */
  readonly base: string;
  readonly low: End;
  readonly high: End;
  /** where the number in the file is from */
  readonly from: string;
}

const at = (paths: readonly string[], value: string): readonly string[] =>
  paths.map((path) => `${path}=${value}`);

const GATES = ['north', 'east', 'abbey', 'glory', 'baron', 'embassies'].map((gate) => `gates.${gate}.search`);
const search = (minutes: number): End => ({
  text: `${minutes} min`,
  set: at(GATES, `{ lognormal: { mean: ${minutes} min, cv: 0.6 } }`),
});

const PEOPLE = [
  'us-nationals',
  'us-partners',
  'uk-nationals',
  'uk-partners',
  'german-charges',
  'allied-charges',
  'at-risk',
];
const ofPeople = (key: string, text: string, value: string = text): End => ({
  text,
  set: at(
    PEOPLE.map((id) => `populations.${id}.${key}`),
    value,
  ),
});

const people = (id: string, low: number, high: number): Pick<Assumption, 'low' | 'high'> => ({
  low: { text: formatNumber(low), set: [`populations.${id}.people=${low} people`] },
  high: { text: formatNumber(high), set: [`populations.${id}.people=${high} people`] },
});

/** Sums of the 10 % and of the 90 % quantiles. */
const OTHERS: readonly (readonly [string, number, number])[] = [
  ['uk-nationals', 3724, 4276],
  ['uk-partners', 4000, 6775],
  ['german-charges', 6871, 10_817],
  ['allied-charges', 8898, 16_653],
];

/** An order of our own, a minute after those of the file at that hour. */
const order = (since: string, ...actions: readonly string[]): readonly string[] => [
  `policies.instead={ when: { since: ${since} }, actions: [${actions.map((one) => `{ do: ${one} }`).join(', ')}] }`,
];

const lanes = (gate: string, since: string, number: number): End => ({
  text: String(number),
  set: order(since, `setLanes, gate: ${gate}, lanes: ${number}`),
});

const beds = (site: string, number: number): End => ({
  text: formatNumber(number),
  set: order('2021-08-23T00:01', `setBeds, site: ${site}, beds: ${number} people`),
});

const officers = (number: number): End => ({
  text: String(number),
  set: order('2021-08-19T12:01', `setOfficers, desk: us-desk, officers: ${number}`),
});

/** Gates close at this many people inside, and open again at 85 % of it, as in the file. */
const metering = (number: number): End => {
  const again = Math.round(0.85 * number);
  return {
    text: formatNumber(number),
    set: [
      `policies.meter-the-gates={ when: { watch: waiting-area, of: hkia, above: ${number} }, until: { watch: waiting-area, of: hkia, below: ${again} } }`,
      `policies.open-up-again={ when: { watch: waiting-area, of: hkia, below: ${again} }, until: { watch: waiting-area, of: hkia, above: ${number} } }`,
    ],
  };
};

const DEPARTURES: readonly (readonly [string, string, string])[] = [
  ['army-1-194', '2021-08-23T00:00', '2021-08-24T12:00'],
  ['marines-2-1', '2021-08-26T12:00', '2021-08-28T00:00'],
  ['marines-1-8', '2021-08-26T18:00', '2021-08-28T06:00'],
  ['brigade', '2021-08-28T00:00', '2021-08-29T12:00'],
];
const withdraw = (text: string, end: 1 | 2): End => ({
  text,
  set: DEPARTURES.map((unit) => `force.units.${unit[0]}.withdraw.from=${unit[end]}`),
});

const split = (kabul: number): End => {
  const more = kabul - 24;
  const [to, from] = more > 0 ? ['us-c-17', 'onward-c-17'] : ['onward-c-17', 'us-c-17'];
  const count = Math.abs(more);
  return {
    text: `${kabul} and ${60 - kabul}`,
    set: order(
      '2021-08-23T00:01',
      `removeCraft, fleet: ${from}, count: ${count}`,
      `addCraft, fleet: ${to}, count: ${count}`,
    ),
  };
};

/** A quarter up and down, each haven that has a rate by itself. */
const ONWARD: readonly (readonly [string, number])[] = [
  ['al-udeid', 500],
  ['us-gulf', 1500],
  ['rota-sigonella', 1000],
  ['al-minhad', 3000],
  ['tashkent', 2000],
  ['gulf', 6000],
];
const onward = (text: string, factor: number): End => ({
  text,
  set: ONWARD.map(([site, rate]) => `sites.${site}.onward=${rate * factor} people/d`),
});

const seats = (text: string, [low, most, high]: readonly [number, number, number]): End => ({
  text,
  set: [`craft.c-17.seats={ triangular: [${low} people, ${most} people, ${high} people] }`],
});

/**
 * Assumptions of kabul-airlift that may move its total: those that a screening of all its uncertain numbers left, and choices that are no
 * number of their own. Quantiles are those of what is drawn once a run.
 */
export const ASSUMPTIONS: readonly Assumption[] = [
  {
    what: 'US partners and families',
    base: '22,000 to 80,000',
    ...people('us-partners', 36_349, 68_576),
    from: 'estimate, P13 and the President, 18 August; 10 % and 90 % quantiles',
  },
  {
    what: 'other Afghans who come uncalled',
    base: '20,000 to 150,000',
    ...people('at-risk', 42_804, 115_795),
    from: 'assumed; 10 % and 90 % quantiles',
  },
  {
    what: 'people of the UK, Germany and others',
    base: '17,500 to 44,500',
    low: { text: '23,493', set: OTHERS.map(([id, low]) => `populations.${id}.people=${low} people`) },
    high: { text: '38,521', set: OTHERS.map(([id, , high]) => `populations.${id}.people=${high} people`) },
    from: 'estimates and assumed; 10 % and 90 % quantiles of each',
  },
  {
    what: 'search of a party, at every gate',
    base: '4.6 min',
    low: search(3.5),
    high: search(6),
    from: 'calibrated on two figures of people inside (P18, P05)',
  },
  {
    what: 'who tries again after giving up',
    base: '80 %',
    low: ofPeople('retries.share', '50 %'),
    high: ofPeople('retries.share', '95 %'),
    from: 'assumed',
  },
  {
    what: 'patience outside the gates, mean',
    base: '36 and 48 h',
    low: ofPeople('patience', '24 h', '{ lognormal: { mean: 24 h, cv: 0.8 } }'),
    high: ofPeople('patience', '72 h', '{ lognormal: { mean: 72 h, cv: 0.8 } }'),
    from: 'assumed; people waited days (P104)',
  },
  {
    what: 'people inside at which gates are metered',
    base: '10,000',
    low: metering(7500),
    high: metering(15_000),
    from: 'estimate, P62 and P05',
  },
  {
    what: 'lanes of Abbey Gate after 22 August',
    base: '10',
    low: lanes('abbey', '2021-08-22T12:01', 4),
    high: lanes('abbey', '2021-08-22T12:01', 14),
    from: 'assumed: whether search teams moved with the crowd is not known',
  },
  {
    what: "lanes of the embassies' entrance after 21 August",
    base: '3',
    low: lanes('embassies', '2021-08-21T06:01', 2),
    high: lanes('embassies', '2021-08-21T06:01', 6),
    from: "calibrated on other nations' flights of 21 and 22 August",
  },
  {
    what: 'officers at the US desk from 19 August',
    base: '18',
    low: officers(12),
    high: officers(36),
    from: 'estimate, P103: 36 at the height, in two shifts',
  },
  {
    what: 'beds at Al Udeid after 23 August',
    base: '12,000',
    low: beds('al-udeid', 10_000),
    high: beds('al-udeid', 16_000),
    from: 'assumed: no growth was published by then',
  },
  {
    what: 'beds at US bases in the Gulf after 23 August',
    base: '8,000',
    low: beds('us-gulf', 4000),
    high: beds('us-gulf', 12_000),
    from: 'assumed',
  },
  {
    what: 'people who move on from havens',
    base: 'as in the file',
    low: onward('a quarter less', 0.75),
    high: onward('a quarter more', 1.25),
    from: 'assumed; Al Udeid calibrated on 20 and 21 August',
  },
  {
    what: 'C-17 for Kabul and onward, of 60',
    base: '24 and 36',
    low: split(14),
    high: split(36),
    from: 'the 60 are P40, the split is assumed',
  },
  {
    what: 'seats of a floor-loaded C-17',
    base: '200, 350, 450',
    low: seats('a quarter less', [150, 262, 337]),
    high: seats('a quarter more', [250, 437, 562]),
    from: "estimate, P03: one day's mean load; ends assumed",
  },
  {
    what: 'when Marines and the brigade leave',
    base: '24 to 29 August',
    low: withdraw('a day earlier', 1),
    high: withdraw('half a day later', 2),
    from: 'estimate, P25, P31, P34',
  },
  {
    what: 'Afghans turned back after 24 August',
    base: '60 %',
    low: { text: '30 %', set: order('2021-08-24T20:01', 'setTurnedBack, road: streets, share: 30 %') },
    high: { text: '90 %', set: order('2021-08-24T20:01', 'setTurnedBack, road: streets, share: 90 %') },
    from: 'assumed: the ban was announced (P28, P66), its effect was not measured',
  },
  {
    what: 'airliners from Ramstein home',
    base: '9',
    low: { text: '4', set: ['fleets.airliners-home.count=4'] },
    high: { text: '14', set: ['fleets.airliners-home.count=14'] },
    from: 'estimate, P64: 18 in all, half assumed',
  },
];
