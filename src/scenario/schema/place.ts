import { z } from 'zod';
import { constant, hours, quantity, reference } from '../quantity.ts';

const title = z.string().optional().meta({ description: 'Name shown to people; the key when absent' });

/** Local hours of the day within which a gate or desk works. */
const OPENING = hours({
  description: 'Local hours within which it works, such as `[6 h, 18 h]`; around the clock when absent',
}).optional();

/** A point where craft land and people board, work or find safety: airfield, compound, ship, haven. */
export const siteSchema = z.strictObject({
  title,
  runway: z
    .strictObject({
      separation: quantity('duration', {
        description: 'Time between two movements on the runway',
        min: 0,
        default: '3 min',
      }),
    })
    .optional()
    .meta({ description: 'Present where every landing and take-off needs the one runway' }),
  stands: quantity('count', {
    description: 'Stands for craft with `lands: stand`, aircraft: those on the ground at once (working MOG)',
    min: 1,
    default: 1000,
  }),
  pads: quantity('count', {
    description:
      'Landing spots, bays or berths for craft with `lands: pad`: helicopters, buses, boats and ships',
    min: 1,
    default: 1000,
  }),
  parking: quantity('count', {
    description:
      'Craft on the ground at once, those on stands included: with it, craft land when there is a place and wait for a stand on the ground; without it, they have a stand before they land. Craft at their base need no place',
    min: 1,
  }).optional(),
  fuelPoints: quantity('count', {
    description:
      'Craft that can refuel at once; 0 where there is no fuel. Without limit when absent: state 0 for a strip, a square or a beach where craft with a `range` come',
    min: 0,
  }).optional(),
  operates: hours({
    description:
      'Local hours of the day in which craft land and take off, such as [6 h, 22 h]; always when absent',
  }).optional(),
  daylight: hours({ description: 'Sunrise and sunset, local time of day' }).prefault(['6 h', '18 h']),
  visual: z.boolean().default(false).meta({
    description: 'Whether craft land and take off by sight only: in `daylight`',
  }),
  slots: z
    .strictObject({
      interval: quantity('duration', { description: 'Time between two slots', min: 1 }),
      window: quantity('duration', {
        description:
          'How late a craft may come for its slot; later, it waits for the next free one in the air',
        min: 0,
        default: '30 min',
      }),
    })
    .optional()
    .meta({
      description:
        'Prior permission: each craft that comes to a stand here to pick people up has a slot, reserved at launch, and waits at its base for it',
    }),
  taxi: quantity('duration', {
    description: 'Runway to stand, and stand to runway; none at a site without `runway`',
    min: 0,
    default: '5 min',
  }),
  processingRoom: quantity('people', {
    description: 'People inside the gates who wait for a desk; full, the gates stop',
    min: 1,
    default: '1000000 people',
  }),
  waitingArea: quantity('people', {
    description: 'People ready to board; full, the desks stop',
    min: 1,
    default: '1000000 people',
  }),
  beds: quantity('people', {
    description: 'Beds of a haven; its presence makes the site a haven, where arriving is being safe',
    min: 0,
  }).optional(),
  reception: z
    .strictObject({
      desks: quantity('count', { description: 'Reception desks working at once', min: 1 }),
      time: quantity('duration', {
        each: 'party',
        description: 'Reception of one party at one desk',
        min: 0,
      }),
    })
    .optional()
    .meta({ description: 'Where present, arrivals pass it before they take a bed' }),
  resumeBelow: quantity('share', {
    description:
      'Once a launch has been stopped for want of beds, none starts until people there and seats on the way are at or below this share of the beds; at once when absent',
    min: 0,
    max: 1,
  }).optional(),
  onward: quantity('rate', {
    description: 'People who leave the haven for other places',
    min: 0,
    default: '0 people/h',
  }),
});

/** A line between two sites that craft fly, drive or sail. */
export const routeSchema = z.strictObject({
  between: z
    .tuple([
      reference('sites', { description: 'One end' }),
      reference('sites', { description: 'The other end' }),
    ])
    .meta({ description: 'The two sites; the route serves both directions' }),
  distance: quantity('distance', { description: 'Length as flown, with detours', min: 0 }).optional(),
  time: quantity('duration', {
    description: 'Block time where it does not follow from distance and speed',
    min: 0,
  }).optional(),
});

/** A way by which people reach a site from where they live. */
export const roadSchema = z.strictObject({
  title,
  travel: quantity('duration', { each: 'party', description: 'Door to gate for one party', min: 0 }),
  turnedBack: quantity('share', {
    description: 'Share of parties turned back at checkpoints',
    min: 0,
    max: 1,
    default: '0 %',
  }),
  open: z.boolean().default(true).meta({ description: 'Whether the road is open at the start' }),
  capacity: quantity('rate', {
    description: 'People that it lets set out at most, one party after another; without limit when absent',
    min: 1,
  }).optional(),
});

/** An entrance with search lanes. */
export const gateSchema = z.strictObject({
  title,
  site: reference('sites', { description: 'The site it leads into' }),
  lanes: quantity('count', { description: 'Search lanes working at once', min: 1 }),
  search: quantity('duration', { each: 'party', description: 'Search of one party in one lane', min: 0 }),
  open: z.boolean().default(true).meta({ description: 'Whether the gate is open at the start' }),
  admits: z
    .array(reference('populations', { description: 'A population' }))
    .optional()
    .meta({ description: 'Only these populations; everyone when absent' }),
  hours: OPENING,
  meter: quantity('rate', {
    description: 'People that it lets in at most; as many as its lanes can search when absent',
    min: 0,
  }).optional(),
  checksPapers: z.boolean().default(false).meta({
    description: 'Whether those not eligible are turned away here, after the search',
  }),
  officersFrom: reference('desks', {
    description: 'The desk of this site whose officers stand at its lanes',
  }).optional(),
  officersPerLane: quantity('factor', {
    description: 'Officers that one lane takes from that desk while the gate works; one when absent',
    min: 0,
  }).optional(),
});

/** Where papers are checked and people registered for a flight. */
export const deskSchema = z.strictObject({
  title,
  site: reference('sites', { description: 'The site inside whose gates it stands' }),
  officers: quantity('count', {
    description: 'Officers at work at the start; each serves one party at a time',
    min: 0,
    default: 0,
  }),
  time: quantity('duration', {
    each: 'party',
    description: 'Registration of a party with complete papers',
    min: 0,
  }),
  partialPapers: quantity('factor', {
    description: 'Time for a party with partial papers, as a multiple of `time`',
    min: 1,
    default: 2,
  }),
  serves: z
    .array(reference('populations', { description: 'A population' }))
    .optional()
    .meta({ description: 'Only these populations; everyone when absent' }),
  step: constant('count', {
    description: 'Parties pass the steps of a site in rising order, one desk at each',
    min: 1,
    max: 100,
    default: 1,
  }),
  share: quantity('share', {
    description: 'Share of parties that need this step; desks of one step agree on it',
    min: 0,
    max: 1,
    default: '100 %',
  }),
  needs: z
    .enum(['medical'])
    .optional()
    .meta({ description: 'Only parties with a medical case pass this step; desks of one step agree on it' }),
  checksPapers: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether those not eligible are turned away here, after the service' }),
  hours: OPENING,
});

/** The general public outside the perimeter, who are not on any list. */
export const crowdSchema = z.strictObject({
  site: reference('sites', { description: 'The site whose runway they may overrun' }),
  initial: quantity('people', { description: 'Crowd at the start', min: 0, default: '0 people' }),
  arrivals: quantity('rate', {
    description: 'People who join the crowd',
    min: 0,
    default: '0 people/h',
  }),
  stay: quantity('duration', { description: 'Mean time before one goes home', min: 1, default: '12 h' }),
  heldPerTroop: quantity('factor', {
    description: 'People that one soldier on the perimeter or in reserve holds back',
    min: 0,
    default: 10,
  }),
  clearedPerTroop: quantity('factor', {
    description: 'People per hour that one soldier moves off an overrun airfield',
    min: 0,
    default: 1,
  }),
  reopenBelow: quantity('share', {
    description: 'Clearing begins once the crowd is below this share of what can be held',
    min: 0,
    max: 1,
    default: '80 %',
  }),
  clearing: quantity('duration', {
    description: 'Time to sweep the runway before it reopens',
    min: 0,
    default: '2 h',
  }),
  haltsGates: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether the gates of the site call nobody in while its runway is overrun' }),
  slowsSearch: quantity('factor', {
    description:
      'Multiple of the time of a search at the gates of the site when the crowd is as large as can be held; less in proportion when it is smaller',
    min: 1,
    default: 1,
  }),
  reacts: z
    .strictObject({
      gatesClosed: quantity('factor', {
        description: 'Multiple of `arrivals` while no gate of the site is at work',
        min: 0,
        default: 1,
      }),
      runwayClosed: quantity('factor', {
        description: 'Multiple of `arrivals` while the runway is closed',
        min: 0,
        default: 1,
      }),
    })
    .optional()
    .meta({ description: 'How the public reacts to what it hears: more come, or fewer' }),
});
