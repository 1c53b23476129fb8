import { resultIds } from '../model/index.ts';
import { checkScenario, loadScenario, ScenarioError } from '../scenario/index.ts';
import { EXIT } from './errors.ts';
import { readerFor } from './files.ts';
import { scenarioArgument } from './plan.ts';
import { problemsText } from './problems.ts';
import type { Terminal } from './terminal.ts';
import { plainText } from './text.ts';

/** Flags of `check`. */
export interface CheckFlags {
  readonly set?: readonly string[] | undefined;
  readonly quiet?: true | undefined;
}

/** What is wrong with one argument, with all variants of the file unless one is named; null when nothing is. */
const problemsOf = (
  argument: string,
  set: readonly string[],
): { error: ScenarioError | null; names: string[] } => {
  const { file, variant } = scenarioArgument(argument);
  const read = readerFor(file);
  if (variant === undefined) {
    const { problems, sources, variants } = checkScenario(file, { read, set, results: resultIds });
    const names = variants.map((name) => `#${name}`);
    return { error: problems.length > 0 ? new ScenarioError(problems, sources) : null, names };
  }
  try {
    loadScenario(file, { read, variant, set, results: resultIds });
    return { error: null, names: [] };
  } catch (error) {
    if (error instanceof ScenarioError) return { error, names: [] };
    throw error;
  }
};

/**
 * `airbridge check`: all problems of scenario files.
 *
 * @param files `FILE` or `FILE#variant`
 * @returns the exit code: invalid as soon as one file is
 */
export const check = (files: readonly string[], flags: CheckFlags, terminal: Terminal): number => {
  let code: number = EXIT.done;
  for (const argument of files) {
    const { error, names } = problemsOf(argument, flags.set ?? []);
    if (error !== null) {
      code = EXIT.invalid;
      terminal.err(problemsText(error, terminal.errColours));
      continue;
    }
    const variants = names.length === 0 ? '' : `, with ${names.join(', ')}`;
    if (flags.quiet !== true) terminal.out(plainText(`${argument}: valid${variants}`).concat('\n'));
  }
  return code;
};
