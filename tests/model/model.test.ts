import { expect, test } from 'vitest';
import { buildWorld } from '../../src/model/build.ts';
import { STATE } from '../../src/model/states.ts';
import { run, scenarioOf } from '../support/scenario.ts';
import { COMING, READY } from '../support/worlds.ts';

test('series have every sample of a grid whose steps no clock holds exactly: 865 in 24 h, one every 100 s', () => {
  expect(run(READY, { sample: '100 s' }).series('out')).toHaveLength(865);
});

test('those who are in a state from the start count towards the most that were in it', () => {
  expect(buildWorld(scenarioOf(COMING), 'peak/0', 1e6).roster.peak(STATE['at-home'])).toBe(300);
});
