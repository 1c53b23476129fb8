import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type LoggedAction } from '../../src/model/index.ts';
import type { Decision } from '../../src/scenario/index.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { decision, uncheckedScenarioOf, type Written } from '../support/scenario.ts';

const SEED = { seed: 'determinism', replication: 3 };
const TIMES = process.env.AIRBRIDGE_FULL === '1' ? 20 : 1;
const fewRuns = { numRuns: 5 * TIMES, seed: 7, endOnFailure: true };

/** What outside decisions did in a run, as decisions for another: at the time of their effect, without delay. */
const recorded = (actions: readonly LoggedAction[]): Decision[] =>
  actions
    .filter(({ origin }) => origin === 'decision')
    .map(({ at, action }) => ({
      at: { after: at },
      action: action as Decision['action'],
    }));

/** Everything of an outcome but the names of who gave the orders. */
const effects = ({ actions, ...rest }: ReturnType<ReturnType<typeof compile>['run']>) => ({
  ...rest,
  actions: actions.map(({ at, note }) => ({ at, note })),
});

describe('a run', () => {
  test('is the same to the last byte for the same scenario, seed and replication', () => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const first = JSON.stringify(compile(uncheckedScenarioOf(written)).run(SEED));
        const model = compile(uncheckedScenarioOf(written));
        model.run({ seed: 'another run in between', replication: 0 });
        expect(JSON.stringify(model.run(SEED))).toBe(first);
      }),
      fewRuns,
    );
  });

  test('is not changed by looking at it: the audit only reads', () => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const model = compile(uncheckedScenarioOf(written));
        expect(model.run({ ...SEED, audit: true })).toEqual(model.run(SEED));
      }),
      fewRuns,
    );
  });

  test('differs for another seed, and for another replication', () => {
    const model = compile(uncheckedScenarioOf(fc.sample(randomScenario, { numRuns: 1, seed: 5 })[0]!));
    const base = model.run(SEED).series;
    expect(model.run({ ...SEED, seed: 'other' }).series).not.toEqual(base);
    expect(model.run({ ...SEED, replication: 4 }).series).not.toEqual(base);
  });

  test('leaves the scenario as it was', () => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const scenario = uncheckedScenarioOf(written);
        const before = JSON.stringify(scenario);
        compile(scenario).run(SEED);
        expect(JSON.stringify(scenario)).toBe(before);
      }),
      fewRuns,
    );
  });
});

/** Random operations whose timeline is carried out by outside decisions instead. */
const withDecisions = (written: Written): { scenario: Written; decisions: Decision[] } => ({
  scenario: { ...written, timeline: [] },
  decisions: (written.timeline as Written[]).map(decision),
});

describe('decisions', () => {
  test('do what the same actions do on the timeline, where their delays are certain', () => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const timeline = (written.timeline as Written[]).map((each) => ({ ...each, after: '20 min' }));
        const planned = { ...written, timeline };
        const { scenario, decisions } = withDecisions(planned);
        const decided = compile(uncheckedScenarioOf(scenario)).run({ ...SEED, decisions });
        const onTimeline = compile(uncheckedScenarioOf(planned)).run(SEED);
        expect(effects(decided)).toEqual(effects(onTimeline));
      }),
      fewRuns,
    );
  });

  test('replay from the log: the recorded decisions give the run again, and policies fire nothing twice', () => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const { scenario, decisions } = withDecisions(written);
        const model = compile(uncheckedScenarioOf(scenario));
        const first = model.run({ ...SEED, decisions });
        const again = model.run({ ...SEED, decisions: recorded(first.actions) });
        expect(again.actions.map(({ at, by, note }) => ({ at, by, note }))).toEqual(
          first.actions.map(({ at, by, note }) => ({ at, by, note })),
        );
        expect(again.series).toEqual(first.series);
        expect(again.measures).toEqual(first.measures);
      }),
      fewRuns,
    );
  });
});

describe('the order of entries', () => {
  const turned = (written: Written, section: string): Written => ({
    ...written,
    [section]: Object.fromEntries(Object.entries(written[section] as Written).reverse()),
  });

  test.each(['roads', 'routes', 'craft', 'sites'])('of %s changes nothing that people meet', (section) => {
    fc.assert(
      fc.property(randomScenario, (written) => {
        const straight = compile(uncheckedScenarioOf(written));
        const other = compile(uncheckedScenarioOf(turned(written, section)));
        const named = (model: typeof straight): unknown => {
          const outcome = model.run(SEED);
          const ids = model.catalogue.measures.map(({ id }, index) => [id, outcome.measures[index]]);
          return Object.fromEntries(ids);
        };
        expect(named(other)).toEqual(named(straight));
      }),
      { ...fewRuns, numRuns: 3 * TIMES },
    );
  });
});
