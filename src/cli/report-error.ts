import { EXIT, Failure, InputError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { plainText } from './text.ts';

/** The seed among the words of a command line. */
const seedIn = (words: readonly string[]): string => {
  const at = words.findIndex((word) => word === '--seed' || word === '-s');
  const joined = words.find((word) => word.startsWith('--seed='));
  return (at >= 0 ? words[at + 1] : joined?.slice('--seed='.length)) ?? '1';
};

/** An error nobody foresaw, or one that the engine raised: what a report of it needs, and no stack unless asked for. */
const unexpected = (error: unknown, words: readonly string[], terminal: Terminal): string => {
  const { name = 'Error', message = String(error), stack = '' } = error instanceof Error ? error : {};
  const lines = [
    terminal.errColours.red(`airbridge stopped: ${plainText(message)}`),
    `(${name}, seed ${seedIn(words)}; this is not your fault: please report it with the scenario,`,
    'the command, and what AIRBRIDGE_DEBUG=1 adds to this message)',
  ];
  return `${[...lines, ...(terminal.debug ? [stack] : [])].join('\n')}\n`;
};

/**
 * Prints what went wrong: never a stack for what a user can mend.
 *
 * @param error that ended the command
 * @param words of the command line, for the seed
 * @returns the exit code
 */
export const reportError = async (
  error: unknown,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { ScenarioError } = await import('../scenario/index.ts');
  if (error instanceof ScenarioError) {
    const { problemsText } = await import('./problems.ts');
    terminal.err(problemsText(error, terminal.errColours));
    return EXIT.invalid;
  }
  if (error instanceof InputError || error instanceof Failure) {
    terminal.err(terminal.errColours.red(`airbridge: ${plainText(error.message)}`).concat('\n'));
    return error instanceof InputError ? EXIT.invalid : EXIT.failed;
  }
  terminal.err(unexpected(error, words, terminal));
  return EXIT.failed;
};
