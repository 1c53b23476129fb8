import type { Force } from './force.ts';
import type { Roster } from './roster.ts';

/** When things happened that are told as times; `Infinity` for what has not happened. */
export interface Milestones {
  /** by group of the roster: when at least 95 % were out */
  readonly nearlyAllOut: Float64Array;
  /** when every unit was on the ground in full strength */
  forceComplete: number;
  /** staff in the compound when the capital fell; 0 while it has not */
  staffAtFall: number;
}

/** Share of a group that counts as nearly all; design section 8 asks for it beside "all". */
export const NEARLY_ALL = 0.95;

export const noMilestones = (groups: number): Milestones => ({
  nearlyAllOut: new Float64Array(groups).fill(Infinity),
  forceComplete: Infinity,
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
  };
  force.changed.listen(noteForce);
  noteForce();
};
