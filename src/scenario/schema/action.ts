import { z } from 'zod';
import type { Instant } from '../instant.ts';
import { constant, instant, quantity, reference, references } from '../quantity.ts';

const site = reference('sites', { description: 'The site' });
const gate = reference('gates', { description: 'The gate' });
const category = (description: string) => z.string().optional().meta({ description });
const by = z.string().optional().meta({ description: 'Who orders it' });
const reason = z.string().optional().meta({ description: 'Why, for the record' });
const after = quantity('duration', {
  each: 'order',
  description: 'Delay between the order and its effect',
  min: 0,
  default: '0 min',
});

/** More at once than any operation has, and few enough that a run can hold them. */
const MOST = 10_000;

const action = <Name extends string, Shape extends z.ZodRawShape>(
  name: Name,
  description: string,
  shape: Shape,
) => z.strictObject({ do: z.literal(name), ...shape, after, by, reason }).meta({ description });

/** Departure status of the embassy, in order of severity. */
export const departureStatus = z.enum(['normal', 'authorized', 'ordered', 'suspended']);

/** Everything that can change a running world: the one vocabulary of timeline, policies and decisions. */
const actions = [
  action('openGate', 'Open a gate', { gate }),
  action('closeGate', 'Close a gate: lanes finish the party at hand', { gate }),
  action('setLanes', 'Change the number of search lanes of a gate', {
    gate,
    lanes: constant('count', { description: 'Lanes from now on', min: 0, max: MOST }),
  }),
  action('meterGate', 'Change how many people a gate lets in at most', {
    gate,
    rate: constant('rate', {
      description: 'People per hour from now on; as many as its lanes can search when absent',
      min: 0,
    }).optional(),
  }),
  action('setAdmits', 'Change whom a gate admits', {
    gate,
    populations: z
      .array(reference('populations', { description: 'A population' }))
      .optional()
      .meta({ description: 'Only these populations from now on; everyone when absent' }),
  }),
  action(
    'setStands',
    'Change the number of stands of a site, for aircraft; helicopters, buses and boats use pads',
    {
      site,
      stands: constant('count', { description: 'Stands from now on', min: 0 }),
    },
  ),
  action('setPads', 'Change the number of pads of a site: spots for helicopters, bays, berths', {
    site,
    pads: constant('count', { description: 'Pads from now on', min: 0 }),
  }),
  action('setParking', 'Change the places of parking of a site that has `parking`', {
    site,
    places: constant('count', { description: 'Places from now on', min: 0 }),
  }),
  action(
    'setFuelPoints',
    'Change how many craft can refuel at once at a site; with 0, those who have come for fuel wait until there is some again',
    {
      site,
      points: constant('count', {
        description: 'Fuel points from now on; without limit when absent',
        min: 0,
      }).optional(),
    },
  ),
  action(
    'setSlots',
    'Change the time between two slots of a site; slots taken before are kept, new ones follow the last of them',
    {
      site,
      interval: constant('duration', {
        description: 'Time between two slots from now on; nobody needs a slot any more when absent',
        min: 1,
      }).optional(),
    },
  ),
  action('setWaitingArea', 'Change the room for people ready to board', {
    site,
    people: constant('people', { description: 'Room from now on', min: 0 }),
  }),
  action('setBeds', 'Change the number of beds of a haven', {
    site,
    beds: constant('people', { description: 'Beds from now on', min: 0 }),
  }),
  action('setOnward', 'Change how many people leave a haven for other places', {
    site,
    rate: constant('rate', { description: 'People per hour from now on', min: 0 }),
  }),
  action('closeRunway', 'Close the runway: craft orbit, then divert', { site }),
  action('openRunway', 'Open a runway that an action closed', { site }),
  action('closeSite', 'Close a site to all craft, whatever they land on: nobody lands or takes off', {
    site,
  }),
  action('openSite', 'Open a site that an action closed to craft', { site }),
  action('openRoad', 'Open a road', { road: reference('roads', { description: 'The road' }) }),
  action('closeRoad', 'Close a road: those on it are turned back at its end, unless it has opened again', {
    road: reference('roads', { description: 'The road' }),
  }),
  action('setRoadCapacity', 'Change how many people may set out on a road, for those still to come', {
    road: reference('roads', { description: 'The road' }),
    rate: constant('rate', {
      description: 'People per hour from now on; without limit when absent',
      min: 1,
    }).optional(),
  }),
  action('setTurnedBack', 'Change the share of parties turned back on a road', {
    road: reference('roads', { description: 'The road' }),
    share: constant('share', { description: 'Share from now on', min: 0, max: 1 }),
  }),
  action('setDepartures', 'Change how fast people set out: a multiple of the usual hourly share', {
    population: reference('populations', { description: 'The population; all when absent' }).optional(),
    category: category('Instead: all populations of this category'),
    factor: constant('factor', { description: 'Multiple from now on', min: 0 }),
  }),
  action('setPriority', 'Change whom gates, desks, officers, flights and boarding take first', {
    population: reference('populations', { description: 'The population' }).optional(),
    category: category('Instead of `population`: all populations of this category'),
    priority: constant('factor', { description: 'Smaller goes first', min: 0 }),
  }),
  action('addCrowd', 'People of the general public come to the perimeter at once', {
    people: constant('people', { description: 'How many', min: 0 }),
  }),
  action('setCrowdArrivals', 'Change how many of the general public come to the perimeter', {
    rate: constant('rate', { description: 'People per hour from now on', min: 0 }),
  }),
  action('setHostForces', "Change the host nation's troops who help to hold the perimeter", {
    troops: constant('count', { description: 'Troops from now on', min: 0 }),
  }),
  action('sendUnit', 'Order a unit to move now instead of at its stated time', {
    unit: reference('units', { description: 'The unit' }),
  }),
  action('withdrawUnit', 'Order a unit to leave now, whatever its own time', {
    unit: reference('units', { description: 'The unit' }),
  }),
  action('addCraft', 'Add craft to a fleet, ready at its base', {
    fleet: reference('fleets', { description: 'The fleet' }),
    count: constant('count', { description: 'How many more', min: 1, max: MOST }),
  }),
  action('removeCraft', 'Take craft out of a fleet, each when it is next at its base', {
    fleet: reference('fleets', { description: 'The fleet' }),
    count: constant('count', { description: 'How many fewer', min: 1 }),
  }),
  action('assignFleet', 'Change where the craft of a fleet go to pick people up, from their next launch on', {
    fleet: reference('fleets', { description: 'The fleet' }),
    pickup: references('sites', { description: 'Where people board, in order of preference' }),
  }),
  action('setDelivers', 'Change where the craft of a fleet take people, from their next launch on', {
    fleet: reference('fleets', { description: 'The fleet' }),
    delivers: references('sites', { description: 'Where people alight, in order of preference' }),
  }),
  action('setSorties', 'Limit the sorties of a fleet, from now on', {
    fleet: reference('fleets', { description: 'The fleet' }),
    sorties: constant('count', { description: 'Sorties still to be launched, at most', min: 0 }),
  }),
  action('setDepartureStatus', "Set the embassy's departure status", { status: departureStatus }),
  action(
    'moveEmbassy',
    'Move the embassy to the airfield at once: all who are to leave or move are called forward',
    {},
  ),
  action('moveConsular', 'Move consular officers from the embassy to the airfield', {
    officers: constant('count', { description: 'How many', min: 1 }),
  }),
  action('addOfficers', 'Add officers to a desk at an airfield, from outside', {
    desk: reference('desks', { description: 'The desk' }),
    officers: constant('count', { description: 'How many more', min: 1, max: MOST }),
  }),
  action('setOfficers', 'Change the number of officers of a desk, those lent to gates included', {
    desk: reference('desks', { description: 'The desk' }),
    officers: constant('count', { description: 'Officers from now on', min: 0, max: MOST }),
  }),
  action('stopFlights', 'Commercial flights stop; those who hold tickets go to the gates', {
    flights: reference('flights', { description: 'The flights; all when absent' }).optional(),
  }),
  action('startFlights', 'Commercial flights start again', {
    flights: reference('flights', { description: 'The flights; all when absent' }).optional(),
  }),
  action('beginIncident', 'An incident begins now, whatever its own time; it lasts as long as usual', {
    incident: reference('incidents', { description: 'The incident' }),
  }),
  action('endIncident', 'An incident that is going on ends now', {
    incident: reference('incidents', { description: 'The incident' }),
  }),
  action('fall', 'A place falls now', { place: reference('places', { description: 'The place' }) }),
] as const;

export const actionSchema = z
  .discriminatedUnion('do', actions)
  .meta({ id: 'action', description: 'One of the actions' });

const at = instant({ description: 'When: local time, or a duration after the start' });

/** An action at a stated time, written flat: `{ at: 36 h, do: openGate, gate: north }`. */
export const decisionSchema: z.ZodType<
  { readonly at: Instant; readonly action: z.output<typeof actionSchema> },
  unknown
> = z
  .discriminatedUnion(
    'do',
    actions.map((one) => z.strictObject({ at, ...one.shape }).meta(one.meta() ?? {})) as never,
  )
  .transform((written) => {
    const { at: when, ...action } = written as { at: Instant } & z.output<typeof actionSchema>;
    return { at: when, action: action as z.output<typeof actionSchema> };
  });

/** Actions at stated times. */
export const timelineSchema = z.array(decisionSchema).default([]);

/** A place that falls, and what its fall does. */
export const placeSchema = z.strictObject({
  title: z.string().optional().meta({ description: 'Name shown to people; the key when absent' }),
  falls: instant({ description: 'When it falls at pace 1; before the start, it has fallen already' }),
  after: z
    .array(reference('places', { description: 'A place' }))
    .default([])
    .meta({ description: 'It never falls before these have fallen' }),
  capital: z.boolean().default(false).meta({ description: 'Whether this is the capital' }),
  actions: z.array(actionSchema).default([]).meta({ description: 'What its fall brings about' }),
});

/** Places that fall. */
export const threatSchema = z.strictObject({
  pace: quantity('factor', {
    description: 'Common multiple of all times still to come: 1 is as written, 2 half as fast',
    min: 0.001,
    default: 1,
  }),
  spread: quantity('factor', {
    each: 'place',
    description: 'Each place has its own multiple',
    min: 0.001,
    default: 1,
  }),
  gap: quantity('duration', {
    description: 'Least time between a place and those it must follow',
    min: 0,
    default: '0 min',
  }),
  places: z.record(z.string(), placeSchema).meta({ description: 'The places, by key' }),
});
