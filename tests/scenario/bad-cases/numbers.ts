import { type Case, one } from './case.ts';

export const QUANTITIES: readonly Case[] = [
  one('a duration without a unit', 'separation: 3 min', 'separation: ‹3›', [
    'missing-unit',
    'a duration such as `45 min` (units: s, min, h, d), found `3`; did you mean `3 min`?',
  ]),
  one('the unit of something else', 'separation: 3 min', 'separation: ‹3 nm›', [
    'wrong-unit',
    'but `nm` is the unit of a distance',
  ]),
  one('a misspelt unit', 'separation: 3 min', 'separation: ‹3 mins›', [
    'wrong-unit',
    'unknown unit `mins`; did you mean `min`?',
  ]),
  one('a count with a unit', 'stands: 4\n', 'stands: ‹4 stands›\n', [
    'wrong-unit',
    'without a unit, found `stands` after it',
  ]),
  one('a share without a percent sign', '10 %', '‹0.1›', ['missing-unit', 'did you mean `10 %`?']),
  one('people without a unit', 'people: 400 people', 'people: ‹400›', [
    'missing-unit',
    'did you mean `400 people`?',
  ]),
  one('a word for a number', 'lanes: 3', 'lanes: ‹three›', [
    'not-a-number',
    'needs a count such as 4, found `three`',
  ]),
  one('a unit without a number', 'time: 8 min', 'time: ‹min›', ['not-a-number', 'found `min`']),
  one('commas in the wrong place', '2,000 people\n', '‹20,00 people›\n', [
    'not-a-number',
    'commas only between thousands, as in 1,089',
  ]),
  one('a negative count', 'stands: 4\n', 'stands: ‹-4›\n', [
    'out-of-range',
    'must be at least 1, found `-4`',
  ]),
  one('a negative duration', 'time: 8 min', 'time: ‹-8 min›', ['out-of-range', 'must be at least 0 min']),
  one('a share above everything', '10 %', '‹110 %›', [
    'out-of-range',
    'must be at most 100 %, found `110 %`',
  ]),
  one('half a lane', 'lanes: 3', 'lanes: ‹2.5›', ['not-whole', 'must be a whole number, found `2.5`']),
  one('half a person', '400 people', '‹400.5 people›', ['not-whole', 'must be a whole number']),
  one('an hour after midnight', 'closes: 17 h', 'closes: ‹25 h›', ['out-of-range', 'must be at most 24 h']),
  one('a number too large to be meant', 'people: 400 people', 'people: ‹1e30 people›', [
    'out-of-range',
    'too large to be meant',
  ]),
  one('a number too large for any computer', 'lanes: 3', 'lanes: ‹1e999›', [
    'not-a-number',
    'found `Infinity`',
  ]),
  one('infinity', 'lanes: 3', 'lanes: ‹.inf›', ['not-a-number', 'found `Infinity`']),
  one('not a number', 'priority: 2', 'priority: ‹.nan›', [
    'not-a-number',
    'needs a plain number such as 1.5, found `NaN`',
  ]),
  one('a truth value for a number', 'lanes: 3', 'lanes: ‹true›', [
    'wrong-type',
    'needs a count such as 4, found `true`',
  ]),
  one('a list for a number', 'lanes: 3', 'lanes: ‹[3]›', ['wrong-type', 'found a list']),
  one('a distribution where none may stand', 'opens: 8 h', 'opens: ‹{ uniform: [7 h, 9 h] }›', [
    'wrong-type',
    'needs a duration such as `45 min` (units: s, min, h, d), found a mapping',
  ]),
  {
    title: 'a thousands comma inside braces',
    from: 'distance: 1089 nm',
    to: 'distance: ‹1›,‹089 nm›',
    problems: [
      ['missing-unit', 'needs a unit'],
      ['unknown-key', 'inside {…} a comma separates entries: write 1089 for 1,089'],
    ],
  },
];

export const DISTRIBUTIONS: readonly Case[] = [
  one('an unknown distribution', '{ exponential: { mean: 4 min } }', '{ ‹exponental›: { mean: 4 min } }', [
    'unknown-key',
    'unknown distribution `exponental`; did you mean `exponential`?',
  ]),
  one('no distribution', '{ exponential: { mean: 4 min } }', '‹{}›', [
    'empty',
    'or a distribution, found an empty mapping',
  ]),
  one(
    'two distributions',
    '{ exponential: { mean: 4 min } }',
    '‹{ exponential: { mean: 4 min }, uniform: [1 min, 2 min] }›',
    ['bad-distribution', 'needs one distribution, found exponential and uniform'],
  ),
  one('a mean without a unit', 'exponential: { mean: 4 min }', 'exponential: { mean: ‹4› }', [
    'missing-unit',
    'did you mean `4 min`?',
  ]),
  one('a missing parameter', 'erlang: { mean: 900 people, k: 4 }', 'erlang: ‹{ mean: 900 people }›', [
    'missing-key',
    '`erlang` needs { mean: …, k: … }: no `k`',
  ]),
  one(
    'an unknown parameter',
    'erlang: { mean: 900 people, k: 4 }',
    'erlang: { mean: 900 people, k: 4, ‹cv›: 1 }',
    ['unknown-key', 'unknown key `cv` in `erlang`'],
  ),
  one(
    'a wrong order',
    '[2000 people, 3000 people, 5000 people]',
    '‹[3000 people, 2000 people, 5000 people]›',
    ['bad-distribution', '[least, most likely, most] in rising order'],
  ),
  one('too few corners', '[2000 people, 3000 people, 5000 people]', '‹[2000 people, 5000 people]›', [
    'wrong-length',
    'needs [least, most likely, most], found 2 values',
  ]),
  one('an end out of bounds', 'uniform: [60 min, 90 min]', 'uniform: [‹-60 min›, 90 min]', [
    'out-of-range',
    'must be at least 0 min',
  ]),
  one('ends that are the same', 'uniform: [60 min, 90 min]', 'uniform: ‹[60 min, 60 min]›', [
    'bad-distribution',
    'with least below most',
  ]),
  one('a list for parameters', 'exponential: { mean: 4 min }', 'exponential: ‹[4 min]›', [
    'wrong-type',
    'needs { mean: … }, found a list',
  ]),
  one('a mean of nothing', 'exponential: { mean: 4 min }', 'exponential: { mean: ‹0 min› }', [
    'out-of-range',
    '`mean` must be above 0',
  ]),
  one('a negative variation', 'cv: 0.5', 'cv: ‹-0.5›', ['out-of-range', '`cv` must be above 0']),
  one('half a stage', 'k: 4', 'k: ‹1.5›', ['not-whole', 'must be a whole number, found `1.5`']),
  one(
    'probabilities that do not sum to one',
    '{ 300 people: 60 %, 450 people: 40 % }',
    '‹{ 300 people: 60 %, 450 people: 50 % }›',
    ['bad-probability', 'must sum to 100 %, these sum to 110 %'],
  ),
  one('an impossible probability', '450 people: 40 %', '450 people: ‹140 %›', [
    'bad-probability',
    'must be at most 100 %',
  ]),
  one('a negative weight', '{ 300 people: 60 %, 450 people: 40 % }', '{ 300 people: 2, 450 people: ‹-1› }', [
    'bad-probability',
    'must be at least 0',
  ]),
  one('a percentage among weights', '450 people: 40 %', '450 people: ‹4›', [
    'missing-unit',
    'weight of 450 people: needs a unit',
  ]),
  one('a value without a unit', '300 people: 60 %', '‹300›: 60 %', [
    'missing-unit',
    'found `300`; did you mean `300 people`?',
  ]),
  one('one value twice', '450 people: 40 %', '‹300.0 people›: 40 %', [
    'bad-distribution',
    'the value `300.0 people` stands twice',
  ]),
  one('no observed values', 'empirical: [1, 2, 4]', 'empirical: ‹[]›', ['empty', 'needs at least one value']),
  one('a family of nobody', 'empirical: [1, 2, 4]', 'empirical: [1, ‹0›, 4]', [
    'out-of-range',
    'must be at least 1, found `0`',
  ]),
  one(
    'a tail below nothing',
    'travel: { gamma: { mean: 60 min, cv: 0.4 }',
    'travel: { normal: ‹{ mean: 60 min, sd: 20 min }›',
    ['bad-distribution', 'needs `min`, because a normal quantity can fall below 0 min'],
  ),
  one('a share without an upper end', 'ticketed: 10 %', 'ticketed: { exponential: ‹{ mean: 10 % }› }', [
    'bad-distribution',
    '`exponential` has no upper end, but this must be at most 100 %',
  ]),
  one('a count of minutes', 'exponential: { mean: 4 min }', 'poisson: ‹{ mean: 4 min }›', [
    'bad-distribution',
    '`poisson` gives whole numbers, and this is a duration',
  ]),
];

export const TIMES: readonly Case[] = [
  one('a date that does not exist', 'at: 2021-08-14T18:00', 'at: ‹2021-02-30T18:00›', [
    'no-such-date',
    '2021-02 has 28 days',
  ]),
  one('a month that does not exist', 'at: 2021-08-14T18:00', 'at: ‹2021-13-01T18:00›', [
    'no-such-date',
    'there is no month 13',
  ]),
  one('an hour that does not exist', 'at: 2021-08-14T18:00', 'at: ‹2021-08-14T24:00›', [
    'bad-time',
    '00:00 to 23:59',
  ]),
  one('an offset on a local time', 'at: 2021-08-14T18:00', 'at: ‹2021-08-14T18:00+04:30›', [
    'bad-time',
    'without an offset (`start` states it)',
  ]),
  one('a date without a time of day', 'at: 2021-08-14T18:00', 'at: ‹2021-08-14›', [
    'bad-time',
    'needs local time as 2021-08-15T18:00',
  ]),
  one('a time to the second', 'at: 2021-08-14T18:00', 'at: ‹2021-08-14T18:00:30›', [
    'bad-time',
    'to the minute, as 2021-08-14T18:00',
  ]),
  one('a time in words', 'at: 2021-08-14T18:00', 'at: ‹tomorrow›', [
    'bad-time',
    'or a duration after the start as `36 h`, found `tomorrow`',
  ]),
  one('a bare number for a time', 'at: 6 h,', 'at: ‹6›,', ['wrong-type', 'as `36 h`, found `6`']),
  one('a start without an offset', 'start: 2021-08-13T12:00+04:30', 'start: ‹2021-08-13T12:00›', [
    'bad-time',
    'with its offset from UTC',
  ]),
  one('an offset that no place has', '2021-08-13T12:00+04:30', '‹2021-08-13T12:00+24:30›', [
    'bad-time',
    'offsets run from -14:00 to +14:00',
  ]),
  one('an action before the start', 'at: 6 h,', 'at: ‹2021-08-13T06:00›,', [
    'outside-window',
    'lies before the start: the run goes from 2021-08-13T12:00 to 2021-08-16T12:00',
  ]),
  one('an action after the end', 'at: 6 h,', 'at: ‹73 h›,', ['outside-window', 'lies after the end']),
  one('a fleet that comes too late', 'available: 3 h', 'available: ‹2021-08-17T00:00›', [
    'outside-window',
    'lies after the end',
  ]),
];
