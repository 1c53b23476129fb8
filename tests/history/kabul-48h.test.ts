import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { Luck } from '../../src/model/luck.ts';
import { Threat } from '../../src/model/threat.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { shipped } from '../support/files.ts';
import { KABUL_VARIANTS, kabul, measured } from '../support/kabul.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const threatOf = (scenario: Scenario, seed: string): Threat =>
  new Threat(scenario, scenario.threat!, new Luck(new Simulation({ seed })));

/** Minutes after noon on 13 August of the hours in the file's record of August 2021. */
const AS_IT_HAPPENED: readonly (readonly [string, number])[] = [
  ['pul-e-alam', 2 * 60],
  ['qalat', 4 * 60],
  ['asadabad', 27 * 60],
  ['mazar-i-sharif', 33 * 60],
  ['jalalabad', 42 * 60],
  ['kabul', 48 * 60],
];

describe('the cities of August 2021', () => {
  test('fall on the historical day and hour when pace and spread are 1', () => {
    const threat = threatOf(shipped('kabul-48h', 'as-it-happened').scenario, 'history/0');
    for (const [city, minutes] of AS_IT_HAPPENED)
      expect(threat.places.get(city)!.fallsAt, city).toBe(minutes);
    const log = kabul('as-it-happened').run({ seed: 'history', replication: 0 }).actions;
    const falls = log.filter(({ action }) => action.do === 'fall').map(({ at, by }) => [by, at]);
    expect(falls).toEqual(expect.arrayContaining(AS_IT_HAPPENED.map(([city, minutes]) => [city, minutes])));
  });

  test.each(KABUL_VARIANTS.map((variant) => [variant ?? 'the file itself', variant] as const))(
    'never end with the capital before those that guard its roads, in 500 runs of %s',
    (_, variant) => {
      const { scenario } = shipped('kabul-48h', variant);
      const overtaken: string[] = [];
      for (let replication = 0; replication < 500; replication++) {
        const { places } = threatOf(scenario, `order/${replication}`);
        for (const { id, fallsAt, plan } of places.values()) {
          const first = plan.after.filter((before) => places.get(before)!.fallsAt > fallsAt);
          if (first.length > 0) overtaken.push(`${id} before ${first.join()} in run ${replication}`);
        }
      }
      expect(overtaken).toEqual([]);
      expect(scenario.threat!.places.kabul!.after.length).toBeGreaterThan(2);
    },
  );

  test('that had fallen before noon on 13 August stay fallen, whatever the pace', () => {
    const threat = threatOf(shipped('kabul-48h', 'as-believed').scenario, 'history/0');
    for (const place of threat.places.values()) {
      const stated = 'civil' in place.plan.falls;
      expect(stated).toBe(true);
      if (place.fallsAt < 0) expect(place.hasFallen).toBe(true);
    }
    expect([...threat.places.values()].filter(({ hasFallen }) => hasFallen)).toHaveLength(15);
  });
});

describe('US troops at noon on 15 August', () => {
  test('are about 2,000 (1,600 to 2,500), the row to which the build-up was calibrated', () => {
    // 12 runs: the mean of the runs, and not only their average, lies in what the sources allow
    const troops = measured(kabul(), 'troops.US', 12);
    expect(mean(troops)).toBeGreaterThan(1600);
    expect(mean(troops)).toBeLessThan(2500);
    expect(troops.filter((each) => each >= 1600 && each <= 2500).length).toBeGreaterThanOrEqual(10);
  });

  test('are the 650 who were there when the force comes two days late', () => {
    const troops = measured(kabul('force-two-days-late'), 'troops.US', 6);
    expect(new Set(troops)).toEqual(new Set([650]));
  });
});
