import { describe, expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { minutesAfterStart } from '../../src/scenario/index.ts';
import { shipped } from '../support/files.ts';
import { told } from '../support/scenario.ts';
import { expectRising, unexplained } from '../support/shipped.ts';

const { scenario, ledger } = shipped('saigon-1975');
const model = compile(scenario);
const { catalogue } = model;
const result = told(model, model.run({ seed: 'audit', replication: 0, audit: true }));

/** Minutes after 14:30 on 29 April. */
const clock = (hour: number, minute = 0): number => ((hour + 24 - 14) % 24) * 60 + minute - 30;

describe('one run of Operation Frequent Wind', () => {
  test('keeps every invariant at every sample, and nobody who is out comes back', () => {
    for (const { id } of catalogue.series.filter(({ topic }) => topic === 'out'))
      expectRising(result.series(id), id);
    expect(result.measure('people-out') + result.measure('left-behind')).toBe(result.outcome.people);
  });

  test('lands the first twelve at 15:06 and no earlier, and takes nobody out before', () => {
    expect(result.at('out', clock(15))).toBe(0);
    expect(result.at('out', clock(15, 30))).toBeGreaterThan(0);
  });

  test('has the security force out of the DAO compound after the evacuees, and everyone in the morning', () => {
    expect(result.at('troops', clock(20))).toBe(1010);
    expect(result.at('troops', clock(2))).toBe(170);
    expect(result.measure('troops')).toBe(0);
  });

  test('has never more than twelve CH-53 on the ground at the DAO compound, and one at the embassy', () => {
    expect(Math.max(...result.series('stands-in-use.dao'))).toBeLessThanOrEqual(12);
    expect(Math.max(...result.series('stands-in-use.embassy'))).toBeLessThanOrEqual(1);
  });
});

describe('the numbers of saigon-1975', () => {
  test('say where each of them comes from, or why it was assumed', () => {
    expect(unexplained(ledger)).toEqual([]);
    expect(ledger.length).toBeGreaterThan(100);
  });

  test('were tuned on the DAO compound before the night alone: nothing at the embassy, nothing in all', () => {
    const tuned = Object.values(scenario.observations).filter(({ use }) => use === 'calibrate');
    expect(tuned.length).toBeGreaterThan(0);
    for (const { at, series } of tuned) {
      expect(series).toContain('dao');
      expect(minutesAfterStart(scenario, at!)).toBeLessThanOrEqual(clock(20, 15));
    }
  });
});
