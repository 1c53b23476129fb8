import type { Population } from '../scenario/index.ts';
import { Hook } from './hook.ts';
import type { PartyLuck } from './party-luck.ts';
import type { RoadState } from './road.ts';
import type { Group } from './roster.ts';
import type { SiteState } from './site.ts';
import type { World } from './world.ts';

/** A quantity that each party has its own value of. */
type OfParty = (party: number) => number;

/** People who want to leave, while the run goes on. */
export class PopulationState {
  readonly id: string;
  readonly plan: Population;
  readonly group: Group;
  /** multiple of the usual hourly share that sets out */
  factor = 1;
  /** called when the rate at which they set out has changed */
  readonly changed: Hook = new Hook();
  /** hourly share of those at home who set out, in each of the 24 local hours */
  readonly hazards: Float64Array;
  /** where they go to */
  readonly site: SiteState;
  /** cumulative shares of the roads */
  readonly roads: readonly { readonly road: RoadState; readonly upTo: number }[];
  /** shares of parties, 0 to 1, drawn for this run */
  readonly present: number;
  readonly consular: number;
  readonly ticketed: number;
  readonly partialPapers: number;
  readonly ineligible: number;
  readonly medical: number;
  /** minutes a party waits outside the gates, and at the terminal; for ever when undefined */
  readonly patience: OfParty | undefined;
  readonly ticketPatience: OfParty | undefined;
  /** the share that does not join when more people than that are outside */
  readonly balks: { readonly above: number; readonly share: number } | undefined;
  /** the share that tries again, after how many minutes, and how often at most */
  readonly retries: { readonly share: number; readonly after: OfParty; readonly times: number } | undefined;
  /** multiple for what they hear of gates, aircraft and queues */
  #reaction = 1;
  readonly #luck: PartyLuck;

  constructor(world: World, plan: Population, group: Group) {
    const { luck, partyLuck } = world;
    const path = `populations.${group.id}`;
    this.#luck = partyLuck;
    this.medical = luck.once(`${path}.medical`, plan.medical);
    this.patience = plan.patience && partyLuck.valuesOf(plan.patience, 'patience');
    this.ticketPatience = plan.ticketPatience && partyLuck.valuesOf(plan.ticketPatience, 'ticket-patience');
    this.balks = plan.balks && {
      above: luck.once(`${path}.balks.above`, plan.balks.above),
      share: luck.once(`${path}.balks.share`, plan.balks.share),
    };
    this.retries = plan.retries && {
      share: luck.once(`${path}.retries.share`, plan.retries.share),
      after: partyLuck.valuesOf(plan.retries.after, 'rest'),
      times: plan.retries.times,
    };
    this.id = group.id;
    this.present = luck.once(`${path}.present`, plan.present);
    this.consular = luck.once(`${path}.consular`, plan.consular);
    this.ticketed = luck.once(`${path}.ticketed`, plan.ticketed);
    this.partialPapers = luck.once(`${path}.partialPapers`, plan.partialPapers);
    this.ineligible = luck.once(`${path}.ineligible`, plan.ineligible);
    const hazard = luck.once(`${path}.setsOut`, plan.setsOut);
    this.plan = plan;
    this.site = world.site(plan.site);
    this.group = group;
    const weights = plan.byHour ?? Array.from({ length: 24 }, () => 1);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    this.hazards = Float64Array.from(weights, (weight) => (hazard * weight) / mean);
    let upTo = 0;
    this.roads = Object.entries(plan.lives).map(([id, share]) => {
      upTo += share;
      return { road: world.roads.get(id)!, upTo };
    });
  }

  /** Multiple of the usual hourly share, all causes together. */
  get rate(): number {
    return this.factor * this.#reaction;
  }

  setFactor(factor: number): void {
    this.factor = factor;
    this.changed.call();
  }

  setReaction(factor: number): void {
    this.#reaction = factor;
    this.changed.call();
  }

  /** The road by which a party comes. */
  roadOf(party: number): RoadState {
    if (this.roads.length === 1) return this.roads[0]!.road;
    const luck = this.#luck.of(party, 'road');
    const lives = this.roads.find(({ upTo }) => luck < upTo) ?? this.roads.at(-1);
    return lives!.road;
  }
}
