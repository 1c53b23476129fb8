import { type Process, Signal, Simulation } from '../kernel/index.ts';
import { type Instant, minutesAfterStart, type Scenario } from '../scenario/index.ts';
import { Charges } from './charges.ts';
import { Closings } from './closings.ts';
import type { Crowd } from './crowd.ts';
import type { Departure } from './departure.ts';
import type { Embassy } from './embassy.ts';
import type { FleetState } from './fleet.ts';
import type { FlightState } from './flights.ts';
import { Force } from './force.ts';
import type { Incident } from './incident.ts';
import { Luck } from './luck.ts';
import { type Milestones, noMilestones } from './milestones.ts';
import type { LoggedAction } from './outcome.ts';
import { PartyLuck } from './party-luck.ts';
import type { PopulationState } from './population.ts';
import type { Recorder } from './record.ts';
import type { RoadState } from './road.ts';
import { callRoll } from './roll.ts';
import type { Roster } from './roster.ts';
import { SiteState } from './site.ts';
import type { Station } from './station.ts';
import type { Tally } from './tally.ts';
import type { Threat } from './threat.ts';

/** A route with its name. */
export type Route = readonly [id: string, plan: Scenario['routes'][string]];

/** Everything that exists in one run. Processes change it; measures read it. */
export class World {
  readonly scenario: Scenario;
  readonly sim: Simulation;
  readonly luck: Luck;
  readonly roster: Roster;
  readonly partyLuck: PartyLuck;
  /** by row: its party's ordinal in its group, by which it is known whatever else changes */
  readonly ordinals: Uint32Array;
  /** whether the party holds tickets for commercial flights that still help it */
  readonly ticketed: Uint8Array;
  /** parties of populations that try again whom the embassy has sent on: they need not go there twice */
  readonly seenOfficer: Set<number> = new Set();
  /** people who set out again, each time counted */
  triedAgain = 0;
  /** a party sets out once more, with fresh luck; set when the world is built */
  setOutAgain: (party: number) => void = () => {};
  /** one flag per group of the roster: all of them */
  readonly everyone: Uint8Array;
  readonly sites: ReadonlyMap<string, SiteState>;
  /** the route between two sites, by index of the one times number of sites plus index of the other */
  readonly routes: readonly (Route | undefined)[];
  readonly roads: Map<string, RoadState> = new Map();
  readonly gates: Map<string, Station> = new Map();
  readonly desks: Map<string, Station> = new Map();
  readonly receptions: Map<string, Station> = new Map();
  readonly fleets: Map<string, FleetState> = new Map();
  readonly flights: Map<string, FlightState> = new Map();
  readonly populations: Map<string, PopulationState> = new Map();
  /** the same, by group of the roster */
  readonly populationsByGroup: PopulationState[] = [];
  force: Force = new Force([], [], 0);
  embassy: Embassy | undefined;
  crowd: Crowd | undefined;
  threat: Threat | undefined;
  readonly tallies: Map<string, Tally> = new Map();
  readonly incidents: Map<string, Incident> = new Map();
  /** who waits for what */
  readonly charges: Charges = new Charges(this);
  readonly closings: Closings = new Closings();
  readonly log: LoggedAction[] = [];
  /** told of everything that happens; undefined unless a run is traced, since others need only its sums */
  record: Recorder | undefined = undefined;
  /** name of a row of the roster; set with `record` */
  nameOf: (row: number) => string = String;
  /** called at every sample; undefined unless a run is traced */
  onSample: (() => void) | undefined = undefined;
  /** fires when something happened that a policy may be waiting for */
  readonly news: Signal;
  readonly milestones: Milestones;
  /** evacuees who were out at the last local midnight */
  outAtMidnight = 0;
  /** units that have not begun to move */
  readonly sent: Map<string, Departure> = new Map();
  /** units that are to leave, or have been ordered to */
  readonly withdrawals: Map<string, Departure> = new Map();
  /** minutes after local midnight at which the run starts */
  readonly #startOfDay: number;

  constructor(scenario: Scenario, seed: string, eventBudget: number) {
    this.scenario = scenario;
    this.#startOfDay = ((scenario.start.civil % 1440) + 1440) % 1440;
    this.sim = new Simulation({ seed, eventBudget });
    this.luck = new Luck(this.sim);
    const roll = callRoll(scenario, this.sim, this.luck);
    this.roster = roll.roster;
    this.ordinals = roll.ordinals;
    this.partyLuck = new PartyLuck(this.luck, roll);
    this.ticketed = new Uint8Array(this.roster.parties);
    this.everyone = this.flags(undefined);
    this.news = new Signal(this.sim);
    this.milestones = noMilestones(this.roster.groups.length);
    this.sites = new Map(
      Object.entries(scenario.sites).map(([id, site], index) => [
        id,
        new SiteState(this.sim, this.roster, this.luck, { id, index, site }),
      ]),
    );
    this.routes = linesBetween(this.sites, Object.entries(scenario.routes));
  }

  /** Minutes after the start of an instant of the scenario. */
  minutes(instant: Instant): number {
    return minutesAfterStart(this.scenario, instant);
  }

  /** Minutes after local midnight, now. */
  get minuteOfDay(): number {
    return (this.#startOfDay + this.sim.now) % 1440;
  }

  site(id: string): SiteState {
    return this.sites.get(id)!;
  }

  /** Whether commercial flights leave from a site. */
  fliesFrom(site: SiteState): boolean {
    for (const { isRunning, schedule, site: from } of this.flights.values()) {
      if (isRunning && schedule.length > 0 && from === site) return true;
    }
    return false;
  }

  /** One flag per group of the roster: those named, or all when nothing is named. */
  flags(names: readonly string[] | undefined): Uint8Array {
    return Uint8Array.from(this.roster.groups, (group) =>
      names === undefined || names.includes(group.id) ? 1 : 0,
    );
  }

  start(name: string, process: Process): void {
    this.sim.start(process, { name });
  }
}

/** Every pair of sites with its route: fleets ask for it at every look at their idle craft. */
const linesBetween = (
  sites: ReadonlyMap<string, SiteState>,
  routes: readonly Route[],
): readonly (Route | undefined)[] => {
  const lines = new Array<Route | undefined>(sites.size * sites.size).fill(undefined);
  for (const route of routes) {
    const [one, other] = route[1].between.map((id) => sites.get(id)!.index) as [number, number];
    // of two routes between the same sites the first holds
    lines[one * sites.size + other] ??= route;
    lines[other * sites.size + one] ??= route;
  }
  return lines;
};
