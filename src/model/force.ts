import { Hook } from './hook.ts';
import type { Station } from './station.ts';

/** Troops that travel together, split only where no craft of the fleet is large enough. */
export interface Serial {
  readonly unit: Unit;
  readonly troops: number;
}

/** Troops of a load. */
export const troopsOf = (load: readonly Serial[]): number =>
  load.reduce((sum, { troops }) => sum + troops, 0);

/** How a unit leaves. */
export interface Lift {
  /** smaller leaves first */
  readonly order: number;
  /** only with craft that go there */
  readonly to: string | undefined;
  /** only with these fleets; those of its nation when undefined */
  readonly fleets: readonly string[] | undefined;
  /** seats that one soldier with equipment takes */
  readonly seatsPerTroop: number;
  /** whether its troops board before evacuees, or take what they leave */
  readonly boardsFirst: boolean;
}

/** A craft that may take troops out. */
export interface Carrier {
  readonly fleet: string;
  readonly nation: string;
  readonly from: string;
  /** where it goes, or may go */
  readonly to: readonly string[];
}

/**
 * A unit: at every instant each of its troops is at home, staged, inbound, on the ground, leaving (called forward,
 * waiting for a craft), aboard one that has not left, outbound or withdrawn.
 */
export interface Unit {
  readonly id: string;
  readonly nation: string;
  readonly site: string;
  readonly from: string | undefined;
  readonly priority: number;
  readonly strength: number;
  home: number;
  staged: number;
  inbound: number;
  ground: number;
  leaving: number;
  aboard: number;
  outbound: number;
  withdrawn: number;
  isWithdrawing: boolean;
  lift: Lift | undefined;
}

/** What works only while every task that covers it has its troops. */
export interface Coverable {
  setCovered(covered: boolean): void;
}

/** Work that needs troops, with what stops when it has none. */
export interface Task {
  readonly id: string;
  readonly site: string;
  readonly troops: number;
  readonly priority: number;
  readonly perimeter: boolean;
  /** troops that each search lane of its gates takes beside `troops`; whole gates when undefined */
  readonly troopsPerLane: number | undefined;
  readonly gates: readonly Station[];
  /** what stops without it: gates, desks, a runway */
  readonly covers: readonly Coverable[];
  readonly fleets: readonly string[];
  /** troops it has been given */
  given: number;
  isCovered: boolean;
}

/**
 * The force: units as they arrive, and which tasks their troops cover.
 *
 * Troops on the ground are given to tasks in order of priority; the first task that cannot be covered in
 * full, and all after it, are not covered, and the troops left over are the reserve. A gate whose task counts
 * troops by the lane works with the lanes that can be covered. Perimeter troops and
 * the reserve hold back the crowd.
 */
export class Force {
  readonly units: readonly Unit[];
  readonly tasks: readonly Task[];
  hostForces: number;
  /** called after coverage has changed */
  readonly changed: Hook = new Hook();
  /** by what tasks cover: those tasks */
  readonly #covered = new Map<Coverable, Task[]>();
  readonly #staged = new Map<string, Serial[]>();
  readonly #security = new Map<string, number>();

  constructor(units: readonly Unit[], tasks: readonly Task[], hostForces: number) {
    this.units = units;
    this.tasks = [...tasks].sort((a, b) => a.priority - b.priority);
    this.hostForces = hostForces;
    for (const task of this.tasks)
      for (const each of task.covers) this.#covered.set(each, [...(this.#covered.get(each) ?? []), task]);
  }

  /** Troops on the ground, those who wait to leave included, of one nation or all, at one site or all. */
  onGround(nation?: string, site?: string): number {
    let troops = 0;
    for (const unit of this.units) {
      if (nation !== undefined && unit.nation !== nation) continue;
      if (site !== undefined && unit.site !== site) continue;
      troops += unit.ground + unit.leaving + unit.aboard;
    }
    return troops;
  }

  /** Whether troops of any unit have been called forward and wait to leave. */
  get isLeaving(): boolean {
    for (const unit of this.units) if (unit.leaving > 0) return true;
    return false;
  }

  /** Troops who hold back the crowd at a site: on the perimeter or in reserve. */
  security(site: string): number {
    return this.#security.get(site) ?? 0;
  }

  /** Whether all tasks that a fleet needs are covered. */
  escorts(fleet: string): boolean {
    return this.tasks.every((task) => task.isCovered || !task.fleets.includes(fleet));
  }

  /** Whether the troops of a gate are counted by the lane. */
  countsLanesOf(gate: Station): boolean {
    return this.tasks.some((task) => task.troopsPerLane !== undefined && task.gates.includes(gate));
  }

  /** A serial is ready at the site where it waits for a lift. */
  stage(serial: Serial): void {
    const { unit, troops } = serial;
    unit.home -= troops;
    unit.staged += troops;
    this.#queue(unit.from!).push(serial);
  }

  /** Troops that wait for a lift, at one site or all. */
  staged(base?: string): number {
    let troops = 0;
    for (const unit of this.units) if (base === undefined || unit.from === base) troops += unit.staged;
    return troops;
  }

  /** Troops that wait at `base` for a lift to `site` with craft of `nation`. */
  stagedTroops(base: string, site: string, nation: string): number {
    let troops = 0;
    for (const unit of this.units) {
      if (unit.staged === 0 || unit.from !== base || unit.site !== site || unit.nation !== nation) continue;
      troops += unit.staged;
    }
    return troops;
  }

  /**
   * Takes serials for one load, most urgent unit first, passing over those that do not fit. A serial larger
   * than the empty craft is split, since it could never fly otherwise.
   */
  embark(base: string, site: string, nation: string, seats: number): Serial[] {
    const queue = this.#queue(base);
    const fitting = queue
      .filter((serial) => serial.unit.site === site && serial.unit.nation === nation)
      .sort((a, b) => a.unit.priority - b.unit.priority);
    const load: Serial[] = [];
    let free = seats;
    for (const serial of fitting) {
      const isTooLargeForAny = load.length === 0 && free > 0 && serial.troops > seats;
      if (serial.troops > free && !isTooLargeForAny) continue;
      const troops = Math.min(serial.troops, free);
      const left = { unit: serial.unit, troops: serial.troops - troops };
      queue.splice(queue.indexOf(serial), 1, ...(left.troops > 0 ? [left] : []));
      load.push({ unit: serial.unit, troops });
      free -= troops;
      serial.unit.staged -= troops;
      serial.unit.inbound += troops;
    }
    return load;
  }

  /** A diverted craft brings its serials back: they are first in line again. */
  turnBack(load: readonly Serial[]): void {
    for (const serial of [...load].reverse()) {
      const { unit, troops } = serial;
      unit.inbound -= troops;
      if (unit.isWithdrawing) {
        unit.home += troops;
        continue;
      }
      unit.staged += troops;
      this.#queue(unit.from!).unshift(serial);
    }
  }

  /** Serials step off the craft. */
  land(load: readonly Serial[]): void {
    for (const serial of load) {
      serial.unit.inbound -= serial.troops;
      serial.unit.ground += serial.troops;
    }
    if (load.length > 0) this.cover();
  }

  /** A unit begins to leave: nobody of it comes any more. */
  beginWithdrawal(unit: Unit): void {
    unit.isWithdrawing = true;
    unit.home += unit.staged;
    unit.staged = 0;
    for (const [base, queue] of this.#staged) {
      this.#staged.set(
        base,
        queue.filter((serial) => serial.unit !== unit),
      );
    }
    this.changed.call();
  }

  /** Whether others who leave the same site go before a unit. */
  isPreceded(unit: Unit): boolean {
    return this.units.some(
      (other) =>
        other.isWithdrawing &&
        other.site === unit.site &&
        other.lift!.order < unit.lift!.order &&
        other.ground + other.inbound > 0,
    );
  }

  /** Troops leave their tasks and wait for a craft. */
  callForward(unit: Unit, troops: number): void {
    unit.ground -= troops;
    unit.leaving += troops;
    this.cover();
  }

  /**
   * Troops who wait and may leave with a craft, and the seats that they take.
   *
   * @param isForAll those who take what evacuees leave, too; otherwise only those who board before them
   */
  leaving(carrier: Carrier, isForAll: boolean = true): { readonly troops: number; readonly seats: number } {
    let [troops, seats] = [0, 0];
    for (const unit of this.units) {
      if (unit.leaving === 0 || !mayCarry(carrier, unit)) continue;
      if (!isForAll && !unit.lift!.boardsFirst) continue;
      troops += unit.leaving;
      seats += unit.leaving * unit.lift!.seatsPerTroop;
    }
    return { troops, seats };
  }

  /**
   * Troops get on a craft, those whose unit leaves first before others.
   *
   * @param room free seats, and the most troops it can still take
   * @param boardsFirst those who board before evacuees, or those who take what is left
   * @returns the load, and the seats it takes
   */
  boardOut(
    carrier: Carrier,
    room: { readonly seats: number; readonly troops: number },
    boardsFirst: boolean,
  ): { readonly load: readonly Serial[]; readonly seats: number } {
    const load: Serial[] = [];
    let { seats, troops: most } = room;
    const waiting = this.units
      .filter((unit) => unit.leaving > 0 && unit.lift?.boardsFirst === boardsFirst && mayCarry(carrier, unit))
      .sort((a, b) => a.lift!.order - b.lift!.order);
    for (const unit of waiting) {
      const { seatsPerTroop } = unit.lift!;
      const troops = Math.min(unit.leaving, most, Math.floor(seats / seatsPerTroop + SEAT_ERROR));
      if (troops <= 0) continue;
      unit.leaving -= troops;
      unit.aboard += troops;
      most -= troops;
      seats = Math.max(0, seats - troops * seatsPerTroop);
      load.push({ unit, troops });
    }
    if (load.length > 0) this.cover();
    return { load, seats: room.seats - seats };
  }

  /** A craft with troops leaves the ground. */
  flyOut(load: readonly Serial[]): void {
    for (const { unit, troops } of load) {
      unit.aboard -= troops;
      unit.outbound += troops;
    }
    if (load.length > 0) this.changed.call();
  }

  /** Troops step off where they were taken. */
  setDown(load: readonly Serial[]): void {
    for (const { unit, troops } of load) {
      unit.outbound -= troops;
      unit.withdrawn += troops;
    }
  }

  /** Troops arrive by means outside the scenario. */
  arrive(unit: Unit, troops: number): void {
    unit.home -= troops;
    unit.ground += troops;
    this.cover();
  }

  setHostForces(troops: number): void {
    this.hostForces = troops;
    this.changed.call();
  }

  /** Gives the troops on the ground to tasks anew. */
  cover(): void {
    const free = new Map<string, number>();
    const broken = new Set<string>();
    this.#security.clear();
    for (const unit of this.units) free.set(unit.site, (free.get(unit.site) ?? 0) + unit.ground);
    for (const task of this.tasks) {
      const left = free.get(task.site) ?? 0;
      const isFull = assign(task, broken.has(task.site) ? -1 : left);
      if (!isFull) broken.add(task.site);
      free.set(task.site, left - task.given);
      if (task.perimeter) this.#hold(task.site, task.given);
    }
    for (const [site, reserve] of free) this.#hold(site, reserve);
    // who waits to leave has no task, and is a reserve until the craft is there
    for (const unit of this.units) this.#hold(unit.site, unit.leaving);
    for (const [each, tasks] of this.#covered) each.setCovered(tasks.every((task) => task.isCovered));
    this.changed.call();
  }

  #hold(site: string, troops: number): void {
    this.#security.set(site, (this.#security.get(site) ?? 0) + troops);
  }

  #queue(base: string): Serial[] {
    const queue = this.#staged.get(base);
    if (queue !== undefined) return queue;
    const created: Serial[] = [];
    this.#staged.set(base, created);
    return created;
  }
}

/**
 * Gives a task of the troops there are: all that it takes, or the lanes that can be covered, or none.
 *
 * @param troops at hand; below zero where a task before it broke the chain
 * @returns whether it has all that it takes
 */
const assign = (task: Task, troops: number): boolean => {
  const { troopsPerLane } = task;
  task.isCovered = troops >= task.troops;
  task.given = task.isCovered ? task.troops : 0;
  if (troopsPerLane === undefined) return task.isCovered;
  let isFull = task.isCovered;
  for (const gate of task.gates) {
    const free = task.isCovered ? troops - task.given : 0;
    const lanes = Math.min(gate.servers, Math.floor(free / troopsPerLane));
    gate.limit(`troops of ${task.id}`, lanes);
    task.given += lanes * troopsPerLane;
    isFull &&= lanes === gate.servers;
  }
  return isFull;
};

/** Rounding of seats that troops with equipment take. */
const SEAT_ERROR = 1e-9;

/** Whether a craft may take troops of a unit: it is one of theirs, at their site, and goes where they go. */
const mayCarry = ({ fleet, nation, from, to }: Carrier, { site, lift, nation: own }: Unit): boolean => {
  if (lift === undefined || site !== from) return false;
  if (lift.to !== undefined && !to.includes(lift.to)) return false;
  return lift.fleets === undefined ? nation === own : lift.fleets.includes(fleet);
};
