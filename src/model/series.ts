import type { Scenario, Site } from '../scenario/index.ts';
import { CONSTRAINT, CONSTRAINT_LABEL, constraintsOf } from './constraint.ts';
import { carriedBy, carriersOf, embarkationsOf } from './measures/carriers.ts';
import { tailStatesOf } from './measures/craft.ts';
import { titleOf, UNLIMITED } from './measures/measure.ts';
import type { SeriesSpec } from './outcome.ts';
import { OUT_STATES, STATE, type State } from './states.ts';
import { TAIL, TAIL_LABEL } from './tail.ts';
import type { World } from './world.ts';

/** A series with the way to read its level off a world. */
export interface Series extends SeriesSpec {
  read(world: World): number;
}

/** All series of a scenario, in the order of charts. */
export const seriesOf = (scenario: Scenario): readonly Series[] => [
  ...evacueeSeries(scenario),
  ...tallySeries(scenario),
  ...loadSeries(scenario),
  ...stageSeries(scenario),
  ...troopSeries(scenario),
  ...staffSeries(scenario),
  ...airfieldSeries(scenario),
  ...craftSeries(scenario),
  ...crowdSeries(scenario),
  ...threatSeries(scenario),
  ...incidentSeries(scenario),
  ...constraintSeries(scenario),
];

const evacueeSeries = (scenario: Scenario): Series[] => {
  const populations = Object.entries(scenario.populations);
  if (populations.length === 0) return [];
  const total = (world: World, counts: Int32Array): number => {
    let people = 0;
    for (const each of world.populations.values()) people += counts[each.group.index]!;
    return people;
  };
  const unit = 'people';
  return [
    { id: 'out', label: 'All evacuees', unit, topic: 'out', read: (world) => total(world, world.roster.out) },
    ...populations.map(
      ([id, plan]): Series => ({
        id: `out.${id}`,
        label: titleOf(plan, id),
        unit,
        topic: 'out',
        read: (world) => world.roster.out[world.populations.get(id)!.group.index]!,
      }),
    ),
    {
      id: 'safe',
      label: 'All evacuees',
      unit,
      topic: 'safe',
      read: (world) => total(world, world.roster.safe),
    },
  ];
};

const tallySeries = (scenario: Scenario): Series[] =>
  Object.entries(scenario.tallies).flatMap(([id, plan]): Series[] => [
    {
      id: `tally.${id}`,
      label: titleOf(plan, id),
      unit: 'people',
      topic: 'tally',
      read: (world) => world.tallies.get(id)!.people,
    },
    {
      id: `tally-loads.${id}`,
      label: `Loads: ${titleOf(plan, id)}`,
      unit: 'loads',
      topic: 'loads',
      read: (world) => world.tallies.get(id)!.loads,
    },
  ]);

/** Who carries people to havens, and from where, where that can differ. */
const loadSeries = (scenario: Scenario): Series[] => [
  ...carriersOf(scenario).flatMap((nation): Series[] => [
    {
      id: `loads-by.${nation}`,
      label: `Loads by ${nation} craft`,
      unit: 'loads',
      topic: 'loads',
      read: (world) => carriedBy(world, nation, 'loads'),
    },
    {
      id: `people-by.${nation}`,
      label: `People out by ${nation} craft`,
      unit: 'people',
      topic: 'loads',
      read: (world) => carriedBy(world, nation, 'people'),
    },
  ]),
  ...embarkationsOf(scenario).map(
    (id): Series => ({
      id: `loads-from.${id}`,
      label: `Loads from ${titleOf(scenario.sites[id], id)}`,
      unit: 'loads',
      topic: 'loads',
      read: (world) => world.site(id).flown.loads,
    }),
  ),
];

/** What a person who waits is waiting for, stage by stage; staff of the embassy included. */
const STAGES: readonly { readonly id: string; readonly label: string; readonly states: readonly State[] }[] =
  [
    { id: 'road', label: 'On the road', states: ['to-embassy', 'travelling'] },
    { id: 'consular', label: 'At the embassy for papers', states: ['consular-queue'] },
    { id: 'terminal', label: 'At the terminal', states: ['terminal'] },
    { id: 'gate', label: 'Outside the gates', states: ['outside-gate'] },
    { id: 'processing', label: 'Search and papers', states: ['search', 'processing'] },
    {
      id: 'lift',
      label: 'At the embassy for a lift',
      states: ['called-forward', 'shuttle'],
    },
    { id: 'boarding', label: 'Ready to board or boarding', states: ['waiting-area', 'boarding'] },
  ];

const stageSeries = (scenario: Scenario): Series[] =>
  STAGES.filter(({ id }) => isUsed(scenario, id)).map(({ id, label, states }) => {
    const indices = states.map((state) => STATE[state]);
    return {
      id: `stage.${id}`,
      label,
      unit: 'people',
      topic: 'stage',
      read: ({ roster }) => indices.reduce((people, state) => people + roster.count(state), 0),
    };
  });

const isUsed = (scenario: Scenario, stage: string): boolean => {
  if (stage === 'consular' || stage === 'lift') return scenario.embassy !== undefined;
  if (stage === 'terminal') return Object.keys(scenario.flights).length > 0;
  return Object.keys(scenario.populations).length > 0;
};

const troopSeries = (scenario: Scenario): Series[] => {
  if (scenario.force === undefined) return [];
  const nations = [...new Set(Object.values(scenario.force.units).map((unit) => unit.nation))];
  const unit = 'troops';
  const all: Series = {
    id: 'troops',
    label: 'All troops',
    unit,
    topic: 'troops',
    read: (world) => world.force.onGround(),
  };
  const withdrawn: Series[] = Object.values(scenario.force.units).some((unit) => unit.withdraw !== undefined)
    ? [
        {
          id: 'troops-withdrawn',
          label: 'Troops withdrawn',
          unit,
          topic: 'withdrawal',
          read: (world) =>
            world.force.units.reduce((troops, each) => troops + each.outbound + each.withdrawn, 0),
        },
      ]
    : [];
  if (nations.length === 1) return [{ ...all, label: `${nations[0]} troops` }, ...withdrawn];
  const each = nations.map(
    (nation): Series => ({
      id: `troops.${nation}`,
      label: `${nation} troops`,
      unit,
      topic: 'troops',
      read: (world) => world.force.onGround(nation),
    }),
  );
  return [all, ...each, ...withdrawn];
};

/** Where the embassy's staff are, from the compound outwards. */
const STAFF_PLACES: readonly {
  readonly id: string;
  readonly label: string;
  readonly states: readonly State[];
  /** how those on craft that still stand at the compound count, who are `boarding` there and not at the airfield */
  readonly aboard?: 1 | -1;
}[] = [
  { id: 'compound', label: 'In the compound', states: ['at-post', 'called-forward'], aboard: 1 },
  { id: 'moving', label: 'On the way to the airfield', states: ['shuttle'] },
  { id: 'at-airfield', label: 'At work at the airfield', states: ['at-airfield'] },
  {
    id: 'waiting',
    label: 'At the airfield, waiting for a flight',
    states: ['waiting-area', 'boarding'],
    aboard: -1,
  },
  { id: 'out', label: 'Out', states: OUT_STATES },
  { id: 'home', label: 'Sent home', states: ['sent-home'] },
];

const staffSeries = (scenario: Scenario): Series[] => {
  if (scenario.embassy === undefined) return [];
  const places = STAFF_PLACES.map(({ id, label, states, aboard = 0 }): Series => {
    const indices = states.map((state) => STATE[state]);
    return {
      id: `staff.${id}`,
      label,
      unit: 'staff',
      topic: 'staff',
      read: ({ roster, embassy }) => {
        let people = aboard * embassy!.aboard;
        for (const { group } of embassy!.staff) {
          for (const state of indices) people += roster.count(state, group.index);
        }
        return people;
      },
    };
  });
  const { desk } = scenario.embassy;
  const unit = 'officers';
  return [
    ...places,
    {
      id: 'consular.embassy',
      label: 'Officers serving at the embassy',
      unit,
      topic: 'consular',
      read: (world) => world.embassy!.officers.working,
    },
    {
      id: 'consular.airfield',
      label: 'Officers at the airfield desk',
      unit,
      topic: 'consular',
      read: (world) => world.desks.get(desk)?.working ?? 0,
    },
  ];
};

const airfieldSeries = (scenario: Scenario): Series[] => {
  const pickups = [...new Set(Object.values(scenario.fleets).flatMap((fleet) => fleet.pickup))];
  const sites = Object.entries(scenario.sites);
  const spots = (['stands', 'pads'] as const).flatMap((kind) =>
    sites
      .filter(([id, site]) => pickups.includes(id) && limitOf(site, kind) < UNLIMITED)
      .map(
        ([id, site]): Series => ({
          id: `${kind}-in-use.${id}`,
          label: `${kind === 'stands' ? 'Stands' : 'Pads'} in use: ${titleOf(site, id)}`,
          unit: kind,
          topic: 'airfield',
          limit: limitOf(site, kind),
          read: (world) => world.site(id)[kind].inUse,
        }),
      ),
  );
  const runways = sites
    .filter(([id, site]) => pickups.includes(id) && site.runway !== undefined)
    .map(
      ([id, site]): Series => ({
        id: `runway-open.${id}`,
        label: `Runway open: ${titleOf(site, id)}`,
        unit: 'share of runs',
        topic: 'airfield',
        limit: 1,
        read: (world) => Number(world.site(id).runway!.isOpen),
      }),
    );
  const havens = sites
    .filter(([, site]) => site.beds !== undefined)
    .map(
      ([id, site]): Series => ({
        id: `haven.${id}`,
        label: titleOf(site, id),
        unit: 'people',
        topic: 'haven',
        read: (world) => world.site(id).haven!.occupied,
      }),
    );
  const beds = sites
    .filter(([, site]) => site.beds !== undefined)
    .map(
      ([id, site]): Series => ({
        id: `beds.${id}`,
        label: `Beds: ${titleOf(site, id)}`,
        unit: 'people',
        topic: 'beds',
        read: (world) => world.site(id).haven!.beds,
      }),
    );
  return [...spots, ...parkingSeries(scenario), ...runways, ...havens, ...beds];
};

const parkingSeries = (scenario: Scenario): Series[] =>
  Object.entries(scenario.sites)
    .filter(([, site]) => site.parking !== undefined)
    .map(([id, site]) => ({
      id: `parking-in-use.${id}`,
      label: `Parking in use: ${titleOf(site, id)}`,
      unit: 'places',
      topic: 'parking',
      read: (world) => world.site(id).parking!.inUse,
    }));

/** Stands or pads of a site where their number is told; endless where it is not, or is drawn. */
const limitOf = (site: Site, kind: 'stands' | 'pads'): number =>
  site[kind].kind === 'fixed' ? site[kind].value : Number.POSITIVE_INFINITY;

/** What the craft of all fleets are doing, but for those that nobody waits for: they hold nobody up. */
const craftSeries = (scenario: Scenario): Series[] =>
  tailStatesOf(scenario)
    .filter((state) => state !== 'not-wanted')
    .map((state) => {
      const index = TAIL[state];
      return {
        id: `craft.${state}`,
        label: TAIL_LABEL[state],
        unit: 'craft',
        topic: 'craft',
        read: (world) => {
          let craft = 0;
          for (const fleet of world.fleets.values()) craft += fleet.count(index);
          return craft;
        },
      };
    });

const crowdSeries = (scenario: Scenario): Series[] => {
  if (scenario.crowd === undefined) return [];
  const unit = 'people';
  return [
    {
      id: 'crowd',
      label: 'Crowd at the perimeter',
      unit,
      topic: 'crowd',
      read: (world) => world.crowd!.pressure,
    },
    {
      id: 'crowd-held',
      label: 'Crowd that the security on hand can hold',
      unit,
      topic: 'crowd',
      read: (world) => world.crowd!.held(world.force),
    },
  ];
};

const threatSeries = (scenario: Scenario): Series[] =>
  Object.entries(scenario.threat?.places ?? {})
    .filter(([, place]) => place.capital)
    .map(([id, place]) => ({
      id: `fallen.${id}`,
      label: `${titleOf(place, id)} has fallen`,
      unit: 'share of runs',
      topic: 'threat',
      limit: 1,
      read: (world) => Number(world.threat!.hasFallen(id)),
    }));

const incidentSeries = (scenario: Scenario): Series[] =>
  Object.entries(scenario.incidents).map(([id, plan]) => ({
    id: `incident.${id}`,
    label: `Going on: ${titleOf(plan, id)}`,
    unit: 'share of runs',
    topic: 'incident',
    limit: 1,
    read: (world) => Number(world.incidents.get(id)!.isGoingOn),
  }));

/** Which constraint binds: 1 at the instants when most of those who wait are charged to it. */
const constraintSeries = (scenario: Scenario): Series[] =>
  constraintsOf(scenario).map((name) => {
    const index = CONSTRAINT[name];
    return {
      id: `binding.${name}`,
      label: CONSTRAINT_LABEL[name],
      unit: 'share of runs',
      topic: 'constraint',
      limit: 1,
      read: (world) => Number(world.charges.look().binding === index),
    };
  });
