import type { Scenario } from '../../scenario/index.ts';
import { type Measure, measure, titleOf } from './measure.ts';

const section = 'Evacuees';

/** What each published count would have said at the end of the window. */
export const tallyMeasures = (scenario: Scenario): Measure[] =>
  Object.entries(scenario.tallies).flatMap(([id, plan]) => [
    measure({
      id: `tally.${id}`,
      label: `Count: ${titleOf(plan, id)}`,
      kind: 'count',
      section,
      description:
        'People at wheels-up whom this published count includes by its own rule, up to the end of the window.',
      read: (world) => world.tallies.get(id)!.people,
    }),
    measure({
      id: `tally-loads.${id}`,
      label: `Loads: ${titleOf(plan, id)}`,
      kind: 'count',
      unit: 'loads',
      section,
      description:
        'Departures with people aboard whom this published count includes by its own rule, up to the end of the window.',
      read: (world) => world.tallies.get(id)!.loads,
    }),
    measure({
      id: `busiest-day.${id}`,
      label: `Busiest 24 hours: ${titleOf(plan, id)}`,
      kind: 'count',
      section,
      description:
        'Most people at wheels-up whom this published count includes within any 24 hours, up to the end of the window.',
      read: (world) => world.tallies.get(id)!.busiestDay,
    }),
  ]);
