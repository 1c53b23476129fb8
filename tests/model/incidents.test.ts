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

const EMPTY: Written = merged(READY, { fleets: null, window: '240 h' });

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
