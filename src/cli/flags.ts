import { InvalidArgumentError } from '@commander-js/extra-typings';
import { ACTIONS } from './inputs.ts';

/** Flags that all commands share which run replications, as commander hands them over. */
export interface RunFlags {
  readonly replications: number;
  readonly seed: string;
  readonly out?: string | undefined;
  readonly force?: true | undefined;
  readonly charts?: readonly ChartForm[] | undefined;
  readonly actions?: string | undefined;
  /** of `run` alone */
  readonly forkAt?: string | undefined;
  readonly branch?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly guess?: readonly string[] | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
  readonly jobs?: number | undefined;
  readonly resume?: true | undefined;
  /** the results are thrown away: nothing is kept of a run that is stopped */
  readonly scratch?: true | undefined;
  readonly first?: number | undefined;
  readonly eventBudget?: number | undefined;
  readonly audit?: true | undefined;
}

/** What a chart can be written as. */
export type ChartForm = 'png' | 'svg';

/** Every form, in the order of their record. */
const CHART_FORMS: readonly ChartForm[] = ['png', 'svg'];

/** Flags of `run` alone. */
export interface PrecisionFlags {
  readonly precision?: string | undefined;
  readonly max?: number | undefined;
}

/** Most replications of one command; assumed, because intervals are then twenty times as narrow as with the default 200. */
const MOST_REPLICATIONS = 100_000;

/** Most replications with `--precision` unless told; assumed, because half-widths are then a seventh of those with 200. */
export const MAX_DEFAULT = 10_000;

/** More workers than this are a slip of the keyboard. */
const MOST_JOBS = 256;

/** Longest seed; it goes into every record. */
const LONGEST_SEED = 200;

/** A reader of whole numbers in a range. */
const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text.replaceAll('_', ''));
    if (!/^\d[\d_]*$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return value;
  };

/** Reads `--replication`: the number of one run, from 0. */
export const replicationFlag: (text: string) => number = wholeNumber(0, MOST_REPLICATIONS - 1);

/** Reads `--replications` and `--max`. */
export const replicationsFlag: (text: string) => number = wholeNumber(1, MOST_REPLICATIONS);

/** Reads `--jobs`. */
export const jobsFlag: (text: string) => number = wholeNumber(1, MOST_JOBS);

/** Reads `--first`. */
export const firstFlag: (text: string) => number = wholeNumber(0, 1_000_000_000);

/** Reads `--event-budget`. */
export const eventBudgetFlag: (text: string) => number = wholeNumber(1, 1_000_000_000_000);

/** Reads `--seed`: any text. */
export const seedFlag = (text: string): string => {
  if (text.trim() === '' || text.length > LONGEST_SEED)
    throw new InvalidArgumentError(`It must be a text of 1 to ${LONGEST_SEED} characters.`);
  return text;
};

/** Reads `--charts`: forms of pictures, or `none`. */
export const chartsFlag = (text: string): readonly ChartForm[] => {
  const asked = text.split(',').map((one) => one.trim().toLowerCase());
  if (asked.join() === 'none') return [];
  if (!asked.every((one) => CHART_FORMS.some((form) => form === one)))
    throw new InvalidArgumentError('It must be png, svg, png,svg or none.');
  return CHART_FORMS.filter((form) => asked.includes(form));
};

/** Reads `--actions`, of which a second would put the first aside unsaid. */
export const actionsFlag = (path: string, before: string | undefined): string => {
  if (before !== undefined)
    throw new InvalidArgumentError('It is given twice: put the decisions of both into one file.');
  return path;
};

/** Reads a flag that may be repeated. */
export const oneMore = (text: string, before: readonly string[] = []): string[] => [...before, text];

/** Reads a number of things of which there may be none. */
export const countFlag: (text: string) => number = wholeNumber(0, MOST_REPLICATIONS);

/** Reads a number of things of which there must be one. */
export const pointsFlag: (text: string) => number = wholeNumber(1, MOST_REPLICATIONS);

/** What limits every replication, as it is recorded. */
export const recordedLimits = (flags: Pick<RunFlags, 'eventBudget' | 'audit'>): string[] => [
  ...(flags.eventBudget === undefined ? [] : ['--event-budget', String(flags.eventBudget)]),
  ...(flags.audit === true ? ['--audit'] : []),
];

/** The forms of charts, as they are recorded where not all were asked for. */
export const recordedCharts = ({ charts = CHART_FORMS }: Pick<RunFlags, 'charts'>): string[] =>
  charts.length === CHART_FORMS.length ? [] : ['--charts', charts.length === 0 ? 'none' : charts.join(',')];

/** How many replications, as it is recorded. */
const recordedNumber = (flags: RunFlags & PrecisionFlags): string[] =>
  flags.precision === undefined
    ? ['--replications', String(flags.replications)]
    : ['--precision', flags.precision, '--max', String(flags.max ?? MAX_DEFAULT)];

/**
 * The command as it is recorded: only what decides results, in a fixed order.
 *
 * @param name of the command
 * @param files as recorded
 */
export const recordedCommand = (
  name: string,
  files: readonly string[],
  flags: RunFlags & PrecisionFlags,
): string[] => [
  name,
  ...files,
  ...recordedNumber(flags),
  ...['--seed', flags.seed],
  ...(flags.first === undefined ? [] : ['--first', String(flags.first)]),
  ...(flags.actions === undefined ? [] : ['--actions', ACTIONS]),
  ...(flags.forkAt === undefined ? [] : ['--fork-at', flags.forkAt]),
  ...(flags.branch === undefined ? [] : ['--branch', flags.branch]),
  ...(flags.set ?? []).flatMap((setting) => ['--set', setting]),
  ...(flags.guess ?? []).flatMap((guess) => ['--guess', guess]),
  ...recordedLimits(flags),
  ...recordedCharts(flags),
];
