import { compile } from '../../model/index.ts';
import { loadScenario } from '../../scenario/index.ts';

/** One run of an operation, with its results by name. Times in hours. */
export interface Ran {
  measure(id: string): number;
  /** level of a series at an hour, or at the last sample before it */
  at(series: string, hour: number): number;
  /** hour of the first sample at which a series has reached a level; infinite when it never does */
  hourOf(series: string, level: number): number;
}

const HOUR = 60;

const position = (list: readonly { readonly id: string }[], id: string): number => {
  const index = list.findIndex((each) => each.id === id);
  if (index < 0) throw new Error(`no result is called ${id}`);
  return index;
};

/**
 * Runs a scenario once from its text, as a user would, with every invariant checked.
 *
 * @param text YAML
 * @param seed decides everything random
 */
export const runText = (text: string, seed: string): Ran => {
  const { scenario } = loadScenario('operation.yaml', { read: () => text });
  const { catalogue, run } = compile(scenario);
  const outcome = run({ seed, replication: 0, audit: true });
  const { grid, measures, series } = catalogue;
  const levels = (id: string): readonly number[] => outcome.series[position(series, id)]!;
  return {
    measure: (id) => outcome.measures[position(measures, id)]!,
    at: (id, hour) => levels(id)[grid.findLastIndex((minutes) => minutes <= hour * HOUR)]!,
    hourOf: (id, level) => {
      const index = levels(id).findIndex((each) => each >= level);
      return index < 0 ? Number.POSITIVE_INFINITY : grid[index]! / HOUR;
    },
  };
};

/** One fleet between a field and a haven; whatever a lesson in cycles needs. */
export interface Shuttle {
  readonly people: number;
  readonly partySize?: number;
  readonly seats: number;
  readonly aircraft: number;
  /** working MOG of the field; no limit when absent */
  readonly stands?: number;
  /** hours of each way, on the ground at the field, and at the haven */
  readonly leg: number;
  readonly ground: number;
  readonly turn: number;
  /** aircraft fly on when nobody is left */
  readonly isContinuous?: true;
  /** hours */
  readonly window: number;
  /** minutes between samples */
  readonly sample: number;
  /** further keys of the haven, and further lines of the file */
  readonly haven?: string;
  readonly more?: string;
}

/** A shuttle as a scenario file. */
export const shuttleText = (shuttle: Shuttle): string => `
airbridge: 1
title: A shuttle
question: What does the planning formula say?
start: 2024-01-01T00:00+00:00
window: ${shuttle.window} h
sample: ${shuttle.sample} min
sites:
  field: { taxi: 0 min, stands: ${shuttle.stands ?? 1000} }
  haven: { taxi: 0 min, beds: 1000000 people${shuttle.haven ?? ''} }
routes: { bridge: { between: [field, haven], time: ${shuttle.leg} h } }
craft:
  transport:
    seats: ${shuttle.seats} people
    groundTime: ${shuttle.ground} h
    turnTime: ${shuttle.turn} h
    orbit: 1000 h
fleets:
  transport:
    craft: transport
    nation: Any
    count: ${shuttle.aircraft}
    base: haven
    pickup: field
    launch: ${shuttle.isContinuous ? 'continuous' : 'on-demand'}
populations:
  people:
    nation: Any
    people: ${shuttle.people} people
    partySize: ${shuttle.partySize ?? 1}
    present: 100 %
    site: field
${shuttle.more ?? ''}`;

/** Runs a shuttle; nothing in it is random. */
export const runShuttle = (shuttle: Shuttle): Ran => runText(shuttleText(shuttle), 'any');
