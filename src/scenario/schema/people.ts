import { z } from 'zod';
import { constant, instant, quantity, reference } from '../quantity.ts';

const title = z.string().optional().meta({ description: 'Name shown to people; the key when absent' });

/** Trying again after a try that came to nothing. */
const retriesSchema = z.strictObject({
  share: quantity('share', { description: 'Share that tries again, after each failure', min: 0, max: 1 }),
  after: quantity('duration', {
    each: 'try',
    description: 'Time from the failure until they set out again',
    min: 1,
  }),
  times: constant('count', {
    description: 'How often a party tries again at most',
    min: 1,
    max: 100,
    default: 100,
  }),
});

/** Multiples of the share that sets out, each for as long as its cause holds. */
const reactsSchema = z.strictObject({
  gatesClosed: constant('factor', {
    description: 'Multiple while no gate of the site that admits them works',
    min: 0,
    default: 1,
  }),
  departures: constant('factor', {
    description: 'Multiple while fleets have carried people away from the site within the last `over`',
    min: 0,
    default: 1,
  }),
  seatsEmpty: z
    .strictObject({
      above: constant('share', { description: 'Share of seats flown empty', min: 0, max: 1 }),
      factor: constant('factor', { description: 'Multiple above it', min: 0 }),
    })
    .optional()
    .meta({ description: 'Multiple while fleets leave the site with more than this share of seats empty' }),
  outsideAbove: z
    .strictObject({
      people: constant('people', { description: 'People outside the gates of the site', min: 0 }),
      factor: constant('factor', { description: 'Multiple above it', min: 0 }),
    })
    .optional()
    .meta({ description: 'Multiple while more people than this are outside the gates' }),
  over: quantity('duration', {
    description: 'How far back departures and empty seats are remembered',
    min: 15,
    default: '6 h',
  }),
  delay: quantity('duration', {
    description: 'Time that word takes to reach them',
    min: 0,
    default: '1 h',
  }),
});

/** People who want to leave. */
export const populationSchema = z.strictObject({
  title,
  nation: z.string().meta({ description: 'Whose nationals or charges they are' }),
  people: quantity('people', { description: 'How many want to leave', min: 0 }),
  partySize: quantity('count', {
    each: 'party',
    description: 'People in one party, never split',
    min: 1,
    default: 1,
  }),
  priority: constant('factor', {
    description: 'Whom gates, desks, officers, flights and boarding take first: smaller goes first',
    min: 0,
    default: 10,
  }),
  notified: instant({ description: 'When they are told to leave', default: '0 h' }),
  present: quantity('share', {
    description: 'Share of parties that are ready to board at the site when the run starts',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  setsOut: quantity('hazard', {
    description: 'Share of those still at home who set out, per hour, averaged over the day',
    min: 0,
    default: '0 %/h',
  }),
  byHour: z
    .array(constant('factor', { description: 'Weight of the hour', min: 0 }))
    .length(24)
    .optional()
    .meta({ description: 'Weights of the 24 local hours of the day; all alike when absent' }),
  lives: z
    .record(z.string(), constant('share', { description: 'Share that comes by this road', min: 0, max: 1 }))
    .default({})
    .meta({
      description: 'Shares of the population by road to the site; they add up to 100 %',
      keys: 'roads',
    }),
  site: reference('sites', { description: 'Where they board' }),
  consular: quantity('share', {
    description: 'Share of parties that need a consular officer at the embassy before they can travel',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  ticketed: quantity('share', {
    description: 'Share of parties that hold tickets for commercial flights',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  partialPapers: quantity('share', {
    description: 'Share of parties with partial papers, who take longer at the desk',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  ineligible: quantity('share', {
    description: 'Share of parties that the desk turns away',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  patience: quantity('duration', {
    each: 'party',
    description: 'How long a party waits outside the gate before it goes home; for ever when absent',
    min: 0,
  }).optional(),
  ticketPatience: quantity('duration', {
    each: 'party',
    description:
      'How long a party with tickets waits at the terminal before it goes to the gates; until flights stop when absent',
    min: 0,
  }).optional(),
  category: z
    .string()
    .optional()
    .meta({ description: 'What kind of people they are, for instance `citizens`; results are summed by it' }),
  medical: quantity('share', {
    description: 'Share of parties with a medical case, who pass desks that `needs: medical` asks for',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  balks: z
    .strictObject({
      above: quantity('people', { description: 'A queue outside of more people than this is long', min: 0 }),
      share: quantity('share', {
        description: 'Share of parties that go home when they find a long queue',
        min: 0,
        max: 1,
        default: '100 %',
      }),
    })
    .optional()
    .meta({ description: 'Who does not join a long queue outside; everyone joins when absent' }),
  retries: retriesSchema.optional().meta({
    description:
      'Whether those turned back, turned away, gone home or not joined try again; nobody when absent',
  }),
  reacts: reactsSchema.optional().meta({
    description:
      'How word of what happens at the site changes the share that sets out; not at all when absent',
  }),
});

/** Staff of the embassy who share a function. */
export const staffSchema = z.strictObject({
  title,
  function: z
    .enum(['consular', 'essential', 'other', 'local', 'guard'])
    .meta({ description: 'What they do; consular officers serve nationals, guards leave last' }),
  nation: z.string().meta({ description: 'Their nation' }),
  people: quantity('people', { description: 'How many', min: 0 }),
  leaves: z
    .enum(['authorized', 'ordered', 'suspended', 'never'])
    .meta({ description: 'The departure status at which they begin to leave' }),
  to: z
    .enum(['out', 'airfield', 'home'])
    .default('out')
    .meta({ description: 'Fly out, move to the airfield and work there, or go home' }),
  priority: constant('factor', {
    description: 'Order in the waves and aboard: smaller goes first',
    min: 0,
    default: 1,
  }),
});

/** The embassy: staff who leave while it stays open. */
export const embassySchema = z.strictObject({
  site: reference('sites', { description: 'The compound' }),
  airfield: reference('sites', { description: 'Where staff fly out and the consular section moves to' }),
  desk: reference('desks', { description: 'The desk at the airfield that its consular officers join' }),
  status: z.enum(['normal', 'authorized', 'ordered', 'suspended']).default('normal').meta({
    description: 'Departure status at the start',
  }),
  staff: z.record(z.string(), staffSchema).meta({ description: 'Staff by function' }),
  waves: z
    .strictObject({
      size: quantity('people', {
        description: 'People called forward together for a lift; those sent home do not count',
        min: 1,
      }),
      interval: quantity('duration', { description: 'Time between waves', min: 1 }),
      movingInterval: quantity('duration', {
        description: 'Time between waves once the embassy moves',
        min: 1,
        default: '15 min',
      }),
      first: instant({ description: 'When the first wave is called forward', default: '0 h' }),
    })
    .meta({ description: 'How staff are called forward to leave' }),
  consular: z
    .strictObject({
      time: quantity('duration', { each: 'party', description: 'One party with one officer', min: 0 }),
      opens: constant('duration', {
        description: 'Local time of day at which it opens',
        min: 0,
        max: 1440,
        default: '8 h',
      }),
      closes: constant('duration', {
        description: 'Local time of day at which it closes',
        min: 0,
        max: 1440,
        default: '17 h',
      }),
    })
    .meta({ description: 'The consular section at the compound' }),
  road: reference('roads', { description: 'The road from the compound to the airfield' }),
  destruction: z
    .strictObject({
      work: quantity('work', { description: 'Work to destroy sensitive material and equipment', min: 0 }),
      staff: z.array(reference('staff', { description: 'A staff group' })).meta({
        description:
          'Who does it while at the compound; they leave only when it is done, or the capital has fallen',
      }),
      workers: quantity('people', { description: 'Most people who can work on it at once', min: 1 }),
      begins: instant({ description: 'When it begins', default: '0 h' }),
    })
    .optional()
    .meta({ description: 'Destruction of sensitive material, if there is any' }),
  plan: z
    .array(
      z.strictObject({
        at: instant({ description: 'When' }),
        people: constant('people', { description: 'Staff at the compound by then', min: 0 }),
      }),
    )
    .default([])
    .meta({ description: 'The drawdown as planned, drawn beside the result' }),
});

/** How a unit leaves: the retrograde. */
const withdrawSchema = z.strictObject({
  from: instant({ description: 'When it begins to leave; by `withdrawUnit` alone when absent' }).optional(),
  serial: constant('count', {
    description: "Troops called forward together; as many as the unit's `serial` when absent",
    min: 1,
  }).optional(),
  interval: quantity('duration', {
    description: 'Time between two serials being called forward',
    min: 0,
    default: '0 min',
  }),
  order: constant('factor', {
    description: 'Which units leave a site first: smaller goes first, the largest is last out',
    min: 0,
    default: 1,
  }),
  to: reference('sites', { description: 'Only with craft that go there; with any when absent' }).optional(),
  carriedBy: z
    .array(reference('fleets', { description: 'A fleet' }))
    .min(1)
    .optional()
    .meta({ description: 'Only with these fleets; with those of its nation when absent' }),
  seatsPerTroop: quantity('factor', {
    description: 'Seats that one soldier takes, with equipment',
    min: 0.1,
    default: 1,
  }),
  boards: z.enum(['first', 'last']).default('first').meta({
    description: 'Whether its troops board before evacuees, or take the seats that they leave',
  }),
});

/** A unit of the force. */
export const unitSchema = z.strictObject({
  title,
  nation: z.string().meta({ description: 'Its nation' }),
  troops: quantity('count', { description: 'Strength', min: 0 }),
  site: reference('sites', { description: 'The site it goes to, or holds' }),
  present: z.boolean().default(false).meta({ description: 'Whether it holds the site from the start' }),
  from: reference('sites', { description: 'The site where its serials wait for a lift' }).optional(),
  ready: instant({
    description:
      'When its first serial is ready at `from`, or lands where there is no `from`; craft that are launched at that very minute have left',
    default: '0 h',
  }),
  delay: quantity('duration', { description: 'Lateness of the whole unit', default: '0 min' }),
  serial: constant('count', {
    description: 'Troops of one serial, who travel together',
    min: 1,
    default: 111,
  }),
  interval: quantity('duration', { description: 'Time between serials', min: 0, default: '0 min' }),
  priority: constant('factor', {
    description: 'Which waiting serials fly first: smaller goes first',
    min: 0,
    default: 1,
  }),
  withdraw: withdrawSchema.optional().meta({ description: 'How it leaves again, if it does' }),
});

/** Work that needs troops; without them it does not run. */
export const taskSchema = z.strictObject({
  title,
  site: reference('sites', { description: 'The site whose troops do it' }),
  troops: quantity('count', {
    description: 'Troops it takes; with fewer it is not done',
    min: 0,
    default: 0,
  }),
  troopsPerLane: quantity('count', {
    description:
      'For gates: troops that each search lane takes beside `troops`; as many lanes work as there are troops for',
    min: 1,
  }).optional(),
  priority: constant('factor', { description: 'Which tasks are covered first: smaller goes first', min: 0 }),
  gates: z
    .array(reference('gates', { description: 'A gate' }))
    .default([])
    .meta({ description: 'Gates that need it' }),
  desks: z
    .array(reference('desks', { description: 'A desk' }))
    .default([])
    .meta({ description: 'Desks that need it' }),
  fleets: z
    .array(reference('fleets', { description: 'A fleet' }))
    .default([])
    .meta({
      description: 'Fleets that are launched only while it is covered: its escort, which others bring',
    }),
  runway: reference('sites', { description: 'The site whose runway needs it' }).optional(),
  perimeter: z.boolean().default(false).meta({ description: 'Whether its troops hold back the crowd' }),
});

/** The force that holds the airfield. */
export const forceSchema = z.strictObject({
  units: z.record(z.string(), unitSchema).meta({ description: 'Units, by key' }),
  tasks: z.record(z.string(), taskSchema).default({}).meta({ description: 'Tasks, by key' }),
  hostForces: quantity('count', {
    description: 'Host-nation and other troops already there who help to hold the crowd',
    min: 0,
    default: 0,
  }),
  plan: z
    .array(
      z.strictObject({
        at: instant({ description: 'When' }),
        troops: constant('count', { description: 'Troops on the ground by then', min: 0 }),
      }),
    )
    .default([])
    .meta({ description: 'The build-up as planned, drawn beside the result' }),
});
