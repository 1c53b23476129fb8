import { describe, expect, test } from 'vitest';
import { waysOf } from '../../src/analysis/index.ts';
import { compile, type RunEvent } from '../../src/model/index.ts';
import { shipped } from '../support/files.ts';
import { type Told, told } from '../support/scenario.ts';

/** Operations by air, by helicopter and by sea that do not ship, each with its answer worked out by hand in its head. */
const loaded = (name: string, variant?: string) =>
  shipped(`../tests/scenarios/fixtures/${name}`, variant).scenario;

const run = (name: string, variant?: string): Told => {
  const model = compile(loaded(name, variant));
  return told(model, model.run({ seed: 'operations', replication: 0, audit: true }));
};

const HOUR = 60;
const outAt = (result: Told, ...minutes: readonly number[]): readonly number[] =>
  minutes.map((minute) => result.at('out', minute));

describe('one airstrip by day', () => {
  test('lets out one load of 90 in each of 12 slots a day: 2,160 people in two days', () => {
    const result = run('one-airstrip');
    expect(result.measure('people-out')).toBe(2 * 12 * 90);
    expect(result.measure('diverts')).toBe(0);
    // the first lands at 06:00 and takes 60 min on runway, taxiway and stand; the last leaves when the light does
    expect(outAt(result, 6.5 * HOUR, 7 * HOUR, 17.5 * HOUR, 18 * HOUR)).toEqual([0, 90, 990, 1080]);
  });

  test('lets out no more with twice the craft, and half with half the craft', () => {
    expect(run('one-airstrip', 'twice-the-craft').measure('people-out')).toBe(2160);
    expect(run('one-airstrip', 'half-the-craft').measure('people-out')).toBe(2160 / 2);
  });

  test('with one crew to a craft the three loads that would come home too late are not flown: 9 of 12 a day', () => {
    expect(run('one-airstrip', 'one-crew').measure('people-out')).toBe(2 * 9 * 90);
  });

  test('without slots all come at dawn, those for whom there is no stand go back, and fewer people get out', () => {
    const result = run('one-airstrip', 'without-slots');
    // two stands; of six, four orbit for 30 min, which is less than the 50 min from landing to leaving the stand
    expect(outAt(result, 7.5 * HOUR)).toEqual([2 * 90]);
    expect(result.measure('diverts')).toBeGreaterThanOrEqual(2 * 4);
    expect(result.measure('people-out')).toBeLessThan(2160);
  });

  test('with fuel for the way back aboard each load is 60 % of the seats', () => {
    expect(run('one-airstrip', 'short-legs').measure('people-out')).toBe(24 * Math.floor(0.6 * 90));
  });
});

describe('from the ship to the compound', () => {
  const result = run('ship-to-compound');
  const night = (minutes: number): number => 24 * HOUR + minutes;

  test('the heavy helicopters are there after 3 h, with 60 troops, and away in another 30 min with 60 people', () => {
    expect([6.9, 7].map((hour) => result.at('troops', Math.round(hour * HOUR)))).toEqual([0, 60]);
    expect(outAt(result, 7.5 * HOUR - 1, 7.5 * HOUR)).toEqual([0, 60]);
  });

  test('ten light ones on five pads leave in fives, 15 min apart, and come again after 45 min', () => {
    const times = [26, 27, 41, 42, 71, 72, 86, 87].map(night);
    expect(outAt(result, ...times)).toEqual([60, 135, 135, 210, 210, 285, 285, 300]);
  });

  test('no soldier leaves before the last evacuee, and all have left 20 min after', () => {
    expect(result.at('troops', night(87))).toBe(60);
    expect(result.measure('troops-withdrawn')).toBe(60);
    // ordered at 01:20, when the policy looks next; 12 min out and 15 min loading in the dark
    expect(result.measure('time-last-troops-out')).toBe(night(80 + 12 + 15));
  });
});

describe('a passage in two stages', () => {
  const rate = (variant?: string) =>
    waysOf(loaded('two-stage-passage', variant)).map(({ least }) => least?.peoplePerHour);

  test('four ships carry 12 loads of 500 in the 18 hours after the first comes, tide or no tide', () => {
    expect(run('two-stage-passage').measure('people-out')).toBe(6000);
    expect(run('two-stage-passage', 'no-tide').measure('people-out')).toBe(6000);
    // boats 20 × 25 an hour; ships 4 × 500 in 6 h, three quarters of the day
    expect(rate()).toEqual([500, 250]);
  });

  test('the tide leaves each boat 16 of 24 loads: 8,000 of 9,000 people are off the beach', () => {
    const model = compile(loaded('two-stage-passage'));
    const loads: RunEvent[] = [];
    const record = (event: RunEvent): void => {
      if (event.kind === 'departure' && event.fleet === 'boats') loads.push(event);
    };
    const result = told(model, model.run({ seed: 'operations', replication: 0, record }));
    // at 00:35 and 01:35, from 06:20 to 13:20 and from 18:20 to 23:20, each hour
    expect(loads).toHaveLength(20 * (2 + 8 + 6));
    expect(result.measure('incidents.ebb')).toBe(2);
    expect(result.measure('incident-hours.ebb')).toBe(8);
  });

  test('twice the ships wait for the boats: 13 loads, since the tide lets no more than 6,500 come by 20:35', () => {
    expect(run('two-stage-passage', 'more-ships').measure('people-out')).toBe(6500);
    expect(rate('more-ships')).toEqual([500, 500]);
  });

  test('two ships lost at noon cost the four loads they still had to fly', () => {
    expect(run('two-stage-passage', 'one-raid').measure('people-out')).toBe(6000 - 4 * 500);
  });
});
