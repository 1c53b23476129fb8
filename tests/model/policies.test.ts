import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { READY, timeline, WITH_EMBASSY } from '../support/worlds.ts';

const HOUR = 60;
const CROWD: Written = merged(READY, { crowd: { site: 'field', initial: '0 people', stay: '1000000 h' } });
const policy = (when: Written, until?: Written): Written => ({
  policies: {
    watch: {
      when,
      ...(until && { until }),
      actions: [{ do: 'setBeds', site: 'haven', beds: '5000 people' }],
    },
  },
});
const firedAt = (result: Told): number[] =>
  result.outcome.actions.filter(({ origin }) => origin === 'policy').map(({ at }) => at / HOUR);
/** The public comes and goes: above 100 from 2 to 5 h, and again from 8 h on. */
const waves = timeline(
  { at: '2 h', do: 'addCrowd', people: '150 people' },
  { at: '8 h', do: 'addCrowd', people: '150 people' },
);
const SHORT: Written = { crowd: { stay: '3 h' } };

describe('a policy', () => {
  test('that watches who is out counts evacuees, as the results do, and no staff', () => {
    const result = run(
      WITH_EMBASSY,
      { embassy: { status: 'ordered' }, populations: { people: { notified: '20 h' } } },
      policy({ watch: 'out', above: 0 }),
    );
    expect(result.measure('staff-out')).toBe(40);
    expect(result.series('out').at(-1)).toBe(0);
    expect(firedAt(result)).toEqual([]);
  });

  test('acts at the instant its condition comes true, once, when it has no `until`', () => {
    expect(firedAt(run(CROWD, SHORT, waves, policy({ watch: 'crowd', above: 100 })))).toEqual([2]);
  });

  test('acts again after `until` has been true, and not before', () => {
    const twice = run(
      CROWD,
      SHORT,
      waves,
      policy({ watch: 'crowd', above: 100 }, { watch: 'crowd', below: 50 }),
    );
    expect(firedAt(twice)).toEqual([2, 8]);
    const never = run(
      CROWD,
      SHORT,
      waves,
      policy({ watch: 'crowd', above: 100 }, { watch: 'crowd', below: 5 }),
    );
    expect(firedAt(never)).toEqual([2]);
  });

  test('lets time pass between two acts where both conditions hold at once', () => {
    const both = run(CROWD, policy({ since: '2 h' }, { since: '0 h' }));
    const times = firedAt(both);
    expect(times[0]).toBe(2);
    for (const [index, time] of times.slice(1).entries()) expect(time).toBeGreaterThan(times[index]!);
  });

  test('may answer another policy without stopping the clock', () => {
    const answer = (id: string): Written => ({
      [id]: {
        when: { since: '1 h' },
        until: { since: '1 h' },
        actions: [{ do: 'addCrowd', people: '1 people' }],
      },
    });
    const result = run(CROWD, { policies: { ...answer('one'), ...answer('other') } });
    expect(result.outcome.actions.length).toBeLessThan(2 * 24 * 6 + 2);
  });

  test('needs all keys of a condition, and `any` needs one', () => {
    const both = policy({ watch: 'crowd', above: 100, since: '5 h' });
    expect(firedAt(run(CROWD, waves, both))).toEqual([5]);
    const one = policy({ any: [{ watch: 'crowd', above: 100 }, { since: '1 h' }] });
    expect(firedAt(run(CROWD, waves, one))).toEqual([1]);
    const nested = policy({
      all: [{ since: '3 h' }, { any: [{ since: '20 h' }, { watch: 'crowd', above: 200 }] }],
    });
    expect(firedAt(run(CROWD, waves, nested))).toEqual([8]);
  });

  test('hears of a fall at once, and its delayed orders take effect after the delay', () => {
    const fall = {
      threat: { places: { town: { falls: '7 h' }, other: { falls: '9 h' } } },
      policies: {
        flee: {
          when: { anyFallen: ['other', 'town'] },
          actions: [{ do: 'setBeds', site: 'haven', beds: '1 people', after: '3 h' }],
        },
      },
    };
    expect(firedAt(run(CROWD, fall))).toEqual([10]);
    expect(firedAt(run(CROWD, { threat: fall.threat }, policy({ fallen: 'other' })))).toEqual([9]);
  });

  test('sees a closed runway', () => {
    const result = run(
      CROWD,
      { sites: { field: { runway: {} } } },
      policy({ runwayClosed: 'field' }),
      timeline({ at: '4 h', do: 'closeRunway', site: 'field' }),
    );
    expect(firedAt(result)).toEqual([4]);
  });

  test.each<readonly [string, Written, number]>([
    ['waiting-area', { watch: 'waiting-area', of: 'field', below: 150 }, 8],
    ['out', { watch: 'out', above: 150 }, 9],
    ['beds-free', { watch: 'beds-free', of: 'haven', below: 850 }, 0],
    ['troops', { watch: 'troops', above: 50 }, 6],
    ['beds-used, with those promised', { watch: 'beds-used', of: 'haven', above: '12 %' }, 6],
    ['people-inside', { watch: 'people-inside', below: 150 }, 8],
    ['out-today, from midnight on', { watch: 'out-today', above: 150 }, 9],
    ['the hours of the day', { hours: ['5 h', '7 h'] }, 5],
    ['hours past midnight', { hours: ['22 h', '4 h'], since: '5 h' }, 22],
    ['a time that is over', { before: '3 h', watch: 'out', above: 50 }, Number.NaN],
  ])('watches %s', (_, when, hour) => {
    const result = run(
      CROWD,
      { sites: { haven: { beds: '900 people' } } },
      { force: { units: { guard: { nation: 'Any', troops: 60, site: 'field', ready: '6 h' } } } },
      policy(when),
    );
    if (Number.isNaN(hour)) {
      expect(firedAt(result)).toEqual([]);
      return;
    }
    // a level is looked at every ten minutes
    expect(Math.abs(firedAt(result)[0]! - hour)).toBeLessThanOrEqual(1 / 6);
  });

  test('is looked at by the clock, so that an order that changes nothing does not delay it', () => {
    const when = policy({ watch: 'out', above: 50 });
    const order = timeline({ at: '123 min', do: 'assignFleet', fleet: 'transport', pickup: 'field' });
    const ordered = run(CROWD, when, order);
    expect(ordered.notes('assignFleet')).toHaveLength(1);
    expect(firedAt(ordered)).toEqual(firedAt(run(CROWD, when)));
  });

  test('sends craft to the second hub when the first is full, and back once it has room again', () => {
    const hubs: Written = merged(CROWD, {
      window: '48 h',
      sites: { haven: { beds: '200 people' }, second: { beds: '900 people', taxi: '0 min' } },
      routes: {
        other: { between: ['field', 'second'], time: '2 h' },
        back: { between: ['haven', 'second'], time: '2 h' },
      },
      populations: { people: { people: '900 people' } },
      policies: {
        full: {
          when: { watch: 'beds-used', of: 'haven', above: '90 %' },
          until: { watch: 'beds-used', of: 'haven', below: '50 %' },
          actions: [{ do: 'setDelivers', fleet: 'transport', delivers: ['second'] }],
        },
        room: {
          when: { watch: 'beds-used', of: 'haven', below: '50 %', since: '20 h' },
          actions: [{ do: 'setDelivers', fleet: 'transport', delivers: ['haven'] }],
        },
      },
    });
    const result = run(hubs, timeline({ at: '20 h', do: 'setOnward', site: 'haven', rate: '150 people/h' }));
    const level = (id: string, hour: number): number => result.at(`haven.${id}`, hour * HOUR);
    // two loads fill the first hub; from 20 h on it empties within two hours
    expect([level('haven', 12), level('haven', 19)]).toEqual([200, 200]);
    expect(level('second', 20)).toBeGreaterThan(0);
    expect(result.notes('setDelivers')).toHaveLength(2);
    const before = level('second', 30);
    expect(level('second', 47)).toBe(before);
    expect(result.at('safe', 47 * HOUR)).toBeGreaterThan(200 + before);
  });
});
