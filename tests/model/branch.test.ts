import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Model, type Outcome } from '../../src/model/index.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { merged, scenarioOf, uncheckedScenarioOf, type Written } from '../support/scenario.ts';
import { COMING, READY, timeline } from '../support/worlds.ts';

const SEED = { seed: 'branch', replication: 0 };
const HOUR = 60;
const BRANCHES = Array.from({ length: 200 }, (_, index) => String(index));

/** What had happened before a time, to the last byte: every sample, and every action. */
const past = ({ catalogue }: Model, { series, actions }: Outcome, before: number): string =>
  JSON.stringify({
    series: series.map((row) => row.filter((_, sample) => catalogue.grid[sample]! < before)),
    actions: actions.filter(({ at }) => at < before),
  });

describe('a branch', () => {
  const operations = process.env.AIRBRIDGE_FULL === '1' ? 150 : 8;

  test('has the same past to the last byte, whatever the operation and the time of the fork', () => {
    let varied = 0;
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 0, max: 40 }), (written, hour) => {
        const model = compile(uncheckedScenarioOf(written));
        const forkAt = hour * HOUR;
        const trunk = model.run(SEED);
        const branch = model.run({ ...SEED, forkAt, branch: 'a', audit: true });
        expect(past(model, branch, forkAt)).toBe(past(model, trunk, forkAt));
        expect(JSON.stringify(model.run({ ...SEED, forkAt }))).toBe(JSON.stringify(trunk));
        expect(JSON.stringify(model.run({ ...SEED, forkAt, branch: 'a' }))).toBe(JSON.stringify(branch));
        if (JSON.stringify(branch.series) !== JSON.stringify(trunk.series)) varied += 1;
      }),
      { numRuns: operations, seed: 11, endOnFailure: true },
    );
    // and a future of its own, but for operations in which nothing was left to luck
    expect(varied / operations).toBeGreaterThan(0.7);
  });

  test('without a time to begin at is refused', () => {
    expect(() => compile(scenarioOf(READY)).run({ ...SEED, branch: 'a' })).toThrow(/forkAt/);
  });
});

describe('what has not happened at the fork', () => {
  const THREAT: Written = merged(READY, {
    window: '96 h',
    sample: '96 h',
    populations: null,
    threat: {
      pace: { uniform: [0.5, 1.5] },
      spread: { uniform: [0.8, 1.2] },
      places: { early: { falls: '10 h' }, late: { falls: '40 h', after: ['early'] } },
    },
  });
  const fallsOf = (model: Model, branch: string, forkAt: number) => {
    const { actions } = model.run({ ...SEED, forkAt, branch });
    return Object.fromEntries(actions.map(({ at, by }) => [by, at / HOUR]));
  };

  test('may come at any time that is left: a place that stands at 30 h falls after it, at other times', () => {
    const model = compile(scenarioOf(THREAT));
    const falls = BRANCHES.map((branch) => fallsOf(model, branch, 30 * HOUR));
    expect(falls.every(({ late }) => late! >= 30 && late! <= 40 * 1.5 * 1.2)).toBe(true);
    expect(new Set(falls.map(({ late }) => late)).size).toBe(BRANCHES.length);
    expect(new Set(falls.map(({ early }) => early)).size).toBe(1);
  });

  test('does not change which steps someone needs for whom room is kept inside', () => {
    const model = compile(
      scenarioOf(COMING, {
        gates: { north: { lanes: 5, search: '20 min' } },
        desks: { some: { site: 'field', officers: 2, time: '3 min', share: '50 %' } },
      }),
    );
    for (let forkAt = 70; forkAt < 240; forkAt += 10)
      expect(() => model.run({ ...SEED, forkAt, branch: 'x', audit: true })).not.toThrow();
  });

  test('keeps the order of what comes at one instant: a fall before an order of the same time', () => {
    const model = compile(
      scenarioOf(
        COMING,
        { threat: { places: { east: { falls: '10 h', actions: [{ do: 'closeGate', gate: 'north' }] } } } },
        timeline({ at: '10 h', do: 'openGate', gate: 'north' }),
      ),
    );
    const notes = (options: object) => model.run({ ...SEED, ...options }).actions.map(({ note }) => note);
    expect(notes({ forkAt: 5 * HOUR, branch: 'x' })).toEqual(notes({}));
  });

  test('keeps to what is known: with a certain pace, spread and time, it comes when it would have', () => {
    const model = compile(scenarioOf(THREAT, { threat: { pace: 1, spread: 1 } }));
    expect(fallsOf(model, 'x', 30 * HOUR)).toEqual({ early: 10, late: 40 });
  });

  test('has the odds of the future that is left: an even incident of 100 h, forked half way, comes in the other half', () => {
    const plan = {
      between: ['0 h', '100 h'],
      chance: '50 %',
      actions: [{ do: 'setOnward', site: 'haven', rate: '9 people/h' }],
    };
    const model = compile(scenarioOf(READY, { window: '120 h', incidents: { raid: plan } }));
    const untouched = Array.from({ length: 40 }, (_, replication) => replication).find(
      (replication) => model.run({ ...SEED, replication }).actions.length === 0,
    )!;
    const times = BRANCHES.flatMap((branch) =>
      model
        .run({ ...SEED, replication: untouched, forkAt: 50 * HOUR, branch })
        .actions.map(({ at }) => at / HOUR),
    );
    expect(times.every((time) => time >= 50)).toBe(true);
    // Bayes: (0.5 · 0.5) / (1 − 0.5 · 0.5) = 1 / 3 of 200, ± 4 standard deviations of 6.7
    expect(Math.abs(times.length - 200 / 3)).toBeLessThan(27);
  });

  test('draws a unit that is late anew, never before the fork', () => {
    const unit = {
      nation: 'Any',
      troops: 50,
      site: 'field',
      ready: '5 h',
      delay: { uniform: ['0 h', '18 h'] },
    };
    const model = compile(scenarioOf(merged(COMING, { force: { units: { guard: unit } } })));
    const troops = model.catalogue.series.findIndex(({ id }) => id === 'troops');
    const landed = (replication: number, branch?: string) => {
      const row = model.run({ ...SEED, replication, ...(branch && { branch, forkAt: 12 * HOUR }) }).series[
        troops
      ]!;
      return row.findIndex((level) => level > 0);
    };
    const late = BRANCHES.findIndex((_, replication) => landed(replication) > 12);
    const hours = BRANCHES.slice(0, 40).map((branch) => landed(late, branch));
    expect(hours.every((hour) => hour >= 12)).toBe(true);
    expect(new Set(hours).size).toBeGreaterThan(5);
  });

  test('sends people who are at home at other times: of those left, as many as the hazard says', () => {
    const people = { people: '400 people', setsOut: '10 %/h' };
    const model = compile(
      scenarioOf(
        merged(COMING, {
          roads: { street: { travel: '0 h' } },
          gates: { north: { lanes: 400 } },
          populations: { people },
        }),
      ),
    );
    const gate = model.catalogue.series.findIndex(({ id }) => id === 'out');
    const boarding = model.catalogue.series.findIndex(({ id }) => id === 'stage.boarding');
    const left = (branch: string) => {
      const { series } = model.run({ ...SEED, forkAt: 4 * HOUR, branch });
      return [3, 14].map((hour) => 400 - series[gate]![hour]! - series[boarding]![hour]!);
    };
    const levels = BRANCHES.slice(0, 100).map(left);
    const [before] = levels[0]!;
    expect(new Set(levels.map(([early]) => early)).size).toBe(1);
    // who is at home at 4 h is so at 14 h with chance exp(-1); about 260 of them: ± 4 standard errors of 100 branches
    const late = levels.map(([, end]) => end!);
    const mean = late.reduce((sum, level) => sum + level, 0) / late.length;
    const home = before! * Math.exp(-0.1);
    expect(Math.abs(mean - home * Math.exp(-1))).toBeLessThan(12);
    expect(new Set(late).size).toBeGreaterThan(15);
  });
});
