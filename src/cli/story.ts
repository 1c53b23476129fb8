import { formatCount } from '../analysis/index.ts';
import type { RunEvent } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { count, type Entry, type EventOf, only } from './entry.ts';
import { groupOf, Names, shortName } from './names.ts';
import { capacityStory } from './story-capacity.ts';
import { milestones, type Reached } from './story-milestones.ts';

/** What mattered in a run, in the order in which it happened. */
export const storyOf = (
  scenario: Scenario,
  events: readonly RunEvent[],
  reached: readonly Reached[],
): readonly Entry[] => {
  const names = new Names(scenario);
  const entries = [
    ...incidentStory(names, events),
    ...crowdStory(names, events),
    ...actionStory(names, events),
    ...troopStory(scenario, names, events),
    ...capacityStory(names, events),
    ...waveStory(names, events),
    ...craftStory(names, events),
    ...milestones(names, events, reached),
  ];
  return entries.toSorted((a, b) => a.at - b.at);
};

const incidentStory = (names: Names, events: readonly RunEvent[]): Entry[] =>
  only(events, 'incident').map(({ at, incident, isGoingOn }) => ({
    at,
    key: `incident ${incident} ${isGoingOn}`,
    text: `${isGoingOn ? 'Begins' : 'Ends'}: ${names.of('incidents', incident)}`,
  }));

const crowdStory = (names: Names, events: readonly RunEvent[]): Entry[] =>
  only(events, 'crowd').map(({ at, site, isOverrun, people, held }) => ({
    at,
    key: `crowd ${isOverrun}`,
    text: isOverrun
      ? `The crowd overruns ${names.of('sites', site)}: ${formatCount(people, 'person', 'people')}, where ${count(held)} could be held`
      : `The crowd is cleared off ${names.of('sites', site)}`,
  }));

/** Who or what ordered an action. */
const orderedBy = (names: Names, { origin, by, action }: EventOf<'action'>): string => {
  if (action.do === 'fall') return '';
  if (typeof action.by === 'string') return `Order of ${shortName(action.by)}: `;
  if (origin === 'timeline') return 'Order: ';
  if (origin === 'incident') return `${names.of('incidents', by)}: `;
  if (origin === 'threat') return `After the fall of ${names.place(by)}: `;
  return `By ${origin} ${shortName(by)}: `;
};

/** Actions that did something; what begins and ends by itself is told elsewhere. */
const actionStory = (names: Names, events: readonly RunEvent[]): Entry[] =>
  only(events, 'action')
    .filter(({ note }) => !note.startsWith('did nothing'))
    .filter(
      ({ origin, action }) =>
        !TOLD.includes(action.do) && (origin !== 'timeline' || !SEEN.includes(action.do)),
    )
    // what a fall brings about is recorded before the fall is over
    .toSorted((a, b) => a.at - b.at || Number(b.action.do === 'fall') - Number(a.action.do === 'fall'))
    .map((event) => ({
      at: event.at,
      // what an incident does and undoes are two kinds
      key: `action ${event.action.do} ${event.by} ${event.origin === 'incident' ? event.note : ''}`,
      text: `${orderedBy(names, event)}${shortened(names.told(event.action, event.note))}`,
    }));

/** Orders of the timeline that are seen in what they open or close. */
const SEEN = ['openGate', 'closeGate', 'setLanes', 'openRunway', 'closeRunway'];

const TOLD = ['beginIncident', 'endIncident'];

/** Longest note in a line; assumed, because longer ones come from long names. */
const LONGEST_NOTE = 150;

const shortened = (note: string): string => {
  const letters = [...note];
  return letters.length <= LONGEST_NOTE ? note : `${letters.slice(0, LONGEST_NOTE - 1).join('')}…`;
};

/** First and last troops of each unit on the ground, and the first and last who leave. */
const troopStory = (scenario: Scenario, names: Names, events: readonly RunEvent[]): Entry[] => {
  const entries: Entry[] = [];
  const units = Object.keys(scenario.force?.units ?? {});
  const all = only(events, 'troops');
  for (const unit of units) {
    const mine = all.filter((event) => event.unit === unit);
    const come = mine.filter(({ at, change }) => change > 0 && at > 0);
    const go = mine.filter(({ change }) => change < 0);
    const name = names.unit(unit);
    for (const [first, words] of [
      [come, 'land at'],
      [go, 'are called forward to leave'],
    ] as const) {
      const [one, last] = [first[0], first.at(-1)];
      if (one === undefined || last === undefined) continue;
      const site = names.of('sites', one.site);
      if (last.at === one.at) {
        const all = first.reduce((sum, { change }) => sum + Math.abs(change), 0);
        entries.push({
          at: one.at,
          key: `troops ${words}`,
          text: `${count(all)} troops of ${name} ${words} ${site}`,
        });
        continue;
      }
      entries.push({
        at: one.at,
        key: `troops ${words}`,
        text: `First ${count(Math.abs(one.change))} troops of ${name} ${words} ${site}`,
      });
      const left = `Last troops of ${name} ${words} ${site}`;
      const text = first === go ? left : `${left}: ${count(last.ground)} on the ground`;
      entries.push({ at: last.at, key: `troops last ${words}`, text });
    }
  }
  return [...entries, ...troopsOut(events)];
};

/** The first and the last departure with troops who leave. */
const troopsOut = (events: readonly RunEvent[]): Entry[] => {
  const departures = only(events, 'departure').filter(({ troops }) => troops > 0);
  const [first, last] = [departures[0], departures.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = departures.reduce((sum, { troops }) => sum + troops, 0);
  return [
    {
      at: first.at,
      key: 'troops out first',
      text: `The first ${count(first.troops)} troops to leave are out`,
    },
    { at: last.at, key: 'troops out last', text: `The last troops to leave are out: ${count(all)} in all` },
  ];
};

/** Staff called forward together, and those sent home. */
const waveStory = (names: Names, events: readonly RunEvent[]): Entry[] => {
  const waves = new Map<string, { at: number; people: number; goesHome: boolean }>();
  for (const { at, party, people, from, to } of only(events, 'party')) {
    if (from !== 'at-post' || !names.isStaff(groupOf(party))) continue;
    const goesHome = to === 'sent-home';
    const key = `${at} ${goesHome}`;
    const wave = waves.get(key) ?? { at, people: 0, goesHome };
    waves.set(key, { ...wave, people: wave.people + people });
  }
  return [...waves.values()].map(({ at, people, goesHome }) => ({
    at,
    key: `wave ${goesHome}`,
    text: goesHome
      ? `${count(people)} staff are sent home`
      : `Wave: ${count(people)} staff called forward for a lift`,
  }));
};

/** People who leave together. */
interface Load {
  readonly at: number;
  readonly people: number;
  /** who carries them, and from where */
  readonly name: string;
  readonly from: string;
}

/** What a craft does that waited in vain. */
export const turnedAway = (names: Names, fleet: string, pickup: string): string =>
  `cannot ${names.landsOnPads(fleet) ? 'come in' : 'land'} at ${names.of('sites', pickup)} and goes back`;

/** First and last departure with people of each fleet and of commercial flights; craft that had to go back. */
const craftStory = (names: Names, events: readonly RunEvent[]): Entry[] => {
  const bySource = new Map<string, Load[]>();
  const add = (source: string, load: Load): void => {
    if (load.people > 0) bySource.set(source, [...(bySource.get(source) ?? []), load]);
  };
  for (const { at, people, fleet, pickup } of only(events, 'departure'))
    add(`fleet ${fleet}`, { at, people, name: names.of('fleets', fleet), from: names.of('sites', pickup) });
  for (const { at, people, flights, site } of only(events, 'flight'))
    add(`flights ${flights}`, {
      at,
      people,
      name: names.of('flights', flights),
      from: names.of('sites', site),
    });
  const firstAndLast = [...bySource.values()].flatMap((departures) => {
    const [first, last] = [departures[0]!, departures.at(-1)!];
    const text = `First departure of ${first.name} from ${first.from}, with ${formatCount(first.people, 'person', 'people')}`;
    const total = departures.reduce((sum, { people }) => sum + people, 0);
    const end = `Last departure of ${last.name} with people: ${count(total)} in ${formatCount(departures.length, 'load')}`;
    return [
      { at: first.at, key: `departure ${first.name}`, text },
      ...(departures.length > 1 ? [{ at: last.at, key: `last departure ${last.name}`, text: end }] : []),
    ];
  });
  const diverts = only(events, 'divert').map(({ at, fleet, tail, pickup }) => ({
    at,
    key: `divert ${fleet}`,
    text: `${names.of('fleets', fleet)} ${tail} ${turnedAway(names, fleet, pickup)}`,
  }));
  return [...firstAndLast, ...diverts];
};
