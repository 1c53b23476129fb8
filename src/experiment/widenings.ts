import type { Constraint } from '../model/index.ts';
import {
  fixed,
  moved,
  type Scenario,
  type ScenarioNumber,
  scaled,
  writeQuantity,
} from '../scenario/index.ts';

/** Something that there could be one step more of. */
export interface Widening {
  /** path of the number that is changed */
  readonly path: string;
  /** whose it is: the craft of a fleet, the lanes of a gate … */
  readonly of: string;
  /** the step in words: `1 more craft` */
  readonly step: string;
  /** what it would relieve */
  readonly constraint: Constraint;
  /** the step as `--set` takes it */
  readonly setting: string;
}

/** How one kind of number is widened. */
interface Kind {
  readonly path: RegExp;
  readonly constraint: Constraint;
  /** one step: so many more, so many times, or so many minutes sooner */
  readonly by: { readonly add: number } | { readonly times: number } | { readonly sooner: number };
  readonly step: string;
  /** from here on there is no limit worth widening */
  readonly limit?: number;
}

/** More people than this is no limit; it is the default of a site that names none. */
const NO_ROOM_LIMIT = 1_000_000;
/** More stands or pads than this are no limit; it is the default of a site that names none. */
const NO_PLACE_LIMIT = 1000;

/** Every step, in the order of the flow; sizes are assumed, because they are what a planner could ask for. */
const KINDS: readonly Kind[] = [
  { path: /^roads\.([^.]+)\.capacity$/, constraint: 'road', by: { times: 1.1 }, step: '10 % more capacity' },
  {
    path: /^embassy\.staff\.([^.]+)\.people$/,
    constraint: 'embassy',
    by: { add: 1 },
    step: '1 more consular officer',
  },
  { path: /^gates\.([^.]+)\.lanes$/, constraint: 'gate', by: { add: 1 }, step: '1 more lane' },
  { path: /^gates\.([^.]+)\.meter$/, constraint: 'gate', by: { times: 1.1 }, step: '10 % more let in' },
  { path: /^desks\.([^.]+)\.officers$/, constraint: 'processing', by: { add: 1 }, step: '1 more officer' },
  {
    path: /^sites\.([^.]+)\.processingRoom$/,
    constraint: 'processing',
    by: { add: 100 },
    step: 'room for 100 more in processing',
    limit: NO_ROOM_LIMIT,
  },
  {
    path: /^sites\.([^.]+)\.waitingArea$/,
    constraint: 'waiting-area',
    by: { add: 100 },
    step: 'room for 100 more ready to board',
    limit: NO_ROOM_LIMIT,
  },
  { path: /^flights\.([^.]+)\.perDay$/, constraint: 'flights', by: { add: 1 }, step: '1 more flight a day' },
  { path: /^fleets\.([^.]+)\.count$/, constraint: 'fleet', by: { add: 1 }, step: '1 more craft' },
  { path: /^fleets\.([^.]+)\.crews$/, constraint: 'fleet', by: { add: 1 }, step: '1 more crew a craft' },
  {
    path: /^sites\.([^.]+)\.fuelPoints$/,
    constraint: 'fuel',
    by: { add: 1 },
    step: '1 more fuel point',
    limit: NO_PLACE_LIMIT,
  },
  {
    path: /^sites\.([^.]+)\.stands$/,
    constraint: 'stand',
    by: { add: 1 },
    step: '1 more stand',
    limit: NO_PLACE_LIMIT,
  },
  {
    path: /^sites\.([^.]+)\.pads$/,
    constraint: 'stand',
    by: { add: 1 },
    step: '1 more pad',
    limit: NO_PLACE_LIMIT,
  },
  {
    path: /^sites\.([^.]+)\.parking$/,
    constraint: 'stand',
    by: { add: 1 },
    step: '1 more parking place',
    limit: NO_PLACE_LIMIT,
  },
  {
    path: /^sites\.([^.]+)\.runway\.separation$/,
    constraint: 'runway',
    by: { times: 0.9 },
    step: '10 % less separation',
  },
  {
    path: /^sites\.([^.]+)\.beds$/,
    constraint: 'haven',
    by: { add: 100 },
    step: '100 more beds',
    limit: NO_ROOM_LIMIT,
  },
  { path: /^sites\.([^.]+)\.onward$/, constraint: 'haven', by: { times: 1.1 }, step: '10 % more move on' },
  {
    path: /^sites\.([^.]+)\.reception\.desks$/,
    constraint: 'haven',
    by: { add: 1 },
    step: '1 more reception desk',
  },
  {
    path: /^sites\.([^.]+)\.slots\.interval$/,
    constraint: 'closed',
    by: { times: 0.9 },
    step: '10 % less between slots',
  },
  { path: /^force\.units\.([^.]+)\.troops$/, constraint: 'force', by: { add: 100 }, step: '100 more troops' },
  { path: /^force\.units\.([^.]+)\.ready$/, constraint: 'force', by: { sooner: 360 }, step: '6 h sooner' },
];

/** People an hour who move on from a haven where nobody did, as one step. */
const FIRST_ONWARD = 10;

type Titled = Readonly<Record<string, { readonly title?: string | undefined } | undefined>>;

/** What a scenario calls the owner of a number. */
const ownerOf = (scenario: Scenario, path: string, id: string): string => {
  const [section = '', second = ''] = path.split('.');
  if (section === 'embassy' && second !== 'staff') return `Embassy, ${second}`;
  const entries: Titled | undefined =
    section === 'force'
      ? scenario.force?.units
      : section === 'embassy'
        ? scenario.embassy?.staff
        : (scenario as unknown as Record<string, Titled>)[section];
  return entries?.[id]?.title ?? id;
};

/** Whether a number is one that its widening means. */
const isMeant = (scenario: Scenario, { constraint, by }: Kind, path: string, id: string): boolean => {
  if (path.startsWith('embassy.')) return scenario.embassy?.staff[id]?.function === 'consular';
  // crews without a longest time on duty are never relieved
  if (path.endsWith('.crews')) return scenario.craft[scenario.fleets[id]!.craft]?.crewDuty !== undefined;
  if (path.endsWith('.onward')) return scenario.sites[id]?.beds !== undefined;
  const unit = scenario.force?.units[id];
  if (constraint === 'force' && unit !== undefined && 'sooner' in by) return !unit.present;
  return true;
};

/** The least value that a number can have now, to tell whether it is any limit. */
const levelOf = ({ value }: ScenarioNumber): number => (value.kind === 'fixed' ? value.value : 0);

const widened = (number: ScenarioNumber, { by, step }: Kind): { text: string; step: string } | null => {
  const { dimension, value } = number;
  if ('add' in by) return { text: writeQuantity(dimension, moved(value, by.add)), step };
  if ('times' in by) {
    const isNone = value.kind === 'fixed' && value.value === 0;
    if (!isNone) return { text: writeQuantity(dimension, scaled(value, by.times)), step };
    if (dimension !== 'rate') return null;
    return { text: writeQuantity(dimension, fixed(FIRST_ONWARD)), step: `${FIRST_ONWARD} people/h move on` };
  }
  if (value.kind !== 'fixed' || value.value <= 0) return null;
  const sooner = Math.min(by.sooner, value.value);
  const text = writeQuantity(dimension, fixed(value.value - sooner));
  return { text, step: sooner === by.sooner ? step : 'ready from the start' };
};

/**
 * Everything in a scenario that there could be one step more of, each step as a setting, in the order of the flow.
 *
 * @param numbers of the scenario, as read
 * @example
 * const lanes = { path: 'gates.north.lanes', dimension: 'count', value: { kind: 'fixed', value: 2 }, isListed: false };
 * wideningsOf({ gates: { north: { title: 'North' } } }, [lanes]).map(({ of, step, setting }) => [of, step, setting]) // => [['North', '1 more lane', 'gates.north.lanes=3']]
 */
export const wideningsOf = (scenario: Scenario, numbers: readonly ScenarioNumber[]): readonly Widening[] =>
  KINDS.flatMap((kind) =>
    numbers.flatMap((number): readonly Widening[] => {
      const id = kind.path.exec(number.path)?.[1];
      if (id === undefined || number.isListed || !isMeant(scenario, kind, number.path, id)) return [];
      if (kind.limit !== undefined && levelOf(number) >= kind.limit) return [];
      const to = widened(number, kind);
      if (to === null) return [];
      const { path } = number;
      const of = ownerOf(scenario, path, id);
      return [{ path, of, step: to.step, constraint: kind.constraint, setting: `${path}=${to.text}` }];
    }),
  );
