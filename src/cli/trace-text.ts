import { formatCount, type LocalClock, localTime } from '../analysis/index.ts';
import { OUT_STATES, type RunEvent } from '../model/index.ts';
import { count, type Entry, only } from './entry.ts';
import { groupOf, type Names } from './names.ts';
import type { Colours } from './terminal.ts';
import { plainText, WIDTH, wrap } from './text.ts';

/** Most entries of one kind on one day that are told in full; assumed, because more are a list and no story. */
const MOST_ALIKE = 3;

/** Local days of a run: each with the minutes after the start at which it begins and ends. */
interface Day {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const daysOf = (clock: LocalClock, horizon: number): Day[] => {
  const days: Day[] = [];
  const clockAtStart = localTime(clock, 0, 'clock').split(':').map(Number);
  const firstMidnight = 1440 - (clockAtStart[0]! * 60 + clockAtStart[1]!);
  for (let from = 0, to = firstMidnight; from < horizon || from === 0; from = to, to += 1440)
    days.push({ name: localTime(clock, from, 'day'), from, to: Math.min(to, horizon) });
  return days;
};

/** The lines of one entry: its local time, and its text set in behind it. */
export const entryText = (clock: LocalClock, { at, text }: Pick<Entry, 'at' | 'text'>): string => {
  const [first = '', ...rest] = wrap(plainText(text), WIDTH - 9);
  const lines = [`  ${localTime(clock, at, 'clock')}  ${first}`, ...rest.map((line) => `         ${line}`)];
  return `${lines.join('\n')}\n`;
};

/** Of many entries of one kind the first and the number of the others, which the last of them ends. */
const fewer = (clock: LocalClock, entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry, index) => {
    const alike = entries.filter(({ key }) => key === entry.key);
    if (alike.length <= MOST_ALIKE) return [entry];
    if (entries.findIndex(({ key }) => key === entry.key) !== index) return [];
    const last = localTime(clock, alike.at(-1)!.at, 'clock');
    return [{ ...entry, text: `${entry.text} (and ${alike.length - 1} more like it, the last at ${last})` }];
  });

/** Where a run stands at an instant. */
interface Standing {
  readonly out: number;
  readonly sorties: number;
  readonly troops: number;
}

const standing = (names: Names, events: readonly RunEvent[], at: number): Standing => {
  const past = events.filter((event) => event.at <= at);
  const out = only(past, 'party')
    .filter(
      ({ party, from, to }) =>
        !names.isStaff(groupOf(party)) && OUT_STATES.includes(to) && !OUT_STATES.includes(from),
    )
    .reduce((sum, { people }) => sum + people, 0);
  const troops = only(past, 'troops').reduce((sum, { change }) => sum + change, 0);
  return { out, sorties: only(past, 'departure').length, troops };
};

/** The story of a run, day by day, each with where the run stood at its end. */
export const storyText = (
  told: {
    readonly clock: LocalClock;
    readonly horizon: number;
    /** whether the horizon is the end of the run, and not only of what is told */
    readonly isWhole: boolean;
    readonly names: Names;
  },
  entries: readonly Entry[],
  { events, colours }: { readonly events: readonly RunEvent[]; readonly colours: Colours },
): string => {
  const { clock, horizon, isWhole, names } = told;
  const ending = isWhole ? 'End of the run' : `By ${localTime(clock, horizon, 'clock')}`;
  return daysOf(clock, horizon)
    .map(({ name, from, to }, index) => {
      const isLast = to >= horizon;
      const mine = entries.filter(({ at }) => at >= from && (at < to || (isLast && at <= to)));
      const { out, sorties, troops } = standing(names, events, to);
      const end = `${isLast ? ending : 'End of the day'}: ${formatCount(out, 'evacuee')} out, ${formatCount(sorties, 'departure')} of craft${troops > 0 ? `, ${count(troops)} troops on the ground` : ''}.`;
      const lines = fewer(clock, mine).map((entry) => entryText(clock, entry));
      const closing = wrap(end, WIDTH - 2).map((line) => `  ${line}\n`);
      return `${index === 0 ? '' : '\n'}${colours.bold(name)}\n${lines.join('')}${colours.dim(closing.join(''))}`;
    })
    .join('');
};
