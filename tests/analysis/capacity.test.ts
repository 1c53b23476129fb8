import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { waysOf } from '../../src/analysis/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

const wayOf = (name: string, ...set: readonly string[]) => {
  const [file = '', variant] = name.split('#');
  const path = `scenarios/${file}.yaml`;
  const [way] = waysOf(loadScenario(path, { read, variant, set }).scenario);
  const rate = (stage: string) => way?.stages.find((each) => each.stage === stage)?.peoplePerHour;
  return { rate, least: way?.least };
};

// Worked out by hand from the numbers in the heads of the files: seats / cycle, stands / ground time,
// beds / window + onward, lanes × family / search, officers × family / papers.
test.each([
  ['01-one-aircraft', 'fleet', 100 / 6],
  ['02-a-fleet-and-its-cycle', 'fleet', 300 / 6],
  ['02-a-fleet-and-its-cycle#six', 'fleet', 600 / 6],
  ['02-a-fleet-and-its-cycle#further-away', 'fleet', 300 / 12],
  ['02-a-fleet-and-its-cycle#published-example', 'fleet', (4 * 114) / 3],
  ['03-stands', 'stand', 2 * 100],
  ['03-stands#twelve-more-aircraft', 'stand', 2 * 100],
  ['03-stands#six-aircraft', 'fleet', 6 * (100 / 6)],
  ['03-stands#half-the-ground-time', 'fleet', 1800 / 5.5],
  ['04-a-haven-that-fills', 'haven', 1500 / 48 + 25],
  ['04-a-haven-that-fills#twice-the-beds', 'haven', 3000 / 48 + 25],
  ['04-a-haven-that-fills#all-move-on', 'fleet', 600 / 6],
  ['05-gates-and-processing', 'processing', (2 * 5 * 60) / 6],
  ['05-gates-and-processing#twice-the-officers', 'gate', (2 * 5 * 60) / 4],
  ['05-gates-and-processing#papers-missing', 'processing', (2 * 5 * 60) / 9],
] as const)('in %s the least is %s, with %f people an hour', (name, stage, expected) => {
  const { least } = wayOf(name);
  expect(least?.stage).toBe(stage);
  expect(least?.peoplePerHour).toBeCloseTo(expected, 9);
});

test('a runway allows one load in two movements, and makes the cycle and the time on the stand longer', () => {
  const { rate } = wayOf('01-one-aircraft', 'sites.field.runway.separation=3 min', 'sites.field.taxi=6 min');
  expect(rate('runway')).toBeCloseTo((100 * 60) / (2 * 3), 9);
  // Landing and take-off take 3 + 6 min each, and the stand is kept from before the landing.
  expect(rate('fleet')).toBeCloseTo((100 * 60) / (360 + 18), 9);
  expect(rate('stand')).toBeCloseTo((100 * 60) / (60 + 9), 9);
});

test('fuel costs seats where it is carried for the way out, and time where it is taken', () => {
  const far = (...more: string[]) =>
    wayOf(
      '01-one-aircraft',
      'craft.transport.speed=300 kt',
      'craft.transport.range=600 nm',
      'craft.transport.refuelTime=30 min',
      'routes.bridge={ between: [field, haven], distance: 600 nm }',
      ...more,
    ).rate('fleet');
  expect(far()).toBeCloseTo((100 * 60) / (360 + 30), 9);
  expect(far('sites.field.fuelPoints=0', 'craft.transport.tankeringSeats=70 %')).toBeCloseTo(70 / 6, 9);
  expect(far('craft.transport.range=1200 nm')).toBeCloseTo(100 / 6, 9);
});

test('a meter and a road let no more through than they are told to', () => {
  const { rate } = wayOf(
    '05-gates-and-processing',
    'gates.main.meter=80 people/h',
    'roads.street.capacity=70 people/h',
  );
  expect(rate('gate')).toBe(80);
  expect(rate('road')).toBe(70);
});

test('hours of the day count: a gate for 6 of the 12 hours searches half as many, a closed field holds half as many', () => {
  // the lesson runs from 00:00 to 12:00
  const half = wayOf('05-gates-and-processing', 'gates.main.hours=[6 h, 18 h]');
  expect(half.rate('gate')).toBe(150 / 2);
  const desk = wayOf('05-gates-and-processing', 'desks.papers.hours=[22 h, 3 h]');
  expect(desk.rate('processing')).toBe(100 / 4);
  const field = wayOf('03-stands', 'sites.field.operates=[0 h, 12 h]', 'window=24 h');
  expect(field.rate('stand')).toBe(200 / 2);
});

test('a fleet carries as much as its dates, hours and sorties leave: of 100 seats in 6 h for 12 h', () => {
  const fleet = (...set: readonly string[]) => wayOf('01-one-aircraft', ...set).rate('fleet');
  const always = 100 / 6;
  expect(fleet('fleets.transport.available=3 h')).toBeCloseTo(always * 0.75, 9);
  expect(fleet('fleets.transport.until=6 h')).toBeCloseTo(always * 0.5, 9);
  expect(fleet('fleets.transport.hours=[6 h, 12 h]')).toBeCloseTo(always * 0.5, 9);
  const both = ['fleets.transport.available=3 h', 'fleets.transport.hours=[0 h, 6 h]'];
  expect(fleet(...both)).toBeCloseTo(always * 0.25, 9);
  expect(fleet('fleets.transport.sorties=1')).toBe(100 / 12);
});

test('a craft whose cycle is a day waits for daylight on the way, and loses nothing', () => {
  const set = ['craft.transport.turnTime=20 h', 'craft.transport.flies=day', 'window=48 h'];
  expect(wayOf('01-one-aircraft', ...set).rate('fleet')).toBeCloseTo(100 / 25, 9);
});

test('where nobody is at a desk, nobody passes', () => {
  const { least } = wayOf('05-gates-and-processing', 'desks.papers.officers=0');
  expect(least).toMatchObject({ stage: 'processing', peoplePerHour: 0 });
});

test.each([
  '06-priorities',
  '08-an-embassy-that-must-stay-open',
  'kabul-48h',
  'kabul-airlift',
  'saigon-1975',
])('every way of %s has craft or flights, and no capacity that is not a number', (name) => {
  const ways = waysOf(loadScenario(`scenarios/${name}.yaml`, { read }).scenario);
  expect(ways.length).toBeGreaterThan(0);
  for (const { stages } of ways) {
    expect(stages.some(({ stage }) => stage === 'fleet' || stage === 'flights')).toBe(true);
    for (const { peoplePerHour } of stages) expect(peoplePerHour).toBeGreaterThanOrEqual(0);
  }
});

test('beds for everyone are no bottleneck, however slowly their number over the window would let people through', () => {
  const beds = (people: string) =>
    wayOf('04-a-haven-that-fills', `populations.people.people=${people}`).least?.stage;
  expect(beds('1501 people')).toBe('haven');
  expect(beds('1500 people')).toBe('fleet');
});
