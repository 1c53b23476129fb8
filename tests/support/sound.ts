import { expect } from 'vitest';
import { summarise } from '../../src/analysis/index.ts';
import { compile } from '../../src/model/index.ts';
import { told, uncheckedScenarioOf, type Written } from './scenario.ts';

/** Far more than a small operation needs: a run that passes it does not end by itself. */
const EVENT_BUDGET = 1_000_000;

/** What is ahead of its plan is less than nothing behind it. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(['troops-below-plan', 'staff-above-plan']);

const isLevel = (value: number): boolean => Number.isFinite(value) && value >= 0;

/** Reads and runs an operation, with all invariants checked at each sample, and looks at what it reports. */
export const expectSound = (written: Written): void => {
  const model = compile(uncheckedScenarioOf(written));
  const { catalogue } = model;
  const outcome = model.run({ seed: 'sound', replication: 0, audit: true, eventBudget: EVENT_BUDGET });
  for (const [index, { id, unit }] of catalogue.series.entries()) {
    const row = outcome.series[index]!;
    expect(row.length, id).toBe(catalogue.grid.length);
    expect(row.every(isLevel), id).toBe(true);
    if (/^(out|safe)/.test(id)) expect(row, id).toEqual([...row].sort((a, b) => a - b));
    if (unit === 'share of runs') expect(Math.max(...row), id).toBeLessThanOrEqual(1);
  }
  for (const [index, { id, kind }] of catalogue.measures.entries()) {
    const value = outcome.measures[index]!;
    const least = MAY_BE_NEGATIVE.has(id) ? Number.NEGATIVE_INFINITY : kind === 'hours' ? -1e-6 : 0;
    expect(value, id).toBeGreaterThanOrEqual(least);
    if (kind === 'share') expect(value, id).toBeLessThanOrEqual(1 + 1e-12);
    if (kind === 'indicator') expect([0, 1], id).toContain(value);
    if (kind === 'count') expect(Number.isInteger(value), `${id} is ${value}`).toBe(true);
    if (kind !== 'time') expect(value, id).toBeLessThan(Infinity);
  }
  // what was recorded can be set beside any run
  const { observations } = summarise(catalogue, [outcome], 'sound');
  for (const { label, simulated } of observations)
    expect(simulated.mean === null || isLevel(simulated.mean), label).toBe(true);
  expectLedgersAgree(
    told(model, outcome),
    catalogue.measures.map(({ id }) => id),
  );
};

/** The states of those left behind add up to those left behind, who with those out are everyone. */
const expectLedgersAgree = (result: ReturnType<typeof told>, ids: readonly string[]): void => {
  for (const whole of ['left-behind', 'people-out', 'staff-out', 'troops']) {
    const parts = ids.filter((id) => id.startsWith(`${whole}.`)).map((id) => result.measure(id));
    // where there is only one nation, it has no line of its own
    if (parts.length === 0) continue;
    expect(
      parts.reduce((people, part) => people + part, 0),
      whole,
    ).toBe(result.measure(whole));
  }
  expect(result.measure('people-safe')).toBeLessThanOrEqual(result.measure('people-out'));
  expect(result.measure('people-out-commercial') + result.measure('people-out-air-bridge')).toBe(
    result.measure('people-out'),
  );
};
