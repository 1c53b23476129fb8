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

/** What actions and conditions count in people, craft, lanes, officers or troops. */
const COUNTED: ReadonlySet<string> = new Set([
  'lanes',
  'rate',
  'stands',
  'places',
  'points',
  'people',
  'beds',
  'troops',
  'count',
  'sorties',
  'officers',
]);
/** Levels that are shares, of which a larger operation has no more. */
const SHARES: ReadonlySet<unknown> = new Set(['beds-used']);

/** An action or condition, and those within it, with every number of it that counts times `factor`. */
const grown = <Part>(part: Part, factor: number): Part => {
  if (Array.isArray(part)) return part.map((each) => grown(each, factor)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const isLevel = 'watch' in part && !SHARES.has(part.watch);
  const grow = (key: string, value: unknown): unknown => {
    const isCounted = COUNTED.has(key) || (isLevel && (key === 'above' || key === 'below'));
    if (!isCounted || typeof value !== 'number') return grown(value, factor);
    return value === 0 ? 0 : Math.max(1, Math.round(value * factor));
  };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, grow(key, value)])) as Part;
};

/** The same operation with `factor` times the people and `factor` times every capacity. */
export const scaled = (scenario: Scenario, factor: number): Scenario => ({
  ...scenario,
  timeline: grown(scenario.timeline, factor),
  policies: grown(scenario.policies, factor),
  ...(scenario.threat === undefined ? {} : { threat: grown(scenario.threat, factor) }),
  incidents: grown(scenario.incidents, factor),
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
          tasks: each(scenario.force.tasks, (task) => ({
            ...task,
            ...(task.troops === undefined ? {} : { troops: times(task.troops, factor) }),
          })),
        },
      }),
});
