import { formatCount, formatDuration } from '../analysis/index.ts';
import type { RunEvent } from '../model/index.ts';
import { count, type Entry, type EventOf, only } from './entry.ts';
import type { Names } from './names.ts';

/** Gates, runways, tasks and launch stops: what opens and closes. */
export const capacityStory = (names: Names, events: readonly RunEvent[]): Entry[] => [
  ...gateStory(names, events),
  ...runwayStory(names, events),
  ...taskStory(names, events),
  ...launchStops(names, events),
];

const SHUT: Readonly<Record<string, string>> = {
  closed: 'closed by order or out of hours',
  uncovered: 'for want of troops, or for the crowd',
  unstaffed: 'for want of officers',
};

const gateStory = (names: Names, events: readonly RunEvent[]): Entry[] => {
  const known = new Map<string, number>();
  return only(events, 'gate').flatMap(({ at, gate, lanes, why }) => {
    const before = known.get(gate);
    known.set(gate, lanes);
    const name = names.of('gates', gate);
    const open = formatCount(lanes, 'lane works', 'lanes work');
    const shut = `no lane works, ${SHUT[why ?? ''] ?? 'it has none'}`;
    const text = `${name}: ${lanes === 0 ? shut : open}`;
    const was = before === undefined || before === lanes ? '' : `, ${count(before)} until now`;
    return [{ at, key: `gate ${gate}`, text: `${text}${was}` }];
  });
};

const CAUSE: Readonly<Record<string, string>> = {
  action: 'by order',
  crowd: 'overrun by the crowd',
  troops: 'for want of troops',
};

const runwayStory = (names: Names, events: readonly RunEvent[]): Entry[] => {
  const known = new Map<string, { readonly isOpen: boolean; readonly at: number }>();
  return only(events, 'runway').flatMap(({ at, site, isOpen, by }) => {
    const before = known.get(site);
    if (before?.isOpen === isOpen) return [];
    known.set(site, { isOpen, at });
    if (before === undefined && isOpen) return [];
    const name = `The runway of ${names.of('sites', site)}`;
    const causes = by.map((cause) => CAUSE[cause] ?? cause).join(' and ');
    const text = isOpen
      ? `${name} opens after ${formatDuration(at - (before?.at ?? 0))}`
      : `${name} is closed, ${causes}`;
    return [{ at, key: `runway ${site}`, text }];
  });
};

const taskStory = (names: Names, events: readonly RunEvent[]): Entry[] => {
  const known = new Map<string, boolean>();
  return only(events, 'coverage').flatMap(({ at, task, isCovered, troops }) => {
    const before = known.get(task);
    known.set(task, isCovered);
    if (before === undefined && isCovered) return [];
    const name = names.task(task);
    if (before === undefined) return [{ at, key: 'task', text: `No troops yet for: ${name}` }];
    const text = isCovered ? `${count(troops)} troops take over: ${name}` : `Too few troops for: ${name}`;
    return [{ at, key: `task ${task}`, text }];
  });
};

/** Shortest launch stop that is told, minutes; assumed, because shorter ones come and go with every bed. */
const SHORTEST = 60;

/** Times during which craft of a fleet stood ready and no haven had beds for them. */
const launchStops = (names: Names, events: readonly RunEvent[]): Entry[] =>
  joined(only(events, 'craft').filter(({ state }) => state === 'launch-stop'))
    .filter(({ from, to }) => to - from >= SHORTEST)
    .map(({ fleet, from, to }) => ({
      at: from,
      key: `launch stop ${fleet}`,
      text: `Launch stop for ${names.of('fleets', fleet)}, ${formatDuration(to - from)}: no beds at a haven`,
    }));

interface Stop {
  readonly fleet: string;
  readonly from: number;
  readonly to: number;
}

/** Spells of the craft of each fleet that overlap or touch, as one. */
const joined = (spells: readonly EventOf<'craft'>[]): Stop[] => {
  const stops: Stop[] = [];
  for (const { fleet, since, at } of spells.toSorted((a, b) => a.since - b.since)) {
    const index = stops.findLastIndex((stop) => stop.fleet === fleet && stop.to >= since);
    if (index < 0) stops.push({ fleet, from: since, to: at });
    else stops[index] = { ...stops[index]!, to: Math.max(stops[index]!.to, at) };
  }
  return stops;
};
