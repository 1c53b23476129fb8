import { type Ranking, rank as search } from '../experiment/index.ts';
import { inspect, tellFolder, writeResults } from './destination.ts';
import { InputError } from './errors.ts';
import { measureIn, remotePlan } from './experiment.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { version } from './package.ts';
import { actionsRecord, type Plan, readActions, readPlan } from './plan.ts';
import { rankingText } from './ranking-text.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { plansAt, pointsOf } from './vary.ts';

/** Flags of `rank`. */
export interface RankFlags extends RunFlags {
  readonly measure?: string | undefined;
  readonly vary?: readonly string[] | undefined;
  readonly points?: number | undefined;
}

/** The plans to rank: the files as they are, or one file with every combination of what is varied. */
const plansOf = (files: readonly string[], flags: RankFlags): readonly Plan[] => {
  const actions = readActions(flags);
  const vary = flags.vary ?? [];
  if (vary.length === 0) {
    if (files.length < 2) throw new InputError('rank needs two plans or more, or one with --vary');
    return files.map((file) => readPlan(file, flags, actions));
  }
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw new InputError('with --vary, rank takes one plan');
  const points = pointsOf(file, { ...flags, vary, design: 'full' });
  return plansAt(file, points, { flags, actions });
};

/** Two plans of one name could not be told apart. */
const refuseTwins = (plans: readonly Plan[]): void => {
  const names = plans.map(({ model }) => model.catalogue.name);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new InputError(`two of the plans are called ${twin}: name each one once`);
};

/** The search, with a counter where somebody watches. */
const searched = async (plans: readonly Plan[], flags: RankFlags, terminal: Terminal): Promise<Ranking> => {
  const measure = measureIn(plans[0]!.model.catalogue, flags.measure, { isDirected: true });
  for (const { model } of plans) measureIn(model.catalogue, measure.id, { isDirected: true });
  const progress = await progressOn(terminal, 'replications at most');
  const { seed, replications } = flags;
  if (replications < 2) throw new InputError('rank needs two replications or more');
  try {
    return await search(plans.map(remotePlan), {
      seed,
      replications,
      measure: measure.id,
      onProgress: progress.show,
    });
  } finally {
    progress.end();
  }
};

/** The words that decide the results, behind those that all commands share. */
const commandOf = (plans: readonly string[], flags: RankFlags): string[] => [
  ...recordedCommand('rank', plans, flags),
  ...(flags.vary ?? []).flatMap((one) => ['--vary', one]),
  ...(flags.points === undefined ? [] : ['--points', String(flags.points)]),
  ...(flags.measure === undefined ? [] : ['--measure', flags.measure]),
];

/**
 * `airbridge rank`: the subset of plans that contains the best one.
 *
 * @param files `FILE` or `FILE#variant`; one only with `--vary`
 */
export const rank = async (files: readonly string[], flags: RankFlags, terminal: Terminal): Promise<void> => {
  inspect(flags);
  const plans = plansOf(files, flags);
  refuseTwins(plans);
  const ranking = await searched(plans, flags, terminal);
  const record = {
    airbridge: version(),
    scenarios: plans.map(({ model, sha256 }) => ({ name: model.catalogue.name, sha256 })),
    seed: flags.seed,
    replications: flags.replications,
    command: commandOf([...new Set(plans.map(({ recorded }) => recorded))], flags),
    ...actionsRecord(readActions(flags)),
  };
  if (flags.out !== undefined) {
    const { rankingFiles } = await import('./experiment-files.ts');
    await writeResults(flags.out, rankingFiles({ ranking, record, seed: flags.seed }));
  }
  if (flags.json === true) terminal.out(`${JSON.stringify({ provenance: record, ranking }, null, 2)}\n`);
  else if (flags.quiet !== true)
    terminal.out(
      rankingText(ranking, plans[0]!.model.catalogue, { seed: flags.seed, colours: terminal.outColours }),
    );
  tellFolder(flags, terminal);
};
