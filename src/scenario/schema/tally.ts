import { z } from 'zod';
import { instant, reference } from '../quantity.ts';

const partSchema = z.strictObject({
  fleets: z
    .array(reference('fleets', { description: 'A fleet' }))
    .optional()
    .meta({ description: 'Fleets whose people are counted at wheels-up' }),
  sites: z
    .array(reference('sites', { description: 'A site' }))
    .optional()
    .meta({
      description: 'Instead of `fleets`: sites whose people are counted at wheels-up, whoever flies them',
    }),
  from: instant({ description: 'Only those who leave after this time are counted', default: '0 h' }),
});

/** A published count made again by its own rule: whose flights it counts, and from when on. */
export const tallySchema = z.strictObject({
  title: z.string().optional().meta({ description: 'Name shown to people; the key when absent' }),
  counts: z.array(partSchema).min(1).meta({ description: 'What it adds up' }),
});
