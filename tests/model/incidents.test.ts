import { describe, expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { merged, run, scenarioOf, type Told, told, type Written } from '../support/scenario.ts';
import { COMING, READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const REPLICATIONS = 400;

const beds: Written = { do: 'setBeds', site: 'haven', beds: '900 people' };
const incident = (plan: Written): Written => ({ incidents: { raid: { actions: [beds], ...plan } } });

const replications = (...patches: readonly Written[]): Told[] => {
  const model = compile(scenarioOf(...patches));
  return Array.from({ length: REPLICATIONS }, (_, replication) =>
    told(model, model.run({ seed: 'incidents', replication })),
  );
};
const begunAt = ({ outcome }: Told): number[] =>
  outcome.actions.filter(({ origin }) => origin === 'incident').map(({ at }) => at / HOUR);

/** Nothing goes on but incidents, and hardly anything is sampled. */
const EMPTY: Written = merged(READY, { fleets: null, populations: null, window: '240 h', sample: '240 h' });

describe('an incident that happens so often a day', () => {
  test('happens as a Poisson process would: 3 a day for 10 days is 30 in mean and in variance', () => {
    const counts = replications(EMPTY, incident({ perDay: 3 })).map((each) => each.measure('incidents.raid'));
    const mean = counts.reduce((sum, count) => sum + count, 0) / REPLICATIONS;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (REPLICATIONS - 1);
    // four standard errors of 400 runs: √(30 / 400) for the mean, 30 √(2 / 400) for the variance
    expect(Math.abs(mean - 30)).toBeLessThan(1.1);
    expect(Math.abs(variance - 30)).toBeLessThan(8.5);
  });

  test('happens only between the stated times, and then as often', () => {
    const runs = replications(EMPTY, incident({ perDay: 3, between: ['24 h', '48 h'] }));
    const times = runs.flatMap(begunAt);
    expect(times.every((time) => time >= 24 && time <= 48)).toBe(true);
    expect(Math.abs(times.length / REPLICATIONS - 3)).toBeLessThan(4 * Math.sqrt(3 / REPLICATIONS));
  });
});

describe('an incident that may happen once', () => {
  test('happens in its share of runs, at times spread evenly between the two', () => {
    const plan = { between: ['24 h', '124 h'], chance: '30 %' };
    const times = replications(EMPTY, incident(plan)).flatMap(begunAt);
    expect(Math.abs(times.length - 120)).toBeLessThan(4 * Math.sqrt(400 * 0.3 * 0.7));
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    // a uniform of 100 h has a standard deviation of 28.9 h
    expect(Math.abs(mean - 74)).toBeLessThan((4 * 28.9) / Math.sqrt(times.length));
    expect(times.every((time) => time >= 24 && time <= 124)).toBe(true);
  });

  test('goes on as long, and its orders wait as long, when another is ordered before it', () => {
    const plan = {
      at: '10 h',
      lasts: { uniform: ['1 h', '9 h'] },
      actions: [{ ...beds, after: { uniform: ['0 h', '5 h'] } }],
      ending: [{ ...beds, after: { uniform: ['0 h', '5 h'] } }],
    };
    const ordered = timeline(
      { at: '0 h', do: 'beginIncident', incident: 'raid' },
      { at: '1 h', do: 'endIncident', incident: 'raid' },
    );
    const alone = begunAt(run(EMPTY, incident(plan)));
    expect(begunAt(run(EMPTY, incident(plan), ordered)).filter((time) => time >= 10)).toEqual(alone);
  });

  test('at a stated time happens then, or never', () => {
    const times = replications(EMPTY, incident({ at: '50 h', chance: '50 %' })).map(begunAt);
    expect(times.filter((each) => each.length === 1).every(([time]) => time === 50)).toBe(true);
    expect(Math.abs(times.flat().length - 200)).toBeLessThan(40);
  });
});

/** A gate of two lanes that an attack of three hours shuts at 5 h. */
const ATTACK: Written = merged(COMING, {
  gates: { north: { lanes: 2 } },
  incidents: {
    raid: {
      at: '5 h',
      lasts: '3 h',
      actions: [{ do: 'closeGate', gate: 'north' }],
      ending: [{ do: 'openGate', gate: 'north' }],
    },
  },
});

describe('an attack at a gate', () => {
  test('costs exactly the lanes of the gate for as long as it lasts: 2 lanes for 3 of 24 hours', () => {
    const without = run(ATTACK, { incidents: { raid: { at: '23.99 h', lasts: '0 h', ending: [] } } });
    expect(run(ATTACK).measure('lane-hours.north')).toBe(48 - 6);
    expect(without.measure('lane-hours.north')).toBeCloseTo(48, 1);
    expect(run(ATTACK).measure('incident-hours.raid')).toBe(3);
  });

  test('is known to be going on, in the series and to policies', () => {
    const policy = {
      policies: {
        answer: { when: { incident: 'raid' }, actions: [{ do: 'setLanes', gate: 'north', lanes: 4 }] },
      },
    };
    const result = run(ATTACK, policy);
    expect([4, 5, 7, 8].map((hour) => result.at('incident.raid', hour * HOUR))).toEqual([0, 1, 1, 0]);
    expect(result.outcome.actions.find(({ origin }) => origin === 'policy')?.at).toBe(5 * HOUR);
    // four lanes from 8 h on
    expect(result.measure('lane-hours.north')).toBe(2 * 5 + 4 * 16);
  });
});

describe('incidents that overlap', () => {
  const begin = (at: string): Written => ({ at, do: 'beginIncident', incident: 'raid' });
  const ONCE: Written = { incidents: { raid: { at: '2 h' } } };

  test('end together: from 2 h for 3 h and from 4 h for 3 h is one spell of 5 h', () => {
    const result = run(ATTACK, ONCE, timeline(begin('4 h')));
    expect(result.measure('incidents.raid')).toBe(2);
    expect(result.measure('incident-hours.raid')).toBe(5);
    expect(result.notes('openGate')).toEqual(['gate north opens']);
    expect(result.measure('lane-hours.north')).toBe(48 - 10);
  });

  test('all end by order, and what was to end them ends nothing later', () => {
    const result = run(
      ATTACK,
      ONCE,
      timeline(begin('4 h'), { at: '4.5 h', do: 'endIncident', incident: 'raid' }, begin('6 h')),
    );
    expect(result.measure('incident-hours.raid')).toBe(2.5 + 3);
    expect(result.notes('endIncident')).toEqual(['raid ends']);
  });

  test('do not begin twice at one instant by order, so that no order answers itself for ever', () => {
    const itself = { incidents: { raid: { actions: [{ do: 'beginIncident', incident: 'raid' }] } } };
    const result = run(ATTACK, ONCE, itself);
    expect(result.measure('incidents.raid')).toBe(1);
    expect(result.notes('beginIncident')).toEqual(['did nothing: raid has begun at this very time']);
    expect(
      run(ATTACK, timeline({ at: '1 h', do: 'endIncident', incident: 'raid' })).notes('endIncident'),
    ).toEqual(['did nothing: raid is not going on']);
  });
});

describe('what two causes have closed', () => {
  const shut = (at: string, lasts: string): Written => ({
    at,
    lasts,
    actions: [{ do: 'closeGate', gate: 'north' }],
    ending: [{ do: 'openGate', gate: 'north' }],
  });
  const TWO = merged(ATTACK, { incidents: { raid: shut('5 h', '3 h'), shells: shut('7 h', '4 h') } });

  test('an incident that is over opens only when it was the last of them: closed from 5 to 11 h', () => {
    const result = run(TWO);
    expect(result.measure('lane-hours.north')).toBe(48 - 2 * 6);
    expect(result.notes('openGate')).toEqual([
      'gate north stays closed for another cause',
      'gate north opens',
    ]);
  });

  test('an incident within another opens nothing at its end', () => {
    const within = { incidents: { shells: shut('6 h', '1 h') } };
    expect(run(TWO, within).measure('lane-hours.north')).toBe(48 - 2 * 3);
  });

  test('what was closed by order, or from the start, stays so after an incident', () => {
    const order = timeline({ at: '1 h', do: 'closeGate', gate: 'north' });
    expect(run(ATTACK, order).measure('lane-hours.north')).toBe(2);
    expect(run(ATTACK, { gates: { north: { open: false } } }).measure('lane-hours.north')).toBe(0);
  });

  test('an order to open is obeyed at once, whatever goes on', () => {
    const order = timeline({ at: '8 h', do: 'openGate', gate: 'north' });
    expect(run(TWO, order).measure('lane-hours.north')).toBe(48 - 2 * 3);
  });

  test.each([
    ['closeSite', 'openSite', 'site', 'field'],
    ['closeRunway', 'openRunway', 'site', 'field'],
    ['closeRoad', 'openRoad', 'road', 'street'],
  ])('%s and %s are counted alike', (close, open, key, name) => {
    const both = (at: string, lasts: string): Written => ({
      at,
      lasts,
      actions: [{ do: close, [key]: name }],
      ending: [{ do: open, [key]: name }],
    });
    const result = run(merged(COMING, { sites: { field: { runway: {} } } }), {
      incidents: { raid: both('5 h', '3 h'), shells: both('7 h', '4 h') },
    });
    expect(result.notes(open).map((note) => /stays closed for another cause$/.test(note))).toEqual([
      true,
      false,
    ]);
  });
});

describe('an incident that comes again and again', () => {
  const tide = { at: '3 h', every: '12.4 h' };

  test('comes at its time and then so long after the time before: 3, 15.4, 27.8 … h', () => {
    const [times] = replications(EMPTY, incident(tide)).map(begunAt);
    expect(times?.slice(0, 3)).toEqual([3, 15.4, 27.8]);
    // 3 + 12.4 k at most 240: k from 0 to 19
    expect(times).toHaveLength(20);
  });

  test('lets some pass: with a chance of 25 %, 5 of 20', () => {
    const counts = replications(EMPTY, incident({ ...tide, chance: '25 %' })).map(
      (each) => begunAt(each).length,
    );
    const mean = counts.reduce((sum, count) => sum + count, 0) / REPLICATIONS;
    // four standard errors of 400 runs of 20 trials
    expect(Math.abs(mean - 5)).toBeLessThan(4 * Math.sqrt((20 * 0.25 * 0.75) / REPLICATIONS));
  });

  test('draws each time anew how long: uniform from 6 to 18 h, 12 h on average', () => {
    const runs = replications(EMPTY, incident({ at: '3 h', every: { uniform: ['6 h', '18 h'] } })).map(
      begunAt,
    );
    const gaps = runs.flatMap((times) => times.slice(1, 12).map((time, k) => time - times[k]!));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(18);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    expect(Math.abs(mean - 12)).toBeLessThan((4 * 3.47) / Math.sqrt(gaps.length));
  });
});

describe('an incident of certain hours', () => {
  test.each([
    ['by day', ['5 h', '21 h']],
    ['by night', ['22 h', '4 h']],
  ])('comes only in them, %s, spread evenly, and as often a day', (_, hours) => {
    const runs = replications(EMPTY, incident({ perDay: 2, hours })).map(begunAt);
    const [from, to] = hours.map((hour) => Number.parseFloat(hour)) as [number, number];
    const long = (to - from + 24) % 24;
    const since = runs.flat().map((time) => (time - from + 48) % 24);
    expect(Math.max(...since)).toBeLessThanOrEqual(long);
    const mean = since.reduce((sum, hour) => sum + hour, 0) / since.length;
    expect(Math.abs(mean - long / 2)).toBeLessThan((4 * long) / Math.sqrt(12 * since.length));
    // ten days of 2 a day
    const often = runs.flat().length / REPLICATIONS;
    expect(Math.abs(often - 20)).toBeLessThan(4 * Math.sqrt(20 / REPLICATIONS));
  });
});
