import { resultIds } from '../model/index.ts';
import { checkScenario, loadScenario, ScenarioError } from '../scenario/index.ts';
import { EXIT } from './errors.ts';
import { readerFor } from './files.ts';
import { scenarioArgument } from './plan.ts';
import { problemsText } from './problems.ts';
import type { Terminal } from './terminal.ts';
import { jsonText, plainText } from './text.ts';

/** Flags of `check`. */
export interface CheckFlags {
  readonly set?: readonly string[] | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** What was found in one argument. */
interface Checked {
  /** what is wrong, with all variants of the file unless one is named; null when nothing is */
  readonly error: ScenarioError | null;
  /** variants that were checked with the file */
  readonly variants: readonly string[];
}

const checked = (argument: string, set: readonly string[]): Checked => {
  const { file, variant } = scenarioArgument(argument);
  const read = readerFor(file);
  if (variant === undefined) {
    const { problems, sources, variants } = checkScenario(file, { read, set, results: resultIds });
    return { error: problems.length > 0 ? new ScenarioError(problems, sources) : null, variants };
  }
  try {
    loadScenario(file, { read, variant, set, results: resultIds });
    return { error: null, variants: [] };
  } catch (error) {
    if (error instanceof ScenarioError) return { error, variants: [] };
    throw error;
  }
};

/** One argument as `--json` prints it. */
const printable = (file: string, { error, variants }: Checked): object => ({
  file,
  isValid: error === null,
  variants,
  problems: error?.problems ?? [],
});

/**
 * `airbridge check`: all problems of scenario files.
 *
 * @param files `FILE` or `FILE#variant`
 * @returns the exit code: invalid as soon as one file is
 */
export const check = (files: readonly string[], flags: CheckFlags, terminal: Terminal): number => {
  const isJson = flags.json === true;
  const found: object[] = [];
  let code: number = EXIT.done;
  for (const file of files) {
    const one = checked(file, flags.set ?? []);
    if (one.error !== null) code = EXIT.invalid;
    if (isJson) found.push(printable(file, one));
    else tell(file, one, { isQuiet: flags.quiet === true, terminal });
  }
  if (isJson) terminal.out(jsonText({ files: found }));
  return code;
};

/** Prints what was found in one argument. */
const tell = (
  file: string,
  { error, variants }: Checked,
  { isQuiet, terminal }: { readonly isQuiet: boolean; readonly terminal: Terminal },
): void => {
  if (error !== null) {
    terminal.err(problemsText(error, terminal.errColours));
    return;
  }
  const others = variants.length === 0 ? '' : `, with ${variants.map((name) => `#${name}`).join(', ')}`;
  if (!isQuiet) terminal.out(plainText(`${file}: valid${others}`).concat('\n'));
};
