import { Signal, type Simulation } from '../kernel/index.ts';
import type { Population } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import type { Group } from './roster.ts';

/** People who want to leave, while the run goes on. */
export class PopulationState {
  readonly id: string;
  readonly plan: Population;
  readonly group: Group;
  /** multiple of the usual hourly share that sets out */
  factor = 1;
  /** fires when the factor changes */
  readonly changed: Signal;
  /** hourly share of those at home who set out, in each of the 24 local hours */
  readonly hazards: Float64Array;
  /** cumulative shares of the roads, with the roads' names */
  readonly roads: readonly { readonly id: string; readonly upTo: number }[];
  /** shares of parties, 0 to 1, drawn for this run */
  readonly present: number;
  readonly consular: number;
  readonly ticketed: number;
  readonly partialPapers: number;
  readonly ineligible: number;

  constructor(sim: Simulation, luck: Luck, plan: Population, group: Group) {
    const path = `populations.${group.id}`;
    this.id = group.id;
    this.present = luck.once(`${path}.present`, plan.present);
    this.consular = luck.once(`${path}.consular`, plan.consular);
    this.ticketed = luck.once(`${path}.ticketed`, plan.ticketed);
    this.partialPapers = luck.once(`${path}.partialPapers`, plan.partialPapers);
    this.ineligible = luck.once(`${path}.ineligible`, plan.ineligible);
    const hazard = luck.once(`${path}.setsOut`, plan.setsOut);
    this.plan = plan;
    this.group = group;
    this.changed = new Signal(sim);
    const weights = plan.byHour ?? Array.from({ length: 24 }, () => 1);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    this.hazards = Float64Array.from(weights, (weight) => (hazard * weight) / mean);
    let upTo = 0;
    this.roads = Object.entries(plan.lives).map(([id, share]) => {
      upTo += share;
      return { id, upTo };
    });
  }

  setFactor(factor: number): void {
    this.factor = factor;
    this.changed.fire();
  }

  /** The road of a party with this luck. */
  roadOf(luck: number): string {
    const road = this.roads.find((each) => luck < each.upTo) ?? this.roads.at(-1);
    return road!.id;
  }
}
