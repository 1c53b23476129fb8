import type { ProblemCode } from './fault.ts';

/** Where something stands in a text. */
export interface Place {
  /** path as it was given, or `--set a.b=1` for a setting of the command line */
  readonly file: string;
  /** from 1 */
  readonly line: number;
  /** from 1, in characters of the line */
  readonly column: number;
  /** characters, at least 1, not beyond the end of the line */
  readonly length: number;
}

/** One thing that is wrong in a scenario or a decisions file. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  /** dotted path in the scenario, empty for the file as a whole */
  readonly path: string;
  /** what was found and what would be right */
  readonly message: string;
}

const order = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : 0;

const identity = ({ file, line, column, message }: Problem): string =>
  `${file}\n${line}\n${column}\n${message}`;

/** Problems without repetition, in the order of the files and of their lines. */
export const tidy = (problems: readonly Problem[]): readonly Problem[] => {
  const unique = new Map(problems.map((problem) => [identity(problem), problem]));
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.flatMap((file) => [...unique.values()].filter((problem) => problem.file === file).sort(order));
};

/** A text of the user that cannot be used: all that is wrong in it, and the texts themselves. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError' as const;
  readonly problems: readonly Problem[];
  /** texts by file, so that a problem can be shown in place */
  readonly sources: ReadonlyMap<string, string>;

  constructor(problems: readonly Problem[], sources: ReadonlyMap<string, string>) {
    const sorted = tidy(problems);
    const [first] = sorted;
    const more = sorted.length > 1 ? ` (and ${sorted.length - 1} more)` : '';
    super(`${first === undefined ? 'no problem' : headline(first)}${more}`);
    this.problems = sorted;
    this.sources = sources;
  }
}

/** Colours for one part of a printed problem; the default leaves the text as it is. */
export type Paint = (part: 'place' | 'path' | 'caret' | 'gutter', text: string) => string;

const isSetting = (file: string): boolean => file.startsWith('--set ');

const plain: Paint = (_part, text) => text;

/** Texts of files, and their names, made safe for a terminal, character by character: nothing that drives it or turns its writing round. */
const harmless = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');

const headline = ({ file, line, column, path, message }: Problem, paint: Paint = plain): string => {
  const place = harmless(isSetting(file) ? file : `${file}:${line}:${column}`);
  const where = path === '' ? '' : `${paint('path', harmless(path))}: `;
  return `${paint('place', place)}  ${where}${harmless(message)}`;
};

const WIDTH = 100;

/** The source line, cut around the caret where it is very long; tabs become single spaces. */
const excerpt = (text: string, column: number): { shown: string; caret: number } => {
  const clean = harmless(text);
  if (clean.length <= WIDTH) return { shown: clean, caret: column - 1 };
  const from = Math.max(0, Math.min(column - 1 - WIDTH / 2, clean.length - WIDTH));
  return { shown: clean.slice(from, from + WIDTH), caret: column - 1 - from };
};

const lineOf = (text: string, line: number): string => {
  let from = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', from);
    if (end < 0) return '';
    from = end + 1;
  }
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? undefined : end).replace(/\r$/, '');
};

const formatProblem = (problem: Problem, source: string | undefined, paint: Paint): string => {
  const head = headline(problem, paint);
  const text = isSetting(problem.file) ? problem.file.slice('--set '.length) : source;
  if (text === undefined || text === '') return head;
  const { shown, caret } = excerpt(lineOf(text, problem.line), problem.column);
  if (shown.trim() === '') return head;
  const gutter = isSetting(problem.file) ? '' : String(problem.line);
  const blank = ' '.repeat(gutter.length);
  const width = Math.max(1, Math.min(problem.length, shown.length - caret));
  const marks = ' '.repeat(caret) + paint('caret', '^'.repeat(width));
  return [
    head,
    `  ${paint('gutter', `${gutter} |`)} ${shown}`,
    `  ${paint('gutter', `${blank} |`)} ${marks}`,
  ].join('\n');
};

/**
 * All problems as text for a terminal: `file:line:column  path: message`, the source line and a caret under it.
 *
 * @param error what `loadScenario` or `parseDecisions` threw
 * @param options.paint colours, by part of the text; none when absent
 */
export const formatProblems = (error: ScenarioError, options: { readonly paint?: Paint } = {}): string =>
  error.problems
    .map((problem) => formatProblem(problem, error.sources.get(problem.file), options.paint ?? plain))
    .join('\n\n');
