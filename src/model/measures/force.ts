import type { Scenario } from '../../scenario/index.ts';
import { type Measure, measure } from './measure.ts';

/** Measures of section force. */
export const forceMeasures = (scenario: Scenario): Measure[] => {
  if (scenario.force === undefined) return [];
  const section = 'Force';
  const nations = [...new Set(Object.values(scenario.force.units).map((unit) => unit.nation))];
  return [
    measure({
      id: 'troops',
      label: 'Troops on the ground',
      kind: 'count',
      unit: 'troops',
      better: 'more',
      headline: true,
      section,
      description: 'Troops of all units on the ground at the end of the window.',
      read: (world) => world.force.onGround(),
    }),
    ...nations.map((nation) =>
      measure({
        id: `troops.${nation}`,
        label: `  ${nation} troops`,
        kind: 'count',
        unit: 'troops',
        better: 'more',
        headline: nations.length > 1,
        section,
        description: `Troops of ${nation} on the ground at the end of the window.`,
        read: (world) => world.force.onGround(nation),
      }),
    ),
    measure({
      id: 'force-complete',
      label: 'Whole force on the ground',
      kind: 'indicator',
      better: 'more',
      headline: true,
      section,
      description: 'Whether every unit is on the ground in full strength by the end of the window.',
      read: (world) => Number(world.milestones.forceComplete <= world.sim.now),
    }),
    measure({
      id: 'time-force-complete',
      label: 'Time until the whole force is on the ground',
      kind: 'time',
      better: 'less',
      at: 'end',
      section,
      description: 'When every unit was on the ground in full strength, within the whole run.',
      read: (world) => world.milestones.forceComplete,
    }),
    measure({
      id: 'troops-staged',
      label: 'Troops waiting for a lift',
      kind: 'count',
      unit: 'troops',
      better: 'less',
      section,
      description: 'Troops ready and waiting for a lift at the end of the window.',
      read: (world) => world.force.units.reduce((troops, unit) => troops + unit.staged, 0),
    }),
  ];
};
