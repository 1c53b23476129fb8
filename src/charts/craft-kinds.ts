import { formatPercents } from '../analysis/format.ts';
import { colour } from './palette.ts';

/** What craft do, in as many colours as can be told apart: a reader cannot tell eighteen states. */
export interface CraftKind {
  readonly label: string;
  readonly hex: string;
  readonly states: readonly string[];
}

/** The kinds in the order of a sortie, and last those that nobody needs. */
export const CRAFT_KINDS: readonly CraftKind[] = [
  { label: 'Under way', hex: colour(0), states: ['flying'] },
  {
    label: 'On the ground to set down or board',
    hex: colour(2),
    states: ['loading', 'offloading', 'refuelling', 'taxiing'],
  },
  { label: 'Waiting for more people', hex: colour(6), states: ['awaiting-people'] },
  {
    label: 'Waiting for stand, runway, slot or fuel',
    hex: colour(5),
    states: ['awaiting-stand', 'awaiting-runway', 'awaiting-slot', 'awaiting-fuel'],
  },
  { label: 'Held: no beds at a haven', hex: colour(3), states: ['launch-stop'] },
  { label: 'Held: site or road closed', hex: colour(1), states: ['closed', 'no-road'] },
  { label: 'Turning round, at rest, in repair', hex: colour(4), states: ['turning', 'crew-rest', 'repair'] },
  { label: 'Ready, not wanted', hex: '#C4C4C4', states: ['not-wanted', 'stood-down'] },
];

/** Where a state stands among the kinds. */
export const kindOf = (state: string): number =>
  CRAFT_KINDS.findIndex(({ states }) => states.includes(state));

/**
 * Kinds of craft with their shares, the largest first: `ready, not wanted 57 %; under way 27 %`.
 *
 * @param hours in the order of `CRAFT_KINDS`
 * @param most kinds to tell of
 */
export const told = (hours: readonly number[], total: number, most = 3): string => {
  const largest = CRAFT_KINDS.map(({ label }, kind) => ({ label, share: (hours[kind] ?? 0) / total }))
    .filter(({ share }) => share >= 0.005)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, most);
  const shares = formatPercents(largest.map(({ share }) => share));
  return largest.map(({ label }, index) => `${label.toLowerCase()} ${shares[index]}`).join('; ');
};
