import {
  type Decision,
  formatCivil,
  type LedgerEntry,
  minutesAfterStart,
  type Scenario,
} from '../scenario/index.ts';
import { perform } from './actions.ts';
import { audit } from './audit.ts';
import { branchOff } from './branch.ts';
import { buildWorld } from './build.ts';
import { type Measure, measuresOf } from './measures/index.ts';
import { titleOf } from './measures/measure.ts';
import { keepMilestones } from './milestones.ts';
import type {
  Catalogue,
  MeasureKind,
  Observation,
  Outcome,
  PlanLine,
  Question,
  RecordedOutcome,
  TailSpell,
} from './outcome.ts';
import { keepRecord, type Recorder, type RunEvent } from './record.ts';
import { type Series, seriesOf } from './series.ts';
import { isByAir, wordsFor } from './words.ts';
import type { World } from './world.ts';

/** What one run is made of besides the scenario. */
export interface RunOptions {
  /** any text; with the replication number it decides everything random */
  readonly seed: string;
  /** 0, 1, 2 … */
  readonly replication: number;
  /** decisions from outside, on top of the scenario's own timeline */
  readonly decisions?: readonly Decision[];
  /**
   * minutes after the start at which the run leaves the future it had for that of `branch`; without `branch` it
   * stays the same future
   */
  readonly forkAt?: number;
  /** any text: from `forkAt` on luck is that of this branch, and what is still to come is drawn anew */
  readonly branch?: string;
  /** most events before the run is given up; default 100 million */
  readonly eventBudget?: number;
  /** checks every invariant at each sample, and throws an Error that names what is wrong */
  readonly audit?: boolean;
  /** told of everything that happens, in the order in which it does; changes no number of the outcome */
  readonly record?: Recorder;
}

/** A compiled scenario: what its results mean, and a function that runs it once. */
export interface Model {
  readonly catalogue: Catalogue;
  run(options: RunOptions): Outcome;
  /** the same run, with what every craft did */
  observe(options: RunOptions): RecordedOutcome;
}

const EVENT_BUDGET = 100_000_000;
/** Samples and readings come after everything else that happens at the same instant. */
const LAST = 30_000;
/** A branch begins before everything else that happens at the same instant. */
const FIRST = -30_000;

/**
 * Turns a scenario into a model that can be run.
 *
 * @param scenario as parsed and checked
 * @param name what results are called: the file's name and variant
 * @param ledger where the numbers come from; observations carry their source into the results
 * @throws RangeError from `run` when `forkAt` lies before the start, or there is a `branch` without it
 * @throws SimulationError from `run` when a run cannot go on; it names time, process and seed
 */
export const compile = (
  scenario: Scenario,
  name: string = scenario.title,
  ledger: readonly LedgerEntry[] = [],
): Model => {
  const measures = measuresOf(scenario);
  const series = seriesOf(scenario);
  const catalogue = catalogueOf(scenario, { name, ledger, measures, series });
  const parts = { scenario, catalogue, measures, series };
  return {
    catalogue,
    run: (options) => runOnce(parts, options),
    observe: (options) => {
      const spells: TailSpell[] = [];
      const record = (event: RunEvent): void => {
        if (event.kind === 'craft') spells.push(spellOf(scenario, event));
        options.record?.(event);
      };
      return { ...runOnce(parts, { ...options, record }), spells };
    },
  };
};

/**
 * The ids of the series and measures that a scenario will have, against which its observations can be checked.
 *
 * @param scenario as parsed
 */
export const resultIds = (
  scenario: Scenario,
): { readonly series: readonly string[]; readonly measures: readonly string[] } => ({
  series: seriesOf(scenario).map(({ id }) => id),
  measures: measuresOf(scenario).map(({ id }) => id),
});

interface Compiled {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly measures: readonly Measure[];
  readonly series: readonly Series[];
}

const spellOf = (
  { fleets }: Scenario,
  { at, fleet, tail, state, since }: Extract<RunEvent, { kind: 'craft' }>,
): TailSpell => ({ fleet: titleOf(fleets[fleet]!, fleet), tail, state, from: since, to: at });

/** One replication. */
const runOnce = ({ scenario, catalogue, measures, series }: Compiled, options: RunOptions): Outcome => {
  const seed = `${options.seed}/${options.replication}`;
  const world = buildWorld(scenario, seed, options.eventBudget ?? EVENT_BUDGET);
  if (options.record !== undefined) keepRecord(world, options.record);
  keepMilestones(world.sim, world.milestones, world.roster, world.force);
  for (const { at, action } of options.decisions ?? []) {
    const order = { origin: 'decision', by: action.by ?? 'decision' } as const;
    world.sim.at(world.minutes(at), () => perform(world, action, order));
  }
  const { forkAt, branch } = options;
  if (branch !== undefined && forkAt === undefined) throw new RangeError('a branch needs `forkAt`');
  if (branch !== undefined && forkAt !== undefined) {
    world.sim.at(forkAt, () => branchOff(world, branch), FIRST);
  }
  const rows = series.map(() => [] as number[]);
  takeSample(world, 0, { series, rows, catalogue, isAudited: options.audit ?? false });
  const values = new Array<number>(measures.length);
  const readAt = (when: Measure['at']): void => {
    for (const [index, each] of measures.entries())
      if (each.at === when) values[index] = settled(each.read(world));
  };
  world.sim.run(catalogue.window);
  readAt('window');
  world.sim.run(catalogue.horizon);
  readAt('end');
  const { roster, sim, log } = world;
  for (const fleet of world.fleets.values()) for (const tail of fleet.joined) tail.report();
  return {
    seed: options.seed,
    replication: options.replication,
    measures: values,
    series: rows,
    actions: log,
    people: roster.people,
    parties: roster.parties,
    events: sim.events,
  };
};

/** Digits that a measure keeps: beyond them lies only the order in which numbers were added up. */
const DIGITS = 12;

const settled = (value: number): number => Number(value.toPrecision(DIGITS));

interface Sampling {
  readonly series: readonly Series[];
  /** one row per series, to which levels are added */
  readonly rows: readonly number[][];
  readonly catalogue: Catalogue;
  readonly isAudited: boolean;
}

/** Samples all series at an instant of the grid, and then at the next: by the grid, as steps would add up roundings. */
const takeSample = (world: World, index: number, sampling: Sampling): void => {
  const { series, rows, catalogue, isAudited } = sampling;
  const due = catalogue.grid[index];
  if (due === undefined) return;
  const sample = (): void => {
    for (let row = 0; row < series.length; row++) rows[row]![index] = series[row]!.read(world);
    world.onSample?.();
    const wrong = isAudited ? audit(world) : [];
    if (wrong.length > 0) throw new Error(`invariants do not hold: ${wrong.join('; ')}`);
    takeSample(world, index + 1, sampling);
  };
  world.sim.at(Math.min(due, catalogue.horizon), sample, LAST);
};

interface CatalogueParts {
  readonly name: string;
  readonly ledger: readonly LedgerEntry[];
  readonly measures: readonly Measure[];
  readonly series: readonly Series[];
}

const catalogueOf = (scenario: Scenario, parts: CatalogueParts): Catalogue => {
  const { name, ledger, measures, series } = parts;
  const horizon = scenario.window + scenario.tail;
  const words = wordsFor(scenario);
  const samples = Math.floor(horizon / scenario.sample + 1e-9) + 1;
  return {
    title: scenario.title,
    question: scenario.question,
    name,
    start: formatCivil(scenario.start.civil),
    utcOffset: scenario.start.utcOffset,
    zone: scenario.zone,
    window: scenario.window,
    horizon,
    grid: Array.from({ length: samples }, (_, k) => k * scenario.sample),
    byAir: isByAir(scenario),
    measures: measures.map(({ read: _read, at: _at, ...spec }) => ({
      ...spec,
      label: words(spec.label),
      section: words(spec.section),
      description: words(spec.description),
    })),
    series: series.map(({ read: _read, ...spec }) => ({ ...spec, label: words(spec.label) })),
    observations: observationsOf(scenario, ledger),
    plans: plansOf(scenario),
    ...questionsOf(scenario, measures),
  };
};

/** Published values, but for those that lie outside the run. */
const observationsOf = (scenario: Scenario, ledger: readonly LedgerEntry[]): Observation[] => {
  const sources = new Map(ledger.map(({ path, source }) => [path, source]));
  return Object.entries(scenario.observations).flatMap(
    ([id, { title, series, rise, pause, per, since, at, measure, value, low, high, use }]): Observation[] => {
      const source = sources.get(`observations.${id}.value`) ?? '';
      const recorded = { value, low, high, use, label: title ?? id, source };
      if (measure !== undefined) return [{ ...recorded, measure }];
      const isWithin = (minutes: number): boolean =>
        minutes >= 0 && minutes <= scenario.window + scenario.tail;
      const until = minutesAfterStart(scenario, at!);
      if (!isWithin(until)) return [];
      if (series !== undefined) return [{ ...recorded, series, at: until }];
      const from = minutesAfterStart(scenario, since!);
      if (!isWithin(from)) return [];
      const over = { since: from, at: until };
      if (pause !== undefined) return [{ ...recorded, change: 'pause', of: pause, ...over }];
      return [{ ...recorded, change: 'rise', of: rise!, ...(per === undefined ? {} : { per }), ...over }];
    },
  );
};

/** Units in which people guess what is no plain number. */
const GUESSED: Partial<Record<MeasureKind, string>> = {
  time: 'hours after the start',
  share: '%',
  indicator: '% of runs',
};

const questionsOf = (
  scenario: Scenario,
  measures: readonly Measure[],
): { readonly questions?: readonly Question[] } => {
  const asked = Object.entries(scenario.questions);
  if (asked.length === 0) return {};
  return {
    questions: asked.map(([id, { text, measure, unit }]) => {
      const spec = measures.find((each) => each.id === measure);
      const own = spec === undefined ? '' : (GUESSED[spec.kind] ?? spec.unit);
      return { id, text, measure, unit: unit ?? own };
    }),
  };
};

const plansOf = (scenario: Scenario): PlanLine[] => {
  const force = (scenario.force?.plan ?? []).map((row) => ({
    at: minutesAfterStart(scenario, row.at),
    value: row.troops,
  }));
  const staff = (scenario.embassy?.plan ?? []).map((row) => ({
    at: minutesAfterStart(scenario, row.at),
    value: row.people,
  }));
  return [
    ...(force.length > 0 ? [{ series: 'troops', label: 'Planned build-up', points: force }] : []),
    ...(staff.length > 0 ? [{ series: 'staff.compound', label: 'Planned drawdown', points: staff }] : []),
  ];
};
