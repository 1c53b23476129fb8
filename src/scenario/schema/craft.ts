import { z } from 'zod';
import { constant, instant, quantity, reference, references } from '../quantity.ts';

const title = z.string().optional().meta({ description: 'Name shown to people; the key when absent' });

/** A kind of aircraft, helicopter, convoy or ship. */
export const craftSchema = z.strictObject({
  title,
  lands: z.enum(['stand', 'pad']).default('stand').meta({
    description:
      'Where it lands: an aircraft needs the runway and a stand; a helicopter, convoy or boat only a pad',
  }),
  seats: quantity('people', { description: 'People of one load, drawn for each sortie', min: 1 }),
  troopSeats: quantity('count', {
    description: 'Troops of one load; as many as `seats` when absent',
    min: 0,
  }).optional(),
  speed: quantity('speed', {
    description: 'Cruising speed V in block time = overhead + distance / V',
    min: 1,
  }).optional(),
  overhead: quantity('duration', {
    description: 'Taxi, climb and approach t0 in block time = t0 + distance / speed',
    min: 0,
    default: '0 min',
  }),
  variation: quantity('factor', {
    description: 'Multiple of each block time, drawn for each leg',
    min: 0.1,
    default: 1,
  }),
  groundTime: quantity('duration', {
    description: 'Time on the stand where people board: unload and load',
    min: 0,
  }),
  turnTime: quantity('duration', {
    description: 'Time on the stand at the base: unload, service, crew',
    min: 0,
  }),
  offloadTime: quantity('duration', {
    description: 'Time on the stand where people alight away from the base; as `groundTime` when absent',
    min: 0,
  }).optional(),
  orbit: quantity('duration', {
    description: 'How long it can wait in the air for a stand or the runway before it diverts to its base',
    min: 0,
    default: '60 min',
  }),
});

/** Hours of the day, from and to, in local time. */
export const hoursOf = (description: string) =>
  z
    .tuple([
      constant('duration', { description: 'From this local time of day', min: 0, max: 1440 }),
      constant('duration', { description: 'To this local time of day', min: 0, max: 1440 }),
    ])
    .meta({ description });

/** Craft of one kind that fly one line: base, where people board, where they alight, base. */
export const fleetSchema = z.strictObject({
  title,
  craft: reference('craft', { description: 'The kind' }),
  nation: z.string().meta({ description: "Whose it is; it lifts that nation's serials" }),
  count: quantity('count', { description: 'How many', min: 0 }),
  base: reference('sites', { description: 'Where it is at home: it turns round and waits there' }),
  pickup: references('sites', {
    description:
      'Where people board: of several, in order of preference, the first with people whom no seats are on the way to. At a haven it takes on those who were received there. May be the base',
  }),
  delivers: references('sites', {
    description:
      'Where its people alight: of several, in order of preference, the first haven with beds for its seats when it is launched; the base when absent. It goes back to the base from there',
  }).optional(),
  setsDown: z.enum(['waiting-area', 'outside']).default('waiting-area').meta({
    description:
      'Where people alight at a site that is no haven: ready to board the next craft, or outside its gates',
  }),
  available: instant({ description: 'When the first one is ready at the base', default: '0 h' }),
  interval: quantity('duration', {
    description: 'Time between one becoming ready and the next',
    min: 0,
    default: '0 min',
  }),
  until: instant({
    description: 'No craft is launched from the base after this; no end when absent',
  }).optional(),
  sorties: quantity('count', {
    description: 'Sorties that the whole fleet flies at most; no limit when absent',
    min: 0,
  }).optional(),
  hours: hoursOf(
    'Local hours of the day in which it is launched, such as [6 h, 20 h], or [20 h, 5 h] for nights only; always when absent',
  ).optional(),
  launch: z.enum(['continuous', 'on-demand']).default('continuous').meta({
    description: 'Fly whenever ready, or only when people or serials wait beyond the seats under way',
  }),
  load: z.enum(['timed', 'full']).default('timed').meta({
    description: 'Leave when the ground time is over, or wait up to `fillTime` longer for a full load',
  }),
  fillTime: quantity('duration', {
    description: 'Longest wait for a full load after the ground time',
    min: 0,
    default: '0 min',
  }),
  carries: z
    .array(reference('carried', { description: 'A population or a staff group' }))
    .optional()
    .meta({ description: 'Only these populations and staff groups; everyone when absent' }),
  road: reference('roads', { description: 'The road it drives; it stops while that is closed' }).optional(),
});

/** Scheduled commercial flights, which carry those who hold tickets past the gates. */
export const flightSchema = z.strictObject({
  title,
  site: reference('sites', { description: 'The airfield they leave from' }),
  perDay: quantity('count', { description: 'Departures a day', min: 0 }),
  firstHour: constant('duration', {
    description: 'Local time of day at which the first one comes in',
    min: 0,
    max: 1440,
    default: '6 h',
  }),
  lastHour: constant('duration', {
    description: 'Local time of day at which the last one comes in',
    min: 0,
    max: 1440,
    default: '22 h',
  }),
  seats: quantity('people', { description: 'Seats of one flight for people of this scenario', min: 0 }),
  groundTime: quantity('duration', { description: 'Time on the stand', min: 0, default: '60 min' }),
  stands: quantity('count', { description: 'Stands of the civil apron', min: 1, default: 1000 }),
  block: quantity('duration', { description: 'Block time to safety', min: 0 }),
});
