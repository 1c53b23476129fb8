import { type EventId, log } from '../kernel/index.ts';
import { leaveHome } from './journey.ts';
import type { PopulationState } from './population.ts';
import { STATE } from './states.ts';
import type { World } from './world.ts';

/** Hours by which rounding may leave the clock short of the full hour it has reached. */
const CLOCK_ERROR = 1e-9;

/**
 * Sends a population's parties on their way, in the order of their luck, which is the order of their rows.
 *
 * Each party sets out when the population's cumulative hazard reaches the party's own exponential
 * threshold, so that events change when a party sets out and nothing else about it. The hazard is the
 * share of those still at home who set out per hour, by local hour of the day, times the factor set by
 * actions, times how the population reacts to what it hears.
 */
export class SettingOut {
  readonly #world: World;
  readonly #population: PopulationState;
  /** the next to set out, and who comes after the last */
  #party: number;
  readonly #end: number;
  /** the threshold of the next, and the cumulative hazard so far */
  #due = 0;
  #reached = 0;
  #branch = '';
  /** what is waited for since when, while the hazard grows by so much a minute; whether the next sets out then */
  #timer: EventId | undefined;
  #since = 0;
  #perMinute = 0;
  #isDue: boolean = false;
  readonly #onTime = (): void => this.#arrive();

  constructor(world: World, population: PopulationState) {
    const { first, parties } = population.group;
    this.#world = world;
    this.#population = population;
    this.#party = first;
    this.#end = first + parties;
  }

  /** They have been notified: from now on they set out. */
  begin(): void {
    if (this.#party === this.#end) return;
    this.#population.changed.listen(() => this.#lookAnew());
    this.#due = this.#thresholdOf(this.#party);
    this.#goOn();
  }

  #thresholdOf(party: number): number {
    return -log(1 - this.#world.partyLuck.setsOut(party));
  }

  /** What was waited for has come: the next sets out, or an hour with another hazard begins. */
  #arrive(): void {
    this.#timer = undefined;
    this.#reached = this.#isDue ? this.#due : this.#reachedNow();
    this.#goOn();
  }

  /** The hazard is another one from now on. */
  #lookAnew(): void {
    if (this.#timer === undefined) return;
    this.#world.sim.cancel(this.#timer);
    this.#timer = undefined;
    this.#reached = this.#reachedNow();
    this.#goOn();
  }

  #reachedNow(): number {
    return this.#reached + (this.#world.sim.now - this.#since) * this.#perMinute;
  }

  #goOn(): void {
    const { luck, partyLuck, roster } = this.#world;
    while (this.#party < this.#end) {
      if (luck.branch !== this.#branch) {
        this.#branch = luck.branch;
        partyLuck.expectAnew(this.#population.group, this.#party, this.#reached);
        this.#due = this.#thresholdOf(this.#party);
      }
      if (this.#reached < this.#due) {
        this.#await();
        return;
      }
      const party = this.#party++;
      if (roster.state[party] === STATE['at-home']) leaveHome(this.#world, this.#population, party);
      if (this.#party < this.#end) this.#due = this.#thresholdOf(this.#party);
    }
  }

  #await(): void {
    const { hazards, rate } = this.#population;
    const { minuteOfDay, sim } = this.#world;
    const hour = Math.floor(minuteOfDay / 60 + CLOCK_ERROR);
    const toNextHour = (hour + 1) * 60 - minuteOfDay;
    this.#since = sim.now;
    this.#perMinute = (hazards[hour % 24]! * rate) / 60;
    const needed = this.#perMinute > 0 ? (this.#due - this.#reached) / this.#perMinute : Infinity;
    this.#isDue = needed <= toNextHour;
    this.#timer = sim.at(sim.now + Math.min(needed, toNextHour), this.#onTime);
  }
}
