import { describe, expect, test } from 'vitest';
import { BRIDGE, merged, ONE_AIRCRAFT, run, type Written } from '../support/scenario.ts';
import { timeline } from '../support/worlds.ts';

const HOUR = 60;

const party = (size: number, notified: string, more: Written): Written => ({
  nation: 'Any',
  people: `${size} people`,
  partySize: size,
  setsOut: '100000000 %/h',
  lives: { street: '100 %' },
  site: 'field',
  notified,
  ...more,
});

/** Room for four inside and no aircraft: a pair goes in at 1 h, three wait from 1.5 h, behind them one from 2 h. */
const FULL: Written = merged(BRIDGE, ONE_AIRCRAFT, {
  sites: { field: { waitingArea: '4 people' } },
  fleets: { transport: { count: 0 } },
  roads: { street: { travel: '1 h' } },
  gates: { north: { site: 'field', lanes: 1, search: '1 min' } },
  populations: {
    pair: party(2, '0 h', { priority: 1 }),
    three: party(3, '0.5 h', { priority: 2 }),
    one: party(1, '1 h', { priority: 3 }),
  },
});

describe('a party for whom there is no room', () => {
  test('holds up a smaller one behind it', () => {
    expect(run(FULL).at('stage.gate', 20 * HOUR)).toBe(4);
  });

  test('no longer does so once it has given up', () => {
    const result = run(FULL, { populations: { three: { patience: '2 h' } } });
    expect([3, 4].map((hour) => result.at('stage.gate', hour * HOUR))).toEqual([4, 0]);
  });

  test('no longer does so once the other has priority over it', () => {
    const result = run(FULL, timeline({ at: '3.5 h', do: 'setPriority', population: 'one', priority: 1 }));
    expect([3, 4].map((hour) => result.at('stage.gate', hour * HOUR))).toEqual([4, 3]);
  });
});
