import { formatProblems, type LoadOptions, loadScenario, ScenarioError } from '../../src/scenario/index.ts';

/** Where a problem is expected: the text between ‹ and › in the changed file. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Takes the marks ‹…› out of a text and tells where they were. */
export const unmark = (marked: string): { readonly text: string; readonly marks: readonly Mark[] } => {
  const marks: Mark[] = [];
  let text = '';
  for (const part of marked.split(/(‹[^›]*›)/)) {
    if (!part.startsWith('‹')) {
      text += part;
      continue;
    }
    const lines = text.split('\n');
    const inner = part.slice(1, -1);
    const shown = inner.split('\n')[0] ?? '';
    marks.push({
      line: lines.length,
      column: (lines.at(-1) ?? '').length + 1,
      length: Math.max(1, shown.length),
    });
    text += inner;
  }
  return { text, marks };
};

/** A text with one part of it changed; the part must be there. */
export const changed = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new RangeError(`the scenario has no ${from}`);
  return text.replace(from, () => to);
};

/** What loading a scenario throws; anything but a ScenarioError is a failure of the test. */
export const errorOf = (file: string, options: LoadOptions): ScenarioError | undefined => {
  try {
    loadScenario(file, options);
    return undefined;
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
};

/** A file that stands for the only one there is. */
export const only =
  (file: string, text: string) =>
  (path: string): string => {
    if (path === file) return text;
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  };

/** The printed problems, which must never hold a stack trace. */
export const printed = (error: ScenarioError): string => formatProblems(error);
