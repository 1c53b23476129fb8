import { loadScenario, type Scenario, ScenarioError } from '../../src/scenario/index.ts';
import { only, printed } from './bad-scenario.ts';
import { mutate } from './mutate.ts';

/** What became of a mutated text: a scenario, or the error that refused it. */
export type Fate = { readonly scenario: Scenario } | { readonly error: ScenarioError };

/** Loads a mutated text; anything but a scenario or a ScenarioError is thrown on. */
export const fateOf = (text: string, seed: number): Fate => {
  const mutated = mutate(text, seed);
  try {
    return { scenario: loadScenario('fuzz.yaml', { read: only('fuzz.yaml', mutated) }).scenario };
  } catch (error) {
    if (error instanceof ScenarioError) return { error };
    throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
  }
};

const allFinite = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
};

/** What is wrong with the outcome of a mutated text, if anything. */
export const faultOf = (text: string, seed: number): string | undefined => {
  const fate = fateOf(text, seed);
  if ('scenario' in fate)
    return allFinite(fate.scenario) ? undefined : `seed ${seed}: a number is not finite`;
  const { error } = fate;
  if (error.problems.length === 0) return `seed ${seed}: refused without a reason`;
  const lines = mutate(text, seed).split('\n');
  for (const { line, column, length, message } of error.problems) {
    const shown = lines[line - 1];
    if (shown === undefined || column < 1 || column > shown.length + 1 || length < 1 || message === '') {
      return `seed ${seed}: ${line}:${column} is not a place in the text`;
    }
  }
  return /^ +at .*:\d+:\d+\)?$/m.test(printed(error)) ? `seed ${seed}: prints a stack trace` : undefined;
};
