import type { Inputs } from './inputs.ts';

/** Examples below a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`.trimEnd();

/** What the command that runs takes its texts from, and leaves its exit code in. */
export interface Ending {
  readonly inputs: Inputs;
  code: number;
}

/** Help of `--set`. */
export const SET = 'change one value before the run; may be repeated';
/** Help of `--fork-at`. */
export const FORK_AT =
  'from this time on (2021-08-15T00:00, or 36h) luck is that of --branch; what happened before stays the same';
/** Help of `--branch`. */
export const BRANCH = 'any name: another name, another future behind --fork-at';
/** Help of an argument that names a scenario. */
export const FILE = 'a scenario file, FILE#variant, or a name that `airbridge list` shows';
/** Help of `--charts`. */
export const CHARTS = 'write charts as png, svg, png,svg or none; none is soonest done (default: png,svg)';
/** Help of `--actions`. */
export const ACTIONS_HELP = 'take these decisions too: JSON Lines, one action with its time each';
