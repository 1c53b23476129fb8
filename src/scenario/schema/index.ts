import { z } from 'zod';
import { constant, instant, start } from '../quantity.ts';
import { type actionSchema, decisionSchema, threatSchema, timelineSchema } from './action.ts';
import { craftSchema, fleetSchema, flightSchema } from './craft.ts';
import { incidentSchema } from './incident.ts';
import { embassySchema, forceSchema, populationSchema } from './people.ts';
import { crowdSchema, deskSchema, gateSchema, roadSchema, routeSchema, siteSchema } from './place.ts';
import { type conditionSchema, policySchema } from './policy.ts';
import { questionSchema } from './question.ts';
import { tallySchema } from './tally.ts';

const section = <Entry extends z.ZodType>(entry: Entry, description: string) =>
  z.record(z.string(), entry).default({}).meta({ description });

/** A published value, drawn beside a series, or set beside what a series did in some time or beside a measure. */
const observationSchema = z.strictObject({
  title: z.string().optional().meta({ description: 'Name shown to people; the key when absent' }),
  series: z
    .string()
    .optional()
    .meta({ description: 'Id of the series it belongs to, for instance `troops.US`; then `at` says when' }),
  rise: z.string().optional().meta({
    description:
      'Instead of `series`: id of a series that rose by so much from `since` to `at`, for instance `sorties-by.US` within a day',
  }),
  pause: z.string().optional().meta({
    description:
      'Instead of `series`: id of a series that stood still for so many hours at a stretch, between `since` and `at`',
  }),
  per: z.string().optional().meta({
    description:
      'Only with `rise`: id of a series by whose rise it is divided, for instance people by flights',
  }),
  since: instant({
    description: 'Start of the time that is looked at; only with `rise` and `pause`',
  }).optional(),
  at: instant({
    description: 'When it was observed, or the end of the time that is looked at; not with `measure`',
  }).optional(),
  measure: z.string().optional().meta({
    description: 'Instead of a series: id of the measure it belongs to, for instance `people-out`',
  }),
  value: constant('factor', {
    description:
      'Best value, in the unit of its series or measure; a time in minutes after the start, a `pause` in hours',
  }),
  low: constant('factor', { description: 'Lower end of what the sources allow' }),
  high: constant('factor', { description: 'Upper end of what the sources allow' }),
  use: z.enum(['calibrate', 'hold-out', 'event', 'check']).default('check').meta({
    description:
      'What it is good for: numbers of this file were tuned on it (`calibrate`), it was kept from all tuning (`hold-out`), the file scripts it (`event`), or it is only compared (`check`)',
  }),
});

/** The scenario file, after `extends` and `variants` have been applied. */
export const scenarioSchema = z.strictObject({
  airbridge: z.literal(1).meta({ description: 'Version of the format' }),
  title: z.string().meta({ description: 'What it is called' }),
  question: z.string().meta({ description: 'The one question it answers' }),
  description: z.string().optional().meta({ description: 'What a reader should know' }),
  start: start({
    description: 'Local time at which the run starts, with its offset: 2021-08-13T12:00+04:30',
  }),
  zone: z.string().default('local time').meta({ description: 'What local time is called on charts' }),
  window: constant('duration', { description: 'Headlines are read at this time after the start', min: 1 }),
  tail: constant('duration', {
    description: 'The run goes on for this long after the window',
    min: 0,
    default: '0 h',
  }),
  sample: constant('duration', {
    description: 'Time between the samples of every series',
    min: 1,
    default: '30 min',
  }),
  sites: z
    .record(z.string(), siteSchema)
    .meta({ description: 'Points where craft land and people board, work or find safety' }),
  routes: section(routeSchema, 'Lines between two sites'),
  roads: section(roadSchema, 'Ways by which people reach a site'),
  gates: section(gateSchema, 'Entrances with search lanes'),
  desks: section(deskSchema, 'Where papers are checked and people registered'),
  craft: section(craftSchema, 'Kinds of aircraft, helicopters, convoys and ships'),
  fleets: section(fleetSchema, 'Craft that fly one line'),
  flights: section(flightSchema, 'Scheduled commercial flights'),
  populations: section(populationSchema, 'People who want to leave'),
  embassy: embassySchema.optional().meta({
    description: 'The embassy: its staff, how they are called forward to leave, and its consular section',
  }),
  force: forceSchema
    .optional()
    .meta({ description: 'Troops who come to hold a site, and the tasks that need them' }),
  crowd: crowdSchema
    .optional()
    .meta({ description: 'The general public at the perimeter, who may overrun the runway' }),
  threat: threatSchema
    .optional()
    .meta({ description: 'Places that fall one after another, and what that brings about' }),
  incidents: section(
    incidentSchema,
    'What happens to the operation at stated or random times: an attack, a storm; it costs capacity and time',
  ),
  timeline: timelineSchema,
  policies: section(policySchema, 'Actions taken when a condition comes true'),
  tallies: section(tallySchema, 'Published counts, each made again by its own rule'),
  questions: section(questionSchema, 'What the reader is asked to guess before the result is shown'),
  observations: section(observationSchema, 'Published values drawn beside the result'),
});

/** One scenario: plain readonly data in canonical units. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Action = z.output<typeof actionSchema>;
export type ActionName = Action['do'];
export type Condition = z.output<typeof conditionSchema>;
export type Site = Scenario['sites'][string];
export type Population = Scenario['populations'][string];
export type Fleet = Scenario['fleets'][string];
export type Craft = Scenario['craft'][string];
export type Embassy = NonNullable<Scenario['embassy']>;
export type Force = NonNullable<Scenario['force']>;
export type Crowd = NonNullable<Scenario['crowd']>;
export type Threat = NonNullable<Scenario['threat']>;

export { decisionSchema };

/** An action at a stated time: an entry of the timeline, or a decision from outside. */
export type Decision = z.output<typeof decisionSchema>;
