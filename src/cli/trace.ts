import { localTime } from '../analysis/index.ts';
import type { RunEvent } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { InputError } from './errors.ts';
import { partyText, tailText } from './follow.ts';
import { instantFlag } from './fork.ts';
import { groupOf, Names, shortName } from './names.ts';
import { type Plan, readActions, readPlan } from './plan.ts';
import { settingNotes } from './setting-notes.ts';
import { storyOf } from './story.ts';
import type { Reached } from './story-milestones.ts';
import type { Terminal } from './terminal.ts';
import { paragraph } from './text.ts';
import { storyText } from './trace-text.ts';

/** Flags of `trace`. */
export interface TraceFlags {
  readonly replication: number;
  readonly seed: string;
  readonly party?: string | undefined;
  readonly tail?: string | undefined;
  readonly jsonl?: true | undefined;
  readonly set?: readonly string[] | undefined;
  readonly actions?: string | undefined;
  readonly forkAt?: string | undefined;
  readonly branch?: string | undefined;
  readonly until?: string | undefined;
}

/** A name and a number, as `--party` and `--tail` take them. */
const splitLast = (text: string): { readonly name: string; readonly number: number } => {
  const name = groupOf(text);
  const number = Number(text.slice(name.length + 1));
  return { name, number };
};

const checkName = (
  flag: string,
  given: string,
  known: { readonly names: readonly string[]; readonly what: string },
): { readonly name: string; readonly number: number } => {
  const { name, number } = splitLast(given);
  if (!known.names.includes(name)) {
    const all = known.names.map(shortName).join(', ') || 'there are none';
    throw new InputError(
      `${flag} needs ${known.what} and a number, such as NAME:1; found \`${given}\`. Names: ${all}`,
    );
  }
  if (!Number.isInteger(number) || number < 1)
    throw new InputError(`${flag} needs a whole number from 1 behind \`${name}:\`, found \`${given}\``);
  return { name, number };
};

/** Measures of times that the record tells in better words. */
const TOLD_ELSEWHERE = ['time-capital-falls', 'time-last-troops-out'];

/** Times that the run's measures tell and that nothing else in the story does. */
const reachedIn = ({ model }: Plan, values: readonly number[]): Reached[] =>
  model.catalogue.measures.flatMap(({ id, kind, label }, index) => {
    const at = values[index] ?? Infinity;
    const isTold = kind === 'time' && !TOLD_ELSEWHERE.includes(id);
    return isTold && at > 0 && at <= model.catalogue.horizon ? [{ id, label, at }] : [];
  });

interface Traced {
  readonly plan: Plan;
  /** up to `end` */
  readonly events: readonly RunEvent[];
  /** of the whole run */
  readonly all: readonly RunEvent[];
  readonly reached: readonly Reached[];
  /** minutes after the start up to which it is told */
  readonly end: number;
}

/** What had happened by an instant; what a craft was doing then is cut short there. */
const by = (end: number, events: readonly RunEvent[]): readonly RunEvent[] =>
  events.flatMap((event) => {
    if (event.at <= end) return [event];
    return event.kind === 'craft' && event.since < end ? [{ ...event, at: end }] : [];
  });

const followed = ({ plan, events, end }: Traced, flags: TraceFlags): string | null => {
  const { scenario, model } = plan;
  const told = { clock: model.catalogue, horizon: end, names: new Names(scenario) };
  if (flags.party !== undefined) {
    const { name, number } = checkName('--party', flags.party, {
      names: groupsOf(scenario),
      what: 'a population or staff group',
    });
    const text = partyText(told, events, `${name}:${number}`);
    return text ?? paragraph(`${flags.party} never left home, or there is no such party in this run.`);
  }
  if (flags.tail === undefined) return null;
  const fleets = { names: Object.keys(scenario.fleets), what: 'a fleet' };
  const { name, number } = checkName('--tail', flags.tail, fleets);
  return (
    tailText(told, events, { fleet: name, tail: number }) ??
    paragraph(`${flags.tail} did not join in this run: the fleet has fewer craft.`)
  );
};

const groupsOf = ({ populations, embassy }: Scenario): string[] => [
  ...Object.keys(populations),
  ...Object.keys(embassy?.staff ?? {}),
];

const jsonl = ({ plan, events }: Traced): string =>
  events
    .map((event) => {
      const time = localTime(plan.model.catalogue, event.at, 'iso');
      return `${JSON.stringify({ time, ...event })}\n`;
    })
    .join('');

/**
 * `airbridge trace`: one replication as a story, one party or craft of it, or everything that was recorded.
 *
 * @param argument `FILE` or `FILE#variant`
 */
export const trace = (argument: string, flags: TraceFlags, terminal: Terminal): void => {
  const plan = readPlan(argument, flags, readActions(flags));
  const all: RunEvent[] = [];
  const { seed, replication, until } = flags;
  const { catalogue } = plan.model;
  const end = until === undefined ? catalogue.horizon : instantFlag('--until', until, plan.scenario);
  const outcome = plan.observe({ seed, replication, record: (event) => all.push(event) });
  const traced = { plan, events: by(end, all), all, reached: reachedIn(plan, outcome.measures), end };
  if (flags.jsonl === true) {
    terminal.out(jsonl(traced));
    return;
  }
  const { bold, dim } = terminal.outColours;
  terminal.out(bold(paragraph(catalogue.title)));
  const start = localTime(catalogue, 0, 'full');
  terminal.out(dim(paragraph(`Replication ${replication}, seed ${seed}, from ${start}, ${catalogue.zone}`)));
  for (const note of settingNotes(plan, flags)) terminal.out(dim(paragraph(note)));
  terminal.out('\n');
  terminal.out(followed(traced, flags) ?? storyOfRun(traced, terminal));
};

const storyOfRun = (
  { plan, events, all, reached, end }: Traced,
  { outColours: colours }: Terminal,
): string => {
  const { scenario, model } = plan;
  const isWhole = end >= model.catalogue.horizon;
  const told = { clock: model.catalogue, horizon: end, isWhole, names: new Names(scenario) };
  // Of the whole run, so that a last departure is one indeed.
  const story = storyOf(scenario, all, reached).filter(({ at }) => at <= end);
  return storyText(told, story, { events, colours });
};
