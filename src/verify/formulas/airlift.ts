import type { Case } from '../check.ts';
import { type Ran, runShuttle, runText, type Shuttle } from './operation.ts';

const AFPAM = 'AFPAM 10-1403, formula 9.0, without its 0.85 for queueing';

/** Sorties a day past a number of stands that never stand empty. */
const sortiesPerDay = (stands: number, ground: number): number => {
  const result = runShuttle({
    people: 600_000,
    partySize: 400,
    seats: 400,
    aircraft: 40,
    stands,
    leg: 0.5,
    ground,
    turn: 0.5,
    isContinuous: true,
    window: 240,
    sample: 15,
  });
  // 216 hours hold a whole number of ground times of 1, 2.25 and 3 h
  return (result.at('out', 239.5) - result.at('out', 23.5)) / 400 / 9;
};

/** Airfield throughput: what leaves is MOG × operating hours / ground time, whatever flies. */
const throughput: readonly Case[] = [
  {
    title: '8 stands, 2.25 h each, 400 people a load',
    source: `${AFPAM}: MOG × hours / ground time`,
    isCertain: true,
    expected: { 'sorties a day': 85.333333, 'people a day': 34_133.333 },
    replicate: () => {
      const sorties = sortiesPerDay(8, 2.25);
      return { 'sorties a day': sorties, 'people a day': 400 * sorties };
    },
  },
  {
    title: 'stands for 90 sorties a day',
    source: `${AFPAM}: sorties × ground time / hours, rounded up`,
    isCertain: true,
    expected: { 'of 1 h each': 4, 'of 2.25 h each': 9 },
    replicate: () => {
      const least = (ground: number, candidates: readonly number[]): number =>
        candidates.find((stands) => sortiesPerDay(stands, ground) >= 90) ?? Number.NaN;
      return { 'of 1 h each': least(1, [3, 4, 5]), 'of 2.25 h each': least(2.25, [8, 9, 10]) };
    },
  },
];

/** A worked example that was broadcast: 88 flights, 66 hours. */
const published: Case = {
  title: '10,000 people, four A400M, 3 h a round trip',
  source: 'ZDF, August 2021: 10,000 / 114 seats, rounded up; 22 rounds of 3 h',
  isCertain: true,
  expected: { missions: 88, 'hours until all are safe': 66 },
  replicate: () => {
    const result = runShuttle({
      people: 10_000,
      seats: 114,
      aircraft: 4,
      leg: 1.5,
      ground: 0,
      turn: 0,
      window: 72,
      sample: 3,
    });
    return { missions: result.measure('sorties'), 'hours until all are safe': result.hourOf('safe', 10_000) };
  },
};

/** 400 seats, five aircraft at the haven, 3 h each way, 2.25 h on the ground at both ends. */
const FIVE: Shuttle = {
  people: 10_000,
  partySize: 8,
  seats: 400,
  aircraft: 5,
  leg: 3,
  ground: 2.25,
  turn: 2.25,
  window: 72,
  sample: 15,
};

const lastTouchdown = (stands: number): number => runShuttle({ ...FIVE, stands }).hourOf('safe', 10_000);

const airbridgeOfFive: readonly Case[] = [
  {
    title: '10,000 people, 5 aircraft of 400 seats, 3 h a leg, 2.25 h on the ground',
    source: 'missions = people / seats; time to arrival; cycle = flying + ground time; list schedule',
    isCertain: true,
    expected: {
      missions: 25,
      'time to arrival, h': 8.25,
      'cycle, h': 10.5,
      'last touchdown, 5 stands, h': 50.25,
      'last touchdown, 2 stands, h': 54.75,
      'last touchdown, 1 stand, h': 62.25,
    },
    replicate: () => {
      const result = runShuttle(FIVE);
      const alone = runShuttle({ ...FIVE, aircraft: 1 });
      return {
        missions: result.measure('sorties'),
        'time to arrival, h': result.hourOf('safe', 400),
        'cycle, h': alone.hourOf('safe', 800) - alone.hourOf('safe', 400),
        'last touchdown, 5 stands, h': lastTouchdown(5),
        'last touchdown, 2 stands, h': lastTouchdown(2),
        'last touchdown, 1 stand, h': lastTouchdown(1),
      };
    },
  },
  {
    title: '5 aircraft of 400 seats that never stop',
    source: 'fleet capability = aircraft × seats × 24 / cycle; implied UTE = flying hours a day and aircraft',
    isCertain: true,
    expected: { 'people a day': 4571.428571, 'flying hours a day and aircraft': 13.714286 },
    replicate: () => {
      const result = runShuttle({
        ...FIVE,
        people: 100_000,
        partySize: 400,
        isContinuous: true,
        window: 300,
      });
      // seven days are 16 cycles of 10.5 h
      const perDay = (result.at('out', 268) - result.at('out', 100)) / 7;
      return { 'people a day': perDay, 'flying hours a day and aircraft': (perDay / 400 / 5) * 6 };
    },
  },
];

/** A fleet that shares two stands, nothing random. */
const closedCycle: Case = {
  title: '8 h away, 1.5 h on one of 2 stands, nothing random',
  source: 'bound of a closed cycle, which is attained: min(N / (Z + S), c / S)',
  isCertain: true,
  expected: {
    '8 aircraft, sorties an hour': 0.842105,
    '12 aircraft': 1.263158,
    '13 aircraft': 1.333333,
    '20 aircraft': 1.333333,
  },
  replicate: () => {
    const perHour = (aircraft: number): number => {
      const result = runShuttle({
        people: 2000,
        seats: 1,
        aircraft,
        stands: 2,
        leg: 3,
        ground: 1.5,
        turn: 2,
        isContinuous: true,
        window: 400,
        sample: 60,
      });
      // 114 h are 12 cycles of 9.5 h
      return (result.at('out', 314) - result.at('out', 200)) / 114;
    };
    return {
      '8 aircraft, sorties an hour': perHour(8),
      '12 aircraft': perHour(12),
      '13 aircraft': perHour(13),
      '20 aircraft': perHour(20),
    };
  },
};

/** Minutes from take-off to landing of a craft that spends none on the ground. */
const blockTime = (craft: string, distance: string): Ran =>
  runText(
    `
airbridge: 1
title: One leg
question: How long does one leg take?
start: 2024-01-01T00:00+00:00
window: 24 h
sites: { field: { taxi: 0 min }, haven: { taxi: 0 min, beds: 1000 people } }
routes: { leg: { between: [field, haven], distance: ${distance} } }
craft: { transport: { seats: 100 people, groundTime: 0 min, turnTime: 0 min, ${craft} } }
fleets: { transport: { craft: transport, nation: Any, count: 1, base: haven, pickup: field, launch: on-demand } }
populations: { people: { nation: Any, people: 100 people, present: 100 %, site: field } }
`,
    'any',
  );

/** Block time = overhead + distance / speed, beside what was published or observed. */
const blockTimes: readonly Case[] = [
  {
    title: 'C-130J, 500 nm: t0 0.28 h, V 340 kt',
    source: 'AFPAM 10-1403 (2018), table 4: 286 kt block speed on 500 nm',
    isCertain: true,
    expected: { 'block speed, kt': 286 },
    // the table gives whole knots
    step: 0.5,
    replicate: () => {
      const minutes = blockTime('speed: 340 kt, overhead: 16.8 min', '500 nm').measure(
        'time-nearly-all-out.people',
      );
      return { 'block speed, kt': 500 / (minutes / 60) };
    },
  },
  {
    title: 'A400M, Kabul to Tashkent, 402 nm: t0 0.33 h, V 390 kt',
    source: 'two observed flights, August 2021: 80 and 82 min',
    isCertain: true,
    expected: { 'block time, min': 81 },
    // one minute either way holds both flights
    step: 1,
    replicate: () => ({
      'block time, min': blockTime('speed: 390 kt, overhead: 19.8 min', '402 nm').measure(
        'time-nearly-all-out.people',
      ),
    }),
  },
];

/** Formulas of airlift planning, through the model. */
export const airliftCases: readonly Case[] = [
  ...throughput,
  published,
  ...airbridgeOfFive,
  closedCycle,
  ...blockTimes,
];
