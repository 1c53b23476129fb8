import { describe, expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { shipped } from '../support/files.ts';
import { type Told, told } from '../support/scenario.ts';

const HOUR = 60;

/** One run of a teaching scenario with every invariant checked. */
const lesson = (name: string, variant?: string, replication = 0): Told => {
  const model = compile(shipped(name, variant).scenario);
  return told(model, model.run({ seed: 'lesson', replication, audit: true }));
};

/** Hours of the first sample at which a series is at least so high. */
const hoursUntil = (result: Told, series: string, level: number, sample: number): number =>
  (result.series(series).findIndex((each) => each >= level) * sample) / HOUR;

describe('02 a fleet and its cycle', () => {
  const fleet = (variant?: string): Told => lesson('02-a-fleet-and-its-cycle', variant);

  // loads of 100 leave at 3, 9, 15 and 21 h: as many as there are aircraft each time
  test.each([
    ['one', 400],
    ['two', 800],
    [undefined, 1200],
  ] as const)('%s: aircraft × four rounds × 100 seats', (variant, people) => {
    expect(fleet(variant).measure('people-out')).toBe(people);
  });

  test('three aircraft are done at 21 h, six at 9 h', () => {
    expect(hoursUntil(fleet(), 'out', 1200, 30)).toBe(21);
    expect(hoursUntil(fleet('six'), 'out', 1200, 30)).toBe(9);
  });

  test('two hours apart, three aircraft need one stand and carry a load every two hours', () => {
    const result = fleet('one-after-the-other');
    expect(Math.max(...fleet().series('stands-in-use.field'))).toBe(3);
    expect(Math.max(...result.series('stands-in-use.field'))).toBe(1);
    for (let hour = 3; hour <= 24; hour++)
      expect(result.at('out', hour * HOUR)).toBe(100 * (Math.floor((hour - 3) / 2) + 1));
  });

  test('twice the cycle is half the people', () => {
    expect(fleet('further-away').measure('people-out')).toBe(600);
  });

  test('ZDF: 10,000 people, four A400M with 114 seats, 3 h a round trip: 88 flights, 66 hours', () => {
    const result = fleet('published-example');
    expect(result.measure('sorties')).toBe(88);
    expect(hoursUntil(result, 'safe', 10_000, 30)).toBe(66);
  });
});

describe('03 stands', () => {
  const stands = (variant?: string): Told => lesson('03-stands', variant);

  // min(aircraft / 6 h, stands / 1 h) loads of 100 an hour, from 3 h on: 22 of them within the day
  test.each([
    [undefined, 2],
    ['twelve-more-aircraft', 2],
    ['one-more-stand', 3],
  ] as const)('%s: so many loads leave at every full hour: %s', (variant, loads) => {
    const result = stands(variant);
    for (let hour = 3; hour <= 24; hour++)
      expect(result.at('out', hour * HOUR)).toBe(100 * loads * (hour - 2));
  });

  test('twelve more aircraft only orbit: 12 × 22 hours more', () => {
    expect(stands('twelve-more-aircraft').series('out')).toEqual(stands().series('out'));
    const more = stands('twelve-more-aircraft').measure('orbit-hours') - stands().measure('orbit-hours');
    expect(more).toBeCloseTo(12 * 22, 9);
  });

  test('six aircraft carry 6 / 6 loads an hour, whatever the stands', () => {
    expect(stands('six-aircraft').measure('people-out')).toBe(2400);
  });

  test('with half the ground time 18 aircraft complete four rounds of 5.5 h', () => {
    expect(stands('half-the-ground-time').measure('people-out')).toBe(4 * 18 * 100);
  });

  test('the formula with its 0.85 for queueing stays below, without it above, what leaves in a day', () => {
    const formula = (2 * 100 * 24) / 1;
    expect(stands().measure('people-out')).toBeGreaterThan(formula * 0.85);
    expect(stands().measure('people-out')).toBeLessThan(formula);
  });
});

describe('04 a haven that fills', () => {
  const haven = (variant?: string): Told => lesson('04-a-haven-that-fills', variant);
  /** a load, and those who move on in an hour */
  const LUMP = 100 + 25;

  // promised: rate × t − 25 × (t − 5) = beds; wheels-up 3 h after setting off
  test.each([
    [undefined, 100, 1500],
    ['twice-the-aircraft', 200, 1500],
    ['twice-the-beds', 100, 3000],
  ] as const)('%s: fluid of %d an hour into %d beds', (variant, rate, beds) => {
    const result = haven(variant);
    for (let hour = 5; hour <= 48; hour++) {
      const set = hour - 3;
      const fluid = Math.min(rate * set, beds + 25 * Math.max(0, set - 5));
      expect(Math.abs(result.at('out', hour * HOUR) - fluid)).toBeLessThanOrEqual(rate + LUMP);
    }
    expect(Math.max(...result.series('haven.haven'))).toBeLessThanOrEqual(beds);
  });

  test('twice the aircraft bring nobody more out in two days, twice the beds 1,500 once', () => {
    const people = haven().measure('people-out');
    expect(people).toBe(2500);
    expect(haven('twice-the-aircraft').measure('people-out')).toBe(people);
    expect(haven('twice-the-beds').measure('people-out')).toBe(people + 1500);
  });

  test('nothing stops where as many move on as arrive: a load leaves every hour', () => {
    const result = haven('all-move-on');
    for (let hour = 3; hour <= 48; hour++) expect(result.at('out', hour * HOUR)).toBe(100 * (hour - 2));
  });
});

describe.each([0, 1, 2, 3, 4])('05 gates and processing, run %i', (replication) => {
  const gates = (variant?: string): Told => lesson('05-gates-and-processing', variant, replication);
  const through = (result: Told): number =>
    result.measure('people-out') +
    result.measure('left-behind.boarding') +
    result.measure('left-behind.waiting-area');

  test('two desks of 6 min pass 218 families in 12 h, however many lanes', () => {
    // the first family sets out within some minutes of the start: it may cost each desk one family
    for (const result of [gates(), gates('twice-the-lanes')]) {
      expect(through(result)).toBeLessThanOrEqual(1090);
      expect(through(result)).toBeGreaterThanOrEqual(1090 - 2 * 5);
      expect(result.measure('people-out')).toBeGreaterThanOrEqual(990 - 2 * 5);
      expect(result.measure('people-out')).toBeLessThanOrEqual(990);
    }
  });

  test('twice the officers: two lanes of 4 min pass 30 families an hour; both: 40', () => {
    // 11 h of searching less the last desk time: 4 families of the lanes, 8 of lanes and desks are under way
    expect(Math.abs(through(gates('twice-the-officers')) - 30 * (11 - 0.1) * 5)).toBeLessThanOrEqual(4 * 5);
    expect(Math.abs(through(gates('twice-both')) - 40 * (11 - 4 / 60) * 5)).toBeLessThanOrEqual(8 * 5);
  });
});

test('05: with half the papers missing a family takes 9 min on average', () => {
  const runs = Array.from({ length: 40 }, (_, replication) => {
    const result = lesson('05-gates-and-processing', 'papers-missing', replication);
    return result.measure('people-out') + result.measure('left-behind.boarding');
  });
  const mean = runs.reduce((sum, each) => sum + each, 0) / runs.length;
  // about 146 families of 6 or 12 min: sd of a sum of times 3 × √146 min, so 4 families; 3.3 standard errors of 40 runs
  expect(Math.abs(mean - (2 * (720 - 64) * 5) / 9)).toBeLessThan((3.3 * 4 * 5) / Math.sqrt(40) + 5);
});

describe.each([0, 1, 2])('06 priorities, run %i', (replication) => {
  const inOrder = (variant?: string): Told => lesson('06-priorities', variant, replication);
  const orders = [undefined, 'first-come', 'partners-first'].map(inOrder);
  const [nationalsFirst, firstCome, partnersFirst] = orders as [Told, Told, Told];

  test('the order of service changes neither how many are out at any time, nor how long all of them wait', () => {
    for (const other of [firstCome, partnersFirst]) {
      for (const id of ['out', 'stage.gate', 'stage.processing', 'stage.boarding'])
        expect(other.series(id)).toEqual(nationalsFirst.series(id));
      const hours = (result: Told): number => result.measure('person-hours.outside-gate');
      expect(hours(other)).toBeCloseTo(hours(nationalsFirst), 6);
    }
  });

  test('nationals first are all out; in order of arrival as many as their share; last nearly none', () => {
    expect(nationalsFirst.measure('people-out.nationals')).toBeGreaterThanOrEqual(490);
    // 198 of 500 families drawn without replacement, 100 of them nationals: sd 4.9 families
    expect(Math.abs(firstCome.measure('people-out.nationals') - 198)).toBeLessThan(3.3 * 4.9 * 5);
    expect(partnersFirst.measure('people-out.nationals')).toBeLessThan(25);
  });
});

describe('07 a force that must arrive first', () => {
  const force = (variant?: string): Told => lesson('07-a-force-that-must-arrive-first', variant);
  const HOURS_OUT = [3, 9, 15, 21];

  test('85 people leave with the aircraft that brought the troops, then 300 every 6 h', () => {
    expect(HOURS_OUT.map((hour) => force().at('out', hour * HOUR))).toEqual([85, 385, 685, 985]);
  });

  test.each(['six-hours-late', 'twice-the-troops'])('%s: all of it six hours later', (variant) => {
    const base = force().series('out');
    const later = force(variant).series('out');
    const shift = (6 * HOUR) / 30;
    expect(later.slice(shift)).toEqual(base.slice(0, -shift));
    expect(force(variant).measure('people-out')).toBe(685);
  });

  test('one soldier short the gate stays shut, and nobody gets out', () => {
    expect(force('one-soldier-short').measure('troops')).toBe(299);
    expect(Math.max(...force('one-soldier-short').series('out'))).toBe(0);
  });
});

describe.each([0, 1, 2])('08 an embassy that must stay open, run %i', (replication) => {
  const embassy = (variant?: string): Told =>
    lesson('08-an-embassy-that-must-stay-open', variant, replication);

  test('is down from 140 to 20 after four waves of 30', () => {
    const hours = [0, 0.5, 1.5, 2.5, 3.5, 24].map((hour) => embassy().at('staff.compound', hour * HOUR));
    expect(hours).toEqual([140, 110, 80, 50, 20, 20]);
  });

  test('serves all 80 with four officers, 52 with two, and 44 until it moves at noon', () => {
    expect(embassy().measure('consular-served')).toBe(80);
    expect(embassy('two-officers-move').measure('consular-served')).toBe(52);
    expect(embassy('move-at-noon').measure('consular-served')).toBe(44);
  });

  test('offers 4 × 9 officer-hours; 94.3 when it moves at noon; 65.2 with two and two', () => {
    const flight = 25 / 60;
    expect(embassy().measure('consular-hours')).toBeCloseTo(36, 9);
    expect(embassy('move-at-noon').measure('consular-hours')).toBeCloseTo(4 * 4 + 4 * (20 - flight), 9);
    expect(embassy('two-officers-move').measure('consular-hours')).toBeCloseTo(2 * 9 + 2 * (24 - flight), 9);
  });

  test('has everyone out in the end who is to leave, by one aircraft', () => {
    expect(embassy().measure('people-out')).toBe(80);
    expect(embassy().measure('staff-out')).toBe(120);
  });
});
