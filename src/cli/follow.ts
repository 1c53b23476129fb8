import { formatCount, formatDuration, type LocalClock, localTime } from '../analysis/index.ts';
import { constraintLabel, type RunEvent, STATE_LABEL, TAIL_LABEL } from '../model/index.ts';
import { count, type EventOf, only } from './entry.ts';
import { groupOf, type Names } from './names.ts';
import { turnedAway } from './story.ts';
import { paragraph, plainText, WIDTH, wrap } from './text.ts';

/** One thing that the one who is followed did, and for how long. */
interface Spell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where a run ends and how its times are told. */
interface Told {
  readonly clock: LocalClock;
  readonly horizon: number;
  readonly names: Names;
}

const spellText = (clock: LocalClock, { from, to, text }: Spell): string => {
  const length = to > from ? ` (${formatDuration(to - from)})` : '';
  const [first = '', ...rest] = wrap(plainText(`${text}${length}`), WIDTH - 19);
  const when = localTime(clock, from).padEnd(16);
  return [`  ${when} ${first}`, ...rest.map((line) => `${' '.repeat(19)}${line}`)].join('\n').concat('\n');
};

/**
 * One party from where it was at the start to where it is at the end, with what each of its waits was for.
 *
 * @param party `POPULATION:ORDINAL`
 * @returns null when nothing ever happened to it: it stayed at home, or there is no such party
 */
export const partyText = (told: Told, events: readonly RunEvent[], party: string): string | null => {
  const moves = only(events, 'party').filter((event) => event.party === party);
  const [first] = moves;
  if (first === undefined) return null;
  const { clock, horizon, names } = told;
  const group = groupOf(party);
  const spells = [
    ...(first.at > 0 ? [{ from: 0, to: first.at, text: names.word(STATE_LABEL[first.from]) }] : []),
    ...moves.map((move, index): Spell => {
      const to = moves[index + 1]?.at ?? horizon;
      const where = whereabouts(events, party, move, names);
      const site = siteAt(events, party, move.at) ?? names.siteOf(group);
      const why = waitedFor(events, { group, state: move.to, site, from: move.at, to });
      return { from: move.at, to, text: `${where}${why}` };
    }),
  ].filter(({ from, to }, index, all) => to > from || index === all.length - 1);
  const size = formatCount(first.people, 'person', 'people');
  return `${paragraph(`${party}: ${size} of ${names.group(group)}`)}${spells.map((spell) => spellText(clock, spell)).join('')}`;
};

/** The site where a party last got off, if it was carried before; those carried to two sites alike are told by the later. */
const siteAt = (events: readonly RunEvent[], party: string, at: number): string | undefined =>
  only(events, 'departure').findLast((each) => each.at <= at && each.parties.includes(party))?.delivery;

/** Where a party is; on which craft or flight, where it leaves at this very instant. */
const whereabouts = (
  events: readonly RunEvent[],
  party: string,
  { at, to }: EventOf<'party'>,
  names: Names,
): string => {
  const plain = names.word(STATE_LABEL[to]);
  if (to === 'travelling') {
    const site = names.siteOf(groupOf(party));
    return site === undefined ? plain : `On the road to ${names.of('sites', site)}`;
  }
  if (to !== 'airborne' && to !== 'shuttle') return plain;
  const craft = only(events, 'departure').find((each) => each.at === at && each.parties.includes(party));
  if (craft !== undefined) {
    const { fleet, tail, delivery } = craft;
    const how = to === 'airborne' && !names.landsOnPads(fleet) ? 'In the air' : 'Under way';
    const end = to === 'shuttle' ? ', not yet out' : '';
    return `${how} on ${names.of('fleets', fleet)} ${tail} to ${names.of('sites', delivery)}${end}`;
  }
  const flight = only(events, 'flight').find((each) => each.at === at && each.parties.includes(party));
  return flight === undefined ? plain : `${plain} with ${names.of('flights', flight.flights)}`;
};

/** A time that a party of a group spent in one state at one site, where that is known. */
interface Wait {
  readonly group: string;
  readonly state: EventOf<'party'>['to'];
  readonly site: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** What a wait was charged to, constraint by constraint, the longest first. */
const waitedFor = (events: readonly RunEvent[], { group, state, site, from, to }: Wait): string => {
  const alike = only(events, 'held-back').filter((each) => each.group === group && each.stage === state);
  const here = alike.filter((each) => each.site === site);
  const charges = here.length > 0 ? here : alike;
  const minutes = new Map<string, number>();
  for (const [index, { at, by, site }] of charges.entries()) {
    const next = charges.slice(index + 1).find((each) => each.site === site)?.at ?? to;
    const waited = Math.min(next, to) - Math.max(at, from);
    if (waited > 0) minutes.set(by, (minutes.get(by) ?? 0) + waited);
  }
  if (minutes.size === 0) return '';
  const parts = [...minutes]
    .toSorted((a, b) => b[1] - a[1])
    .map(([by, waited]) =>
      minutes.size === 1 ? constraintLabel(by) : `${constraintLabel(by)} ${formatDuration(waited)}`,
    );
  return `; held back by: ${parts.join(', ')}`;
};

/**
 * One craft from when it joins to the end, with what it waited for; and where its hours went.
 *
 * @param tail of the fleet, from 1
 * @returns null when there is no such craft
 */
export const tailText = (
  told: Told,
  events: readonly RunEvent[],
  { fleet, tail }: { readonly fleet: string; readonly tail: number },
): string | null => {
  const mine = events.filter((event) => 'fleet' in event && event.fleet === fleet && event.tail === tail);
  const spells = only(mine, 'craft');
  if (spells.length === 0) return null;
  const { clock, names } = told;
  const lines = [
    ...joined(spells).map(({ since, at, state }) => ({
      from: since,
      to: at,
      text: TAIL_LABEL[state],
      order: 1,
    })),
    ...mine.flatMap((event) => {
      const text = deedOf(event, names);
      return text === null ? [] : [{ from: event.at, to: event.at, text, order: 0 }];
    }),
  ].toSorted((a, b) => a.from - b.from || a.order - b.order);
  const head = paragraph(`${names.of('fleets', fleet)} ${tail}`);
  return `${head}${lines.map((spell) => spellText(clock, spell)).join('')}\n${hoursText(spells)}`;
};

/** Spells of one state that follow one another without a gap, as one. */
const joined = (spells: readonly EventOf<'craft'>[]): readonly EventOf<'craft'>[] => {
  const all: EventOf<'craft'>[] = [];
  for (const spell of spells) {
    const before = all.at(-1);
    if (before !== undefined && before.state === spell.state && before.at === spell.since)
      all[all.length - 1] = { ...before, at: spell.at };
    else all.push(spell);
  }
  return all;
};

const deedOf = (event: RunEvent, names: Names): string | null => {
  if (event.kind === 'launch') {
    const troops = event.troops > 0 ? `, with ${count(event.troops)} troops` : '';
    return `Called to ${names.of('sites', event.pickup)}${troops}`;
  }
  if (event.kind === 'departure') {
    const { pickup, delivery, people, seats, troops } = event;
    const also = troops > 0 ? ` and ${count(troops)} troops` : '';
    return `Leaves ${names.of('sites', pickup)} for ${names.of('sites', delivery)}: ${formatCount(people, 'person', 'people')}${also} in ${formatCount(seats, 'seat')}`;
  }
  if (event.kind !== 'divert') return null;
  const text = turnedAway(names, event.fleet, event.pickup);
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
};

/** Hours of a craft in each tail state, most first. */
const hoursText = (spells: readonly EventOf<'craft'>[]): string => {
  const minutes = new Map<string, number>();
  for (const { state, since, at } of spells) minutes.set(state, (minutes.get(state) ?? 0) + at - since);
  const parts = [...minutes]
    .toSorted((a, b) => b[1] - a[1])
    .map(([state, sum]) => `${TAIL_LABEL[state as keyof typeof TAIL_LABEL]}: ${formatDuration(sum)}`);
  return paragraph(`In all: ${parts.join('; ')}.`);
};
