import type { Scenario } from '../scenario/index.ts';
import type { Purpose } from './party-luck.ts';
import { PartyQueue } from './party-queue.ts';
import type { Room } from './room.ts';
import { NONE } from './roster.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import type { Station } from './station.ts';
import type { World } from './world.ts';

/** One step of processing: a line, and the desks that draw on it. */
export interface Step {
  /** smaller numbers come first */
  readonly number: number;
  readonly queue: PartyQueue;
  readonly desks: Station[];
  /** one flag per group: whom some desk of the step serves */
  readonly serves: Uint8Array;
  /** share of parties that need it, 0 to 1, drawn for this run */
  readonly share: number;
  /** the luck by which a party is among that share */
  readonly purpose: Purpose;
  /** whether only parties with a medical case need it */
  readonly isMedical: boolean;
}

/** People inside a site who wait for a desk or are at one, step by step. */
export class Processing {
  /** in the order in which parties pass them */
  readonly steps: Step[] = [];

  /** People in line; those at a desk are not. */
  get people(): number {
    let people = 0;
    for (const { queue } of this.steps) people += queue.people;
    return people;
  }
}

/** Sets up the steps of all sites, each with its desks still to come. */
export const buildSteps = (world: World): void => {
  for (const [id, desk] of Object.entries(world.scenario.desks)) {
    const { steps } = world.site(desk.site).processing;
    const known = steps.find(({ number }) => number === desk.step);
    const step = known ?? newStep(world, id, desk);
    for (const [group, serves] of world.flags(desk.serves).entries()) step.serves[group]! |= serves;
    if (known !== undefined) continue;
    steps.push(step);
    steps.sort((a, b) => a.number - b.number);
  }
};

const newStep = ({ luck, roster }: World, id: string, desk: Scenario['desks'][string]): Step => ({
  number: desk.step,
  queue: new PartyQueue(roster),
  desks: [],
  serves: new Uint8Array(roster.groups.length),
  share: luck.once(`desks.${id}.share`, desk.share),
  purpose: `step-${desk.step}`,
  isMedical: desk.needs === 'medical',
});

/** Whether somebody of a party has a medical case. */
export const isMedical = ({ populationsByGroup, partyLuck, roster }: World, party: number): boolean =>
  partyLuck.isAmong(populationsByGroup[roster.group[party]!]!.medical, party, 'medical');

/** Whether a party must pass a step. */
export const needsStep = (world: World, step: Step, party: number): boolean =>
  step.serves[world.roster.group[party]!] === 1 &&
  (!step.isMedical || isMedical(world, party)) &&
  world.partyLuck.isAmong(step.share, party, step.purpose);

/**
 * The step that a party passes next, as an index of the site's steps, or `NONE` when it is through.
 *
 * @param from index of the first step that it may pass
 */
export const nextStep = (world: World, site: SiteState, party: number, from: number): number => {
  const { steps } = site.processing;
  for (let index = from; index < steps.length; index++)
    if (needsStep(world, steps[index]!, party)) return index;
  return NONE;
};

/** The room in which a party must find place before it is called in from outside. */
export const roomBehindGate = (world: World, site: SiteState, party: number): Room =>
  nextStep(world, site, party, 0) === NONE ? site.waitingArea : site.processingRoom;

/** A party for whom room was kept comes in. */
export const comeIn = (world: World, site: SiteState, party: number): void => {
  const step = nextStep(world, site, party, 0);
  if (step === NONE) {
    becomeReady(world, site, party);
    return;
  }
  site.processingRoom.enter(world.roster.size[party]!);
  world.roster.move(party, STATE.processing);
  joinStep(site, party, step);
};

/** A party stands in line for a step; it has its place in the processing room already. */
export const joinStep = (site: SiteState, party: number, index: number): void => {
  const { queue, desks } = site.processing.steps[index]!;
  queue.join(party);
  for (const desk of desks) desk.assign();
};

/** A party for whom room was kept enters the waiting area. */
export const becomeReady = (world: World, site: SiteState, party: number): void => {
  site.waitingArea.enter(world.roster.size[party]!);
  world.roster.move(party, STATE['waiting-area']);
  site.waiting.join(party);
  site.announce();
};

/** Whether a party has partial papers of its own, served at the embassy or not. */
export const hasPartialPapers = (
  { populationsByGroup, partyLuck, roster }: World,
  party: number,
): boolean => {
  const { ineligible, partialPapers } = populationsByGroup[roster.group[party]!]!;
  if (partialPapers === 0) return false;
  const luck = partyLuck.of(party, 'papers');
  return luck >= ineligible && luck < ineligible + partialPapers;
};

/** Whether a party may fly at all. */
export const isEligible = ({ populationsByGroup, partyLuck, roster }: World, party: number): boolean => {
  const population = populationsByGroup[roster.group[party]!];
  return population === undefined || !partyLuck.isAmong(population.ineligible, party, 'papers');
};
