import type { Scenario } from '../scenario/index.ts';

/**
 * What can hold the flow of people back, in the order of the flow. Whoever waits is charged to exactly one of
 * these, or in shares to several; `demand` means that nobody waits.
 */
export const CONSTRAINTS = [
  'demand',
  'road',
  'embassy',
  'gate',
  'processing',
  'waiting-area',
  'flights',
  'fleet',
  'fuel',
  'stand',
  'runway',
  'haven',
  'force',
  'closed',
] as const;

/** The name of a constraint. */
export type Constraint = (typeof CONSTRAINTS)[number];

/** The constraints' indices. */
export const CONSTRAINT: { readonly [name in Constraint]: number } = Object.fromEntries(
  CONSTRAINTS.map((name, index) => [name, index]),
) as { [name in Constraint]: number };

/** What people read for each constraint. */
export const CONSTRAINT_LABEL: { readonly [name in Constraint]: string } = {
  demand: 'Demand: nobody waits',
  road: 'Road or convoy route',
  embassy: 'Consular officers',
  gate: 'Gates',
  processing: 'Processing desks',
  'waiting-area': 'Waiting area',
  flights: 'Commercial flights',
  fleet: 'Craft',
  fuel: 'Fuel',
  stand: 'Stands and pads',
  runway: 'Runway',
  haven: 'Beds at havens',
  force: 'Troops',
  closed: 'Closed: orders, night, weather',
};

const has = (entries: object): boolean => Object.keys(entries).length > 0;

/** What a scenario must have for a constraint to be met in it; the others are always possible. */
const NEEDS: { readonly [name in Constraint]?: (scenario: Scenario) => boolean } = {
  // an action may give any road a capacity
  road: ({ roads }) => has(roads),
  embassy: ({ embassy }) => embassy !== undefined,
  gate: ({ gates }) => has(gates),
  processing: ({ desks }) => has(desks),
  flights: ({ flights }) => has(flights),
  fuel: ({ sites }) =>
    Object.values(sites).some(
      ({ fuelPoints: points }) => points !== undefined && (points.kind !== 'fixed' || points.value > 0),
    ),
  runway: ({ sites }) => Object.values(sites).some(({ runway }) => runway !== undefined),
  haven: ({ sites }) => Object.values(sites).some(({ beds }) => beds !== undefined),
  // a crowd that overruns the field, too, is held back by troops, or by their absence
  force: ({ force, crowd }) => force !== undefined || crowd !== undefined,
};

/** The constraints that can be met in a scenario. */
export const constraintsOf = (scenario: Scenario): readonly Constraint[] =>
  CONSTRAINTS.filter((name) => NEEDS[name]?.(scenario) ?? true);
