import { describe, expect, test } from 'vitest';
import { buildWorld } from '../../src/model/build.ts';
import { compile } from '../../src/model/index.ts';
import type { World } from '../../src/model/world.ts';
import { BRIDGE, merged, ONE_AIRCRAFT, scenarioOf, told, type Written } from '../support/scenario.ts';

/** Two populations with luck in everything, a gate, a desk and an aircraft with luck of its own. */
const LUCKY: Written = merged(BRIDGE, ONE_AIRCRAFT, {
  window: '48 h',
  roads: { street: { travel: { lognormal: { mean: '1 h', cv: 0.6 } }, turnedBack: '10 %' } },
  gates: { north: { site: 'field', lanes: 2, search: { exponential: { mean: '4 min' } } } },
  desks: { desk: { site: 'field', officers: 2, time: { gamma: { mean: '6 min', cv: 0.7 } } } },
  craft: {
    transport: { variation: { uniform: [0.8, 1.2] }, groundTime: { uniform: ['30 min', '90 min'] } },
  },
  populations: Object.fromEntries(
    ['citizens', 'partners'].map((id) => [
      id,
      {
        nation: 'Any',
        people: { uniform: ['200 people', '300 people'] },
        partySize: { discrete: { 1: 4, 2: 3, 5: 2 } },
        setsOut: '4 %/h',
        lives: { street: '100 %' },
        site: 'field',
        partialPapers: '20 %',
        ineligible: '10 %',
        patience: { exponential: { mean: '20 h' } },
      },
    ]),
  ),
});

const worldOf = (...patches: readonly Written[]): World =>
  buildWorld(scenarioOf(LUCKY, ...patches), 'luck/0', 1e7);

const PURPOSES = ['road', 'papers', 'patience', 'search', 'desk', 'travel', 'ticket'] as const;

/** Who everybody is: sizes, and all luck of all parties of a population. */
const peopleOf = (world: World, id: string) => {
  const { group } = world.populations.get(id)!;
  const rowOf: number[] = [];
  for (let row = group.first; row < group.first + group.parties; row++) rowOf[world.ordinals[row]!] = row;
  return {
    people: group.people,
    sizes: rowOf.map((row) => world.roster.size[row]!),
    luck: [
      rowOf.map((row) => world.partyLuck.setsOut(row)),
      ...PURPOSES.map((purpose) => rowOf.map((row) => world.partyLuck.of(row, purpose))),
    ],
  };
};

const ADDITIONS: readonly (readonly [string, Written])[] = [
  ['a gate', { gates: { south: { site: 'field', lanes: 3, search: { exponential: { mean: '2 min' } } } } }],
  ['desk officers', { desks: { desk: { officers: 9 } } }],
  [
    'a second desk',
    { desks: { extra: { site: 'field', officers: 1, time: { exponential: { mean: '3 min' } } } } },
  ],
  ['nine aircraft', { fleets: { transport: { count: 10 } } }],
  [
    'a policy',
    {
      policies: {
        help: { when: { since: '2 h' }, actions: [{ do: 'addOfficers', desk: 'desk', officers: 3 }] },
      },
    },
  ],
  ['a crowd', { crowd: { site: 'field', arrivals: { exponential: { mean: '30 people/h' } } } }],
];

describe('the same person has the same luck', () => {
  test.each(ADDITIONS)(
    'when %s is added: same sizes, papers, patience, service and time to set out',
    (_, patch) => {
      const before = worldOf();
      const after = worldOf(patch);
      for (const id of ['citizens', 'partners']) expect(peopleOf(after, id)).toEqual(peopleOf(before, id));
    },
  );

  test.each(ADDITIONS)(
    'when %s is added: just as many are on the road, and turned back, at every sample',
    (_, patch) => {
      const [before, after] = [scenarioOf(LUCKY), scenarioOf(LUCKY, patch)].map((scenario) => {
        const model = compile(scenario);
        return told(model, model.run({ seed: 'luck', replication: 0 }));
      });
      expect(after!.series('stage.road')).toEqual(before!.series('stage.road'));
      expect(after!.measure('left-behind.turned-back')).toBe(before!.measure('left-behind.turned-back'));
      expect(after!.measure('left-behind.at-home')).toBe(before!.measure('left-behind.at-home'));
    },
  );

  test.each(ADDITIONS)('when %s is added: every quantity drawn once for the run is the same', (_, patch) => {
    const [before, after] = [worldOf(), worldOf(patch)].map(({ luck }) => luck);
    expect(before!.drawnOnce.length).toBeGreaterThan(0);
    for (const path of before!.drawnOnce) {
      expect(after!.drawnOnce).toContain(path);
      // What has been drawn is given again, whatever is asked for.
      const other = { kind: 'uniform', min: -2, max: -1 } as const;
      expect([path, after!.once(path, other)]).toEqual([path, before!.once(path, other)]);
    }
  });

  test('when a third population comes, before or after the others in the file', () => {
    const third = { ...(LUCKY.populations as Written), strangers: (LUCKY.populations as Written).citizens };
    const turned = Object.fromEntries(Object.entries(third).reverse());
    for (const populations of [third, turned]) {
      const world = buildWorld(scenarioOf({ ...LUCKY, populations }), 'luck/0', 1e7);
      for (const id of ['citizens', 'partners']) expect(peopleOf(world, id)).toEqual(peopleOf(worldOf(), id));
    }
  });

  test('in a larger population: it begins with the people of the smaller', () => {
    const few = peopleOf(worldOf({ populations: { citizens: { people: '200 people' } } }), 'citizens');
    const many = peopleOf(worldOf({ populations: { citizens: { people: '2000 people' } } }), 'citizens');
    // the last party of the smaller population is cut to what is left
    const whole = few.sizes.length - 1;
    expect(many.sizes.slice(0, whole)).toEqual(few.sizes.slice(0, whole));
    for (const [purpose, column] of few.luck.entries()) {
      expect(many.luck[purpose]!.slice(0, column.length)).toEqual(column);
    }
    expect(peopleOf(worldOf({ populations: { citizens: { people: '2000 people' } } }), 'partners')).toEqual(
      peopleOf(worldOf(), 'partners'),
    );
  });

  test('and another replication has other luck', () => {
    const other = buildWorld(scenarioOf(LUCKY), 'luck/1', 1e7);
    expect(peopleOf(other, 'citizens').luck).not.toEqual(peopleOf(worldOf(), 'citizens').luck);
  });

  test('no two populations share their luck', () => {
    const world = worldOf({
      populations: { citizens: { people: '200 people' }, partners: { people: '200 people' } },
    });
    expect(peopleOf(world, 'citizens').luck).not.toEqual(peopleOf(world, 'partners').luck);
  });
});

describe('what nobody uses changes nothing', () => {
  const namedResults = (...patches: readonly Written[]) => {
    const model = compile(scenarioOf(LUCKY, ...patches));
    const outcome = model.run({ seed: 'unused', replication: 0 });
    const byName = <Value>(specs: readonly { readonly id: string }[], values: readonly Value[]) =>
      Object.fromEntries(specs.map(({ id }, index) => [id, values[index]!]));
    return {
      ...byName<unknown>(model.catalogue.series, outcome.series),
      ...byName<unknown>(model.catalogue.measures, outcome.measures),
    };
  };

  test.each<readonly [string, Written]>([
    ['an airfield', { sites: { idle: { runway: {}, stands: 3 } } }],
    ['a haven', { sites: { idle: { beds: '500 people', onward: '9 people/h' } } }],
    [
      'a fleet of no craft',
      { fleets: { idle: { craft: 'transport', nation: 'Any', count: 0, base: 'haven', pickup: 'field' } } },
    ],
    [
      'a fleet that flies elsewhere',
      {
        sites: { idle: {}, away: { beds: '10 people' } },
        routes: { long: { between: ['idle', 'away'], time: '1 h' } },
        fleets: {
          idle: {
            craft: 'transport',
            nation: 'Any',
            count: 4,
            base: 'away',
            pickup: 'idle',
            launch: 'on-demand',
          },
        },
      },
    ],
    ['a road', { roads: { idle: { travel: { exponential: { mean: '1 h' } } } } }],
    [
      'a kind of craft',
      {
        craft: { idle: { seats: { uniform: ['1 people', '9 people'] }, groundTime: '1 h', turnTime: '1 h' } },
      },
    ],
    [
      'a policy that never fires',
      {
        policies: {
          idle: { when: { watch: 'out', above: 99_999 }, actions: [{ do: 'closeGate', gate: 'north' }] },
        },
      },
    ],
    [
      'an incident that does nothing here',
      {
        sites: { idle: {} },
        incidents: {
          raid: {
            perDay: 2,
            lasts: { exponential: { mean: '1 h' } },
            actions: [{ do: 'setStands', site: 'idle', stands: 3 }],
          },
        },
      },
    ],
    ['an observation', { observations: { seen: { series: 'out', at: '3 h', value: 1, low: 0, high: 2 } } }],
    [
      'an observation of a measure',
      { observations: { seen: { measure: 'people-out', value: 1, low: 0, high: 2 } } },
    ],
  ])('%s', (_, patch) => {
    expect(namedResults(patch)).toMatchObject(namedResults());
  });
});

test('an order takes as long to be carried out when another order comes before it', () => {
  const close = (gate: string) => ({
    at: '1 h',
    do: 'closeGate',
    gate,
    after: { uniform: ['1 h', '9 h'] },
  });
  const gates = { gates: { south: { site: 'field', lanes: 1, search: '1 min' } } };
  const closedAt = (...lines: readonly Written[]) => {
    const model = compile(scenarioOf(LUCKY, gates, { timeline: lines }));
    const { actions } = model.run({ seed: 'orders', replication: 0 });
    return actions.find(({ action }) => action.gate === 'north')!.at;
  };
  expect(closedAt(close('south'), close('north'))).toBe(closedAt(close('north')));
});
