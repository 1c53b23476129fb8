import { needsStep, type Step } from '../processing.ts';
import type { SiteState } from '../site.ts';
import { STATE } from '../states.ts';
import type { Station } from '../station.ts';
import type { World } from '../world.ts';
import { mostFor } from './fit.ts';
import { ordered } from './ordered.ts';

/** Evacuees who had set out in time to be carried, by the way they have to go. */
export interface Came {
  readonly people: number;
  /** of those, people who hold tickets for commercial flights */
  readonly ticketed: number;
  /** by site: parties that came to it by road without a ticket, who must pass its gates and desks */
  readonly bySite: ReadonlyMap<SiteState, readonly number[]>;
  /** people of those parties, and the largest party */
  readonly onFoot: number;
  readonly largest: number;
}

/** Who came: everyone who set out or was there, but those whom the road has turned back or still has. */
export const whoCame = (world: World): Came => {
  const { roster } = world;
  const bySite = new Map<SiteState, number[]>();
  let [people, ticketed, onFoot, largest] = [0, 0, 0, 0];
  for (const population of world.populations.values()) {
    const { site } = population;
    const parties: number[] = bySite.get(site) ?? [];
    bySite.set(site, parties);
    const { first, parties: count } = population.group;
    for (let party = first; party < first + count; party++) {
      if (!hasCome(world, party)) continue;
      const size = roster.size[party]!;
      people += size;
      largest = Math.max(largest, size);
      if (world.partyLuck.isAmong(population.present, party, 'present')) continue;
      const holds = world.flights.size > 0;
      if (holds && world.partyLuck.isAmong(population.ticketed, party, 'ticket')) {
        ticketed += size;
        continue;
      }
      parties.push(party);
      onFoot += size;
    }
  }
  return { people, ticketed, bySite, onFoot, largest };
};

const hasCome = (world: World, party: number): boolean => {
  const { roster, partyLuck, embassy } = world;
  const state = roster.state[party]!;
  if (partyLuck.triesOf(party) > 0) return true;
  if (state === STATE['at-home']) return false;
  if (state === STATE.travelling) return embassy !== undefined;
  return state !== STATE['turned-back'] || mayComeSooner(world, party);
};

/** Whether a party might have been on the road at another time, before it closed: had it been served sooner at the embassy, or those before it. */
const mayComeSooner = (
  { roster, partyLuck, embassy, roads, populationsByGroup }: World,
  party: number,
): boolean => {
  if (embassy === undefined) return false;
  const population = populationsByGroup[roster.group[party]!]!;
  if (partyLuck.isAmong(population.consular, party, 'needs-consular')) return true;
  const road = roads.get(embassy.plan.road)!;
  return road.isNarrow && population.roadOf(party) === road;
};

/** A stage that people pass one by one: its stations, and the parties that must be served by one of them. */
interface Passage {
  readonly stations: readonly Station[];
  readonly parties: readonly number[];
}

/** Most people out as far as the gates go; infinite where nobody must pass one. */
export const gateBound = (world: World, came: Came): number => {
  const passages = [...came.bySite]
    .filter(([site]) => site.gates.length > 0)
    .map(([site, parties]) => ({ stations: site.gates, parties }));
  return passages.length === 0 ? Infinity : bound(world, came, passages);
};

/** Most people out as far as the desks go, for the step that lets fewest through. */
export const processingBound = (world: World, came: Came): number => {
  const steps = Math.max(0, ...[...came.bySite].map(([site]) => site.processing.steps.length));
  let least = Infinity;
  for (let k = 0; k < steps; k++) {
    const passages = [...came.bySite].flatMap(([site, parties]) => {
      const step: Step | undefined = site.processing.steps[k];
      if (step === undefined) return [];
      return [{ stations: step.desks, parties: parties.filter((party) => mustPass(world, step, party)) }];
    });
    least = Math.min(least, bound(world, came, passages));
  }
  return least;
};

/** Whether a party needs a step at every try. */
const mustPass = (world: World, step: Step, party: number): boolean =>
  needsStep(world, step, party) &&
  (step.share === 1 || world.populationsByGroup[world.roster.group[party]!]!.retries === undefined);

/** Those who need not pass, and of the others the best fit into the time that the stations worked. */
const bound = (world: World, came: Came, passages: readonly Passage[]): number => {
  const { roster } = world;
  const takesAll = ordered(world).some((action) => action.do === 'setAdmits');
  let passed = came.people;
  for (const { stations, parties } of passages) {
    const takers = roster.groups.map(({ index }) =>
      takesAll ? stations : stations.filter((station) => station.takes(index)),
    );
    const worth = new Float64Array(parties.length);
    const cost = new Float64Array(parties.length);
    let all = 0;
    for (const [k, party] of parties.entries()) {
      worth[k] = roster.size[party]!;
      cost[k] = quickest(takers[roster.group[party]!]!, party);
      all += worth[k]!;
    }
    const minutes = stations.reduce((sum, station) => sum + station.workedSinceFirst, 0);
    const overrun = stations.reduce((sum, station) => sum + station.overruns, 0) * came.largest;
    passed -= Math.max(0, all - mostFor({ worth, cost }, minutes) - overrun);
  }
  return passed;
};

/** Least minutes of service for a party, among the stations that may have taken it; more than any run where none did. */
const quickest = (takers: readonly Station[], party: number): number => {
  let least = NEVER;
  for (const station of takers) least = Math.min(least, station.leastTime(party));
  return least;
};

/** Longer than any run: a party that no station takes. */
const NEVER = 1e12;
