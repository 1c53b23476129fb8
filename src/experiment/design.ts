import { Stream } from '../kernel/index.ts';
import { type Factor, type Level, levelAt } from './factor.ts';
import { sobol } from './sobol.ts';

/** How points are laid out: every combination, Latin hypercube, or Sobol's sequence. */
export type Design = 'full' | 'lhs' | 'sobol';

/** How to lay out points. */
export interface DesignOptions {
  readonly design: Design;
  /** full: levels of every range without steps; else how many points */
  readonly points: number;
  /** decides the Latin hypercube; the others need no luck */
  readonly seed: string;
}

/** Most points of one experiment; assumed, because each is run many times. */
const MOST_POINTS = 10_000;

/**
 * The points of an experiment, each with one level per factor.
 *
 * @param factors one or more, at most ten for Sobol's sequence
 * @throws RangeError when there are no factors, too many of them, or too many points
 * @example
 * const lanes = { path: 'lanes', levels: [{ text: '1', value: 1 }, { text: '2', value: 2 }], range: null };
 * const beds = { path: 'beds', levels: [], range: { low: 0, high: 100, unit: ' people', isWhole: true } };
 * layOut([lanes, beds], { design: 'full', points: 3, seed: 's' }).map((point) => point.map(({ text }) => text).join(', '))
 * // => ['1, 0 people', '1, 50 people', '1, 100 people', '2, 0 people', '2, 50 people', '2, 100 people']
 */
export function layOut(factors: readonly Factor[], { design, points, seed }: DesignOptions): Level[][] {
  if (factors.length === 0) throw new RangeError('there is nothing to vary');
  if (design === 'full') return crossed(factors.map((factor) => levelsOf(factor, points)));
  if (!(points >= 1 && points <= MOST_POINTS)) {
    throw new RangeError(`points must lie between 1 and ${MOST_POINTS}, got ${points}`);
  }
  const units = design === 'lhs' ? latin(factors.length, points, seed) : sobol(factors.length, points);
  return units.map((unit) => factors.map((factor, index) => levelOf(factor, unit[index]!)));
}

/** The levels of a factor in a full design; a range without steps is cut evenly, its ends included. */
function levelsOf({ levels, range }: Factor, count: number): readonly Level[] {
  if (levels.length > 0 || range === null) return levels;
  const { low, high } = range;
  const cuts = Array.from({ length: Math.max(2, count) }, (_, index) =>
    levelAt(range, low + ((high - low) * index) / (Math.max(2, count) - 1)),
  );
  return cuts.filter(({ text }, index) => cuts.findIndex((one) => one.text === text) === index);
}

function crossed(levels: readonly (readonly Level[])[]): Level[][] {
  const count = levels.reduce((product, each) => product * each.length, 1);
  if (count > MOST_POINTS) {
    throw new RangeError(
      `${count} combinations are too many: at most ${MOST_POINTS}; vary less, or use lhs or sobol`,
    );
  }
  return levels.reduce<Level[][]>(
    (points, each) => points.flatMap((point) => each.map((level) => [...point, level])),
    [[]],
  );
}

/** The level of a factor at a place in [0, 1). */
function levelOf({ levels, range }: Factor, unit: number): Level {
  if (levels.length > 0 || range === null) return levels[Math.floor(unit * levels.length)]!;
  const { low, high, isWhole } = range;
  // Whole numbers from low to high are all equally likely.
  if (isWhole) return levelAt(range, Math.min(high, Math.floor(low + unit * (high - low + 1))));
  return levelAt(range, low + unit * (high - low));
}

/**
 * A Latin hypercube: every factor is cut into as many equal parts as there are points, and each part holds one point.
 * Source: McKay, Beckman and Conover (1979), "A comparison of three methods for selecting values of input variables in the
 * analysis of output from a computer code", Technometrics 21(2).
 *
 * @param width factors
 * @param points 1 or more
 * @param seed decides it
 * @example
 * latin(1, 4, 's').map(([u]) => Math.floor(4 * u)).sort() // => [0, 1, 2, 3]
 */
export function latin(width: number, points: number, seed: string): number[][] {
  const columns = Array.from({ length: width }, (_, factor) => {
    const luck = new Stream(seed, `latin/${factor}`);
    const parts = shuffled(points, luck);
    return parts.map((part) => (part + luck.uniform()) / points);
  });
  return Array.from({ length: points }, (_, index) => columns.map((column) => column[index]!));
}

/** Numbers from 0 in an order that luck decides: Fisher and Yates, as Durstenfeld (1964) has it. */
function shuffled(count: number, luck: Stream): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(luck.uniform() * (last + 1));
    [numbers[last], numbers[other]] = [numbers[other]!, numbers[last]!];
  }
  return numbers;
}
