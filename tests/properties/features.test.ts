import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUsed, offered } from '../support/features.ts';
import { randomScenario } from '../support/random-scenario.ts';

/** What no random operation needs, and why. */
const LEFT_OUT: readonly (readonly [why: string, what: RegExp])[] = [
  ['names and words for people change nothing that happens', /(^|\.)(title|description|zone|by|reason)$/],
];

/** 300 operations, always the same ones: the rarest word of the language stands in three of them or more. */
const SAMPLES = { numRuns: 300, seed: 1 };

test('random operations make use of every key, word and action of the language, but for those that change nothing', () => {
  const used = new Set<string>();
  for (const written of fc.sample(randomScenario, SAMPLES)) addUsed(written, used);
  const all = [...offered()];
  expect(all.length).toBeGreaterThan(500);
  const missing = all.filter((one) => !used.has(one) && !LEFT_OUT.some(([, what]) => what.test(one)));
  expect(missing).toEqual([]);
});

test('a feature that nobody makes use of is noticed', () => {
  const used = new Set<string>();
  addUsed(
    { sites: { field: { runway: {} } }, timeline: [{ at: '1 h', do: 'openGate', gate: 'north' }] },
    used,
  );
  expect([...used].filter((one) => /runway|action/.test(one))).toEqual([
    'sites.*.runway',
    'action.openGate.at',
    'action.openGate.do',
    'action.openGate.gate',
  ]);
  expect(offered().has('action.openGate.gate')).toBe(true);
  expect(offered().has('sites.*.runway.separation')).toBe(true);
});
