import type { Embassy, Scenario } from '../../scenario/index.ts';
import { STATE } from '../states.ts';
import type { World } from '../world.ts';
import { HOURS, type Measure, measure, plannedAt } from './measure.ts';

const section = 'Embassy';

const staffOut = (world: World, nation?: string): number => {
  let people = 0;
  for (const { plan, group } of world.embassy!.staff) {
    if (nation === undefined || plan.nation === nation) people += world.roster.out[group.index]!;
  }
  return people;
};

/** Measures of the embassy: its drawdown, its closing, and what it still offers nationals. */
export const embassyMeasures = (scenario: Scenario): Measure[] => {
  if (scenario.embassy === undefined) return [];
  const { embassy } = scenario;
  return [...STAFF, ...nationMeasures(embassy), ...planMeasures(embassy), ...CLOSING, ...CONSULAR];
};

const nationMeasures = (embassy: Embassy): Measure[] => {
  const leaving = Object.values(embassy.staff).filter((staff) => staff.to === 'out');
  const nations = [...new Set(leaving.map((staff) => staff.nation))];
  if (nations.length < 2) return [];
  return nations.map((nation) =>
    measure({
      id: `staff-out.${nation}`,
      label: `  ${nation} staff out`,
      kind: 'count',
      better: 'more',
      section,
      description: `Embassy staff of ${nation} out by the end of the window.`,
      read: (world) => staffOut(world, nation),
    }),
  );
};

const planMeasures = (embassy: Embassy): Measure[] => {
  if (embassy.plan.length === 0) return [];
  const plan = embassy.plan.map(({ at, people }) => ({ at, level: people }));
  return [
    measure({
      id: 'staff-above-plan',
      label: 'Staff in the compound above the plan',
      kind: 'count',
      better: 'less',
      section,
      description:
        'Staff in the compound less the number planned for the end of the window; negative when the drawdown is ahead of its plan.',
      read: (world) => world.embassy!.inCompound - plannedAt(world, plan),
    }),
  ];
};

const STAFF: readonly Measure[] = [
  measure({
    id: 'staff-in-compound',
    label: 'Staff still in the compound',
    kind: 'count',
    better: 'less',
    headline: true,
    section,
    description:
      'Embassy staff at work in the compound, waiting there for a lift, or on a craft that has not left it, at the end of the window.',
    read: (world) => world.embassy!.inCompound,
  }),
  measure({
    id: 'staff-at-airfield',
    label: 'Staff at work at the airfield',
    kind: 'count',
    section,
    description: 'Embassy staff who have moved to the airfield and work there at the end of the window.',
    read: (world) => world.roster.count(STATE['at-airfield']),
  }),
  measure({
    id: 'staff-out',
    label: 'Staff out',
    kind: 'count',
    better: 'more',
    headline: true,
    section,
    description: 'Embassy staff whose aircraft has left the ground by the end of the window.',
    read: (world) => staffOut(world),
  }),
];

const CLOSING: readonly Measure[] = [
  measure({
    id: 'compound-cleared',
    label: 'Compound cleared',
    kind: 'indicator',
    better: 'more',
    headline: true,
    section,
    description: 'Whether everyone who is to leave has left the compound by the end of the window.',
    read: (world) => Number(world.embassy!.clearedAt <= world.sim.now),
  }),
  measure({
    id: 'time-compound-cleared',
    label: 'Time until the compound is cleared',
    kind: 'time',
    better: 'less',
    at: 'end',
    section,
    description: 'When everyone who is to leave had left the compound, within the whole run.',
    read: (world) => world.embassy!.clearedAt,
  }),
  measure({
    id: 'staff-in-compound-at-fall',
    label: 'Staff in the compound when the capital fell',
    kind: 'count',
    better: 'less',
    at: 'end',
    section,
    description:
      'Embassy staff still in the compound at the moment the capital fell; 0 in runs in which it did not fall.',
    read: (world) => world.milestones.staffAtFall,
  }),
  measure({
    id: 'destruction-done',
    label: 'Sensitive material destroyed',
    kind: 'indicator',
    better: 'more',
    section,
    description: 'Whether all sensitive material was destroyed by the end of the window.',
    read: (world) => Number((world.embassy!.destruction?.work ?? 0) === 0),
  }),
];

const CONSULAR: readonly Measure[] = [
  measure({
    id: 'consular-served',
    label: 'Parties served at the embassy',
    kind: 'count',
    unit: 'parties',
    better: 'more',
    section,
    description: 'Parties of nationals served by consular officers at the embassy by the end of the window.',
    read: (world) => world.embassy!.officers.served,
  }),
  measure({
    id: 'consular-hours',
    label: 'Consular officer-hours on offer',
    kind: 'hours',
    unit: 'officer-hours',
    better: 'more',
    headline: true,
    section,
    description:
      'Consular capacity over time, the measure of "open with a smaller footprint": officer-hours ready to serve, at the embassy within its hours and at its desk at the airfield, up to the end of the window.',
    read: (world) =>
      (world.embassy!.officers.workedMinutes +
        (world.desks.get(world.embassy!.plan.desk)?.workedMinutes ?? 0)) *
      HOURS,
  }),
];
