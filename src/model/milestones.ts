import type { Force } from './force.ts';
import type { Roster } from './roster.ts';

/** When things happened that are told as times; `Infinity` for what has not happened. */
export interface Milestones {
  /** by group of the roster: when at least 95 % were out */
  readonly nearlyAllOut: Float64Array;
  /** when every unit was on the ground in full strength */
  forceComplete: number;
  /** when nobody was left of the units that withdraw */
  lastTroopsOut: number;
  /** staff in the compound when the capital fell; 0 while it has not */
  staffAtFall: number;
}

/** Share of a group that counts as nearly all; design section 8 asks for it beside "all". */
export const NEARLY_ALL = 0.95;

export const noMilestones = (groups: number): Milestones => ({
  nearlyAllOut: new Float64Array(groups).fill(Infinity),
  forceComplete: Infinity,
  lastTroopsOut: Infinity,
  staffAtFall: 0,
});

/** Keeps the milestones of a run as it goes on. */
export const keepMilestones = (
  sim: { readonly now: number },
  milestones: Milestones,
  roster: Roster,
  force: Force,
): void => {
  roster.onOut = (index) => {
    const group = roster.groups[index]!;
    if (milestones.nearlyAllOut[index]! < Infinity || roster.out[index]! < NEARLY_ALL * group.people) return;
    milestones.nearlyAllOut[index] = sim.now;
  };
  const noteForce = (): void => {
    const isComplete = force.units.every((unit) => unit.ground === unit.strength);
    if (isComplete) milestones.forceComplete = Math.min(milestones.forceComplete, sim.now);
    const leavers = force.units.filter((unit) => unit.lift !== undefined);
    if (leavers.length === 0) return;
    const areOut = leavers.every(
      ({ isWithdrawing, inbound, ground, leaving, aboard }) =>
        isWithdrawing && inbound + ground + leaving + aboard === 0,
    );
    milestones.lastTroopsOut = areOut ? Math.min(milestones.lastTroopsOut, sim.now) : Infinity;
  };
  for (const { index, people } of roster.groups) if (people === 0) milestones.nearlyAllOut[index] = 0;
  force.changed.listen(noteForce);
  noteForce();
};
