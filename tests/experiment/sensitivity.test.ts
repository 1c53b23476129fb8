import { describe, expect, test } from 'vitest';
import type { RemotePlan } from '../../src/experiment/compare.ts';
import { executeHere } from '../../src/experiment/run.ts';
import { morris, type Step, tornado } from '../../src/experiment/sensitivity.ts';
import { placesOf, trajectory } from '../../src/experiment/trajectory.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

const catalogue = catalogueWith({ measures: [measureSpec({ id: 'people-out' })] });
const options = { seed: 's', replications: 4, measure: 'people-out' };

/** A plan whose runs are `value` and luck that all plans share. */
const plan = (value: number): RemotePlan => ({
  catalogue,
  executor: executeHere({
    run: ({ seed, replication }) =>
      outcomeWith(catalogue, replication, { seed, measures: [1000 + value + ((replication * 37) % 11)] }),
  }),
});

/** A plan that finishes no run. */
const never: RemotePlan = {
  catalogue,
  executor: executeHere({
    run: () => {
      throw new Error('event budget');
    },
  }),
};

/** All trajectories of a function of places between 0 and 1. */
const screened = async (f: (x: readonly number[]) => number, factors: number, count: number) => {
  const plans: RemotePlan[] = [];
  const steps: Step<number>[] = [];
  for (let number = 0; number < count; number += 1) {
    const path = trajectory(factors, 'screen', number);
    steps.push(
      ...path.moves.map(({ factor, moved }, index) => ({
        name: factor,
        from: plans.length + index,
        to: plans.length + index + 1,
        moved,
      })),
    );
    plans.push(...placesOf(path).map((x) => plan(f(x))));
  }
  const effects = await morris(plans, steps, options);
  return new Map(effects.map((one) => [one.name, one]));
};

describe('Morris screening', () => {
  test('of a linear function gives its coefficients, exactly and without spread', async () => {
    const effects = await screened(([a, b, c]) => 30 * a! - 12 * b! + 3 * c!, 3, 4);
    expect([...effects.keys()]).toEqual([0, 1, 2]);
    for (const [factor, coefficient] of [30, -12, 3].entries()) {
      expect(effects.get(factor)!.mu).toBeCloseTo(coefficient, 9);
      expect(effects.get(factor)!.muStar).toBeCloseTo(Math.abs(coefficient), 9);
      expect(effects.get(factor)!.sigma).toBeCloseTo(0, 9);
    }
  });

  test('of a product shows an interaction: the effect of each is the place of the other, 1/2 on average, spread by it', async () => {
    // On the grid 0, 1/3, 2/3, 1 the other's place has mean 1/2 and standard deviation sqrt(5) / 6 = 0.373.
    const effects = await screened(([a, b]) => 100 * a! * b!, 2, 400);
    for (const factor of [0, 1]) {
      expect(effects.get(factor)!.mu! / 100).toBeCloseTo(0.5, 1);
      expect(effects.get(factor)!.sigma! / 100).toBeCloseTo(Math.sqrt(5) / 6, 1);
    }
  });

  test('of a function that goes down as often as up has a mean of nothing and a mean size of something', async () => {
    const effects = await screened(([a, b]) => 100 * (a! - 0.5) * (b! - 0.5), 2, 400);
    expect(Math.abs(effects.get(0)!.mu!)).toBeLessThan(5);
    // The other's distance from the middle is 1/2 or 1/6, each half the time.
    expect(effects.get(0)!.muStar! / 100).toBeCloseTo(1 / 3, 1);
  });
});

test('a trajectory moves every number once, by two thirds, and stays between 0 and 1', () => {
  for (let number = 0; number < 50; number += 1) {
    const path = trajectory(7, 'walk', number);
    expect(path.moves.map(({ factor }) => factor).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const { moved } of path.moves) expect(Math.abs(moved)).toBeCloseTo(2 / 3, 12);
    for (const place of placesOf(path).flat()) {
      expect(place).toBeGreaterThan(-1e-9);
      expect(place).toBeLessThan(1 + 1e-9);
    }
  }
});

test('a tornado gives paired differences from the base: shared luck leaves no interval, and the widest swing is first', async () => {
  const levers = [
    { name: 'lanes', low: plan(-1), high: plan(2) },
    { name: 'seats', low: plan(40), high: plan(-7) },
  ];
  const { swings, base } = await tornado(plan(0), levers, { ...options, width: 3 });
  expect(swings.map(({ name }) => name)).toEqual(['seats', 'lanes']);
  expect(swings[0]!.low).toEqual({ estimate: 40, low: 40, high: 40 });
  expect(swings[0]!.swing!.estimate).toBe(-47);
  expect(base.low).toBeLessThan(base.estimate);
});

test('a step whose end never finishes has no effect, and takes none of the others with it', async () => {
  const steps = [
    { name: 'lanes', from: 0, to: 1, moved: 2 / 3 },
    { name: 'seats', from: 1, to: 2, moved: 2 / 3 },
    { name: 'lanes', from: 3, to: 4, moved: -2 / 3 },
  ];
  const effects = await morris([plan(0), plan(20), never, plan(30), plan(0)], steps, options);
  expect(effects.map(({ name, steps }) => [name, steps])).toEqual([
    ['lanes', 2],
    ['seats', 0],
  ]);
  expect(effects[0]!.mu).toBeCloseTo((30 + 45) / 2, 9);
  expect(effects[1]).toMatchObject({ muStar: null, mu: null, sigma: null });
});

test('a tornado needs its base, and nothing else', async () => {
  const lever = { name: 'lanes', low: never, high: plan(2) };
  const { swings } = await tornado(plan(0), [lever], options);
  expect(swings[0]).toMatchObject({ low: null, swing: null, high: { estimate: 2 } });
  await expect(tornado(never, [lever], options)).rejects.toThrow(/no replication of 4 was finished/);
});
