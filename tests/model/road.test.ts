import { describe, expect, test } from 'vitest';
import { run, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;
const jammed: Written = {
  fleets: { transport: { count: 0 } },
  roads: { street: { capacity: '100 people/h' } },
  gates: { north: { open: false } },
};

describe('a road that carries 100 people an hour', () => {
  test('brings 300 who set out at once within three hours and the hour of travel', () => {
    const result = run(COMING, jammed);
    for (const [hours, people] of [
      [1, 0],
      [2, 100],
      [3, 200],
      [5, 300],
    ] as const)
      expect(Math.abs(result.at('stage.gate', hours * HOUR) - people)).toBeLessThanOrEqual(1);
  });

  test('delays nobody when fewer set out', () => {
    const few = { populations: { people: { people: '200 people', setsOut: '1 %/h' } } };
    const slow = run(COMING, few, { roads: { street: { travel: '1 h' } } });
    const wide = run(COMING, few, { roads: { street: { capacity: '1000000 people/h' } } });
    expect(wide.series('stage.gate')).toEqual(slow.series('stage.gate'));
  });

  test('carries a party of ten as long as ten people', () => {
    const ten = { populations: { people: { partySize: 10 } } };
    expect(run(COMING, jammed, ten).at('stage.gate', 3 * HOUR)).toBeGreaterThanOrEqual(190);
    expect(run(COMING, jammed, ten).at('stage.gate', 3 * HOUR)).toBeLessThanOrEqual(200);
  });

  test('never has more at its end than it could carry, whatever else happens', () => {
    const result = run(COMING, jammed, { roads: { street: { travel: { exponential: { mean: '1 h' } } } } });
    for (const [sample, people] of result.series('stage.gate').entries())
      expect(people).toBeLessThanOrEqual(100 * sample);
  });

  test('keeps those in line who were there when it was widened or narrowed, and no more of them', () => {
    // 300 stand in line at 0 h, 100 of them pass in each hour whatever is changed for those still to come
    for (const rate of ['10 people/h', '9000 people/h', undefined]) {
      const result = run(
        COMING,
        jammed,
        timeline({ at: '1 h', do: 'setRoadCapacity', road: 'street', rate }),
      );
      // seen at 1 h, 2 h and 3 h, and charged for the hour before
      expect(result.measure('lost-to.road')).toBeCloseTo(200 + 100, 0);
    }
  });

  test('is of no effect once its capacity is lifted, for those who set out then', () => {
    const later = { populations: { people: { notified: '2 h' } } };
    const lifted = run(COMING, jammed, later, timeline({ at: '1 h', do: 'setRoadCapacity', road: 'street' }));
    expect(lifted.at('stage.gate', 4 * HOUR)).toBe(300);
  });
});
