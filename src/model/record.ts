import { CONSTRAINT_LABEL, CONSTRAINTS } from './constraint.ts';
import type { LoggedAction } from './outcome.ts';
import { Roots, type Shares } from './root.ts';
import type { ClosedBy, SiteState } from './site.ts';
import { STATE, STATES, type State } from './states.ts';
import type { Hold, Station } from './station.ts';
import type { TailState } from './tail.ts';
import type { World } from './world.ts';

/** Something that happened in one run, at so many minutes after the start. Names are the keys of the scenario. */
export type RunEvent = { readonly at: number } & (
  | ({ readonly kind: 'action' } & Omit<LoggedAction, 'at'>)
  /** a party, `POPULATION:ORDINAL` with ordinals from 1, went from one state to another */
  | {
      readonly kind: 'party';
      readonly party: string;
      readonly people: number;
      readonly from: State;
      readonly to: State;
    }
  /** a craft has been in a tail state from `since` until now */
  | {
      readonly kind: 'craft';
      readonly fleet: string;
      readonly tail: number;
      readonly state: TailState;
      readonly since: number;
    }
  /** a craft was called to fly, with troops where it takes some */
  | {
      readonly kind: 'launch';
      readonly fleet: string;
      readonly tail: number;
      readonly base: string;
      readonly pickup: string;
      readonly delivery: string;
      readonly seats: number;
      readonly troops: number;
    }
  /** a craft left its pickup */
  | {
      readonly kind: 'departure';
      /** troops who leave with it */
      readonly troops: number;
      readonly fleet: string;
      readonly tail: number;
      readonly pickup: string;
      readonly delivery: string;
      readonly seats: number;
      readonly people: number;
      readonly parties: readonly string[];
    }
  /** a craft could not land and went back */
  | { readonly kind: 'divert'; readonly fleet: string; readonly tail: number; readonly pickup: string }
  /** a commercial flight left */
  | {
      readonly kind: 'flight';
      readonly flights: string;
      readonly site: string;
      readonly seats: number;
      readonly people: number;
      readonly parties: readonly string[];
    }
  /** troops of a unit came, or were called forward to leave where `change` is below zero */
  | {
      readonly kind: 'troops';
      readonly unit: string;
      readonly site: string;
      readonly change: number;
      readonly ground: number;
    }
  | {
      readonly kind: 'coverage';
      readonly task: string;
      readonly isCovered: boolean;
      readonly troops: number;
    }
  /** search lanes of a gate that are ready to call people; with what keeps it shut where none is */
  | { readonly kind: 'gate'; readonly gate: string; readonly lanes: number; readonly why?: Hold }
  | {
      readonly kind: 'runway';
      readonly site: string;
      readonly isOpen: boolean;
      readonly by: readonly ClosedBy[];
    }
  | {
      readonly kind: 'crowd';
      readonly site: string;
      readonly isOverrun: boolean;
      readonly people: number;
      readonly held: number;
    }
  | { readonly kind: 'incident'; readonly incident: string; readonly isGoingOn: boolean }
  /** those of a group who wait at a stage are from now on charged to another constraint than before */
  | {
      readonly kind: 'held-back';
      readonly site: string;
      readonly stage: State;
      readonly group: string;
      readonly by: (typeof CONSTRAINTS)[number];
    }
);

/** One who listens to a run; recording changes nothing in it. */
export type Recorder = (event: RunEvent) => void;

/** People read constraints by these names. */
export const constraintLabel = (name: string): string =>
  (CONSTRAINT_LABEL as Readonly<Record<string, string>>)[name] ?? name;

/** The name by which each row of the roster is known: group and ordinal. */
const partyNames =
  ({ roster, ordinals }: World) =>
  (row: number): string =>
    `${roster.groups[roster.group[row]!]!.id}:${ordinals[row]! + 1}`;

/** Tells a recorder of everything that happens in a world from now on, after how it stands at the start. */
export const keepRecord = (world: World, record: Recorder): void => {
  world.record = record;
  world.nameOf = partyNames(world);
  recordParties(world, record);
  recordForce(world, record);
  for (const [id, station] of world.gates) recordGate(world, record, id, station);
  for (const site of world.sites.values()) recordRunway(world, record, site);
  recordCrowd(world, record);
  for (const [id, incident] of world.incidents) {
    incident.changed.listen(() =>
      record({ at: world.sim.now, kind: 'incident', incident: id, isGoingOn: incident.isGoingOn }),
    );
  }
  recordCharges(world, record);
};

const recordParties = ({ sim, roster, nameOf }: World, record: Recorder): void => {
  const tell = (row: number, from: State): void => {
    const to = STATES[roster.state[row]!]!;
    record({ at: sim.now, kind: 'party', party: nameOf(row), people: roster.size[row]!, from, to });
  };
  for (let row = 0; row < roster.parties; row++) {
    const state = roster.state[row]!;
    if (state !== STATE['at-home'] && state !== STATE['at-post']) tell(row, 'at-home');
  }
  roster.onMove = (row, from) => tell(row, STATES[from]!);
};

const recordForce = ({ sim, force }: World, record: Recorder): void => {
  const ground = new Map<string, number>();
  const covered = new Map<string, boolean>();
  const look = (): void => {
    const at = sim.now;
    for (const unit of force.units) {
      const change = unit.ground - (ground.get(unit.id) ?? 0);
      ground.set(unit.id, unit.ground);
      if (change === 0) continue;
      record({ at, kind: 'troops', unit: unit.id, site: unit.site, change, ground: unit.ground });
    }
    for (const { id, isCovered, given } of force.tasks) {
      if (covered.get(id) === isCovered) continue;
      covered.set(id, isCovered);
      record({ at, kind: 'coverage', task: id, isCovered, troops: given });
    }
  };
  force.changed.listen(look);
  look();
};

const recordGate = ({ sim, force }: World, record: Recorder, id: string, station: Station): void => {
  let known = -1;
  const look = (): void => {
    const lanes = station.working;
    if (lanes === known) return;
    known = lanes;
    const why = lanes === 0 ? { why: station.hold } : {};
    record({ at: sim.now, kind: 'gate', gate: id, lanes, ...why });
  };
  station.changed.listen(look);
  force.changed.listen(look);
  look();
};

const recordRunway = ({ sim }: World, record: Recorder, { id, runway }: SiteState): void => {
  if (runway === undefined) return;
  const look = (): void =>
    record({ at: sim.now, kind: 'runway', site: id, isOpen: runway.isOpen, by: runway.reasons });
  runway.changed.listen(look);
  look();
};

const recordCrowd = ({ sim, crowd, force }: World, record: Recorder): void => {
  if (crowd === undefined) return;
  const { site } = crowd;
  crowd.changed.listen(() =>
    record({
      at: sim.now,
      kind: 'crowd',
      site: site.id,
      isOverrun: crowd.isOverrun,
      people: Math.round(crowd.pressure),
      held: Math.round(crowd.held(force)),
    }),
  );
};

/** At every sample, the constraint that holds back those who wait at each stage of a site, group by group. */
const recordCharges = (world: World, record: Recorder): void => {
  const { sim, roster, sites } = world;
  const known = new Map<string, number>();
  world.onSample = () => {
    for (const site of sites.values()) {
      if (site.haven !== undefined) continue;
      for (const { stage, group, shares } of chargesAt(world, site)) {
        const root = mostOf(shares);
        const key = `${site.id}/${stage}/${group}`;
        if (known.get(key) === root) continue;
        known.set(key, root);
        const by = CONSTRAINTS[root]!;
        record({ at: sim.now, kind: 'held-back', site: site.id, stage, group: roster.groups[group]!.id, by });
      }
    }
  };
};

interface Charge {
  readonly stage: State;
  readonly group: number;
  readonly shares: Shares;
}

/** Whom those who wait at a site are charged to; of several lines for desks the first with somebody in it counts. */
const chargesAt = (world: World, site: SiteState): Charge[] => {
  const roots = new Roots(world, site);
  const charges: Charge[] = [];
  for (const { index: group } of world.roster.groups) {
    if (site.outside.peopleOf(group) > 0)
      charges.push({ stage: 'outside-gate', group, shares: roots.outside(group) });
    if (site.waiting.peopleOf(group) > 0) {
      const isCalled = site === world.embassy?.site && group >= world.populationsByGroup.length;
      const stage = isCalled ? 'called-forward' : 'waiting-area';
      charges.push({ stage, group, shares: roots.craft(group) });
    }
    const step = site.processing.steps.find(({ queue }) => queue.peopleOf(group) > 0);
    if (step !== undefined) charges.push({ stage: 'processing', group, shares: roots.step(step, group) });
  }
  return charges;
};

/** Index of the constraint with the largest share. */
const mostOf = (shares: Shares): number => {
  let most = 0;
  for (const [index, share] of shares.entries()) if (share > shares[most]!) most = index;
  return most;
};
