import type { Distribution, Scenario } from '../../src/scenario/index.ts';

/** A distribution whose every draw is `factor` times what it was. */
const times = (distribution: Distribution, factor: number): Distribution => {
  const d = distribution;
  switch (d.kind) {
    case 'fixed':
      return { ...d, value: d.value * factor };
    case 'uniform':
      return { ...d, min: d.min * factor, max: d.max * factor };
    case 'triangular':
      return { ...d, min: d.min * factor, mode: d.mode * factor, max: d.max * factor };
    case 'normal':
      return {
        ...d,
        mean: d.mean * factor,
        sd: d.sd * factor,
        ...(d.min === undefined ? {} : { min: d.min * factor }),
        ...(d.max === undefined ? {} : { max: d.max * factor }),
      };
    case 'discrete':
    case 'empirical':
      return { ...d, values: d.values.map((value) => value * factor) };
    default:
      return { ...d, mean: d.mean * factor };
  }
};

const each = <Entry>(
  section: { readonly [id: string]: Entry },
  change: (entry: Entry) => Entry,
): { [id: string]: Entry } =>
  Object.fromEntries(Object.entries(section).map(([id, entry]) => [id, change(entry)]));

/** The same operation with `factor` times the people and `factor` times every capacity. */
export const scaled = (scenario: Scenario, factor: number): Scenario => ({
  ...scenario,
  sites: each(scenario.sites, (site) => ({
    ...site,
    stands: times(site.stands, factor),
    pads: times(site.pads, factor),
    processingRoom: times(site.processingRoom, factor),
    waitingArea: times(site.waitingArea, factor),
    onward: times(site.onward, factor),
    ...(site.beds === undefined ? {} : { beds: times(site.beds, factor) }),
    ...(site.runway === undefined
      ? {}
      : { runway: { separation: times(site.runway.separation, 1 / factor) } }),
    ...(site.reception === undefined
      ? {}
      : { reception: { ...site.reception, desks: times(site.reception.desks, factor) } }),
  })),
  gates: each(scenario.gates, (gate) => ({ ...gate, lanes: times(gate.lanes, factor) })),
  desks: each(scenario.desks, (desk) => ({ ...desk, officers: times(desk.officers, factor) })),
  fleets: each(scenario.fleets, (fleet) => ({
    ...fleet,
    count: times(fleet.count, factor),
    interval: times(fleet.interval, 1 / factor),
  })),
  flights: each(scenario.flights, (flights) => ({ ...flights, perDay: times(flights.perDay, factor) })),
  populations: each(scenario.populations, (population) => ({
    ...population,
    people: times(population.people, factor),
  })),
  ...(scenario.embassy === undefined
    ? {}
    : {
        embassy: {
          ...scenario.embassy,
          staff: each(scenario.embassy.staff, (staff) => ({ ...staff, people: times(staff.people, factor) })),
          waves: { ...scenario.embassy.waves, size: times(scenario.embassy.waves.size, factor) },
        },
      }),
  ...(scenario.force === undefined
    ? {}
    : {
        force: {
          ...scenario.force,
          units: each(scenario.force.units, (unit) => ({
            ...unit,
            troops: times(unit.troops, factor),
            interval: times(unit.interval, 1 / factor),
          })),
        },
      }),
});
