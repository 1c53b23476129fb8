import { z } from 'zod';
import { constant, instant, reference } from '../quantity.ts';
import { actionSchema } from './action.ts';

/** Levels that a policy can watch. */
export const watched = z.enum([
  'crowd',
  'outside-gate',
  'processing',
  'waiting-area',
  'people-inside',
  'gate-queue',
  'desk-queue',
  'troops',
  'staged-troops',
  'beds-free',
  'beds-used',
  'craft-orbiting',
  'staff-at-embassy',
  'out',
  'out-today',
]);

export interface ConditionShape {
  readonly fallen?: string | undefined;
  readonly anyFallen?: readonly string[] | undefined;
  readonly watch?: z.output<typeof watched> | undefined;
  readonly of?: string | undefined;
  readonly gate?: string | undefined;
  readonly desk?: string | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  readonly since?: z.output<ReturnType<typeof instant>> | undefined;
  readonly before?: z.output<ReturnType<typeof instant>> | undefined;
  readonly hours?: readonly [number, number] | undefined;
  readonly runwayClosed?: string | undefined;
  readonly incident?: string | undefined;
  readonly all?: readonly ConditionShape[] | undefined;
  readonly any?: readonly ConditionShape[] | undefined;
}

const WATCHED = `A level to compare with \`above\` or \`below\`. Of the site \`of\`, or of all sites together: people \`outside-gate\`, in \`processing\`, in the \`waiting-area\`, \`people-inside\` the gates (both of these), \`troops\` on the ground, \`staged-troops\` who wait there for a lift, \`beds-free\`, \`beds-used\` (share of the beds occupied or promised, such as \`75 %\`), \`craft-orbiting\`. Of the \`gate\` or \`desk\` named: people in \`gate-queue\`, \`desk-queue\`. Of the whole: \`crowd\` (with the people outside the gates), \`staff-at-embassy\`, evacuees \`out\`, evacuees \`out-today\` (since local midnight)`;

const hourOfDay = (description: string) => constant('duration', { description, min: 0, max: 1440 });

/** What must be true; several keys in one condition must all be true. */
export const conditionSchema: z.ZodType<ConditionShape, unknown> = z
  .strictObject({
    fallen: reference('places', { description: 'The place has fallen' }).optional(),
    anyFallen: z
      .array(reference('places', { description: 'A place' }))
      .optional()
      .meta({ description: 'One of these places has fallen' }),
    watch: watched.optional().meta({ description: WATCHED }),
    of: reference('sites', { description: 'The site whose level is watched' }).optional(),
    gate: reference('gates', { description: 'The gate whose queue is watched' }).optional(),
    desk: reference('desks', { description: 'The desk whose queue is watched' }).optional(),
    above: constant('level', { description: 'True above this level' }).optional(),
    below: constant('level', { description: 'True below this level' }).optional(),
    since: instant({ description: 'True from this time on' }).optional(),
    before: instant({ description: 'True until this time' }).optional(),
    hours: z
      .tuple([hourOfDay('From this local time of day'), hourOfDay('to this one, not included')])
      .optional()
      .meta({ description: 'True between these local times of day; `[20 h, 6 h]` goes past midnight' }),
    runwayClosed: reference('sites', { description: 'The runway of this site is closed' }).optional(),
    incident: reference('incidents', { description: 'This incident is going on' }).optional(),
    all: z
      .array(z.lazy(() => conditionSchema))
      .optional()
      .meta({ description: 'All of these' }),
    any: z
      .array(z.lazy(() => conditionSchema))
      .optional()
      .meta({ description: 'Any of these' }),
  })
  .meta({ description: 'A condition; several keys must all be true' });

/** Actions taken when a condition comes true. */
export const policySchema = z.strictObject({
  title: z.string().optional().meta({ description: 'What the policy is for' }),
  when: conditionSchema,
  until: conditionSchema.optional().meta({
    description: 'Once this is true the policy may fire again (hysteresis); it fires once when absent',
  }),
  actions: z.array(actionSchema).min(1).meta({ description: 'What is done, in this order' }),
});
