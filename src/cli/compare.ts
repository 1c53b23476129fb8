import { compareOn, type ScenarioComparison } from '../experiment/index.ts';
import { type Bench, onBench } from './bench.ts';
import { comparisonText } from './comparison-text.ts';
import { finish, plansRecord, refuseTwins } from './finish.ts';
import type { RunFlags } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { begin, type Plan, readPlans } from './plan.ts';
import type { Terminal } from './terminal.ts';

/** Every plan on the same replications, with a bar where somebody watches. */
const compared = (plans: readonly Plan[], flags: RunFlags, bench: Bench): Promise<ScenarioComparison> => {
  const { seed, replications, first = 0 } = flags;
  const remote = plans.map((plan) => bench.remote(plan));
  return compareOn(remote, { seed, replications, first, onProgress: bench.progress.show });
};

/**
 * `airbridge compare`: paired differences of several scenarios against the first.
 *
 * @param files `FILE` or `FILE#variant`, the base first; `.jsonl` for decisions taken in the base
 * @param source where texts come from
 * @returns the exit code
 */
export const compare = async (
  files: readonly string[],
  flags: RunFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  const setting = begin(flags, source);
  const { actions } = setting;
  const plans = readPlans(files, flags, setting);
  refuseTwins(plans);
  const work = plans.length * flags.replications;
  return onBench({ command: 'compare', plans, work, flags }, terminal, async (bench) => {
    const { outcomes, summaries, comparisons, setAside } = await compared(plans, flags, bench);
    const results = { summaries, outcomes, comparisons, setAside, ledger: plans[0]!.ledger, actions };
    return finish(
      {
        record: plansRecord('compare', plans, { setting, files: plans.map(({ recorded }) => recorded) }),
        files: async (record) => (await import('./outputs.ts')).comparisonFiles({ ...results, record }),
        json: (provenance) => ({ provenance, comparisons, setAside }),
        text: () => comparisonText(summaries, { comparisons, setAside }, terminal.outColours),
      },
      { setting, bench, terminal },
    );
  });
};
