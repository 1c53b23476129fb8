import type { Scenario } from '../../scenario/index.ts';
import { type Measure, measure, titleOf } from './measure.ts';

/** What each published count would have said at the end of the window. */
export const tallyMeasures = (scenario: Scenario): Measure[] =>
  Object.entries(scenario.tallies).map(([id, plan]) =>
    measure({
      id: `tally.${id}`,
      label: `Count: ${titleOf(plan, id)}`,
      kind: 'count',
      section: 'Evacuees',
      description:
        'People at wheels-up whom this published count includes by its own rule, up to the end of the window.',
      read: (world) => world.tallies.get(id)!.people,
    }),
  );
