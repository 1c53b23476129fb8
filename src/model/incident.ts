import { type EventId, log, type Simulation } from '../kernel/index.ts';
import type { Action, Distribution, Scenario } from '../scenario/index.ts';
import { Hook } from './hook.ts';
import type { Luck } from './luck.ts';
import { NONE } from './roster.ts';

/** Minutes of a day. */
const DAY = 1440;

/** What an incident needs of the world it happens to. */
export interface Setting {
  readonly sim: Simulation;
  readonly luck: Luck;
  /** from when to when it may come, minutes after the start */
  readonly span: readonly [from: number, to: number];
  /** local time of day at the start, minutes */
  readonly clockAtStart: number;
  /** minutes after the start at which the run ends */
  readonly horizon: number;
  /**
   * carries its actions out, and tells those who wait for news
   *
   * @param isOrdered whether an order brought it about: that has luck of its own, so that it changes none of what
   *   comes by itself
   */
  act(actions: readonly Action[], isOrdered: boolean): void;
}

/** Something that happens to the operation, at stated or random times, and goes on for a while. */
export class Incident {
  readonly id: string;
  readonly title: string;
  /** how often it has begun */
  count = 0;
  /** called when it begins, before its actions, and when it ends */
  readonly changed: Hook = new Hook();
  readonly #plan: Scenario['incidents'][string];
  readonly #setting: Setting;
  readonly #recurs: boolean;
  /** how many of those begun are going on */
  #open = 0;
  /** minutes during which it went on, in spells that are over */
  #minutes = 0;
  #since = 0;
  #begunAt = -1;
  /** whether the present spell was begun by an order */
  #isOrdered: boolean = false;
  /** number of the present spell: what was to end an earlier one ends no other */
  #spell = 0;
  #due: EventId | typeof NONE = NONE;
  /** of one that comes again and again: when it came last, or would have */
  #turn = -1;

  constructor(id: string, plan: Scenario['incidents'][string], setting: Setting) {
    this.id = id;
    this.title = plan.title ?? id;
    this.#plan = plan;
    this.#setting = setting;
    this.#recurs = plan.perDay !== undefined || plan.every !== undefined;
    this.#expect();
  }

  get isGoingOn(): boolean {
    return this.#open > 0;
  }

  /** Minutes during which it has been going on so far. */
  get minutes(): number {
    return this.#minutes + (this.isGoingOn ? this.#setting.sim.now - this.#since : 0);
  }

  /** Draws anew when it comes, given that it has not come by now. */
  expectAnew(): void {
    if (this.#due === NONE) {
      // it has come, or was never to come: that could still be otherwise
      if (this.#recurs || this.count === 0) this.#expect();
      return;
    }
    this.#setting.sim.cancel(this.#due);
    this.#due = NONE;
    this.#expect();
  }

  /** Begins it by order; gives back what happened. */
  begin(): string {
    // its own actions, or a policy that answers them, could order it again and again without time passing
    if (this.#begunAt === this.#setting.sim.now)
      return `did nothing: ${this.title} has begun at this very time`;
    this.#begin(true);
    return `${this.title} begins`;
  }

  /** Ends it by order; gives back what happened. */
  end(): string {
    if (!this.isGoingOn) return `did nothing: ${this.title} is not going on`;
    this.#end();
    return `${this.title} ends`;
  }

  #expect(): void {
    const { sim, horizon } = this.#setting;
    const time = this.#when();
    if (!(time <= horizon)) return;
    this.#due = sim.at(time, () => {
      this.#due = NONE;
      this.#turn = time;
      this.#begin(false);
      if (this.#recurs) this.#expect();
    });
  }

  #when(): number {
    if (this.#plan.every !== undefined) return this.#nextTurn(this.#plan.every);
    return this.#recurs ? this.#nextTime() : this.#onlyTime();
  }

  /** The next of those that follow one another, which has not come by now; `chance` lets some of them pass. */
  #nextTurn(every: Distribution): number {
    const { luck, sim, span, horizon } = this.#setting;
    let time = this.#turn;
    do {
      time = time < 0 ? span[0] : time + Math.max(1, luck.next(`incidents/${this.id}/every`, every));
    } while (time <= horizon && (time < sim.now || !(this.#uniform() < this.#plan.chance)));
    return time;
  }

  /** The next of a Poisson process: its exponential gaps have no memory, so that one that begins now will do. */
  #nextTime(): number {
    const { luck, sim, span } = this.#setting;
    const perMinute = luck.once(`incidents.${this.id}.perDay`, this.#plan.perDay!) / 1440;
    if (!(perMinute > 0)) return Infinity;
    const [from, to] = span;
    const gap = -log(1 - this.#uniform()) / perMinute;
    const time = this.#within(Math.max(from, sim.now), gap);
    return time <= to ? time : Infinity;
  }

  /** Some minutes of a day of 24 hours from a time on, when all its events fall within the hours of the incident. */
  #within(from: number, gap: number): number {
    const { hours } = this.#plan;
    if (hours === undefined) return from + gap;
    const [opens, closes] = hours;
    const open = closes > opens ? closes - opens : closes - opens + DAY;
    // the day as often as it is long: what happens in its hours happens so much faster there
    const wanted = (gap * open) / DAY;
    const since = (((this.#setting.clockAtStart + from - opens) % DAY) + DAY) % DAY;
    const passed = Math.min(since, open);
    const days = Math.floor((passed + wanted) / open);
    return from - since + days * DAY + (passed + wanted - days * open);
  }

  /**
   * The one time of an incident that comes once or never. A number below `chance` stands for a time, in rising
   * order; what has not come by now has a number that stands for a later one.
   */
  #onlyTime(): number {
    const { sim, span } = this.#setting;
    const { chance } = this.#plan;
    const [from, to] = span;
    if (sim.now > to) return Infinity;
    const past = sim.now <= from ? 0 : (sim.now - from) / (to - from);
    const least = chance * past;
    const number = least + (1 - least) * this.#uniform();
    if (!(number < chance)) return Infinity;
    return Math.max(sim.now, from + (number / chance) * (to - from));
  }

  #uniform(): number {
    return this.#setting.luck.uniform(`incidents/${this.id}/time`);
  }

  #begin(isOrdered: boolean): void {
    const { sim, luck, act } = this.#setting;
    const path = `incidents/${this.id}/${isOrdered ? 'ordered/' : ''}lasts`;
    const lasts = luck.next(path, this.#plan.lasts);
    this.count += 1;
    this.#begunAt = sim.now;
    if (this.#open === 0) {
      this.#since = sim.now;
      this.#isOrdered = isOrdered;
    }
    this.#open += 1;
    this.changed.call();
    const spell = this.#spell;
    sim.at(sim.now + lasts, () => {
      if (this.#spell !== spell) return;
      if (this.#open === 1) this.#end();
      else this.#open -= 1;
    });
    act(this.#plan.actions, isOrdered);
  }

  #end(): void {
    const { sim, act } = this.#setting;
    this.#minutes += sim.now - this.#since;
    this.#open = 0;
    this.#spell += 1;
    this.changed.call();
    act(this.#plan.ending, this.#isOrdered);
  }
}
