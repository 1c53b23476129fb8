import { localTime } from '../analysis/index.ts';
import type { RunFlags } from './flags.ts';
import type { Plan } from './plan.ts';

/** Flags that make a run another than its file says. */
type Changes = Pick<RunFlags, 'set' | 'actions' | 'forkAt' | 'branch'>;

/**
 * What was changed on the command line, a sentence each, so that two results on paper can be told apart.
 *
 * @param plan as it was read with these flags
 */
export const settingNotes = (plan: Plan, { set = [], actions, branch }: Changes): string[] => {
  const { decisions = [], forkAt } = plan.data;
  const from = forkAt === undefined ? '' : localTime(plan.model.catalogue, forkAt);
  return [
    ...(set.length === 0 ? [] : [`changed: ${set.join('; ')}`]),
    ...(actions === undefined ? [] : [`decisions: ${decisions.length} of ${actions}`]),
    ...(forkAt === undefined || branch === undefined
      ? []
      : [`from ${from} on: the future of branch ${branch}`]),
  ];
};
