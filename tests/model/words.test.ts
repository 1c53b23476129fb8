import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsFor } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const told = (...set: string[]): string => {
  const read = (path: string): string => readFileSync(path, 'utf8');
  return wordsFor(loadScenario('scenarios/01-one-aircraft.yaml', { read, set }).scenario)(
    'Seats flown empty',
  );
};

test('aircraft fly; ships at berths, which are stands without a runway, do not', () => {
  expect(told()).toBe('Seats flown empty');
  expect(told('craft.transport.speed=300 kt')).toBe('Seats flown empty');
  expect(told('craft.transport.speed=25 kt')).toBe('Seats that left empty');
  expect(told('craft.transport.lands=pad')).toBe('Seats that left empty');
});
