import { z } from 'zod';
import { constant, hours, instant, quantity, reference, references } from '../quantity.ts';

const title = z.string().optional().meta({ description: 'Name shown to people; the key when absent' });

/** A kind of aircraft, helicopter, convoy or ship. */
export const craftSchema = z.strictObject({
  title,
  lands: z.enum(['stand', 'pad']).default('stand').meta({
    description:
      'Where it lands: an aircraft needs the runway and a stand; a helicopter, convoy or boat only a pad',
  }),
  seats: quantity('people', { each: 'sortie', description: 'People of one load', min: 1 }),
  troopSeats: quantity('count', {
    each: 'sortie',
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
    each: 'leg',
    description: 'Multiple of each block time',
    min: 0.1,
    default: 1,
  }),
  groundTime: quantity('duration', {
    each: 'sortie',
    description: 'Time on the stand where people board: unload and load',
    min: 0,
  }),
  turnTime: quantity('duration', {
    each: 'sortie',
    description: 'Time on the stand at the base: unload, service, crew',
    min: 0,
  }),
  offloadTime: quantity('duration', {
    each: 'sortie',
    description: 'Time on the stand where people alight away from the base; as `groundTime` when absent',
    min: 0,
  }).optional(),
  orbit: quantity('duration', {
    description:
      'How long it can wait in the air before it diverts: for a stand, the runway, its slot, daylight',
    min: 0,
    default: '60 min',
  }),
  footprint: constant('count', {
    description: 'Stands or pads that it takes, and places of parking: 2 for a wide body on a small apron',
    min: 1,
    default: 1,
  }),
  boarding: quantity('rate', {
    description: 'People who get on through its doors; ground time is never shorter. No limit when absent',
    min: 1,
  }).optional(),
  alighting: quantity('rate', {
    description: 'People or troops who get off; time on the stand is never shorter. No limit when absent',
    min: 1,
  }).optional(),
  range: quantity('distance', {
    description:
      'How far it goes on full tanks with all seats taken; where base to pickup to delivery is farther, it needs fuel on the way. No limit when absent',
    min: 1,
  }).optional(),
  tankeringSeats: quantity('share', {
    description: 'Share of the seats that it can use when it carries the fuel for the way out from the base',
    min: 0,
    max: 1,
    default: '50 %',
  }),
  refuelTime: quantity('duration', { description: 'Time at a fuel point', min: 0, default: '1 h' }),
  crewDuty: z
    .strictObject({
      period: quantity('duration', { description: 'Longest time on duty, from the first launch', min: 1 }),
      rest: quantity('duration', { description: 'Rest at the base between two times on duty', min: 1 }),
    })
    .optional()
    .meta({
      description:
        'A crew whose next sortie would end after the period rests first; one that has just rested flies whatever the length. No limit when absent',
    }),
  breaks: z
    .strictObject({
      chance: quantity('share', { description: 'Chance of a break-down in each sortie', min: 0, max: 1 }),
      repair: quantity('duration', { each: 'break-down', description: 'Repair at the base', min: 0 }),
    })
    .optional()
    .meta({ description: 'Break-downs, found when it is back at the base; none when absent' }),
  flies: z.enum(['always', 'day']).default('always').meta({
    description: 'Whether it takes off and lands at any hour, or only in the `daylight` of each site',
  }),
  night: quantity('factor', {
    description: 'Multiple of its ground time and offload time outside the daylight of the site',
    min: 0.1,
    default: 1,
  }),
});

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
  hours: hours({
    description:
      'Local hours of the day in which it is launched, such as [6 h, 20 h], or [20 h, 5 h] for nights only; always when absent',
  }).optional(),
  crews: constant('count', {
    description: 'Crews of each craft, who relieve one another at the base; needs `crewDuty` of the craft',
    min: 1,
    max: 100,
    default: 1,
  }),
  refuelAt: reference('sites', {
    description:
      'Where it lands for fuel on the way from the pickup, when its `range` is too short and there is no fuel at the pickup',
  }).optional(),
  alternate: reference('sites', {
    description:
      'Where it diverts to, and refuels, before it goes back to the base; straight to the base when absent',
  }).optional(),
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
  seats: quantity('people', {
    each: 'flight',
    description: 'Seats of one flight for people of this scenario',
    min: 0,
  }),
  groundTime: quantity('duration', {
    each: 'flight',
    description: 'Time on the stand',
    min: 0,
    default: '60 min',
  }),
  stands: quantity('count', { description: 'Stands of the civil apron', min: 1, default: 1000 }),
  block: quantity('duration', { each: 'flight', description: 'Block time to safety', min: 0 }),
});
