import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostFor } from '../../src/model/ceiling/fit.ts';
import { compile } from '../../src/model/index.ts';
import { expectUnderCeiling } from '../support/ceiling.ts';
import { shipped } from '../support/files.ts';
import { randomScenario } from '../support/random-scenario.ts';
import {
  AT_ONCE,
  BRIDGE,
  merged,
  ONE_AIRCRAFT,
  scenarioOf,
  type Told,
  told,
  type Written,
} from '../support/scenario.ts';
import { EMBASSY, timeline } from '../support/worlds.ts';

/** One run of a teaching scenario, in which nothing is random. */
const lesson = (name: string, variant?: string): Told => {
  const model = compile(shipped(name, variant).scenario);
  return told(model, model.run({ seed: 'lesson', replication: 0 }));
};

describe('the best fit into a budget, in parts', () => {
  test('takes the best worth per cost first: all of 4 for 2, then half of 6 for 6', () => {
    const items = { worth: Float64Array.of(6, 4), cost: Float64Array.of(6, 2) };
    expect(mostFor(items, 5)).toBeCloseTo(7, 6);
  });

  test('is everything where the budget is enough, and what is free where there is none', () => {
    const items = { worth: Float64Array.of(6, 4, 3), cost: Float64Array.of(6, 2, 0) };
    expect(mostFor(items, 8)).toBe(13);
    expect(mostFor(items, 0)).toBeCloseTo(3, 9);
  });

  test('is never less than any choice of whole things that the budget allows', () => {
    const item = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (list, budget) => {
        const items = {
          worth: Float64Array.from(list, ([worth]) => worth),
          cost: Float64Array.from(list, ([, cost]) => cost),
        };
        for (let choice = 0; choice < 2 ** list.length; choice++) {
          const taken = list.filter((_, k) => (choice >> k) % 2 === 1);
          const cost = taken.reduce((sum, each) => sum + each[1], 0);
          const worth = taken.reduce((sum, each) => sum + each[0], 0);
          if (cost <= budget) expect(mostFor(items, budget)).toBeGreaterThanOrEqual(worth - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('where nothing is random and one stage binds, the ceiling is reached', () => {
  test.each([
    ['01-one-aircraft', undefined, 200, 'fleet'],
    ['02-a-fleet-and-its-cycle', 'one', 400, 'fleet'],
    ['02-a-fleet-and-its-cycle', 'two', 800, 'fleet'],
    ['02-a-fleet-and-its-cycle', undefined, 1200, 'demand'],
    ['02-a-fleet-and-its-cycle', 'published-example', 10_000, 'demand'],
    ['03-stands', undefined, 4400, 'stand'],
    ['03-stands', 'twelve-more-aircraft', 4400, 'stand'],
    ['03-stands', 'one-more-stand', 6600, 'stand'],
    ['03-stands', 'six-aircraft', 2400, 'fleet'],
  ] as const)('%s, %s: %i people, held by %s', (name, variant, people, stage) => {
    const result = lesson(name, variant);
    expect(result.measure('people-out')).toBe(people);
    expect(result.measure('ceiling')).toBe(people);
    expect(result.measure(`ceiling.${stage}`)).toBe(people);
    expect(result.measure('ceiling-reached')).toBe(1);
  });

  test.each([
    [undefined, 2500],
    ['twice-the-beds', 4000],
  ] as const)('04-a-haven-that-fills, %s: within a load of 100 of it, held by beds', (variant, people) => {
    const result = lesson('04-a-haven-that-fills', variant);
    expect(result.measure('people-out')).toBe(people);
    expect(result.measure('ceiling')).toBe(result.measure('ceiling.haven'));
    expect(result.measure('ceiling')).toBeLessThanOrEqual(people + 100);
  });
});

describe('another order of people does not pass the ceiling of a run', () => {
  /** Aircraft for everybody, at once; whoever comes first is served first, and then two persons before a party of nine, or after it. */
  const party = (size: number, priority: number, plan: Written = {}): Written => ({
    nation: 'Any',
    people: `${size} people`,
    partySize: size,
    setsOut: AT_ONCE,
    lives: { street: '100 %' },
    site: 'field',
    priority,
    ...plan,
  });
  const FLOW: Written = merged(BRIDGE, ONE_AIRCRAFT, EMBASSY, {
    window: '10 h',
    roads: { street: { travel: '0 h' } },
    routes: { bridge: { time: '1 min' } },
    craft: { transport: { groundTime: '1 min', turnTime: '1 min' } },
    gates: { north: { search: '0 min' } },
    desks: { desk: { officers: 1 } },
  });
  const expectNotPassed = (written: Written, seeds: number): void => {
    const [base, other] = [written, merged(written, { populations: { many: { priority: 0 } } })].map((each) =>
      compile(scenarioOf(each)),
    );
    for (let replication = 0; replication < seeds; replication++) {
      const options = { seed: 'order', replication };
      const ceiling = told(base!, base!.run(options)).measure('ceiling');
      expect(told(other!, other!.run(options)).measure('people-out')).toBeLessThanOrEqual(ceiling);
    }
  };

  test('where whom the officers serve first is not turned back on a road that closes', () => {
    const consular = { consular: '100 %' };
    expectNotPassed(
      merged(FLOW, {
        embassy: { staff: { officers: { people: '1 people' } }, consular: { time: '1 h' } },
        populations: { alone: party(1, 1, { ...consular, people: '2 people' }), many: party(9, 2, consular) },
        ...timeline({ at: '2.75 h', do: 'closeRoad', road: 'lane' }),
      }),
      10,
    );
  });

  test('where whom the officers serve has all papers, and the others take twice as long at the desk', () => {
    const consular = { consular: '100 %' };
    expectNotPassed(
      merged(FLOW, {
        desks: { desk: { time: '3 h', partialPapers: 10 } },
        embassy: { staff: { officers: { people: '1 people' } }, consular: { time: '1 h' } },
        populations: { alone: party(1, 1, { ...consular, people: '2 people' }), many: party(9, 2, consular) },
        ...timeline({ at: '1.5 h', do: 'moveEmbassy' }),
      }),
      10,
    );
  });

  test('where another try at the gate has other luck', () => {
    const again = { patience: '1 h', retries: { share: '100 %', after: '1 h' } };
    expectNotPassed(
      merged(FLOW, {
        gates: { north: { search: { discrete: { '10 min': 1, '1000 min': 1 } } } },
        populations: { alone: party(1, 1, { ...again, people: '2 people' }), many: party(9, 2, again) },
      }),
      60,
    );
  });
});

test('in 12 random operations, however ill planned, the ceiling is never beaten', () => {
  fc.assert(fc.property(randomScenario, expectUnderCeiling), {
    numRuns: 12,
    seed: 20210826,
    endOnFailure: true,
  });
});
