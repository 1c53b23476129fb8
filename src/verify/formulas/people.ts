import type { Case } from '../check.ts';
import { type Ran, runShuttle, runText, shuttleText } from './operation.ts';

/** People who come together wait for each other: (n - 1) / 2 services on average. */
const together: Case = {
  title: '40 people at once, one server of 100 an hour',
  source: 'D/D/1 with one batch: (n - 1) / 2 services',
  isCertain: true,
  expected: { 'mean wait at a reception desk, min': 11.7 },
  replicate: () => {
    const result = runShuttle({
      people: 40,
      seats: 100,
      aircraft: 1,
      leg: 2,
      ground: 1,
      turn: 1,
      window: 24,
      sample: 60,
      haven: ', reception: { desks: 1, time: 0.6 min }',
    });
    return {
      'mean wait at a reception desk, min': (result.measure('person-hours.reception') * 60) / 40 - 0.6,
    };
  },
};

/** People who move on in an hour and a load, by which a run in lumps may differ from a fluid. */
const LUMP = 62.5 + 25;

/** A haven fed by 25 people every 6 min, from which 62.5 move on every hour. */
const haven = (more: string): Ran =>
  runText(
    shuttleText({
      people: 40_000,
      partySize: 5,
      seats: 25,
      aircraft: 1,
      leg: 1 / 60,
      ground: 2 / 60,
      turn: 2 / 60,
      isContinuous: true,
      window: 100,
      sample: 6,
      more,
    }).replace('beds: 1000000 people', 'beds: 10000 people, onward: 1500 people/d'),
    'any',
  );

const STOP = `timeline:
  - { at: 60 h, do: removeCraft, fleet: transport, count: 1 }
  - { at: 67 h, do: addCraft, fleet: transport, count: 1 }
`;

/** 6,000 a day into 10,000 beds from which 1,500 a day move on. */
const fluid: readonly Case[] = [
  {
    title: '10,000 beds, 6,000 a day in, 1,500 a day out',
    source: 'fluid: beds / (in - out)',
    isCertain: true,
    expected: { 'hours until it is full': 53.333333 },
    // the lumps, at 187.5 people an hour
    step: LUMP / 187.5,
    replicate: () => ({
      'hours until it is full': haven('').hourOf('haven.haven', 10_000 - LUMP) + LUMP / 187.5,
    }),
  },
  {
    title: 'a stop of 7 hours at that haven',
    source: 'fluid: out × 7 h',
    isCertain: true,
    expected: { 'beds it frees': 437.5 },
    step: LUMP,
    replicate: () => {
      const stopped = haven(STOP);
      return { 'beds it frees': stopped.at('haven.haven', 60) - stopped.at('haven.haven', 67) };
    },
  },
];

/** Formulas for stations and havens, through the model. */
export const peopleCases: readonly Case[] = [together, ...fluid];
