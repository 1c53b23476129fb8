import { expect, test } from 'vitest';
import { comparePaired } from '../../src/analysis/compare.ts';
import { runReplications } from '../../src/experiment/run.ts';
import { compile } from '../../src/model/index.ts';
import { BRIDGE, merged, ONE_AIRCRAFT, scenarioOf } from '../support/scenario.ts';

/** One aircraft with luck in its flights and in who wants to leave: few headlines, and none of them constant. */
const TINY = merged(BRIDGE, ONE_AIRCRAFT, {
  window: '24 h',
  craft: {
    transport: {
      groundTime: { uniform: ['30 min', '150 min'] },
      seats: { uniform: ['60 people', '140 people'] },
    },
  },
  populations: {
    people: {
      nation: 'Any',
      people: { uniform: ['250 people', '600 people'] },
      present: { uniform: ['20 %', '90 %'] },
      site: 'field',
    },
  },
});

test('a tiny plan against itself on other futures is told apart, family-wise, in 13 to 37 of 500 trials', () => {
  const model = compile(scenarioOf(TINY));
  const runs = (trial: number, side: string) => ({
    catalogue: { ...model.catalogue, name: side },
    // Other luck under one name, so that pairs can be made of what is no pair.
    outcomes: runReplications(model, { seed: `${trial}/${side}`, replications: 30 }).map((outcome) => ({
      ...outcome,
      seed: 'itself',
    })),
  });
  let told = 0;
  for (let trial = 0; trial < 500; trial += 1) {
    const [comparison] = comparePaired(runs(trial, 'a'), [runs(trial, 'b')]);
    const headlines = comparison!.measures.filter(({ spec }) => spec.headline);
    if (headlines.some(({ direction }) => !['none', 'identical'].includes(direction))) told += 1;
  }
  expect(told).toBeGreaterThanOrEqual(13);
  expect(told).toBeLessThanOrEqual(37);
}, 900_000);
