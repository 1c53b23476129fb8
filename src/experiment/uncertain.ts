import { quantile } from '../kernel/index.ts';
import {
  type Distribution,
  fixed,
  type Scenario,
  type ScenarioNumber,
  scaled,
  writeQuantity,
} from '../scenario/index.ts';

/** An uncertain number of a scenario and the range in which it is moved. */
export interface Uncertain {
  readonly path: string;
  /** as it stands in the scenario */
  readonly written: string;
  readonly grade: ScenarioNumber['grade'];
  /** what low and high are */
  readonly range: 'quantiles' | 'quarter';
  /** as `--set` takes them */
  readonly low: string;
  readonly high: string;
  /** paths of the numbers that are moved with it, by the same share, because alone it would turn their order round */
  readonly together: readonly string[];
  /** what makes it so, as `--set` takes it, at a place between 0, the low, and 1, the high; for those that are moved with it, too */
  settings(place: number): readonly string[];
  /**
   * how far through its range it then is, 0 to 1: not the place itself where values are whole, or lie closer together in one part of
   * the range than in another
   */
  shareAt(place: number): number;
}

/** Low and high of a quantity that is drawn once for a run: what nine draws in ten exceed, and one in ten. */
const LOW = 0.1;
const HIGH = 0.9;

/** By how much a number that is assumed or estimated, and fixed, is moved either way. */
const QUARTER = 0.25;

/** Where a scenario says what is asked, not how the world is: its clock, what history records, and who comes before whom. */
const NOT_THE_WORLD = /^(?:window|tail|sample|observations\..*|.*\.(?:priority|plan\..*))$/;

/** Whether a number is uncertain: drawn once for a run, or assumed or estimated. */
const isUncertain = ({ path, grade, value, drawnFor, isListed }: ScenarioNumber): boolean => {
  if (isListed || NOT_THE_WORLD.test(path)) return false;
  return (value.kind !== 'fixed' && drawnFor === 'run') || grade === 'assumed' || grade === 'estimate';
};

/** By what a distribution is scaled that is drawn anew for every party or sortie. */
const factorAt = (place: number): number => 1 - QUARTER + 2 * QUARTER * place;

/** The value at a place of its range, before it is written. */
const valueAt = (number: ScenarioNumber, place: number): Distribution => {
  const one = singleAt(number, place);
  return one === null ? scaled(number.value, factorAt(place)) : fixed(one);
};

/**
 * The one number that stands at a place of a range; null where a distribution is scaled. Whole numbers, and those that were fixed,
 * stand evenly between their ends as these are written: were each place rounded by itself, two of them could fall on one value, and a
 * step between them would move nothing.
 */
function singleAt(number: ScenarioNumber, place: number): number | null {
  const { value, drawnFor, isWhole } = number;
  const isDrawn = value.kind !== 'fixed' && drawnFor === 'run';
  if (!isDrawn && value.kind !== 'fixed') return null;
  const at = (where: number): number =>
    value.kind === 'fixed' ? value.value * factorAt(where) : quantile(value)(LOW + (HIGH - LOW) * where);
  if (isDrawn && !isWhole) return held(at(place), number);
  const [low, high] = [held(at(0), number), held(at(1), number)];
  return held(low + (high - low) * place, number);
}

/** Whole where it must be, and within what its field allows. */
function held(value: number, { min, max, isWhole }: Pick<ScenarioNumber, 'min' | 'max' | 'isWhole'>): number {
  const settled = isWhole ? Math.round(value) : Number(value.toPrecision(6));
  return Math.min(max, Math.max(min, settled));
}

/** How far through its range a number is at a place: 0 at its low, 1 at its high. */
function shareAt(number: ScenarioNumber, place: number): number {
  const [low, here, high] = [0, place, 1].map((where) => singleAt(number, where));
  return low == null || here == null || high == null ? place : (here - low) / (high - low);
}

/**
 * The uncertain numbers of a scenario: every quantity drawn once for a run, between its 10 % and its 90 % quantile, and every other
 * number graded `assumed` or `estimate`, a quarter up and down; a distribution drawn anew for every party or sortie is scaled as a
 * whole. Numbers in lists, and those that a quarter does not move, are left out. Thresholds between which policies switch to and fro
 * are moved together: one alone would switch on above a level and off below a higher one.
 *
 * @param numbers of the scenario, as `loadScenario` gives them
 * @param policies of the scenario
 * @example
 * const people = { path: 'populations.us.people', written: '…', grade: 'estimate', dimension: 'people', isWhole: true, min: 0, max: 1e9, value: { kind: 'uniform', min: 1000, max: 2000 }, drawnFor: 'run', isListed: false };
 * const [one] = uncertainNumbers([people]);
 * [one.low, one.high, one.range] // => ['1100 people', '1900 people', 'quantiles']
 */
export function uncertainNumbers(
  numbers: readonly ScenarioNumber[],
  policies: Scenario['policies'] = {},
): readonly Uncertain[] {
  const movable = numbers.filter(isUncertain).filter((number) => textAt(number, 0) !== textAt(number, 1));
  const taken = new Set<ScenarioNumber>();
  return movable.flatMap((number) => {
    if (taken.has(number)) return [];
    const group = switchOf(number, movable, policies);
    for (const one of group) taken.add(one);
    return [uncertain(number, group)];
  });
}

/** The value at a place of its range, as `--set` takes it. */
const textAt = (number: ScenarioNumber, place: number): string =>
  writeQuantity(number.dimension, valueAt(number, place));

function uncertain(number: ScenarioNumber, group: readonly ScenarioNumber[]): Uncertain {
  const { path, written, grade, value, drawnFor } = number;
  return {
    path,
    written,
    grade,
    range: value.kind !== 'fixed' && drawnFor === 'run' ? 'quantiles' : 'quarter',
    low: textAt(number, 0),
    high: textAt(number, 1),
    together: group.filter((one) => one !== number).map((one) => one.path),
    settings: (place) => group.map((one) => `${one.path}=${textAt(one, place)}`),
    shareAt: (place) => shareAt(number, place),
  };
}

/** A level at which a policy switches. */
interface Threshold {
  readonly policy: string;
  /** what is watched, and where */
  readonly level: string;
}

const THRESHOLD = /^policies\.([^.]+)\.(when|until)\.(?:above|below)$/;

function thresholdOf({ path }: ScenarioNumber, policies: Scenario['policies']): Threshold | undefined {
  const [, policy = '', side] = THRESHOLD.exec(path) ?? [];
  const condition = policies[policy]?.[side as 'when' | 'until'];
  if (condition === undefined) return undefined;
  const { watch, of, gate, desk } = condition;
  return { policy, level: JSON.stringify([watch, of, gate, desk]) };
}

/** A number and all thresholds it is tied to: of one level, in one policy or equal to each other. */
function switchOf(
  number: ScenarioNumber,
  movable: readonly ScenarioNumber[],
  policies: Scenario['policies'],
): readonly ScenarioNumber[] {
  const tied = [number];
  for (const one of tied) {
    const mine = thresholdOf(one, policies);
    if (mine === undefined) continue;
    for (const other of movable) {
      const its = tied.includes(other) ? undefined : thresholdOf(other, policies);
      if (its?.level !== mine.level) continue;
      const isEqual = JSON.stringify(other.value) === JSON.stringify(one.value);
      if (its.policy === mine.policy || isEqual) tied.push(other);
    }
  }
  return tied;
}
