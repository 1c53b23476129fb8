import { type Ranking, rank as search } from '../experiment/index.ts';
import { type Bench, onBench } from './bench.ts';
import { InputError } from './errors.ts';
import { measureIn } from './experiment.ts';
import { finish, plansRecord, refuseTwins } from './finish.ts';
import type { RunFlags } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { begin, openPlan, type Plan, readPlans, type Setting } from './plan.ts';
import { rankingText } from './ranking-text.ts';
import type { Terminal } from './terminal.ts';
import { plansAt, pointsOf } from './vary.ts';

/** Flags of `rank`. */
export interface RankFlags extends RunFlags {
  readonly measure?: string | undefined;
  readonly vary?: readonly string[] | undefined;
  readonly points?: number | undefined;
}

/** The plans to rank: the files as they are, or one file with every combination of what is varied. */
const plansOf = (files: readonly string[], flags: RankFlags, setting: Setting): readonly Plan[] => {
  const { actions, inputs } = setting;
  const vary = flags.vary ?? [];
  if (vary.length === 0) {
    if (flags.points !== undefined)
      throw new InputError('--points belongs to --vary: give what is to be varied');
    if (files.length < 2) throw new InputError('rank needs two plans or more, or one with --vary');
    return readPlans(files, flags, setting);
  }
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw new InputError('with --vary, rank takes one plan');
  const at = openPlan(file, flags, actions, inputs);
  const points = pointsOf(at([]).numbers, { ...flags, vary, design: 'full' });
  if (points.points.length < 2)
    throw new InputError('rank needs two plans or more: give --vary another value to choose from');
  return plansAt(at, points);
};

/** The measure that decides, which every plan must have. */
const decisive = (plans: readonly Plan[], flags: RankFlags): string => {
  const { id } = measureIn(plans[0]!.model.catalogue, flags.measure, { isDirected: true });
  for (const { model } of plans) measureIn(model.catalogue, id, { isDirected: true });
  return id;
};

const searched = (
  plans: readonly Plan[],
  { seed, replications }: RankFlags,
  { measure, bench }: { readonly measure: string; readonly bench: Bench },
): Promise<Ranking> =>
  search(
    plans.map((plan) => bench.remote(plan)),
    { seed, replications, measure, width: bench.width, onProgress: bench.progress.show },
  );

/** The words that decide the results, behind those that all commands share. */
const wordsOf = (flags: RankFlags): string[] => [
  ...(flags.vary ?? []).flatMap((one) => ['--vary', one]),
  ...(flags.points === undefined ? [] : ['--points', String(flags.points)]),
  ...(flags.measure === undefined ? [] : ['--measure', flags.measure]),
];

/**
 * `airbridge rank`: the subset of plans that contains the best one.
 *
 * @param files `FILE` or `FILE#variant`; one only with `--vary`
 * @param source where texts come from
 * @returns the exit code
 */
export const rank = async (
  files: readonly string[],
  flags: RankFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  if (flags.replications < 2) throw new InputError('rank needs two replications or more');
  const setting = begin(flags, source);
  const plans = plansOf(files, flags, setting);
  refuseTwins(plans);
  const measure = decisive(plans, flags);
  const work = plans.length * flags.replications;
  return onBench({ command: 'rank', plans, work, flags }, terminal, async (bench) => {
    const ranking = await searched(plans, flags, { measure, bench });
    const { seed } = flags;
    return finish(
      {
        record: plansRecord('rank', plans, {
          setting,
          files: [...new Set(plans.map(({ recorded }) => recorded))],
          words: wordsOf(flags),
        }),
        files: async (record) =>
          (await import('./experiment-files.ts')).rankingFiles({ ranking, record, seed }),
        json: (provenance) => ({ provenance, ranking }),
        text: () => rankingText(ranking, plans[0]!.model.catalogue, { seed, colours: terminal.outColours }),
      },
      { setting, bench, terminal },
    );
  });
};
