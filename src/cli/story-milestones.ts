import { formatCount } from '../analysis/index.ts';
import type { RunEvent } from '../model/index.ts';
import { OUT_STATES } from '../model/index.ts';
import { type Entry, type EventOf, only } from './entry.ts';
import { groupOf, type Names, shortName } from './names.ts';

const SHARES = [
  [0.5, 'Half of'],
  [0.95, '95 % of'],
  [1, 'All of'],
] as const;

/** A time that a measure of the run tells, such as when the compound was empty. */
export interface Reached {
  /** of the measure */
  readonly id: string;
  readonly label: string;
  /** minutes after the start */
  readonly at: number;
}

/** The first evacuees, half, nearly all and all of them are out; and what else the run reached. */
export const milestones = (
  names: Names,
  events: readonly RunEvent[],
  reached: readonly Reached[],
): Entry[] => {
  const moves = only(events, 'party').filter(({ party }) => !names.isStaff(groupOf(party)));
  return [
    ...firstOut(moves),
    ...shares(moves),
    ...reached.map(({ id, at, label }) => ({
      at,
      key: `reached ${id}`,
      text: reachedText(names, id, label),
    })),
  ];
};

const NEARLY_ALL = 'time-nearly-all-out.';

const reachedText = (names: Names, id: string, label: string): string => {
  if (id.startsWith(NEARLY_ALL))
    return `95 % of everyone is out: ${names.group(id.slice(NEARLY_ALL.length))}`;
  if (id === 'time-compound-cleared') return 'All staff who leave are out of the compound';
  if (id === 'time-force-complete') return 'The whole force is on the ground';
  return shortName(label);
};

/** People who set out, or were there, until the run ended. */
const peopleOf = (moves: readonly EventOf<'party'>[]): number => {
  const sizes = new Map(moves.map(({ party, people }) => [party, people]));
  return [...sizes.values()].reduce((sum, people) => sum + people, 0);
};

const leaves = ({ from, to }: EventOf<'party'>): boolean =>
  OUT_STATES.includes(to) && !OUT_STATES.includes(from);

const firstOut = (moves: readonly EventOf<'party'>[]): Entry[] => {
  const first = moves.find(leaves);
  return first === undefined ? [] : [{ at: first.at, key: 'out first', text: 'The first evacuees are out' }];
};

const shares = (moves: readonly EventOf<'party'>[]): Entry[] => {
  const all = peopleOf(moves);
  const entries: Entry[] = [];
  let out = 0;
  const gone = moves.filter(leaves);
  for (const [index, { at, people }] of gone.entries()) {
    const before = out;
    out += people;
    for (const [share, words] of SHARES) {
      if (before >= share * all || out < share * all) continue;
      const together = gone.slice(index + 1).filter((move) => move.at === at);
      const total = together.reduce((sum, move) => sum + move.people, out);
      entries.push({
        at,
        key: `out ${share}`,
        text: `${words} those who set out are out: ${formatCount(total, 'person', 'people')}`,
      });
    }
  }
  return entries;
};
