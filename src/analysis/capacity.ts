import { mean } from '../kernel/index.ts';
import type { Distribution, Fleet, Scenario } from '../scenario/index.ts';
import { type Cycle, cycleOf } from './cycle.ts';
import { formatNumber } from './format.ts';
import { shareWithin, siteHours, workingOf } from './working.ts';

/** Stages of the way from home to a haven, in the order of the flow. */
export type CapacityStage =
  | 'road'
  | 'gate'
  | 'processing'
  | 'waiting-area'
  | 'flights'
  | 'fleet'
  | 'stand'
  | 'runway'
  | 'haven';

/** How many people one part of a stage lets through. */
export interface Capacity {
  readonly stage: CapacityStage;
  /** key of the road, gate, desk, fleet, site or haven */
  readonly id: string;
  /** people an hour, on average over the window; infinite where nothing limits it */
  readonly peoplePerHour: number;
  /** how it is worked out, with its numbers */
  readonly how: string;
}

/** One stage: its parts, and what they let through together. */
export interface Stage {
  readonly stage: CapacityStage;
  /** of several steps of processing, which; 1 otherwise */
  readonly step: number;
  readonly peoplePerHour: number;
  readonly parts: readonly Capacity[];
}

/** The way of people through one site where they board. */
export interface Way {
  /** key of the site */
  readonly site: string;
  /** people who want to leave from it, on average */
  readonly people: number;
  readonly stages: readonly Stage[];
  /** the stage that lets the fewest through; absent where nothing is known to limit the flow */
  readonly least?: Stage;
}

/** Stands, pads and rooms of so many or more are the defaults that stand for no limit. */
const NO_LIMIT = { stands: 1000, people: 1_000_000 };

/**
 * What each stage lets through an hour, worked out from means over the window, with the hours of the day and the dates that
 * the scenario states: each as if all others had no limit, all its troops were there, nothing were closed by order or
 * incident, and no craft in repair, waiting for a fuel point or its crew at rest. Sources: the planning formulas of AFPAM 10-1403 for fleets (seats / cycle) and stands
 * (working MOG); servers / time of service for gates and desks.
 *
 * @param scenario as parsed and checked
 * @returns one way for each site, no haven, where craft pick people up or flights leave
 */
export const waysOf = (scenario: Scenario): readonly Way[] =>
  Object.keys(scenario.sites)
    .filter((site) => scenario.sites[site]!.beds === undefined)
    .filter((site) => fleetsAt(scenario, site).length > 0 || flightsAt(scenario, site).length > 0)
    .map((site) => wayOf(scenario, site));

const wayOf = (scenario: Scenario, site: string): Way => {
  const stages = [
    ...roadStage(scenario, site),
    ...stageOf('gate', gatesAt(scenario, site)),
    ...processingStages(scenario, site),
    ...areaStage(scenario, site),
    ...stageOf('flights', flightsAt(scenario, site)),
    ...stageOf('fleet', fleetsAt(scenario, site)),
    ...groundStages(scenario, site),
    ...havenStage(scenario, site),
  ];
  const people = populationsOf(scenario, site).reduce((sum, [, each]) => sum + mean(each.people), 0);
  const limits = stages.filter(
    ({ stage, peoplePerHour, parts }) =>
      stage !== 'flights' &&
      peoplePerHour < Infinity &&
      !(stage === 'haven' && hasBedsFor(scenario, parts, people)),
  );
  const least = limits.toSorted((a, b) => a.peoplePerHour - b.peoplePerHour)[0];
  return { site, people, stages, ...(least === undefined ? {} : { least }) };
};

/** Beds are a stock: where there is one for everyone who wants to leave, they hold nobody up at any hour. */
const hasBedsFor = (scenario: Scenario, havens: readonly Capacity[], people: number): boolean =>
  people > 0 && havens.reduce((beds, { id }) => beds + mean(scenario.sites[id]!.beds!), 0) >= people;

const populationsOf = ({ populations }: Scenario, site: string) =>
  Object.entries(populations).filter(([, each]) => each.site === site);

/** People of one party, on average over the parties of those who are served. */
const partySize = (scenario: Scenario, site: string, served: readonly string[] | undefined): number => {
  const all = populationsOf(scenario, site).filter(([id]) => served?.includes(id) ?? true);
  const people = all.reduce((sum, [, each]) => sum + mean(each.people), 0);
  const parties = all.reduce((sum, [, each]) => sum + mean(each.people) / mean(each.partySize), 0);
  return parties > 0 ? people / parties : 1;
};

const stageOf = (stage: CapacityStage, parts: readonly Capacity[], step = 1): Stage[] => {
  if (parts.length === 0) return [];
  const peoplePerHour = parts.reduce((sum, part) => sum + part.peoplePerHour, 0);
  return [{ stage, step, peoplePerHour, parts }];
};

/** A number for a sentence: whole where it is. */
const short = (value: number): string =>
  value >= 1000 ? formatNumber(value, 0) : String(Number(value.toPrecision(4)));

/** Behind how a rate is worked out: the hours of the day that are left of it. */
const during = (share: number): string => (share < 1 ? `, ${Math.round(100 * share)} % of the time` : '');

const minutes = (value: number): string => `${short(value)} min`;

/** Servers that serve parties, as people an hour. */
const served = (servers: number, time: number, size: number): number =>
  servers <= 0 ? 0 : time > 0 ? (servers * 60 * size) / time : Infinity;

const roadStage = (scenario: Scenario, site: string): Stage[] => {
  const used = new Set(populationsOf(scenario, site).flatMap(([, each]) => Object.keys(each.lives)));
  const roads = [...used].map((id): Capacity => {
    const { capacity, travel } = scenario.roads[id]!;
    const most = capacity === undefined ? Infinity : mean(capacity);
    return { stage: 'road', id, peoplePerHour: most, how: `${minutes(mean(travel))} door to gate` };
  });
  return stageOf('road', roads);
};

const gatesAt = (scenario: Scenario, site: string): Capacity[] =>
  Object.entries(scenario.gates)
    .filter(([, gate]) => gate.site === site)
    .map(([id, gate]) => {
      const size = partySize(scenario, site, gate.admits);
      const [lanes, search] = [mean(gate.lanes), mean(gate.search)];
      const metered = gate.meter === undefined ? Infinity : mean(gate.meter);
      const share = shareWithin(scenario, [gate.hours]);
      const peoplePerHour = share * Math.min(metered, served(lanes, search, size));
      const how = `${short(lanes)} ${lanes === 1 ? 'lane' : 'lanes'} × ${short(size)} people / ${minutes(search)}${during(share)}`;
      return {
        stage: 'gate',
        id,
        peoplePerHour,
        how: metered < Infinity ? `${how}, at most ${short(metered)}` : how,
      };
    });

const processingStages = (scenario: Scenario, site: string): Stage[] => {
  const desks = Object.entries(scenario.desks).filter(([, desk]) => desk.site === site);
  const steps = [...new Set(desks.map(([, desk]) => desk.step))].sort((a, b) => a - b);
  return steps.flatMap((step) =>
    stageOf(
      'processing',
      desks.filter(([, desk]) => desk.step === step).map(([id]) => deskCapacity(scenario, site, id)),
      step,
    ),
  );
};

/** Parties with partial papers take longer; those who need no such step pass it at once. */
const deskCapacity = (scenario: Scenario, site: string, id: string): Capacity => {
  const desk = scenario.desks[id]!;
  const serves = populationsOf(scenario, site).filter(([each]) => desk.serves?.includes(each) ?? true);
  const weight = serves.reduce((sum, [, each]) => sum + mean(each.people) / mean(each.partySize), 0);
  const share = (of: (each: Scenario['populations'][string]) => Distribution): number =>
    weight === 0
      ? 0
      : serves.reduce(
          (sum, [, each]) => sum + (mean(of(each)) * mean(each.people)) / mean(each.partySize),
          0,
        ) / weight;
  const slow = 1 + share((each) => each.partialPapers) * (mean(desk.partialPapers) - 1);
  const need = mean(desk.share) * (desk.needs === 'medical' ? share((each) => each.medical) : 1);
  const size = partySize(scenario, site, desk.serves);
  const [officers, time] = [mean(desk.officers), mean(desk.time) * slow];
  const open = shareWithin(scenario, [desk.hours]);
  const peoplePerHour = need > 0 ? (open * served(officers, time, size)) / need : Infinity;
  const some = need < 1 ? `, needed by ${short(100 * need)} %` : '';
  return {
    stage: 'processing',
    id,
    peoplePerHour,
    how: `${short(officers)} ${officers === 1 ? 'officer' : 'officers'} × ${short(size)} people / ${minutes(time)}${some}${during(open)}`,
  };
};

/** Craft fill from the waiting area when they open their doors and again before they leave: twice its people a load at most. */
const areaStage = (scenario: Scenario, site: string): Stage[] => {
  const room = mean(scenario.sites[site]!.waitingArea);
  if (room >= NO_LIMIT.people) return [];
  const loads = cyclesAt(scenario, site).reduce(
    (sum, { cycle, count }) => sum + (60 * count) / cycle.minutes,
    0,
  );
  const isTimed = cyclesAt(scenario, site).every(({ fleet }) => fleet.load === 'timed');
  const peoplePerHour = isTimed && loads > 0 ? 2 * room * loads : Infinity;
  const how = `room for ${short(room)} people, filled at most twice for each of ${short(loads)} loads/h`;
  return stageOf('waiting-area', [{ stage: 'waiting-area', id: site, peoplePerHour, how }]);
};

const flightsAt = ({ flights }: Scenario, site: string): Capacity[] =>
  Object.entries(flights)
    .filter(([, each]) => each.site === site)
    .map(([id, { perDay, seats }]) => ({
      stage: 'flights',
      id,
      peoplePerHour: (mean(perDay) * mean(seats)) / 24,
      how: `${short(mean(perDay))} flights a day × ${short(mean(seats))} seats, for ticket holders`,
    }));

/** A fleet that picks up at a site, with its cycle. */
interface Serving {
  readonly id: string;
  readonly fleet: Fleet;
  readonly count: number;
  readonly seats: number;
  readonly cycle: Cycle;
  readonly peoplePerHour: number;
  /** what dates, hours and limits leave of it, in words */
  readonly why: readonly string[];
}

const cyclesAt = (scenario: Scenario, site: string): Serving[] =>
  Object.entries(scenario.fleets).flatMap(([id, fleet]) => {
    const cycle = fleet.pickup.includes(site) ? cycleOf(scenario, fleet, site) : undefined;
    if (cycle === undefined || cycle.minutes <= 0) return [];
    const [count, seats] = [mean(fleet.count), cycle.filled * mean(scenario.craft[fleet.craft]!.seats)];
    const { share, sorties, why } = workingOf(scenario, fleet, site, cycle.minutes);
    const peoplePerHour = Math.min(
      (60 * share * count * seats) / cycle.minutes,
      (60 * sorties * seats) / scenario.window,
    );
    return [{ id, fleet, count, seats, cycle, peoplePerHour, why }];
  });

const fleetsAt = (scenario: Scenario, site: string): Capacity[] =>
  cyclesAt(scenario, site).map(({ id, count, seats, cycle, peoplePerHour, why }) => ({
    stage: 'fleet',
    id,
    peoplePerHour,
    how: [
      `${short(count)} craft × ${short(seats)} seats / cycle ${short(cycle.minutes / 60)} h`,
      ...why,
    ].join(', '),
  }));

/** Stands, pads and runway: what they let through when loads are shared among fleets as their cycles would have it. */
const groundStages = (scenario: Scenario, id: string): Stage[] => {
  const site = scenario.sites[id]!;
  const all = cyclesAt(scenario, id);
  const share = shareWithin(scenario, siteHours(site));
  const usesPad = ({ fleet }: Serving): boolean => scenario.craft[fleet.craft]!.lands === 'pad';
  const limit = (kind: 'stands' | 'pads', serving: readonly Serving[]): Capacity[] => {
    const units = mean(site[kind]);
    const { seats, occupied, loads } = loadOf(serving);
    if (units >= NO_LIMIT.stands || loads === 0 || occupied === 0) return [];
    const how = `${short(units)} ${units === 1 ? kind.slice(0, -1) : kind} × ${short(seats)} seats / ${minutes(occupied)} on the ground${during(share)}`;
    const peoplePerHour = (60 * share * units * seats) / occupied;
    return [{ stage: 'stand', id: `${id} ${kind}`, peoplePerHour, how }];
  };
  const [onStands, onPads] = [all.filter((each) => !usesPad(each)), all.filter(usesPad)];
  const runway: Capacity[] = [];
  const separation = site.runway === undefined ? 0 : mean(site.runway.separation);
  const { seats, loads } = loadOf(onStands);
  if (separation > 0 && loads > 0) {
    const how = `one movement in ${minutes(separation)}, two a load of ${short(seats)} seats${during(share)}`;
    runway.push({ stage: 'runway', id, peoplePerHour: (30 * share * seats) / separation, how });
  }
  const free = (serving: readonly Serving[], parts: readonly Capacity[]): boolean =>
    serving.length > 0 && parts.length === 0;
  const [stands, pads] = [limit('stands', onStands), limit('pads', onPads)];
  const isFree = free(onStands, stands) || free(onPads, pads);
  return [
    ...(isFree ? [] : stageOf('stand', [...stands, ...pads])),
    ...(onPads.length > 0 ? [] : stageOf('runway', runway)),
  ];
};

/** A load on average over fleets, weighted by how often they would come: seats, minutes on the ground, loads an hour. */
const loadOf = (
  serving: readonly Serving[],
): { readonly seats: number; readonly occupied: number; readonly loads: number } => {
  let [seats, occupied, loads] = [0, 0, 0];
  for (const each of serving) {
    const rate = (60 * each.count) / each.cycle.minutes;
    loads += rate;
    seats += rate * each.seats;
    occupied += rate * each.cycle.onStand;
  }
  return loads === 0
    ? { seats: 0, occupied: 0, loads }
    : { seats: seats / loads, occupied: occupied / loads, loads };
};

/** Havens that its fleets deliver to: their beds spread over the window, and those who move on. */
const havenStage = (scenario: Scenario, site: string): Stage[] => {
  const fleets = cyclesAt(scenario, site).map(({ fleet }) => fleet.delivers ?? [fleet.base]);
  if (fleets.some((delivers) => delivers.some((each) => scenario.sites[each]!.beds === undefined))) return [];
  const hours = scenario.window / 60;
  const havens = [...new Set(fleets.flat())].map((id): Capacity => {
    const { beds, onward } = scenario.sites[id]!;
    const away = mean(onward) + cyclesAt(scenario, id).reduce((sum, each) => sum + each.peoplePerHour, 0);
    const how = `${short(mean(beds!))} beds over ${short(hours)} h + ${short(away)} people/h onward`;
    return { stage: 'haven', id, peoplePerHour: mean(beds!) / hours + away, how };
  });
  return stageOf('haven', havens);
};
