import type { Scenario } from '../../scenario/index.ts';
import { HOURS, type Measure, measure, titleOf } from './measure.ts';

const section = 'Incidents';

/** Measures of section incidents, and of the search lanes that they may cost. */
export const incidentMeasures = (scenario: Scenario): Measure[] => {
  const incidents = Object.entries(scenario.incidents);
  if (incidents.length === 0) return [];
  return [
    ...incidents.flatMap(([id, plan]) => [
      measure({
        id: `incidents.${id}`,
        label: `Times it happened: ${titleOf(plan, id)}`,
        kind: 'count',
        unit: 'times',
        better: 'less',
        section,
        description: `How often ${titleOf(plan, id)} began by the end of the window.`,
        read: (world) => world.incidents.get(id)!.count,
      }),
      measure({
        id: `incident-hours.${id}`,
        label: `Hours under it: ${titleOf(plan, id)}`,
        kind: 'hours',
        unit: 'h',
        better: 'less',
        section,
        description: `Hours up to the end of the window during which ${titleOf(plan, id)} was going on.`,
        read: (world) => world.incidents.get(id)!.minutes * HOURS,
      }),
    ]),
    ...Object.entries(scenario.gates).map(([id, plan]) =>
      measure({
        id: `lane-hours.${id}`,
        label: `Lane-hours at work: ${titleOf(plan, id)}`,
        kind: 'hours',
        unit: 'lane-hours',
        better: 'more',
        section,
        description: `Lane-hours up to the end of the window during which search lanes of ${titleOf(plan, id)} were ready to call people.`,
        read: (world) => world.gates.get(id)!.workedMinutes * HOURS,
      }),
    ),
  ];
};
