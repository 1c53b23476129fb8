import { z } from 'zod';

/** A question put to the reader before the result is shown. */
export const questionSchema = z.strictObject({
  text: z.string().meta({ description: 'What the reader is asked to guess, in one sentence' }),
  measure: z.string().meta({ description: 'Id of the measure that answers it, for instance `people-out`' }),
  unit: z.string().optional().meta({
    description:
      'What the guess counts, in words; that of the measure when absent. Times are guessed in hours after the start, shares and odds in per cent',
  }),
});
