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

/** The value at a place of its range, before it is written. */
function valueAt({ value, drawnFor, min, max, isWhole }: ScenarioNumber, place: number): Distribution {
  if (value.kind !== 'fixed' && drawnFor === 'run')
    return held(quantile(value)(LOW + (HIGH - LOW) * place), { min, max, isWhole });
  const factor = 1 - QUARTER + 2 * QUARTER * place;
  const moved = scaled(value, factor);
  return moved.kind === 'fixed' ? held(moved.value, { min, max, isWhole }) : moved;
}

/** Whole where it must be, and within what its field allows. */
function held(
  value: number,
  { min, max, isWhole }: { readonly min: number; readonly max: number; readonly isWhole: boolean },
): Distribution {
  const settled = isWhole ? Math.round(value) : Number(value.toPrecision(6));
  return fixed(Math.min(max, Math.max(min, settled)));
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
