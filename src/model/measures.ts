import type { Scenario } from '../scenario/index.ts';
import { NEARLY_ALL } from './milestones.ts';
import type { MeasureSpec } from './outcome.ts';
import { STATE, STATE_LABEL, type State } from './states.ts';
import type { World } from './world.ts';

/** A measure with the way to read it off a world. */
export interface Measure extends MeasureSpec {
  /** `window`: read when the headlines are due; `end`: read when the run is over */
  readonly at: 'window' | 'end';
  read(world: World): number;
}

const HOURS = 1 / 60;

type Definition = Omit<Measure, 'headline' | 'at' | 'unit' | 'better'> &
  Partial<Pick<Measure, 'headline' | 'at' | 'unit' | 'better'>>;

const UNIT: { readonly [kind in MeasureSpec['kind']]: string } = {
  count: 'people',
  time: 'min',
  share: 'share',
  indicator: 'probability',
  hours: 'person-hours',
};

const measure = (definition: Definition): Measure => ({
  headline: false,
  at: 'window',
  unit: UNIT[definition.kind],
  better: 'neither',
  ...definition,
});

const titleOf = (entry: { readonly title?: string | undefined } | undefined, id: string): string =>
  entry?.title ?? id;

/** All measures of a scenario, in the order of tables. */
export const measuresOf = (scenario: Scenario): readonly Measure[] => [
  ...evacueeMeasures(scenario),
  ...embassyMeasures(scenario),
  ...forceMeasures(scenario),
  ...airfieldMeasures(scenario),
  ...threatMeasures(scenario),
];

const evacuees = (world: World, of: (group: number) => number): number => {
  let people = 0;
  for (const each of world.populations.values()) people += of(each.group.index);
  return people;
};

const groupOf = (world: World, id: string) => world.roster.groups.find((group) => group.id === id)!;

const evacueeMeasures = (scenario: Scenario): Measure[] => {
  const populations = Object.entries(scenario.populations);
  if (populations.length === 0) return [];
  const section = 'Evacuees';
  const several = populations.length > 1;
  return [
    measure({
      id: 'people-out',
      label: 'People out',
      kind: 'count',
      better: 'more',
      headline: true,
      section,
      description: 'Evacuees whose craft has left the ground bound for safety by the end of the window.',
      read: (world) => evacuees(world, (group) => world.roster.out[group]!),
    }),
    ...populations.map(([id, plan]) =>
      measure({
        id: `people-out.${id}`,
        label: several ? `  ${titleOf(plan, id)}` : titleOf(plan, id),
        kind: 'count',
        better: 'more',
        headline: several,
        section,
        description: `Of ${titleOf(plan, id)}: people out by the end of the window.`,
        read: (world) => world.roster.out[groupOf(world, id).index]!,
      }),
    ),
    measure({
      id: 'people-safe',
      label: 'People safe',
      kind: 'count',
      better: 'more',
      headline: true,
      section,
      description: 'Evacuees who have arrived at a haven, or abroad, by the end of the window.',
      read: (world) => evacuees(world, (group) => world.roster.safe[group]!),
    }),
    ...commercialMeasures(scenario, section),
    ...populations.flatMap(([id, plan]) => completionMeasures(id, titleOf(plan, id), section)),
    measure({
      id: 'left-behind',
      label: 'Left behind',
      kind: 'count',
      better: 'less',
      headline: true,
      section,
      description:
        'Evacuees not out by the end of the window, wherever they are; those turned away included.',
      read: (world) =>
        evacuees(world, (group) => world.roster.groups[group]!.people - world.roster.out[group]!),
    }),
    ...LEFT_BEHIND.map((state) =>
      measure({
        id: `left-behind.${state}`,
        label: `  ${STATE_LABEL[state]}`,
        kind: 'count',
        better: 'less',
        section,
        description: `Evacuees in this state at the end of the window: ${STATE_LABEL[state].toLowerCase()}.`,
        read: (world) => evacuees(world, (group) => world.roster.count(STATE[state], group)),
      }),
    ),
    measure({
      id: 'outside-gate-peak',
      label: 'Most people outside the gates at once',
      kind: 'count',
      better: 'less',
      headline: true,
      section,
      description: 'Largest number of evacuees outside the gates at one instant up to the end of the window.',
      read: (world) => world.roster.peak(STATE['outside-gate']),
    }),
    ...WAITING.map((state) =>
      measure({
        id: `person-hours.${state}`,
        label: `Person-hours: ${STATE_LABEL[state].toLowerCase()}`,
        kind: 'hours',
        better: 'less',
        headline: state === 'outside-gate',
        section,
        description: `Hours spent in this state by everyone up to the end of the window, whether they got out or not.`,
        read: (world) => world.roster.area(STATE[state]) * HOURS,
      }),
    ),
  ];
};

/** States in which an evacuee is still in the country. */
const LEFT_BEHIND: readonly State[] = [
  'at-home',
  'to-embassy',
  'consular-queue',
  'travelling',
  'turned-back',
  'terminal',
  'outside-gate',
  'gave-up',
  'search',
  'processing',
  'turned-away',
  'waiting-area',
  'boarding',
];

/** States in which people wait for something that capacity could shorten. */
const WAITING: readonly State[] = [
  'consular-queue',
  'terminal',
  'outside-gate',
  'processing',
  'called-forward',
  'waiting-area',
  'boarding',
  'reception',
];

const commercialMeasures = (scenario: Scenario, section: string): Measure[] => {
  if (Object.keys(scenario.flights).length === 0) return [];
  const carried = (world: World): number => {
    let people = 0;
    for (const flights of world.flights.values()) people += flights.carried;
    return people;
  };
  return [
    measure({
      id: 'people-out-commercial',
      label: 'Out by commercial flights',
      kind: 'count',
      better: 'more',
      headline: true,
      section,
      description: 'Evacuees carried by commercial flights, wheels-up by the end of the window.',
      read: carried,
    }),
    measure({
      id: 'people-out-air-bridge',
      label: 'Out by the air bridge',
      kind: 'count',
      better: 'more',
      headline: true,
      section,
      description: 'Evacuees carried by the fleets of the scenario, wheels-up by the end of the window.',
      read: (world) => evacuees(world, (group) => world.roster.out[group]!) - carried(world),
    }),
  ];
};

const completionMeasures = (id: string, title: string, section: string): Measure[] => [
  measure({
    id: `all-out.${id}`,
    label: `All out: ${title}`,
    kind: 'indicator',
    better: 'more',
    section,
    description: `Whether every one of ${title} is out by the end of the window.`,
    read: (world) => Number(world.roster.out[groupOf(world, id).index]! >= groupOf(world, id).people),
  }),
  measure({
    id: `nearly-all-out.${id}`,
    label: `95 % out: ${title}`,
    kind: 'indicator',
    better: 'more',
    headline: true,
    section,
    description: `Whether at least 95 % of ${title} are out by the end of the window.`,
    read: (world) =>
      Number(world.roster.out[groupOf(world, id).index]! >= NEARLY_ALL * groupOf(world, id).people),
  }),
  measure({
    id: `time-nearly-all-out.${id}`,
    label: `Time until 95 % are out: ${title}`,
    kind: 'time',
    better: 'less',
    at: 'end',
    section,
    description: `When at least 95 % of ${title} were out, within the whole run.`,
    read: (world) => world.milestones.nearlyAllOut[groupOf(world, id).index]!,
  }),
];

const embassyMeasures = (scenario: Scenario): Measure[] => {
  if (scenario.embassy === undefined) return [];
  const section = 'Embassy';
  const staff = Object.entries(scenario.embassy.staff);
  const nations = [...new Set(staff.map(([, each]) => each.nation))];
  const staffOut = (world: World, nation?: string): number => {
    let people = 0;
    for (const each of world.embassy!.staff) {
      if (nation === undefined || each.plan.nation === nation) people += world.roster.out[each.group.index]!;
    }
    return people;
  };
  return [
    measure({
      id: 'staff-in-compound',
      label: 'Staff still in the compound',
      kind: 'count',
      better: 'less',
      headline: true,
      section,
      description:
        'Embassy staff at work in the compound or waiting there for a lift, at the end of the window.',
      read: (world) => world.embassy!.inCompound,
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
    ...nations.map((nation) =>
      measure({
        id: `staff-out.${nation}`,
        label: `  ${nation} staff out`,
        kind: 'count',
        better: 'more',
        section,
        description: `Embassy staff of ${nation} out by the end of the window.`,
        read: (world) => staffOut(world, nation),
      }),
    ),
    measure({
      id: 'staff-at-airfield',
      label: 'Staff at work at the airfield',
      kind: 'count',
      section,
      description: 'Embassy staff who have moved to the airfield and work there at the end of the window.',
      read: (world) => world.roster.count(STATE['at-airfield']),
    }),
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
    measure({
      id: 'consular-served',
      label: 'Parties served at the embassy',
      kind: 'count',
      unit: 'parties',
      better: 'more',
      section,
      description:
        'Parties of nationals served by consular officers at the embassy by the end of the window.',
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
};

const forceMeasures = (scenario: Scenario): Measure[] => {
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

const airfieldMeasures = (scenario: Scenario): Measure[] => {
  const section = 'Airfield';
  const pickups = [...new Set(Object.values(scenario.fleets).map((fleet) => fleet.pickup))];
  const bridge = (world: World) =>
    [...world.fleets.values()].filter((fleet) => fleet.base.haven !== undefined);
  const total = (world: World, of: (fleet: ReturnType<typeof bridge>[number]) => number): number =>
    bridge(world).reduce((sum, fleet) => sum + of(fleet), 0);
  return [
    measure({
      id: 'sorties',
      label: 'Sorties to havens',
      kind: 'count',
      unit: 'sorties',
      section,
      description: 'Craft that left the ground bound for a haven by the end of the window.',
      read: (world) => total(world, (fleet) => fleet.sorties),
    }),
    measure({
      id: 'seats-empty',
      label: 'Seats flown empty',
      kind: 'share',
      better: 'less',
      headline: true,
      section,
      description:
        'Share of the seats bound for havens that left the ground with nobody in them, up to the end of the window.',
      read: (world) => {
        const seats = total(world, (fleet) => fleet.seats);
        return seats === 0 ? 0 : 1 - total(world, (fleet) => fleet.carried) / seats;
      },
    }),
    measure({
      id: 'diverts',
      label: 'Craft that diverted',
      kind: 'count',
      unit: 'sorties',
      better: 'less',
      section,
      description: 'Craft that could not land and went back, up to the end of the window.',
      read: (world) => [...world.fleets.values()].reduce((sum, fleet) => sum + fleet.diverts, 0),
    }),
    measure({
      id: 'orbit-hours',
      label: 'Hours in orbit',
      kind: 'hours',
      unit: 'craft-hours',
      better: 'less',
      section,
      description:
        'Hours craft spent waiting in the air for a stand or the runway, up to the end of the window.',
      read: (world) => [...world.fleets.values()].reduce((sum, fleet) => sum + fleet.orbitMinutes, 0) * HOURS,
    }),
    ...pickups.map((id) =>
      measure({
        id: `stand-use.${id}`,
        label: `Use of stands: ${titleOf(scenario.sites[id], id)}`,
        kind: 'share',
        headline: true,
        section,
        description: 'Mean share of the stands in use from the start to the end of the window.',
        read: (world) => world.standUse.get(id)!.mean(world.sim.now) / world.site(id).stands.capacity,
      }),
    ),
    ...Object.entries(scenario.sites)
      .filter(([id, site]) => site.runway !== undefined && pickups.includes(id))
      .map(([id, site]) =>
        measure({
          id: `runway-closed-hours.${id}`,
          label: `Runway closed: ${titleOf(site, id)}`,
          kind: 'hours',
          unit: 'hours',
          better: 'less',
          headline: true,
          section,
          description: 'Hours the runway was closed, for whatever cause, up to the end of the window.',
          read: (world) => world.site(id).runway!.closedMinutes * HOURS,
        }),
      ),
    ...crowdMeasures(scenario, section),
    ...Object.entries(scenario.sites)
      .filter(([, site]) => site.beds !== undefined)
      .map(([id, site]) =>
        measure({
          id: `haven-peak.${id}`,
          label: `Most people at ${titleOf(site, id)}`,
          kind: 'count',
          section,
          description: 'Largest number of people at the haven at once, up to the end of the window.',
          read: (world) => world.site(id).haven!.peak,
        }),
      ),
  ];
};

const crowdMeasures = (scenario: Scenario, section: string): Measure[] => {
  if (scenario.crowd === undefined) return [];
  return [
    measure({
      id: 'crowd-peak',
      label: 'Peak crowd at the perimeter',
      kind: 'count',
      better: 'less',
      headline: true,
      at: 'end',
      section,
      description:
        'Largest number of people at the perimeter at once in the whole run: the public and those outside the gates.',
      read: (world) => world.crowd!.peak,
    }),
    measure({
      id: 'runway-overrun',
      label: 'Runway overrun by the crowd',
      kind: 'indicator',
      better: 'less',
      headline: true,
      at: 'end',
      section,
      description: 'Whether the crowd outgrew the security on hand and closed the runway, in the whole run.',
      read: (world) => Number(world.crowd!.overruns > 0),
    }),
    measure({
      id: 'runway-never-reopened',
      label: 'Runway overrun and not reopened',
      kind: 'indicator',
      better: 'less',
      at: 'end',
      section,
      description: 'Whether the runway was still overrun when the run ended.',
      read: (world) => Number(world.crowd!.isOverrun),
    }),
  ];
};

const threatMeasures = (scenario: Scenario): Measure[] => {
  const capital = Object.entries(scenario.threat?.places ?? {}).find(([, place]) => place.capital);
  if (capital === undefined) return [];
  const [id, place] = capital;
  const section = 'Threat';
  const fallOf = (world: World): number => {
    const { fallsAt } = world.threat!.places.get(id)!;
    return fallsAt <= world.sim.now ? Math.max(0, fallsAt) : Infinity;
  };
  return [
    measure({
      id: 'capital-fallen',
      label: `${titleOf(place, id)} has fallen`,
      kind: 'indicator',
      headline: true,
      section,
      description: 'Whether the capital has fallen by the end of the window.',
      read: (world) => Number(world.threat!.hasFallen(id)),
    }),
    measure({
      id: 'time-capital-falls',
      label: `Time at which ${titleOf(place, id)} falls`,
      kind: 'time',
      at: 'end',
      section,
      description: 'When the capital fell, within the whole run.',
      read: fallOf,
    }),
  ];
};
