import type { Fleet, Scenario } from '../../scenario/index.ts';
import { NEARLY_ALL } from '../milestones.ts';
import { isMedical } from '../processing.ts';
import type { Group } from '../roster.ts';
import { STATE, STATE_LABEL, type State } from '../states.ts';
import type { World } from '../world.ts';
import { HOURS, type Measure, measure, titleOf } from './measure.ts';

const evacuees = (world: World, of: (group: number) => number): number => {
  let people = 0;
  for (const each of world.populations.values()) people += of(each.group.index);
  return people;
};

const groupOf = (world: World, id: string): Group => world.populations.get(id)!.group;

const section = 'Evacuees';

/** Measures of people who want to leave. */
export const evacueeMeasures = (scenario: Scenario): Measure[] => {
  if (Object.keys(scenario.populations).length === 0) return [];
  return [
    ...outMeasures(scenario),
    ...commercialMeasures(scenario),
    ...completionMeasures(scenario),
    ...leftBehindMeasures(scenario),
    ...waitingMeasures(scenario),
    ...retryMeasures(scenario),
  ];
};

const outMeasures = (scenario: Scenario): Measure[] => {
  const populations = Object.entries(scenario.populations);
  const each = populations.map(([id, plan]) =>
    measure({
      id: `people-out.${id}`,
      label: `  ${titleOf(plan, id)}`,
      kind: 'count',
      better: 'more',
      headline: true,
      section,
      description: `Of ${titleOf(plan, id)}: people out by the end of the window.`,
      read: (world) => world.roster.out[groupOf(world, id).index]!,
    }),
  );
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
    ...(populations.length > 1 ? each : []),
    ...nationMeasures(scenario),
    ...categoryMeasures(scenario),
    ...medicalMeasures(scenario),
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
  ];
};

/** People out by nation, where a nation has several populations. */
const nationMeasures = (scenario: Scenario): Measure[] => {
  const populations = Object.entries(scenario.populations);
  const nations = [...new Set(populations.map(([, plan]) => plan.nation))];
  const idsOf = (nation: string): string[] =>
    populations.filter(([, plan]) => plan.nation === nation).map(([id]) => id);
  return nations
    .filter((nation) => nations.length > 1 && idsOf(nation).length > 1)
    .map((nation) =>
      measure({
        id: `people-out-nation.${nation}`,
        label: `  ${nation}: all populations`,
        kind: 'count',
        better: 'more',
        section,
        description: `Of all populations of ${nation}: people out by the end of the window.`,
        read: (world) =>
          idsOf(nation).reduce((people, id) => people + world.roster.out[groupOf(world, id).index]!, 0),
      }),
    );
};

/** People out by category, where there are any. */
const categoryMeasures = (scenario: Scenario): Measure[] => {
  const populations = Object.entries(scenario.populations);
  const categories = new Set(populations.flatMap(([, { category }]) => category ?? []));
  return [...categories].map((category) => {
    const ids = populations.filter(([, plan]) => plan.category === category).map(([id]) => id);
    return measure({
      id: `people-out-category.${category}`,
      label: `  Category: ${category}`,
      kind: 'count',
      better: 'more',
      section,
      description: `Of all populations of the category ${category}: people out by the end of the window.`,
      read: (world) => ids.reduce((people, id) => people + world.roster.out[groupOf(world, id).index]!, 0),
    });
  });
};

const isSomebodyMedical = ({ populations }: Scenario): boolean =>
  Object.values(populations).some(({ medical }) => medical.kind !== 'fixed' || medical.value > 0);

const medicalMeasures = (scenario: Scenario): Measure[] => {
  if (!isSomebodyMedical(scenario)) return [];
  return [
    measure({
      id: 'people-out-medical',
      label: '  In parties with a medical case',
      kind: 'count',
      better: 'more',
      section,
      description: 'Evacuees of parties with a medical case who are out by the end of the window.',
      read: (world) => {
        const { roster } = world;
        let people = 0;
        for (const { group } of world.populations.values()) {
          for (let party = group.first; party < group.first + group.parties; party++) {
            if (roster.isOut(party) && isMedical(world, party)) people += roster.size[party]!;
          }
        }
        return people;
      },
    }),
  ];
};

/** How often people set out again, where they do. */
const retryMeasures = ({ populations }: Scenario): Measure[] => {
  if (Object.values(populations).every(({ retries }) => retries === undefined)) return [];
  return [
    measure({
      id: 'tries-again',
      label: 'People who set out again',
      kind: 'count',
      better: 'neither',
      section,
      description:
        'Evacuees who set out again after a try that came to nothing, each time counted, up to the end of the window.',
      read: (world) => world.triedAgain,
    }),
  ];
};

const leftBehindMeasures = (scenario: Scenario): Measure[] => [
  measure({
    id: 'left-behind',
    label: 'Left behind',
    kind: 'count',
    better: 'less',
    headline: true,
    section,
    description:
      'Evacuees not out by the end of the window, wherever they are; those turned away and those who gave up included.',
    read: (world) =>
      evacuees(world, (group) => world.roster.groups[group]!.people - world.roster.out[group]!),
  }),
  ...LEFT_BEHIND.filter((state) => isPossible(scenario, state)).map((state) =>
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
];

const waitingMeasures = (scenario: Scenario): Measure[] => {
  const hours = WAITING.filter((state) => isPossible(scenario, state)).map((state) =>
    measure({
      id: `person-hours.${state}`,
      label: `Person-hours: ${STATE_LABEL[state].toLowerCase()}`,
      kind: 'hours',
      better: 'less',
      headline: state === 'outside-gate',
      section,
      description:
        'Hours spent in this state by everyone up to the end of the window, whether they got out or not.',
      read: (world) => world.roster.area(STATE[state]) * HOURS,
    }),
  );
  const peak = measure({
    id: 'outside-gate-peak',
    label: 'Most people outside the gates at once',
    kind: 'count',
    better: 'less',
    headline: true,
    section,
    description:
      'Largest number of evacuees outside the gates at one instant up to the end of the window; the public is not counted.',
    read: (world) => world.roster.peak(STATE['outside-gate']),
  });
  return isPossible(scenario, 'outside-gate') ? [peak, ...hours] : hours;
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
  'balked',
  'search',
  'processing',
  'turned-away',
  'waiting-area',
  'boarding',
  'shuttle',
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

/** Whether somebody travels to a site without gates, and may have to wait before it. */
const walks = ({ populations, gates }: Scenario): boolean =>
  Object.values(populations).some(
    ({ site, lives }) =>
      Object.keys(lives).length > 0 && !Object.values(gates).some((gate) => gate.site === site),
  );

const isHaven = (scenario: Scenario, site: string): boolean => scenario.sites[site]?.beds !== undefined;

/** Whether a fleet may carry evacuees to where they are not out yet; the embassy's own lifts carry its staff. */
const mayShuttle = (scenario: Scenario, { base, pickup, delivers = [base] }: Fleet): boolean => {
  if (delivers.every((site) => isHaven(scenario, site))) return false;
  const boards = Object.values(scenario.populations).map(({ site }) => site);
  return pickup.some((site) => boards.includes(site) || site !== scenario.embassy?.site);
};

/** What a scenario must have for anybody to be in a state; the other states are always possible. */
const NEEDS: { readonly [state in State]?: (scenario: Scenario) => boolean } = {
  'to-embassy': (scenario) => scenario.embassy !== undefined,
  'consular-queue': (scenario) => scenario.embassy !== undefined,
  'called-forward': (scenario) => scenario.embassy !== undefined,
  travelling: (scenario) => Object.keys(scenario.roads).length > 0,
  'turned-back': (scenario) => Object.keys(scenario.roads).length > 0,
  terminal: (scenario) => Object.keys(scenario.flights).length > 0,
  'outside-gate': (scenario) => Object.keys(scenario.gates).length > 0 || walks(scenario),
  'gave-up': (scenario) => Object.keys(scenario.gates).length > 0 || walks(scenario),
  balked: ({ populations }) => Object.values(populations).some(({ balks }) => balks !== undefined),
  search: (scenario) => Object.keys(scenario.gates).length > 0,
  processing: (scenario) => Object.keys(scenario.desks).length > 0,
  'turned-away': ({ desks, gates }) =>
    Object.keys(desks).length > 0 || Object.values(gates).some(({ checksPapers }) => checksPapers),
  shuttle: (scenario) => Object.values(scenario.fleets).some((fleet) => mayShuttle(scenario, fleet)),
  'flying-on': (scenario) =>
    Object.values(scenario.fleets).some(({ pickup }) => pickup.some((site) => isHaven(scenario, site))),
  reception: (scenario) => Object.values(scenario.sites).some((site) => site.reception !== undefined),
};

const isPossible = (scenario: Scenario, state: State): boolean => NEEDS[state]?.(scenario) ?? true;

const commercialMeasures = (scenario: Scenario): Measure[] => {
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

const completionMeasures = (scenario: Scenario): Measure[] =>
  Object.entries(scenario.populations).flatMap(([id, plan]) => {
    const title = titleOf(plan, id);
    const isOut = (world: World, share: number): number =>
      Number(world.roster.out[groupOf(world, id).index]! >= share * groupOf(world, id).people);
    return [
      measure({
        id: `all-out.${id}`,
        label: `All out: ${title}`,
        kind: 'indicator',
        better: 'more',
        section,
        description: `Whether every one of ${title} is out by the end of the window.`,
        read: (world) => isOut(world, 1),
      }),
      measure({
        id: `nearly-all-out.${id}`,
        label: `95 % out: ${title}`,
        kind: 'indicator',
        better: 'more',
        headline: true,
        section,
        description: `Whether at least 95 % of ${title} are out by the end of the window.`,
        read: (world) => isOut(world, NEARLY_ALL),
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
  });
