import { mean } from '../kernel/index.ts';
import type { Craft, Scenario } from '../scenario/index.ts';

/** Knots below which a craft is no aeroplane; assumed, because none that carries people flies so slowly and no ship sails so fast. */
const SLOWEST_AEROPLANE = 60;

/** A craft on stands is an aeroplane, but for ships that lie at berths of their own. */
const isAeroplane = ({ lands, speed }: Craft): boolean =>
  lands === 'stand' && (speed === undefined || mean(speed) >= SLOWEST_AEROPLANE);

/** Whether people leave from an airfield: flights carry them, or aeroplanes from where nobody is safe yet. */
export const isByAir = ({ craft, fleets, flights, sites }: Scenario): boolean =>
  Object.keys(flights).length > 0 ||
  Object.values(fleets).some(
    (fleet) =>
      isAeroplane(craft[fleet.craft]!) && fleet.pickup.some((site) => sites[site]!.beds === undefined),
  );

/** Words of the air beside those that are as true of a ferry, a convoy or a helicopter from a square. */
const PLAIN: readonly (readonly [air: string, plain: string])[] = [
  ['wheels-up', 'on their way'],
  ['aircraft has left the ground', 'craft has left'],
  ['left the ground', 'left'],
  ['flown empty', 'that left empty'],
  ['Hours in orbit', 'Hours of waiting to come in'],
  ['before they could land', 'before they could come in'],
  ['could not land', 'could not come in'],
  ['waiting for a flight', 'waiting to leave'],
  ['In the air', 'Under way to a haven'],
  ['the air bridge', 'the craft of the scenario'],
  ['the airfield', 'the embarkation site'],
  ['airfield', 'embarkation site'],
  ['Airfield', 'Craft and sites'],
];

/** Words for the people, craft and places of a scenario: as they are where aircraft fly, neutral where none does. */
export const wordsFor = (scenario: Scenario): ((text: string) => string) =>
  isByAir(scenario)
    ? (text) => text
    : (text) => PLAIN.reduce((told, [air, plain]) => told.replaceAll(air, plain), text);
