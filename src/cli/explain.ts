import {
  explain as explainPlan,
  type RemotePlan,
  type WidenedPlan,
  type Widening,
  wideningsOf,
} from '../experiment/index.ts';
import type { Worth } from '../report/index.ts';
import { type Bench, onBench } from './bench.ts';
import { EXIT, InputError } from './errors.ts';
import { explainText } from './explain-text.ts';
import { finish, planRecord } from './finish.ts';
import type { RunFlags } from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { begin, openPlan, orNone, type Plan, type PlanAt, type PlanOrNone } from './plan.ts';
import type { Terminal } from './terminal.ts';
import { plainText } from './text.ts';

/** What decides a study of what one more of everything is worth, besides the scenario. */
export interface StudyFlags extends Pick<RunFlags, 'replications' | 'seed'> {
  readonly only?: readonly string[] | undefined;
  readonly screening: number;
}

/** Flags of `explain`. */
export interface ExplainFlags extends RunFlags, StudyFlags {
  readonly dryRun?: true | undefined;
}

/** What is to be explained. */
export interface Subject {
  readonly base: Plan;
  readonly at: PlanOrNone;
  readonly widenings: readonly Widening[];
}

/**
 * The steps that are to be tried.
 *
 * @throws InputError when there are too few replications, nobody to carry, or nothing to have more of
 */
export const subjectOf = (
  at: PlanAt,
  base: Plan,
  { replications, screening, only = [] }: StudyFlags,
): Subject => {
  const { catalogue } = base.model;
  if (replications < 2) throw new InputError('explain needs two replications or more');
  if (screening < 2) throw new InputError('--screening needs two pairs or more');
  if (!catalogue.measures.some(({ id }) => id === 'people-out'))
    throw new InputError(`${catalogue.name} has nobody to carry, so that nothing can bring more people out`);
  const all = wideningsOf(base.scenario, base.numbers);
  const widenings =
    only.length === 0 ? all : all.filter(({ path }) => only.some((part) => path.includes(part)));
  if (widenings.length === 0)
    throw new InputError(
      only.length === 0
        ? 'the scenario has nothing that there could be more of'
        : `no widening has ${only.map((part) => `\`${part}\``).join(' or ')} in its path`,
    );
  return { base, at: orNone(at), widenings };
};

/** Pairs of widenings that are tried at most, and plans that get all replications at most: see `explain`. */
const MOST = { pairs: 15, whole: 11 };

/** Replications at most. */
export const workOf = ({ widenings }: Subject, { screening, replications }: StudyFlags): number =>
  (widenings.length + MOST.pairs) * screening + MOST.whole * replications;

/** Finds what one more of everything is worth, with a bar where somebody watches. */
export const study = async (subject: Subject, flags: StudyFlags, bench: Bench): Promise<Worth> => {
  const remote = (settings: readonly string[]): RemotePlan | null => {
    const plan = subject.at(settings);
    return plan === null ? null : bench.remote(plan);
  };
  const before = bench.total;
  const most = before + workOf(subject, flags);
  const base = bench.remote(subject.base);
  const widened: WidenedPlan[] = [];
  const leftAlone: string[] = [];
  for (const widening of subject.widenings) {
    const plan = remote([widening.setting]);
    if (plan === null) leftAlone.push(widening.setting);
    else widened.push({ widening, plan });
  }
  const { seed, replications, screening } = flags;
  const found = await explainPlan(base, widened, (a, b) => remote([a.setting, b.setting]), {
    seed,
    replications,
    screening,
    width: bench.width,
    onProgress: (done) => bench.progress.show(before + done, most),
  });
  return { found, leftAlone };
};

/** The words that decide the results, behind those that all commands share. */
const wordsOf = ({ screening, only = [] }: ExplainFlags): string[] => [
  ...['--screening', String(screening)],
  ...only.flatMap((one) => ['--only', one]),
];

/**
 * `airbridge explain`: what one more of each widening is worth, and which two only help together.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param source where texts come from
 * @returns the exit code
 */
export const explain = async (
  argument: string,
  flags: ExplainFlags,
  terminal: Terminal,
  source: Inputs = DISK,
): Promise<number> => {
  const setting = begin(flags, source);
  const at = openPlan(argument, flags, setting.actions, setting.inputs);
  const base = at([]);
  const subject = subjectOf(at, base, flags);
  if (flags.dryRun === true) {
    for (const { setting: words, of, step } of subject.widenings)
      terminal.out(`${plainText(`${of}: ${step} (${words})`)}\n`);
    return EXIT.done;
  }
  const job = { command: 'explain', plans: [base], work: workOf(subject, flags), flags };
  return onBench(job, terminal, async (bench) => {
    const worth = await study(subject, flags, bench);
    const { model, ledger } = base;
    const { catalogue } = model;
    return finish(
      {
        record: planRecord('explain', base, { setting, words: wordsOf(flags) }),
        files: async (record) => {
          const { explainFiles } = await import('./outputs.ts');
          return explainFiles({ ...worth, catalogue, ledger, record });
        },
        json: (provenance) => ({ provenance, ...worth.found, leftAlone: worth.leftAlone }),
        text: () => explainText(worth, catalogue, { seed: flags.seed, colours: terminal.outColours }),
      },
      { setting, bench, terminal },
    );
  });
};
