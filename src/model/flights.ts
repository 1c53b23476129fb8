import { Resource, type Simulation } from '../kernel/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import type { SiteState } from './site.ts';

/** Commercial flights of one kind while the run goes on. */
export class FlightState {
  readonly id: string;
  readonly site: SiteState;
  readonly stands: Resource;
  /** minutes after midnight, local, at which the day's flights come in */
  readonly schedule: readonly number[];
  readonly block: () => number;
  readonly groundTime: () => number;
  readonly seats: () => number;
  isRunning: boolean = true;
  carried = 0;
  /** seats of all flights that were due while they ran */
  offered = 0;

  constructor(sim: Simulation, luck: Luck, id: string, plan: Scenario['flights'][string], site: SiteState) {
    const path = `flights.${id}`;
    this.id = id;
    this.site = site;
    this.stands = new Resource(sim, Math.max(1, luck.whole(`${path}.stands`, plan.stands)), { name: path });
    this.block = luck.series(`${path}.block`, plan.block);
    this.groundTime = luck.series(`${path}.groundTime`, plan.groundTime);
    this.seats = luck.series(`${path}.seats`, plan.seats);
    const count = luck.whole(`${path}.perDay`, plan.perDay);
    const step = count > 1 ? (plan.lastHour - plan.firstHour) / (count - 1) : 0;
    this.schedule = Array.from({ length: count }, (_, k) => plan.firstHour + k * step);
  }
}
