import { compile, type Model, type Outcome, type RunOptions } from '../../src/model/index.ts';
import {
  type Decision,
  type LoadedScenario,
  loadScenario,
  type Scenario,
  scenarioSchema,
} from '../../src/scenario/index.ts';
import { decisionSchema } from '../../src/scenario/schema/index.ts';

/** A scenario as a file would state it, before it is read. */
export interface Written {
  readonly [key: string]: unknown;
}

const isMapping = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lays patches over one another as `variants` do: mappings merge, `null` removes, all else replaces. */
export const merged = (...patches: readonly Written[]): Written => {
  const result: Record<string, unknown> = {};
  for (const patch of patches) {
    for (const [key, value] of Object.entries(patch)) {
      if (value === null) delete result[key];
      else if (isMapping(value)) result[key] = merged(isMapping(result[key]) ? result[key] : {}, value);
      else result[key] = value;
    }
  }
  return result;
};

/** A field and a haven two hours apart, and one kind of aircraft that never diverts: no fleet, no people. */
export const BRIDGE: Written = {
  airbridge: 1,
  title: 'A bridge for tests',
  question: 'What happens?',
  start: '2024-01-01T00:00+00:00',
  window: '24 h',
  sample: '1 h',
  sites: { field: { taxi: '0 min' }, haven: { taxi: '0 min', beds: '900000 people' } },
  routes: { bridge: { between: ['field', 'haven'], time: '2 h' } },
  craft: { transport: { seats: '100 people', groundTime: '1 h', turnTime: '1 h', orbit: '1000 h' } },
};

/** One fleet of one aircraft that flies whenever it is ready. */
export const ONE_AIRCRAFT: Written = {
  fleets: { transport: { craft: 'transport', nation: 'Any', count: 1, base: 'haven', pickup: 'field' } },
};

/** 300 people who are ready to board when the run starts. */
export const PEOPLE_THERE: Written = {
  populations: { people: { nation: 'Any', people: '300 people', present: '100 %', site: 'field' } },
};

/** So fast that everyone sets out within a second of the start. */
export const AT_ONCE = '100000000 %/h';

/** 300 people who live one hour away, set out at once and pass a gate with one lane, 1 min each. */
export const PEOPLE_AT_HOME: Written = {
  roads: { street: { travel: '1 h' } },
  gates: { north: { site: 'field', lanes: 1, search: '1 min' } },
  populations: {
    people: {
      nation: 'Any',
      people: '300 people',
      setsOut: AT_ONCE,
      lives: { street: '100 %' },
      site: 'field',
    },
  },
};

/** Reads a scenario from a text, or from patches laid over one another. */
export const load = (text: string, variant?: string): LoadedScenario =>
  loadScenario('test.yaml', { read: () => text, variant });

/** The scenario that the patches make together. */
export const scenarioOf = (...patches: readonly Written[]): Scenario =>
  load(JSON.stringify(merged(...patches))).scenario;

/** As {@link scenarioOf} without the checks between sections, which take most of the time of reading. */
export const uncheckedScenarioOf = (...patches: readonly Written[]): Scenario =>
  scenarioSchema.parse(merged(...patches));

/** A decision, written as in a file of decisions. */
export const decision = (written: Written): Decision => decisionSchema.parse(written);

/** One run, with its results by name. */
export interface Told {
  readonly outcome: Outcome;
  /** value of a measure; throws where there is none of that name */
  measure(id: string): number;
  /** all samples of a series */
  series(id: string): readonly number[];
  /** level of a series at so many minutes after the start, which must be a sample */
  at(id: string, minutes: number): number;
  /** what the actions of that name say they did, in order */
  notes(action: string): readonly string[];
}

const indexOf = (list: readonly { readonly id: string }[], id: string): number => {
  const index = list.findIndex((each) => each.id === id);
  if (index < 0) throw new Error(`there is no ${id}, only ${list.map((each) => each.id).join(', ')}`);
  return index;
};

/** Names the results of a run. */
export const told = ({ catalogue }: Model, outcome: Outcome): Told => {
  const series = (id: string) => outcome.series[indexOf(catalogue.series, id)]!;
  return {
    outcome,
    measure: (id) => outcome.measures[indexOf(catalogue.measures, id)]!,
    series,
    at: (id, minutes) => {
      const sample = catalogue.grid.indexOf(minutes);
      if (sample < 0) throw new Error(`${minutes} min is not a sample`);
      return series(id)[sample]!;
    },
    notes: (action) => outcome.actions.filter((each) => each.action.do === action).map((each) => each.note),
  };
};

/** Runs a scenario once with every invariant checked; the seed is "test" unless told. */
export const runScenario = (scenario: Scenario, options: Partial<RunOptions> = {}): Told => {
  const model = compile(scenario);
  return told(model, model.run({ seed: 'test', replication: 0, audit: true, ...options }));
};

/** Runs what the patches make together, once. */
export const run = (...patches: readonly Written[]): Told => runScenario(scenarioOf(...patches));
