import type { Scenario } from '../../scenario/index.ts';
import type { FleetState } from '../fleet.ts';
import type { Carried } from '../site.ts';
import type { World } from '../world.ts';
import { HOURS, isLimit, type Measure, measure, titleOf } from './measure.ts';

const section = 'Airfield';

const pickupsOf = (scenario: Scenario, lands: 'stand' | 'pad'): readonly string[] => {
  const fleets = Object.values(scenario.fleets).filter(
    (fleet) => scenario.craft[fleet.craft]!.lands === lands,
  );
  return [...new Set(fleets.flatMap((fleet) => fleet.pickup))];
};

/** Measures of airfields, craft, crowd and havens. */
export const airfieldMeasures = (scenario: Scenario): Measure[] => {
  if (Object.keys(scenario.fleets).length === 0) return crowdMeasures(scenario);
  return [
    ...BRIDGE,
    ...FLEETS,
    ...standMeasures(scenario),
    ...runwayMeasures(scenario),
    ...crowdMeasures(scenario),
    ...havenMeasures(scenario),
    ...onwardMeasures(scenario),
    ...padMeasures(scenario),
    ...parkingMeasures(scenario),
  ];
};

/** What was carried to havens, added up. */
const bridge = (world: World, key: keyof Carried): number => everyFleet(world, (fleet) => fleet.bridge[key]);

const everyFleet = (world: World, of: (fleet: FleetState) => number): number => {
  let sum = 0;
  for (const fleet of world.fleets.values()) sum += of(fleet);
  return sum;
};

const BRIDGE: readonly Measure[] = [
  measure({
    id: 'sorties',
    label: 'Sorties to havens',
    kind: 'count',
    unit: 'sorties',
    section,
    description: 'Craft that left the ground bound for a haven by the end of the window.',
    read: (world) => bridge(world, 'sorties'),
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
      const seats = bridge(world, 'seats');
      return seats === 0 ? 0 : 1 - bridge(world, 'people') / seats;
    },
  }),
];

const FLEETS: readonly Measure[] = [
  measure({
    id: 'diverts',
    label: 'Craft that diverted',
    kind: 'count',
    unit: 'sorties',
    better: 'less',
    section,
    description: 'Craft that could not land and went back, up to the end of the window.',
    read: (world) => everyFleet(world, (fleet) => fleet.diverts),
  }),
  measure({
    id: 'orbit-hours',
    label: 'Hours in orbit',
    kind: 'hours',
    unit: 'craft-hours',
    better: 'less',
    section,
    description:
      'Hours craft spent waiting before they could land, for a stand, a pad or the runway, up to the end of the window.',
    read: (world) => everyFleet(world, (fleet) => fleet.orbit.area(world.sim.now)) * HOURS,
  }),
];

const standMeasures = (scenario: Scenario): Measure[] =>
  pickupsOf(scenario, 'stand').map((id) =>
    measure({
      id: `stand-use.${id}`,
      label: `Use of stands: ${titleOf(scenario.sites[id], id)}`,
      kind: 'share',
      headline: true,
      section,
      description:
        'Stand-hours in use as a share of all stand-hours, from the start to the end of the window.',
      read: (world) => world.site(id).standUse.share(world.sim.now),
    }),
  );

const runwayMeasures = (scenario: Scenario): Measure[] =>
  pickupsOf(scenario, 'stand')
    .filter((id) => scenario.sites[id]!.runway !== undefined)
    .map((id) =>
      measure({
        id: `runway-closed-hours.${id}`,
        label: `Runway closed: ${titleOf(scenario.sites[id], id)}`,
        kind: 'hours',
        unit: 'hours',
        better: 'less',
        headline: true,
        section,
        description: 'Hours the runway was closed, for whatever cause, up to the end of the window.',
        read: (world) => world.site(id).runway!.closedMinutes * HOURS,
      }),
    );

const havenMeasures = (scenario: Scenario): Measure[] =>
  Object.entries(scenario.sites)
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
    );

/** Where fleets lift people of a haven onward, how many have left it in all. */
const onwardMeasures = (scenario: Scenario): Measure[] =>
  [...new Set(Object.values(scenario.fleets).flatMap(({ pickup }) => pickup))]
    .filter((id) => scenario.sites[id]!.beds !== undefined)
    .map((id) =>
      measure({
        id: `moved-on.${id}`,
        label: `Moved on from ${titleOf(scenario.sites[id], id)}`,
        kind: 'count',
        section,
        description:
          'People who have left the haven for other places, by its rate or by fleets, by the end of the window.',
        read: (world) => world.site(id).haven!.movedOn,
      }),
    );

/** Use of parking where a site limits it. */
const parkingMeasures = (scenario: Scenario): Measure[] =>
  Object.entries(scenario.sites)
    .filter(([, { parking }]) => parking !== undefined)
    .map(([id, site]) =>
      measure({
        id: `parking-use.${id}`,
        label: `Use of parking: ${titleOf(site, id)}`,
        kind: 'share',
        section,
        description:
          'Hours of places of parking in use, those of craft on stands included, as a share of all, to the end of the window.',
        read: (world) => world.site(id).parkingUse!.share(world.sim.now),
      }),
    );

/** Use of pads where a site says how many it has. */
const padMeasures = (scenario: Scenario): Measure[] =>
  pickupsOf(scenario, 'pad')
    .filter((id) => isLimit(scenario.sites[id]!.pads))
    .map((id) =>
      measure({
        id: `pad-use.${id}`,
        label: `Use of pads: ${titleOf(scenario.sites[id], id)}`,
        kind: 'share',
        section,
        description: 'Pad-hours in use as a share of all pad-hours, from the start to the end of the window.',
        read: (world) => world.site(id).padUse.share(world.sim.now),
      }),
    );

const crowdMeasures = (scenario: Scenario): Measure[] => {
  const { crowd } = scenario;
  if (crowd === undefined) return [];
  const ground = scenario.sites[crowd.site]!.runway === undefined ? 'Site' : 'Runway';
  return [
    measure({
      id: 'crowd-peak',
      label: 'Peak crowd, in the whole run',
      kind: 'count',
      better: 'less',
      headline: true,
      at: 'end',
      section,
      description:
        'Largest number of people at the perimeter in the whole run, looked at every 15 minutes: the public and those outside the gates.',
      read: (world) => Math.round(world.crowd!.peak),
    }),
    measure({
      id: 'runway-overrun',
      label: `${ground} overrun, in the whole run`,
      kind: 'indicator',
      better: 'less',
      headline: true,
      at: 'end',
      section,
      description:
        'Whether the crowd outgrew the security on hand and overran the site, which closes its runway, in the whole run.',
      read: (world) => Number(world.crowd!.overruns > 0),
    }),
    measure({
      id: 'runway-never-reopened',
      label: `${ground} overrun and not reopened`,
      kind: 'indicator',
      better: 'less',
      at: 'end',
      section,
      description: 'Whether the site was still overrun when the run ended.',
      read: (world) => Number(world.crowd!.isOverrun),
    }),
  ];
};
