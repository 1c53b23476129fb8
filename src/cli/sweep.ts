import { type Comparison, formatCount } from '../analysis/index.ts';
import type { SweepView } from '../charts/index.ts';
import type { SweepBase } from '../charts/sweep-view.ts';
import { againstBase, type Design, sweep as runSweep, type SweptPoint } from '../experiment/index.ts';
import type { MeasureSpec } from '../model/index.ts';
import { type Bench, onBench } from './bench.ts';
import { EXIT } from './errors.ts';
import { measureIn } from './experiment.ts';
import { finish, plansRecord } from './finish.ts';
import type { RunFlags } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { begin, openPlan, type Plan } from './plan.ts';
import { sweepText } from './sweep-text.ts';
import type { Terminal } from './terminal.ts';
import { plainText } from './text.ts';
import { type Points, plansAt, pointsOf } from './vary.ts';

/** Flags of `sweep`. */
export interface SweepFlags extends RunFlags {
  readonly vary: readonly string[];
  readonly design: Design;
  readonly points?: number | undefined;
  readonly measure?: string | undefined;
  readonly dryRun?: true | undefined;
}

/** The words that decide the results, behind those that all commands share. */
const wordsOf = (flags: SweepFlags): string[] => [
  ...flags.vary.flatMap((one) => ['--vary', one]),
  ...['--design', flags.design],
  ...(flags.points === undefined ? [] : ['--points', String(flags.points)]),
  ...(flags.measure === undefined ? [] : ['--measure', flags.measure]),
];

/** How much work lies ahead. */
const preview = ({ factors, points }: Points, { replications }: SweepFlags): string => {
  const over = factors.map(({ path }) => path).join(', ');
  const each = formatCount(replications, 'replication');
  const runs = formatCount(points.length * replications, 'run');
  return `${formatCount(points.length, 'point')} over ${over}, ${each} of each: ${runs}\n`;
};

/** The measure of the charts and of the text, which every point must have. */
const shown = (plans: readonly Plan[], flags: SweepFlags): MeasureSpec => {
  const spec = measureIn(plans[0]!.model.catalogue, flags.measure);
  for (const { model } of plans) measureIn(model.catalogue, spec.id);
  return spec;
};

/** Every point with its results, with a bar where somebody watches. */
const swept = async (
  { factors, points }: Points,
  { base, plans }: { readonly base: Plan; readonly plans: readonly Plan[] },
  { flags, spec, bench }: { readonly flags: SweepFlags; readonly spec: MeasureSpec; readonly bench: Bench },
): Promise<SweepView> => {
  const { seed, replications } = flags;
  const remote = plans.map((plan, index) => ({ ...bench.remote(plan), levels: points[index]! }));
  const { width, progress } = bench;
  const results = await runSweep(remote, { seed, replications, width, onProgress: progress.show });
  const summaries = results.map(({ catalogue, measures }) => {
    const place = catalogue.measures.findIndex(({ id }) => id === spec.id);
    return measures[place] ?? null;
  });
  const middle = baseOf(
    results,
    plans.findIndex(({ fingerprint }) => fingerprint === base.fingerprint),
  );
  const comparisons = againstBase(results, middle.point);
  return { factors, swept: results, spec, summaries, base: middle, comparisons, seed, replications };
};

/** The file as it stands, where it is one of the points and finished a run, or the first point that did. */
const baseOf = (swept: readonly SweptPoint[], file: number): SweepBase => {
  const isFinished = ({ measures }: SweptPoint): boolean => measures.length > 0;
  if (file >= 0 && isFinished(swept[file]!)) return { point: file, isFile: true };
  return { point: swept.findIndex(isFinished), isFile: false };
};

/** A difference from the base as `--json` prints it, beside its measure. */
const pairedIn = (comparison: Comparison | null, id: string): object | null => {
  const found = comparison?.measures.find(({ spec }) => spec.id === id);
  if (found === undefined) return null;
  const { spec: _, ...paired } = found;
  return paired;
};

/** The points as `--json` prints them. */
const printable = ({ factors, swept: points, comparisons }: SweepView): object[] =>
  points.map(({ levels, measures, failed }, index) => ({
    levels: Object.fromEntries(factors.map(({ path }, factor) => [path, levels[factor]!.text])),
    measures: measures.map(({ spec, ...rest }) => ({
      id: spec.id,
      unit: spec.unit,
      kind: spec.kind,
      ...rest,
      paired: pairedIn(comparisons[index]!, spec.id),
    })),
    failed,
  }));

/**
 * `airbridge sweep`: a scenario at many points.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param source where texts come from
 * @returns the exit code
 */
export const sweep = async (
  argument: string,
  flags: SweepFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  const setting = begin(flags, source);
  const { actions, inputs } = setting;
  const at = openPlan(argument, flags, actions, inputs);
  const base = at([]);
  const points = pointsOf(base.numbers, flags);
  if (flags.quiet !== true) terminal.err(preview(points, flags));
  const plans = plansAt(at, points);
  if (flags.dryRun === true) {
    for (const { model } of plans) terminal.out(`${plainText(model.catalogue.name)}\n`);
    return EXIT.done;
  }
  const spec = shown(plans, flags);
  const work = plans.length * flags.replications;
  return onBench({ command: 'sweep', plans, work, flags }, terminal, async (bench) => {
    const view = await swept(points, { base, plans }, { flags, spec, bench });
    return finish(
      {
        record: plansRecord('sweep', plans, { setting, files: [base.recorded], words: wordsOf(flags) }),
        files: async (record) => (await import('./experiment-files.ts')).sweepFiles(view, record),
        json: (provenance) => ({ provenance, base: view.base, points: printable(view) }),
        text: () => sweepText(view, base.model.catalogue.question, terminal.outColours),
      },
      { setting, bench, terminal },
    );
  });
};
