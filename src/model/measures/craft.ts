import type { Fleet, Scenario } from '../../scenario/index.ts';
import { TAIL, TAIL_LABEL, TAIL_STATES, type TailState } from '../tail.ts';
import { HOURS, type Measure, measure, titleOf } from './measure.ts';

/** What a scenario must have for a craft of a fleet to be in a tail state; the other states are always possible. */
const NEEDS: { readonly [state in TailState]?: (scenario: Scenario, fleet: Fleet, id: string) => boolean } = {
  'launch-stop': (scenario) => Object.values(scenario.sites).some(({ beds }) => beds !== undefined),
  'no-road': (scenario, { road }, id) =>
    road !== undefined ||
    Object.values(scenario.force?.tasks ?? {}).some(({ fleets }) => fleets.includes(id)),
  'crew-rest': (scenario, { craft }) => scenario.craft[craft]!.crewDuty !== undefined,
  repair: (scenario, { craft }) => scenario.craft[craft]!.breaks !== undefined,
  'awaiting-slot': (scenario, { craft }) =>
    scenario.craft[craft]!.lands === 'stand' &&
    Object.values(scenario.sites).some(({ slots }) => slots !== undefined),
  'awaiting-fuel': (scenario, { alternate, craft }) =>
    alternate !== undefined || scenario.craft[craft]!.range !== undefined,
  refuelling: (scenario, { alternate, craft }) =>
    alternate !== undefined || scenario.craft[craft]!.range !== undefined,
  'awaiting-runway': (scenario, { craft }) => scenario.craft[craft]!.lands === 'stand',
  taxiing: (scenario, { craft }) => scenario.craft[craft]!.lands === 'stand',
  'awaiting-people': (_, { load }) => load === 'full',
};

/** The tail states that a craft of a fleet can be in. */
const statesOf = (scenario: Scenario, fleet: Fleet, id: string): readonly TailState[] =>
  TAIL_STATES.filter((state) => NEEDS[state]?.(scenario, fleet, id) ?? true);

/** The tail states that some craft of the scenario can be in. */
export const tailStatesOf = (scenario: Scenario): readonly TailState[] => {
  const fleets = Object.entries(scenario.fleets);
  return TAIL_STATES.filter((state) =>
    fleets.some(([id, fleet]) => statesOf(scenario, fleet, id).includes(state)),
  );
};

/** Craft-hours by tail state: what the craft of a fleet did with their time. */
export const craftMeasures = (scenario: Scenario): Measure[] =>
  Object.entries(scenario.fleets).flatMap(([id, fleet]) =>
    statesOf(scenario, fleet, id).map((state) =>
      measure({
        id: `craft-hours.${id}.${state}`,
        label: `${titleOf(fleet, id)}: ${TAIL_LABEL[state].toLowerCase()}`,
        kind: 'hours',
        unit: 'craft-hours',
        section: 'Craft',
        description: `Craft-hours of the fleet in the tail state ${state}, up to the end of the window.`,
        read: (world) => world.fleets.get(id)!.minutesIn(TAIL[state]) * HOURS,
      }),
    ),
  );
