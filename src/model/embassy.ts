import { Signal, type Simulation } from '../kernel/index.ts';
import type { Embassy as Plan } from '../scenario/index.ts';
import type { Luck } from './luck.ts';
import type { Group, Roster } from './roster.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import type { Station } from './station.ts';

/** Departure statuses, least severe first. */
const STATUSES = ['normal', 'authorized', 'ordered', 'suspended'] as const;
/** A departure status. */
export type Status = (typeof STATUSES)[number];

/** Staff of one function, as a group of the roster with one row each. */
export interface Staff {
  readonly id: string;
  readonly group: Group;
  readonly plan: Plan['staff'][string];
  /** rows called forward so far: everyone before `first + called` has left the post */
  called: number;
}

/** Sensitive material and equipment that must be destroyed before the compound is left. */
export interface Destruction {
  /** person-hours still to do */
  work: number;
  readonly workers: number;
  readonly staff: readonly Staff[];
}

/** Guards leave last, also once nothing keeps them any more. */
const lastness = ({ plan }: Staff): number => Number(plan.function === 'guard');

/** The embassy while it shrinks: who has been called forward, who serves nationals, what is left to destroy. */
export class Embassy {
  readonly plan: Plan;
  readonly site: SiteState;
  readonly staff: readonly Staff[];
  readonly waveSize: number;
  readonly waveInterval: number;
  readonly movingInterval: number;
  readonly destruction: Destruction | undefined;
  readonly officers: Station;
  /** fires when the order changes: a status, a move */
  readonly ordered: Signal;
  status: Status;
  /** the embassy is to move to the airfield now */
  isMoving: boolean = false;
  /** the capital has fallen: nothing keeps anybody at the compound */
  isOverrun: boolean = false;
  /** when the last of those who leave had left the compound */
  clearedAt: number = Infinity;
  #aboard = 0;
  readonly #roster: Roster;
  readonly #sim: Simulation;

  constructor(
    sim: Simulation,
    roster: Roster,
    luck: Luck,
    plan: Plan,
    parts: { site: SiteState; staff: readonly Staff[]; officers: Station },
  ) {
    this.#sim = sim;
    this.#roster = roster;
    this.plan = plan;
    this.site = parts.site;
    this.staff = [...parts.staff].sort(
      (a, b) => lastness(a) - lastness(b) || a.plan.priority - b.plan.priority,
    );
    this.officers = parts.officers;
    this.status = plan.status;
    this.waveSize = Math.max(1, luck.whole('embassy.waves.size', plan.waves.size));
    this.waveInterval = luck.once('embassy.waves.interval', plan.waves.interval);
    this.movingInterval = luck.once('embassy.waves.movingInterval', plan.waves.movingInterval);
    this.ordered = new Signal(sim);
    this.destruction = plan.destruction && {
      work: luck.once('embassy.destruction.work', plan.destruction.work),
      workers: luck.whole('embassy.destruction.workers', plan.destruction.workers),
      staff: this.staff.filter((staff) => plan.destruction?.staff.includes(staff.id)),
    };
    this.noteDeparture();
  }

  /** Staff of a group still at work in the compound. */
  atPost(staff: Staff): number {
    return staff.group.people - staff.called;
  }

  /** Staff still in the compound: at work, waiting for a lift, or on a craft that still stands there. */
  get inCompound(): number {
    return this.#roster.count(STATE['at-post']) + this.#roster.count(STATE['called-forward']) + this.#aboard;
  }

  /** Staff on craft that still stand at the compound. */
  get aboard(): number {
    return this.#aboard;
  }

  /** Consular officers at work in the compound. */
  get officersAtPost(): number {
    return this.staff
      .filter((staff) => staff.plan.function === 'consular')
      .reduce((people, staff) => people + this.atPost(staff), 0);
  }

  /** Whether nationals can still be served at the compound. */
  get servesNationals(): boolean {
    return this.officersAtPost > 0 && !this.isMoving;
  }

  /** As many officers serve as are at work in the compound; none once the embassy is to move. */
  staffConsularSection(): void {
    this.officers.setServers(this.servesNationals ? this.officersAtPost : 0);
  }

  /** Whether a group may leave now. */
  mayLeave(staff: Staff): boolean {
    const { leaves, function: duty } = staff.plan;
    if (leaves === 'never' || this.atPost(staff) === 0) return false;
    if (STATUSES.indexOf(this.status) < STATUSES.indexOf(leaves)) return false;
    if (this.isOverrun) return true;
    if (this.destruction?.staff.includes(staff) && this.destruction.work > 0) return false;
    if (duty !== 'guard') return true;
    return this.#othersWhoLeave() === 0;
  }

  /** A party gets on a craft at the compound (1), or its craft leaves (-1). */
  noteBoarding(party: number, change: 1 | -1): void {
    const group = this.#roster.group[party]!;
    if (this.staff.some((staff) => staff.group.index === group)) this.#aboard += change;
    if (change === -1) this.noteDeparture();
  }

  /** Remembers when the compound was empty of everyone who leaves. */
  noteDeparture(): void {
    if (this.clearedAt < Infinity || this.#aboard > 0) return;
    if (this.#roster.count(STATE['called-forward']) > 0) return;
    const staying = this.staff.some((staff) => staff.plan.leaves !== 'never' && this.atPost(staff) > 0);
    if (!staying) this.clearedAt = this.#sim.now;
  }

  /** Those who are not guards, and are to leave, still in the compound. */
  #othersWhoLeave(): number {
    const waiting = STATE['called-forward'];
    return this.staff
      .filter((staff) => staff.plan.function !== 'guard' && staff.plan.leaves !== 'never')
      .reduce(
        (people, staff) => people + this.atPost(staff) + this.#roster.count(waiting, staff.group.index),
        0,
      );
  }
}
