import type { Force, Scenario } from '../../scenario/index.ts';
import { type Measure, measure, plannedAt } from './measure.ts';

const section = 'Force';

/** Measures of the force: its build-up, and how far it is from its plan. */
export const forceMeasures = (scenario: Scenario): Measure[] => {
  if (scenario.force === undefined) return [];
  const withdraws = Object.values(scenario.force.units).some((unit) => unit.withdraw !== undefined);
  return [
    ...TROOPS,
    ...nationMeasures(scenario.force),
    ...planMeasures(scenario.force),
    ...COMPLETION,
    ...(withdraws ? WITHDRAWAL : []),
  ];
};

const nationMeasures = (force: Force): Measure[] => {
  const nations = [...new Set(Object.values(force.units).map((unit) => unit.nation))];
  if (nations.length < 2) return [];
  return nations.map((nation) =>
    measure({
      id: `troops.${nation}`,
      label: `  ${nation} troops`,
      kind: 'count',
      unit: 'troops',
      better: 'more',
      headline: true,
      section,
      description: `Troops of ${nation} on the ground at the end of the window.`,
      read: (world) => world.force.onGround(nation),
    }),
  );
};

const TROOPS: readonly Measure[] = [
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
];

const COMPLETION: readonly Measure[] = [
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

const planMeasures = (force: Force): Measure[] => {
  if (force.plan.length === 0) return [];
  const plan = force.plan.map(({ at, troops }) => ({ at, level: troops }));
  return [
    measure({
      id: 'troops-below-plan',
      label: 'Troops short of the plan',
      kind: 'count',
      unit: 'troops',
      better: 'less',
      headline: true,
      section,
      description:
        'Troops planned to be on the ground at the end of the window less those who are; negative when the build-up is ahead of its plan.',
      read: (world) => plannedAt(world, plan) - world.force.onGround(),
    }),
  ];
};

const WITHDRAWAL: readonly Measure[] = [
  measure({
    id: 'troops-withdrawn',
    label: 'Troops withdrawn',
    kind: 'count',
    unit: 'troops',
    better: 'more',
    headline: true,
    section,
    description: 'Troops whose craft has left the ground with them by the end of the window.',
    read: (world) => world.force.units.reduce((troops, unit) => troops + unit.outbound + unit.withdrawn, 0),
  }),
  measure({
    id: 'troops-left-behind',
    label: 'Troops left behind',
    kind: 'count',
    unit: 'troops',
    better: 'less',
    headline: true,
    section,
    description:
      'Troops of units that are to withdraw, still on the ground or on their way there at the end of the window.',
    read: (world) =>
      world.force.units
        .filter((unit) => world.withdrawals.has(unit.id))
        .reduce((troops, unit) => troops + unit.ground + unit.leaving + unit.aboard + unit.inbound, 0),
  }),
  measure({
    id: 'time-last-troops-out',
    label: 'Time at which the last troops are out',
    kind: 'time',
    better: 'less',
    at: 'end',
    section,
    description: 'When the last troops of the units that withdraw had left the ground, within the whole run.',
    read: (world) => world.milestones.lastTroopsOut,
  }),
];
