import { z } from 'zod';
import { constant, hours, instant, quantity } from '../quantity.ts';
import { actionSchema } from './action.ts';

/** Something that happens to the operation: an attack at a gate, rockets, a storm, a runway out of use. */
export const incidentSchema = z.strictObject({
  title: z.string().optional().meta({ description: 'Name shown to people; the key when absent' }),
  at: instant({ description: 'When it happens, if it happens at a stated time' }).optional(),
  every: quantity('duration', {
    description:
      'With `at`: it happens again and again, so long after the time before, such as 12.42 h for a tide',
    each: 'occurrence',
    min: 1,
  }).optional(),
  perDay: quantity('factor', {
    description: 'Instead of `at`: how often it happens a day, at times drawn as a Poisson process',
    min: 0,
  }).optional(),
  between: z
    .tuple([instant({ description: 'From this time' }), instant({ description: 'to this one' })])
    .optional()
    .meta({
      description:
        'Without `perDay`: it happens once, at a time drawn evenly between these two; with it: only between them',
    }),
  hours: hours({
    description:
      'With `perDay`: only within these local hours, such as [5 h, 21 h] for what comes by day; it is as often a day',
  }).optional(),
  chance: constant('share', {
    description:
      'Chance that it happens at all, with `at` or `between`; drawn once, with `every` each time anew',
    min: 0,
    max: 1,
    default: '100 %',
  }),
  actions: z.array(actionSchema).min(1).meta({ description: 'What it does when it begins, in this order' }),
  lasts: quantity('duration', {
    each: 'occurrence',
    description: 'How long it goes on; while it does, the condition `incident` is true',
    min: 0,
    default: '0 min',
  }),
  ending: z.array(actionSchema).default([]).meta({
    description: 'What is done when it is over; where several overlap, when the last of them is',
  }),
});
