import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { uncertainNumbers } from '../../src/experiment/uncertain.ts';
import { buildWorld } from '../../src/model/build.ts';
import type { Distribution } from '../../src/scenario/distribution.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scaled, writeQuantity } from '../../src/scenario/numbers.ts';
import type { ScenarioError } from '../../src/scenario/problem.ts';
import { readRandom } from '../../src/scenario/random.ts';
import { parseSetting } from '../../src/scenario/setting.ts';
import { toPlain } from '../../src/scenario/tree.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const read = (path: string): string => (path === 'small.yaml' ? SMALL_SCENARIO : readFileSync(path, 'utf8'));
const small = loadScenario('small.yaml', { read });
const kabul = loadScenario('scenarios/kabul-48h.yaml', { read });

const EACH: readonly Distribution[] = [
  { kind: 'fixed', value: 90 },
  { kind: 'uniform', min: 4, max: 12 },
  { kind: 'triangular', min: 4, mode: 6, max: 12 },
  { kind: 'normal', mean: 60, sd: 5, min: 30, max: 90 },
  { kind: 'lognormal', mean: 4, cv: 0.6 },
  { kind: 'exponential', mean: 5 },
  { kind: 'gamma', mean: 60, cv: 0.4 },
  { kind: 'erlang', mean: 12, k: 4 },
  { kind: 'discrete', values: [3, 7], weights: [1, 2] },
  { kind: 'empirical', values: [1, 2, 4] },
];

describe('a quantity written for --set is read as it was', () => {
  test.each(EACH.map((one) => [one.kind, one] as const))('%s', (_, one) => {
    const { patch, problems } = parseSetting(`a=${writeQuantity('duration', one)}`);
    expect(problems).toEqual([]);
    const { a } = toPlain(patch!) as { a: unknown };
    expect(readRandom({ dimension: 'duration' }, a)).toEqual({ ok: true, value: one });
  });
});

test('every number of a scenario can be written back to where it stands, and changes nothing', () => {
  for (const { numbers, hashInput } of [small]) {
    const settings = numbers
      .filter(({ isListed, grade }) => !isListed && grade !== 'default')
      .map(({ path, dimension, value }) => `${path}=${writeQuantity(dimension, value)}`);
    expect(settings.length).toBeGreaterThan(60);
    const again = loadScenario('small.yaml', { read, set: settings });
    const known = new Map(again.numbers.map(({ path, value }) => [path, value]));
    for (const { path, value } of numbers) expect([path, known.get(path)]).toEqual([path, value]);
    expect(again.hashInput.length).toBeGreaterThan(hashInput.length / 2);
  }
});

test('scaling moves the mean by the factor and leaves the shape alone', () => {
  for (const one of EACH) {
    const twice = scaled(one, 2);
    expect(twice.kind).toBe(one.kind);
    const numbers = (dist: Distribution): number[] => {
      const { kind: _, cv: __, k: ___, weights: ____, ...rest } = { cv: 0, k: 0, weights: [], ...dist };
      return Object.values(rest)
        .flat()
        .filter((value) => typeof value === 'number');
    };
    expect(numbers(twice)).toEqual(numbers(one).map((value) => 2 * value));
  }
});

/** A scenario with every quantity of `file` that may be random drawn from a little below to a little above. */
const blurred = (file: string): ReturnType<typeof loadScenario> => {
  const load = (set: readonly string[]) => loadScenario(file, { read, set });
  const wanted = load([]).numbers.filter(
    ({ isListed, value, grade }) =>
      !isListed && grade !== 'default' && value.kind === 'fixed' && value.value > 0,
  );
  const settings = new Map(
    wanted.map(({ path, dimension, value, min, max, isWhole }) => {
      const { value: at } = value as { value: number };
      const near = isWhole ? [at, at + 1] : [Math.max(min, 0.9 * at), Math.min(max, 1.05 * at)];
      const [low, high] = near.map((one) => writeQuantity(dimension, { kind: 'fixed', value: one }));
      return [path, `${path}={ uniform: [${low}, ${high}] }`] as const;
    }),
  );
  try {
    return load([...settings.values()]);
  } catch (error) {
    // what cannot be random is told with its path
    for (const { path } of (error as ScenarioError).problems) settings.delete(path);
    return load([...settings.values()]);
  }
};

/** Drawn when first used: routes, the speed of craft whose lines state a time, and craft that join after two days. */
const NOT_USED = /^(?:routes|craft\.(?:airliner|c-17))\.|^craft\.(?:ch-46|uh-60|convoy)\.(?:speed|overhead)$/;

test.each([
  'small.yaml',
  'scenarios/kabul-48h.yaml',
  'scenarios/saigon-1975.yaml',
  'scenarios/kabul-airlift.yaml',
])(
  'what the schema of %s says is drawn once for a run is what the model draws once, and nothing else',
  (file) => {
    const { scenario, numbers } = blurred(file);
    const world = buildWorld(scenario, 'numbers/0', 1e7);
    world.sim.run(Math.min(scenario.window, 2880));
    const random = numbers.filter(({ value, isListed }) => value.kind !== 'fixed' && !isListed);
    expect(random.length).toBeGreaterThan(50);
    const once = random.flatMap(({ drawnFor, path }) => (drawnFor === 'run' ? [path] : []));
    const drawn = world.luck.drawnOnce.filter((path) => !path.includes('/'));
    expect(drawn.filter((path) => !once.includes(path))).toEqual([]);
    expect(once.filter((path) => !drawn.includes(path) && !NOT_USED.test(path))).toEqual([]);
  },
);

describe('the uncertain numbers of the shipped question', () => {
  const uncertain = uncertainNumbers(kabul.numbers);
  const of = (path: string) => uncertain.find((one) => one.path === path);

  test('are drawn quantities between their quantiles: a triangle of 3,000, 4,500 and 6,000 from 3,671 to 5,329', () => {
    // 10 % quantile of a triangle: 3000 + sqrt(0.1 * 3000 * 1500) = 3670.8; symmetric.
    expect(of('populations.us-nationals.people')).toMatchObject({
      range: 'quantiles',
      low: '3671 people',
      high: '5329 people',
    });
  });

  test('and assumed ones a quarter up and down, distributions drawn anew as a whole, shares at most 100 %', () => {
    expect(of('fleets.us-c-17.interval')).toMatchObject({ range: 'quarter', low: '45 min', high: '75 min' });
    expect(of('populations.us-nationals.ticketed')).toMatchObject({ low: '63.75 %', high: '100 %' });
    expect(of('gates.military.search')?.high).toBe('{ lognormal: { mean: 5 min, cv: 0.6 } }');
  });

  test('and never what is asked, recorded or observed', () => {
    for (const path of ['window', 'tail', 'populations.us-nationals.priority', 'fleets.us-c-17.count'])
      expect(of(path)).toBeUndefined();
    expect(uncertain.filter(({ path }) => path.startsWith('observations'))).toEqual([]);
  });
});
