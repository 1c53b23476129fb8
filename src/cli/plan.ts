import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { modelOf, type Plan as PlanData, type Replicable, type Replication } from '../experiment/index.ts';
import { compile, type RecordedOutcome, type Recorder as RunRecorder, resultIds } from '../model/index.ts';
import {
  type Decision,
  type LedgerEntry,
  type LoadedScenario,
  openScenario,
  parseDecisions,
  type Scenario,
  ScenarioError,
  type ScenarioNumber,
  splitVariant,
} from '../scenario/index.ts';
import { inspect } from './destination.ts';
import { InputError } from './errors.ts';
import { recordedPath } from './files.ts';
import { type RunFlags, recordedCommand } from './flags.ts';
import { forkOf } from './fork.ts';
import { DISK, type Inputs, Recorder } from './inputs.ts';

/** A scenario ready to run, with the decisions to take in it. */
export interface Plan {
  readonly model: Replicable;
  /** one replication with what every craft did in it; `record` is told of all that happens */
  observe(told: {
    readonly seed: string;
    readonly replication: number;
    readonly record?: RunRecorder;
  }): RecordedOutcome;
  readonly scenario: Scenario;
  /** what workers are told of it */
  readonly data: PlanData;
  readonly ledger: readonly LedgerEntry[];
  /** every number of the scenario, for experiments that vary them */
  readonly numbers: readonly ScenarioNumber[];
  /** `FILE#variant` for the record */
  readonly recorded: string;
  /** fingerprint of the resolved scenario */
  readonly sha256: string;
  /** fingerprint of all that decides a replication but its seed and number, the order of sections included */
  readonly fingerprint: string;
  /** the words that run one replication of it by itself; null where its texts are in a record alone */
  readonly alone: ((told: Replication) => readonly string[]) | null;
}

/** Decisions from a file, as they are. */
export interface ActionsFile {
  readonly path: string;
  readonly text: string;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const actionsIn = (path: string, read: (path: string) => string): ActionsFile => {
  try {
    return { path, text: read(path) };
  } catch (error) {
    throw new InputError(`cannot read the actions \`${path}\`: ${(error as Error).message}`, {
      cause: error,
    });
  }
};

/** Reads the file of `--actions`; null when the flag was not given. */
export const readActions = (flags: Pick<RunFlags, 'actions'>, inputs: Inputs = DISK): ActionsFile | null =>
  flags.actions === undefined ? null : actionsIn(flags.actions, (path) => inputs.readText(path));

/** Whether an argument names decisions instead of a scenario. */
const holdsDecisions = (argument: string): boolean => /\.jsonl$/i.test(argument);

/** Splits an argument into a file that may be one of ours, and a variant. */
export const scenarioArgument = (
  argument: string,
  inputs: Inputs = DISK,
): { readonly file: string; readonly variant?: string } => {
  if (holdsDecisions(argument))
    throw new InputError(
      `\`${argument}\` holds decisions and is no scenario: name it behind one in compare or rank, or give it as --actions`,
    );
  const { file, variant } = splitVariant(argument);
  if (variant === '') throw new InputError(`\`${argument}\` names no variant: write FILE or FILE#variant`);
  return { file: inputs.locate(file), ...(variant === undefined ? {} : { variant }) };
};

/** What decides how each replication runs, besides the scenario. */
export type PlanFlags = Pick<RunFlags, 'set' | 'eventBudget' | 'audit' | 'forkAt' | 'branch'>;

const dataOf = (scenario: Scenario, decisions: readonly Decision[], flags: PlanFlags): PlanData => ({
  scenario,
  ...(decisions.length === 0 ? {} : { decisions }),
  ...forkOf(flags, scenario),
  ...(flags.eventBudget === undefined ? {} : { eventBudget: flags.eventBudget }),
  ...(flags.audit === true ? { audit: true } : {}),
});

/** A file that cannot be taken for a flag. */
const pathOf = (argument: string): string => (argument.startsWith('-') ? `./${argument}` : argument);

/**
 * The words that run one replication of a plan by itself. `run` takes one file of decisions: a plan with decisions of its own beside those of
 * `--actions` is run beside its base.
 */
const aloneOf =
  (
    argument: string,
    flags: PlanFlags,
    {
      settings,
      actions,
      own,
    }: {
      readonly settings: readonly string[];
      readonly actions: ActionsFile | null;
      readonly own: ActionsFile | undefined;
    },
  ): Plan['alone'] =>
  ({ seed, replication }) => {
    const [command, files, taken] =
      own === undefined || actions === null
        ? (['run', [pathOf(argument)], actions ?? own] as const)
        : (['compare', [argument, own.path].map(pathOf), actions] as const);
    const { eventBudget, audit, forkAt, branch } = flags;
    const limits = { eventBudget, audit, forkAt, branch, set: [...(flags.set ?? []), ...settings] };
    return [
      ...recordedCommand(command, files, { ...limits, seed, replications: 1, first: replication }),
      ...(taken === undefined ? [] : ['--actions', taken.path]),
    ];
  };

/** A scenario that has been read once: gives its plan with some settings more, under another name where one is given, with decisions of its own. */
export type PlanAt = (settings: readonly string[], name?: string, own?: ActionsFile) => Plan;

/** The same, and null where settings contradict the rest of the scenario; named by its settings unless told. */
export type PlanOrNone = (settings: readonly string[], name?: string) => Plan | null;

/** Gives null instead of an error where settings contradict the rest of a scenario. */
export const orNone =
  (at: PlanAt): PlanOrNone =>
  (settings, name = settings.join(' ')) => {
    try {
      return at(settings, name);
    } catch (error) {
      if (error instanceof ScenarioError) return null;
      throw error;
    }
  };

/**
 * Reads one scenario, to be compiled with many settings.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param inputs where texts come from
 * @returns plans whose settings are laid over those of the flags
 * @throws ScenarioError or InputError when it cannot be used, here or when settings are laid over it
 */
export const openPlan = (
  argument: string,
  flags: PlanFlags,
  actions: ActionsFile | null,
  inputs: Inputs = DISK,
): PlanAt => {
  const { file, variant } = scenarioArgument(argument, inputs);
  const read = inputs.readerFor(file);
  const at = openScenario(file, { read, variant, set: flags.set, results: resultIds });
  const recorded = variant === undefined ? recordedPath(file) : `${recordedPath(file)}#${variant}`;
  return (settings, name, own) => {
    const loaded = at(settings);
    const decisions = [actions, own ?? null].flatMap((file): readonly Decision[] =>
      file === null ? [] : parseDecisions(file.text, file.path, loaded.scenario),
    );
    return planOf(loaded, {
      name: name ?? loaded.name,
      data: dataOf(loaded.scenario, decisions, flags),
      alone: inputs.isDisk ? aloneOf(argument, flags, { settings, actions, own }) : null,
      recorded: own === undefined ? recorded : recordedPath(own.path),
    });
  };
};

const planOf = (
  loaded: LoadedScenario,
  { name, data, alone, recorded }: Pick<Plan, 'data' | 'alone' | 'recorded'> & { readonly name: string },
): Plan => ({
  alone,
  model: modelOf(data, { name, ledger: loaded.ledger }),
  data,
  observe: (told) => {
    const { scenario, ...plan } = data;
    return compile(scenario, name, loaded.ledger).observe({ ...plan, ...told });
  },
  scenario: loaded.scenario,
  ledger: loaded.ledger,
  get numbers() {
    return loaded.numbers;
  },
  recorded,
  get sha256() {
    return sha256(loaded.hashInput);
  },
  get fingerprint() {
    return sha256(JSON.stringify(data));
  },
});

/**
 * Reads and compiles one scenario.
 *
 * @param argument `FILE` or `FILE#variant`
 * @param inputs where texts come from
 * @throws ScenarioError or InputError when it cannot be used
 */
export const readPlan = (
  argument: string,
  flags: PlanFlags,
  actions: ActionsFile | null,
  inputs: Inputs = DISK,
): Plan => openPlan(argument, flags, actions, inputs)([]);

/**
 * Reads the plans of a command that takes several: scenarios, and files of decisions (`.jsonl`), each of which
 * makes a plan of the first scenario with these decisions, named after the file.
 *
 * @param files the first of them a scenario
 * @throws ScenarioError or InputError when one cannot be used
 */
export const readPlans = (
  files: readonly string[],
  flags: PlanFlags,
  { actions, inputs }: Pick<Setting, 'actions' | 'inputs'>,
): readonly Plan[] => {
  const [first = ''] = files;
  const base = openPlan(first, flags, actions, inputs);
  return files.map((file, index) => {
    if (index === 0) return base([]);
    if (!holdsDecisions(file)) return readPlan(file, flags, actions, inputs);
    const name = basename(file).replace(/\.jsonl$/i, '');
    return base([], name, actionsIn(file, inputs.readerFor(file)));
  });
};

/** What a command works on from its beginning to its end. */
export interface Setting {
  readonly flags: RunFlags;
  /** remember what was read */
  readonly inputs: Recorder;
  readonly actions: ActionsFile | null;
}

/** What a command begins with: the folder looked at, what is read from now on remembered, and the decisions. */
export const begin = (flags: RunFlags, source: Inputs): Setting => {
  inspect(flags);
  const inputs = new Recorder(source);
  return { flags, inputs, actions: readActions(flags, inputs) };
};

/** What the record says of the decisions; nothing when there were none. */
export const actionsRecord = (
  actions: ActionsFile | null,
): { readonly actions?: { readonly count: number; readonly sha256: string } } =>
  actions === null
    ? {}
    : {
        actions: {
          count: actions.text.split('\n').filter((line) => line.trim() !== '').length,
          sha256: sha256(actions.text),
        },
      };
