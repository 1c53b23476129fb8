import { describe, expect, test } from 'vitest';
import { resultIds } from '../../src/model/index.ts';
import { run, scenarioOf, type Told, type Written } from '../support/scenario.ts';
import { READY } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** Two fleets of one craft with 100 seats each, out of the same field at 3, 9 and 15 h, until 450 people are gone. */
const TWO_NATIONS: Written = {
  populations: { people: { people: '450 people' } },
  fleets: {
    allied: { craft: 'transport', nation: 'Other', count: 1, base: 'haven', pickup: 'field' },
  },
};

/** A ferry of 40 seats takes 70 people from a pier to the same haven: an hour each way, half an hour at either end. */
const AND_A_PIER: Written = {
  sites: { pier: {} },
  routes: { sea: { between: ['haven', 'pier'], time: '1 h' } },
  craft: {
    ferry: { lands: 'pad', seats: '40 people', groundTime: '30 min', turnTime: '30 min', orbit: '9 h' },
  },
  fleets: { ferry: { craft: 'ferry', nation: 'Other', count: 1, base: 'haven', pickup: 'pier' } },
  populations: {
    walkers: { nation: 'Any', people: '70 people', partySize: 1, present: '100 %', site: 'pier' },
  },
};

describe('who carries people out', () => {
  test('is told by nation where there are several: 100 people a load, and nothing for the last who fly with nobody', () => {
    const result = run(READY, TWO_NATIONS);
    expect(at(result, 'loads-by.Other', 2, 3, 9)).toEqual([0, 1, 2]);
    expect(at(result, 'people-by.Any', 2, 3, 9)).toEqual([0, 100, 200]);
    expect(result.measure('people-by.Other') + result.measure('people-by.Any')).toBe(450);
    expect(result.measure('loads-by.Other') + result.measure('loads-by.Any')).toBe(5);
  });

  test('is told by place where people leave from several: 40 and then 30 from the pier', () => {
    const result = run(READY, TWO_NATIONS, AND_A_PIER);
    expect(at(result, 'loads-from.pier', 1, 2, 5)).toEqual([0, 1, 2]);
    expect(result.measure('loads-from.pier')).toBe(2);
    expect(result.measure('loads-from.field')).toBe(5);
  });

  test('is not told where one nation flies from one place', () => {
    const { series, measures } = resultIds(scenarioOf(READY));
    expect([...series, ...measures].filter((id) => /^(loads|people)-(by|from)/.test(id))).toEqual([]);
  });
});
