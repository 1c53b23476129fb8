import type { Distribution, Instant } from '../../scenario/index.ts';
import type { MeasureSpec } from '../outcome.ts';
import type { World } from '../world.ts';
/** A measure with the way to read it off a world. */
export interface Measure extends MeasureSpec {
  /** `window`: read when the headlines are due; `end`: read when the run is over */
  readonly at: 'window' | 'end';
  read(world: World): number;
}

/** More stands or pads than this are no limit worth showing; it is the default of a site that names none. */
export const UNLIMITED = 1000;

/** Whether a number of stands, pads or places is a limit worth showing. */
export const isLimit = (units: Distribution): boolean => units.kind !== 'fixed' || units.value < UNLIMITED;

/** Hours in a minute. */
export const HOURS: number = 1 / 60;

type Definition = Omit<Measure, 'headline' | 'at' | 'unit' | 'better'> &
  Partial<Pick<Measure, 'headline' | 'at' | 'unit' | 'better'>>;

const UNIT: { readonly [kind in MeasureSpec['kind']]: string } = {
  count: 'people',
  time: 'min',
  share: 'share',
  indicator: 'probability',
  hours: 'person-hours',
};

/** Fills in what most measures have in common. */
export const measure = (definition: Definition): Measure => ({
  headline: false,
  at: 'window',
  unit: UNIT[definition.kind],
  better: 'neither',
  ...definition,
});

/** The level that a plan asks for at an instant: that of its last step so far, 0 before the first. */
export const plannedAt = (
  world: World,
  plan: readonly { readonly at: Instant; readonly level: number }[],
): number => {
  let level = 0;
  for (const step of plan) if (world.minutes(step.at) <= world.sim.now) level = step.level;
  return level;
};

/** What people read for an entry of the scenario. */
export const titleOf = (entry: { readonly title?: string | undefined } | undefined, id: string): string =>
  entry?.title ?? id;
