/**
 * Where a person can be. At every instant each person is in exactly one of these states; `Roster` keeps
 * the count. The order is the order of the journey, which tables and charts follow.
 */
export const STATES = [
  'at-home',
  'to-embassy',
  'consular-queue',
  'travelling',
  'turned-back',
  'terminal',
  'outside-gate',
  'gave-up',
  'balked',
  'search',
  'processing',
  'turned-away',
  'at-post',
  'called-forward',
  'sent-home',
  'waiting-area',
  'boarding',
  'shuttle',
  'at-airfield',
  'airborne',
  'reception',
  'in-haven',
  'flying-on',
  'onward',
  'abroad',
] as const;

/** The name of a state. */
export type State = (typeof STATES)[number];

/** The states' indices, for the roster's typed column. */
export const STATE: { readonly [name in State]: number } = Object.fromEntries(
  STATES.map((name, index) => [name, index]),
) as { [name in State]: number };

/** What people read for each state. */
export const STATE_LABEL: { readonly [name in State]: string } = {
  'at-home': 'At home, not yet set out',
  'to-embassy': 'On the way to the embassy',
  'consular-queue': 'At the embassy, waiting for an officer',
  travelling: 'On the road to the airfield',
  'turned-back': 'Turned back on the road',
  terminal: 'At the terminal with a ticket',
  'outside-gate': 'Outside the gates',
  'gave-up': 'Gave up waiting and went home',
  balked: 'Did not join the queue and went home',
  search: 'Being searched at a gate',
  processing: 'Inside, waiting for papers',
  'turned-away': 'Turned away: not eligible',
  'at-post': 'At the embassy, at work',
  'called-forward': 'At the embassy, waiting for a lift',
  'sent-home': 'Sent home',
  'waiting-area': 'Ready to board',
  boarding: 'Boarding',
  shuttle: 'Carried between two sites, not yet out',
  'at-airfield': 'Working at the airfield',
  airborne: 'In the air',
  reception: 'At a haven, being received',
  'in-haven': 'At a haven',
  'flying-on': 'Boarding or on the way to another haven',
  onward: 'Moved on from a haven',
  abroad: 'Abroad by commercial flight',
};

/** States of people who have left the ground at the airfield of embarkation. */
export const OUT_STATES: readonly State[] = [
  'airborne',
  'reception',
  'in-haven',
  'flying-on',
  'onward',
  'abroad',
];

/** States of people who have arrived where they are safe. */
export const SAFE_STATES: readonly State[] = ['reception', 'in-haven', 'flying-on', 'onward', 'abroad'];
