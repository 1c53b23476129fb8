import type { SweepView } from '../charts/index.ts';
import { type Design, sweep as runSweep } from '../experiment/index.ts';
import { inspect, tellFolder, writeResults } from './destination.ts';
import { measureIn, remotePlan } from './experiment.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { version } from './package.ts';
import { actionsRecord, type Plan, readActions } from './plan.ts';
import { sweepText } from './sweep-text.ts';
import { progressOn, type Terminal } from './terminal.ts';
import { type Points, plansAt, pointsOf } from './vary.ts';

/** Flags of `sweep`. */
export interface SweepFlags extends RunFlags {
  readonly vary: readonly string[];
  readonly design: Design;
  readonly points?: number | undefined;
  readonly measure?: string | undefined;
  readonly dryRun?: true | undefined;
}

/** The words that decide the results. */
const commandOf = (file: string, flags: SweepFlags): string[] => [
  ...recordedCommand('sweep', [file], flags),
  ...flags.vary.flatMap((one) => ['--vary', one]),
  ...['--design', flags.design],
  ...(flags.points === undefined ? [] : ['--points', String(flags.points)]),
  ...(flags.measure === undefined ? [] : ['--measure', flags.measure]),
];

/** How much work lies ahead. */
const preview = ({ factors, points }: Points, { replications }: SweepFlags): string => {
  const what = `${points.length} ${points.length === 1 ? 'point' : 'points'}`;
  const over = factors.map(({ path }) => path).join(', ');
  return `${what} over ${over}, ${replications} replications of each: ${points.length * replications} runs\n`;
};

/** Every point with its results, with a counter where somebody watches. */
const swept = async (
  { factors, points }: Points,
  plans: readonly Plan[],
  { flags, terminal }: { readonly flags: SweepFlags; readonly terminal: Terminal },
): Promise<SweepView> => {
  const spec = measureIn(plans[0]!.model.catalogue, flags.measure);
  for (const { model } of plans) measureIn(model.catalogue, spec.id);
  const progress = await progressOn(terminal, 'runs');
  try {
    const { seed, replications } = flags;
    const remote = plans.map((plan, index) => ({ ...remotePlan(plan), levels: points[index]! }));
    const results = await runSweep(remote, { seed, replications, onProgress: progress.show });
    const summaries = results.map(({ catalogue, measures }) => {
      const place = catalogue.measures.findIndex(({ id }) => id === spec.id);
      return measures[place]!;
    });
    return { factors, swept: results, spec, summaries, seed, replications };
  } finally {
    progress.end();
  }
};

/** A point as `--json` prints it. */
const printable = ({ factors, swept: points }: SweepView): object[] =>
  points.map(({ levels, measures, failed }) => ({
    levels: Object.fromEntries(factors.map(({ path }, index) => [path, levels[index]!.text])),
    measures: measures.map(({ spec, ...rest }) => ({
      id: spec.id,
      unit: spec.unit,
      kind: spec.kind,
      ...rest,
    })),
    failed,
  }));

/**
 * `airbridge sweep`: a scenario at many points.
 *
 * @param argument `FILE` or `FILE#variant`
 */
export const sweep = async (argument: string, flags: SweepFlags, terminal: Terminal): Promise<void> => {
  inspect(flags);
  const actions = readActions(flags);
  const points = pointsOf(argument, flags);
  if (flags.quiet !== true) terminal.err(preview(points, flags));
  const plans = plansAt(argument, points, { flags, actions });
  if (flags.dryRun === true) {
    for (const { model } of plans) terminal.out(`${model.catalogue.name}\n`);
    return;
  }
  const view = await swept(points, plans, { flags, terminal });
  const record = {
    airbridge: version(),
    points: plans.map(({ model, sha256 }) => ({ name: model.catalogue.name, sha256 })),
    seed: flags.seed,
    replications: flags.replications,
    command: commandOf(plans[0]!.recorded, flags),
    ...actionsRecord(actions),
  };
  if (flags.out !== undefined) {
    const { sweepFiles } = await import('./experiment-files.ts');
    await writeResults(flags.out, sweepFiles(view, record));
  }
  if (flags.json === true)
    terminal.out(`${JSON.stringify({ provenance: record, points: printable(view) }, null, 2)}\n`);
  else if (flags.quiet !== true)
    terminal.out(sweepText(view, plans[0]!.model.catalogue.question, terminal.outColours));
  tellFolder(flags, terminal);
};
