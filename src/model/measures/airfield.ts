import type { Scenario } from '../../scenario/index.ts';
import type { World } from '../world.ts';
import { HOURS, type Measure, measure, titleOf } from './measure.ts';

/** Measures of section airfield. */
export const airfieldMeasures = (scenario: Scenario): Measure[] => {
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
