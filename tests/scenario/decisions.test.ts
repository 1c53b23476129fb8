import { expect, test } from 'vitest';
import { loadScenario, minutesAfterStart, parseDecisions, ScenarioError } from '../../src/scenario/index.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const { scenario } = loadScenario('small.yaml', { read: () => SMALL_SCENARIO });

const problemsIn = (text: string): readonly string[] => {
  try {
    parseDecisions(text, 'actions.jsonl', scenario);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);
  }
  return [];
};

test('a decisions file holds the same actions as a timeline, in the order of its lines', () => {
  const text = `{"at":"2021-08-14T18:00","do":"openGate","gate":"north","by":"player"}

{"at":"90 min","do":"setBeds","site":"haven","beds":"3,500 people"}
`;
  const decisions = parseDecisions(text, 'actions.jsonl', scenario);
  expect(decisions.map(({ action }) => action.do)).toEqual(['openGate', 'setBeds']);
  expect(decisions.map(({ at }) => minutesAfterStart(scenario, at))).toEqual([30 * 60, 90]);
  expect(decisions[0]?.action.by).toBe('player');
  expect(decisions[1]?.action).toMatchObject({
    site: 'haven',
    beds: 3500,
    after: { kind: 'fixed', value: 0 },
  });
});

test('every line that is wrong is told, each at its place', () => {
  const text = [
    '{"at":"3 h","do":"opengate","gate":"north"}',
    '{"at":"3 h","do":"openGate","gate":"nroth"}',
    '{"at":"2021-08-20T18:00","do":"openGate","gate":"north"}',
    'at: 3 h',
    '{"at":"3 h","do":"openGate","gate":"north"',
    '[]',
    '{"at":"3 h","at":"4 h","do":"openGate","gate":"north"}',
    '{"do":"openGate","gate":"north"}',
    '{"at":"3 h","do":"setBeds","site":"haven","beds":3500,"__proto__":1}',
  ].join('\r\n');
  expect(problemsIn(text)).toEqual([
    expect.stringMatching(/^1:18 unknown-choice .*did you mean `openGate`/),
    expect.stringMatching(/^2:36 dangling-name .*`nroth`; did you mean `north`/),
    expect.stringMatching(/^3:7 outside-window .*2021-08-13T12:00 to 2021-08-16T12:00/),
    expect.stringMatching(/^4:1 not-json /),
    expect.stringMatching(/^5:\d+ not-json /),
    expect.stringMatching(/^6:1 wrong-type /),
    expect.stringMatching(/^7:13 duplicate-key /),
    expect.stringMatching(/^8:1 missing-key `at` is missing/),
    expect.stringMatching(/^9:50 missing-unit .*`3500 people`/),
    expect.stringMatching(/^9:55 reserved-key /),
  ]);
});
