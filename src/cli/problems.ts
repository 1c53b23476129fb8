import { formatCount } from '../analysis/format.ts';
import { formatProblems, type Paint, type ScenarioError } from '../scenario/index.ts';
import type { Colours } from './terminal.ts';

/** All problems of a scenario for a terminal, and their number. */
export const problemsText = (error: ScenarioError, colours: Colours): string => {
  const paints: Readonly<Record<Parameters<Paint>[0], (text: string) => string>> = {
    place: colours.bold,
    path: colours.cyan,
    caret: colours.red,
    gutter: colours.dim,
  };
  const text = formatProblems(error, { paint: (part, text) => paints[part](text) });
  return `${text}\n\n${formatCount(error.problems.length, 'problem')}\n`;
};
