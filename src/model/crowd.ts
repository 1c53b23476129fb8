import { exp, type Process, type Simulation } from '../kernel/index.ts';
import type { Crowd as Plan } from '../scenario/index.ts';
import type { Force } from './force.ts';
import { Hook } from './hook.ts';
import type { Luck } from './luck.ts';
import type { SiteState } from './site.ts';

/** Minutes between two looks at the crowd; assumed, because a perimeter's state is reported about so often. */
const CROWD_STEP = 15;

/**
 * The general public at the perimeter: a fluid that arrives at a rate and goes home after a mean stay.
 * Together with the people outside the gates it presses on the perimeter.
 */
export class Crowd {
  readonly site: SiteState;
  people: number;
  /** people per hour */
  arrivals: number;
  /** mean minutes before one goes home */
  readonly stay: number;
  readonly heldPerTroop: number;
  readonly clearedPerTroop: number;
  readonly reopenBelow: number;
  /** minutes to sweep the runway */
  readonly clearing: number;
  /** multiple of the time of a search under the full pressure that can be held */
  readonly slowsSearch: number;
  readonly #haltsGates: boolean;
  readonly #reacts: { readonly gatesClosed: number; readonly runwayClosed: number };
  /** multiple of arrivals for what the public hears */
  #reaction = 1;
  overruns = 0;
  peak = 0;
  isOverrun: boolean = false;
  /** called after it has overrun the airfield or been cleared off it */
  readonly changed: Hook = new Hook();
  #calmSince = Infinity;
  #flowedTo = 0;

  constructor(site: SiteState, plan: Plan, luck: Luck) {
    this.site = site;
    this.people = luck.once('crowd.initial', plan.initial);
    this.arrivals = luck.once('crowd.arrivals', plan.arrivals);
    this.stay = luck.once('crowd.stay', plan.stay);
    this.heldPerTroop = luck.once('crowd.heldPerTroop', plan.heldPerTroop);
    this.clearedPerTroop = luck.once('crowd.clearedPerTroop', plan.clearedPerTroop);
    this.reopenBelow = luck.once('crowd.reopenBelow', plan.reopenBelow);
    this.clearing = luck.once('crowd.clearing', plan.clearing);
    this.slowsSearch = luck.once('crowd.slowsSearch', plan.slowsSearch);
    this.#haltsGates = plan.haltsGates;
    this.#reacts = {
      gatesClosed: plan.reacts ? luck.once('crowd.reacts.gatesClosed', plan.reacts.gatesClosed) : 1,
      runwayClosed: plan.reacts ? luck.once('crowd.reacts.runwayClosed', plan.reacts.runwayClosed) : 1,
    };
    this.peak = this.people;
  }

  /** Everyone who presses on the perimeter: the public and the people outside the gates. */
  get pressure(): number {
    return this.people + this.site.outside.people;
  }

  /** How many people the security on hand can hold back. */
  held(force: Force): number {
    return (force.security(this.site.id) + force.hostForces) * this.heldPerTroop;
  }

  /** By what the pressure on the perimeter makes a search at its gates longer; 1 when it does not. */
  slowing(force: Force): number {
    if (this.slowsSearch === 1) return 1;
    const held = this.held(force);
    const share = this.pressure < held ? this.pressure / held : Number(this.pressure > 0);
    return 1 + (this.slowsSearch - 1) * share;
  }

  /** From now on the public comes as what it hears of gates and runway makes it. */
  hear(): void {
    const { gates, runway } = this.site;
    const isShut = gates.length > 0 && gates.every((gate) => gate.working === 0);
    const isClosed = runway !== undefined && !runway.isOpen;
    const { gatesClosed, runwayClosed } = this.#reacts;
    this.#reaction = (isShut ? gatesClosed : 1) * (isClosed ? runwayClosed : 1);
  }

  /** The public has come and gone until now. */
  flow(now: number): void {
    const staying = exp((this.#flowedTo - now) / this.stay);
    this.#flowedTo = now;
    const arriving = ((this.arrivals * this.#reaction) / 60) * this.stay;
    this.people = this.people * staying + arriving * (1 - staying);
  }

  /** Closes the runway when the crowd outgrows the security, clears it, and opens it again. */
  press(force: Force, now: number, minutes: number): void {
    const troops = force.security(this.site.id) + force.hostForces;
    const held = troops * this.heldPerTroop;
    this.peak = Math.max(this.peak, this.pressure);
    if (!this.isOverrun && this.pressure > held) {
      this.isOverrun = true;
      this.overruns += 1;
      this.#calmSince = Infinity;
      this.changed.call();
      this.site.runway?.close('crowd');
      this.#haltGates();
      return;
    }
    if (!this.isOverrun) return;
    this.people = Math.max(0, this.people - (troops * this.clearedPerTroop * minutes) / 60);
    if (this.pressure > held * this.reopenBelow) {
      this.#calmSince = Infinity;
      return;
    }
    this.#calmSince = Math.min(this.#calmSince, now);
    if (now - this.#calmSince < this.clearing) return;
    this.isOverrun = false;
    this.changed.call();
    this.site.runway?.open('crowd');
    this.#haltGates();
  }

  /** The gates stop, or go on, as the airfield is overrun or not. */
  #haltGates(): void {
    if (!this.#haltsGates) return;
    for (const gate of this.site.gates) gate.setOpen(!this.isOverrun, 'crowd');
  }
}

/** The crowd comes, presses and goes home, step by step. */
export function* gather(sim: Simulation, crowd: Crowd, force: Force): Process {
  for (;;) {
    crowd.press(force, sim.now, CROWD_STEP);
    crowd.hear();
    yield sim.hold(CROWD_STEP);
    crowd.flow(sim.now);
  }
}
