import type { Model } from '../model/index.ts';
import { minutesAfterStart, readInstant, type Scenario } from '../scenario/index.ts';
import { InputError } from './errors.ts';
import type { RunFlags } from './flags.ts';

/** Where runs leave the future they had, and for which; nothing where they keep it. */
export type Fork = Pick<Parameters<Model['run']>[0], 'forkAt' | 'branch'>;

/**
 * Reads `--fork-at` and `--branch`.
 *
 * @throws InputError when the time is none, or lies outside the run, or there is a branch without it
 */
export const forkOf = (flags: Pick<RunFlags, 'forkAt' | 'branch'>, scenario: Scenario): Fork => {
  const { forkAt, branch } = flags;
  if (forkAt === undefined) {
    if (branch === undefined) return {};
    throw new InputError('`--branch` needs `--fork-at`: the time from which luck is that of the branch');
  }
  return { forkAt: instantFlag('--fork-at', forkAt, scenario), ...(branch !== undefined && { branch }) };
};

/**
 * Reads a flag that names an instant of the run.
 *
 * @param flag as it is typed, for the message
 * @returns minutes after the start
 * @throws InputError when the time is none, or lies outside the run
 */
export const instantFlag = (flag: string, text: string, scenario: Scenario): number => {
  const reading = readInstant(text);
  if (!reading.ok) throw new InputError(`${flag}: ${reading.fault.message}`);
  const minutes = minutesAfterStart(scenario, reading.value);
  const end = scenario.window + scenario.tail;
  if (minutes < 0 || minutes > end)
    throw new InputError(`${flag}: \`${text}\` lies outside the run, which lasts ${end / 60} h`);
  return minutes;
};
