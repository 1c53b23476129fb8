import { describe, expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { shipped, textOf } from '../support/files.ts';
import { logOf } from '../support/log.ts';
import { told } from '../support/scenario.ts';

const HOUR = 60;
const { scenario } = shipped('01-one-aircraft');
const model = compile(scenario);
const result = told(model, model.run({ seed: 'any', replication: 0, audit: true }));
const { grid } = model.catalogue;

/** People who have passed an event that happens to 100 of them at each of these hours. */
const hundredAt = (hours: readonly number[]): readonly number[] =>
  grid.map((minutes) => 100 * hours.filter((hour) => hour * HOUR <= minutes).length);

/** 1 while the clock is within one of the spells `[from, to)`, in hours. */
const during = (spells: readonly (readonly [number, number])[]): readonly number[] =>
  grid.map((minutes) => Number(spells.some(([from, to]) => from * HOUR <= minutes && minutes < to * HOUR)));

/** The header of the file derives all of these by hand: a cycle of 6 h, out at 3, 9, 15 h, safe at 5, 11, 17 h. */
describe('one aircraft with 100 seats', () => {
  test('is out with 100 people at 3 h, 9 h and 15 h, at every sample', () => {
    expect(result.series('out')).toEqual(hundredAt([3, 9, 15]));
  });

  test('has set them down at 5 h, 11 h and 17 h, at every sample', () => {
    expect(result.series('safe')).toEqual(hundredAt([5, 11, 17]));
    expect(result.series('haven.haven')).toEqual(result.series('safe'));
  });

  test('stands at the field from 2 to 3 h, 8 to 9 h, 14 to 15 h, and again at 20 h', () => {
    const spells = during([
      [2, 3],
      [8, 9],
      [14, 15],
      [20, 21],
    ]);
    expect(result.series('stands-in-use.field')).toEqual(spells);
    expect(result.measure('stand-use.field')).toBeCloseTo(2 / 12, 12);
  });

  test('leaves everyone else waiting at the field', () => {
    const waiting = result.series('out').map((out) => 300 - out);
    expect(result.series('stage.boarding')).toEqual(waiting);
  });

  test('brings 200 of 300 out in 12 hours and leaves 100', () => {
    expect(result.measure('people-out')).toBe(200);
    expect(result.measure('people-safe')).toBe(200);
    expect(result.measure('left-behind')).toBe(100);
    expect(result.measure('sorties')).toBe(2);
    expect(result.measure('seats-empty')).toBe(0);
    expect(result.measure('diverts')).toBe(0);
    expect(result.measure('orbit-hours')).toBe(0);
  });

  test('makes people wait 300 × 2 + 200 × 6 + 100 × 4 person-hours, and board for 1 h each', () => {
    expect(result.measure('person-hours.waiting-area')).toBeCloseTo(2200, 9);
    expect(result.measure('person-hours.boarding')).toBeCloseTo(200, 9);
  });

  test('has nearly everyone out at 15 h, which is after the window', () => {
    expect(result.measure('nearly-all-out.people')).toBe(0);
    expect(result.measure('time-nearly-all-out.people')).toBe(15 * HOUR);
  });

  test('needs no luck: every seed gives the same outcome', () => {
    const other = model.run({ seed: 'other', replication: 7 });
    expect(other.measures).toEqual(result.outcome.measures);
    expect(other.series).toEqual(result.outcome.series);
  });
});

test('the log of one aircraft reads as it did', () => {
  expect(logOf(model.catalogue, result.outcome)).toBe(textOf('tests/golden/01-one-aircraft.log'));
});
