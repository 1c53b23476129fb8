import type { Catalogue, Outcome } from '../model/outcome.ts';
import { type Attempt, type Failed, isFailed } from './attempt.ts';

/** How many numbers an outcome has; the same for all outcomes of a catalogue. */
export interface Shape {
  readonly measures: number;
  readonly series: number;
  /** instants at which each series is sampled */
  readonly samples: number;
}

/** Outcomes of one seed as numbers in a row, and beside them the replications that failed. Structured cloning takes it as it is. */
export interface Packed {
  readonly seed: string;
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly failed: readonly Failed[];
}

/** replication, people, parties, events */
const HEAD = 4;

const widthOf = ({ measures, series, samples }: Shape): number => HEAD + measures + series * samples;

/** The shape of all outcomes of a catalogue. */
export const shapeOf = (catalogue: Pick<Catalogue, 'measures' | 'series' | 'grid'>): Shape => ({
  measures: catalogue.measures.length,
  series: catalogue.series.length,
  samples: catalogue.grid.length,
});

/** An outcome without its log of actions, which is what is left when it comes from a worker or from a disk. */
export function withoutLog(outcome: Outcome): Outcome {
  return { ...outcome, actions: [] };
}

function fill(row: Float64Array, outcome: Outcome): void {
  const { seed: _, replication, people, parties, events, measures, series, actions: _log, ...rest } = outcome;
  // The compiler refuses this line when an outcome gets a field that is not packed.
  rest satisfies Record<string, never>;
  row.set([replication, people, parties, events]);
  row.set(measures, HEAD);
  for (const [index, levels] of series.entries())
    row.set(levels, HEAD + measures.length + index * levels.length);
}

/**
 * Packs attempts of one seed into one array of numbers, which moves between threads without being copied. The log of actions
 * is left out.
 *
 * @param attempts outcomes of one catalogue and failed replications, in the order of their replications
 * @param shape of the outcomes
 * @throws RangeError when an outcome has another shape
 * @example
 * const outcome = { seed: 's', replication: 7, measures: [5], series: [[0, 1]], actions: [], people: 9, parties: 3, events: 20 };
 * [...pack([outcome], { measures: 1, series: 1, samples: 2 }).numbers] // => [7, 9, 3, 20, 5, 0, 1]
 */
export function pack(attempts: readonly Attempt[], shape: Shape): Packed {
  const outcomes = attempts.filter((one): one is Outcome => !isFailed(one));
  const width = widthOf(shape);
  const numbers = new Float64Array(width * outcomes.length);
  for (const [index, outcome] of outcomes.entries()) {
    const { measures, series } = outcome;
    if (measures.length !== shape.measures || series.some((levels) => levels.length !== shape.samples))
      throw new RangeError(`replication ${outcome.replication} has another shape than its catalogue`);
    fill(numbers.subarray(index * width, (index + 1) * width), outcome);
  }
  return { seed: attempts[0]?.seed ?? '', numbers, failed: attempts.filter(isFailed) };
}

/**
 * The attempts in a pack, in the order of their replications; each is made when its turn comes, so that boxed numbers of a whole pack
 * are never in memory together.
 *
 * @throws RangeError when the numbers are not whole outcomes of that shape
 * @example
 * const shape = { measures: 1, series: 1, samples: 2 };
 * const [outcome] = unpack({ seed: 's', numbers: Float64Array.of(7, 9, 3, 20, 5, 0, 1), failed: [] }, shape);
 * outcome.series // => [[0, 1]]
 */
export function* unpack({ seed, numbers, failed }: Packed, shape: Shape): Generator<Attempt, void> {
  const width = widthOf(shape);
  if (numbers.length % width !== 0) throw new RangeError(`${numbers.length} numbers are no whole outcomes`);
  let next = 0;
  for (let at = 0; at < numbers.length; at += width) {
    for (; next < failed.length && failed[next]!.replication < numbers[at]!; next += 1) yield failed[next]!;
    yield outcomeOf(seed, numbers.subarray(at, at + width), shape);
  }
  yield* failed.slice(next);
}

/** Numbers in boxes; `Array.from` grows its result as it goes, and leaves twice as much behind. */
function boxed(row: Float64Array, from: number, to: number): number[] {
  const numbers = new Array<number>(to - from);
  for (let at = from; at < to; at += 1) numbers[at - from] = row[at]!;
  return numbers;
}

function outcomeOf(seed: string, row: Float64Array, { measures, series, samples }: Shape): Outcome {
  const [replication, people, parties, events] = row as unknown as [number, number, number, number];
  const from = HEAD + measures;
  return {
    seed,
    replication,
    measures: boxed(row, HEAD, from),
    series: Array.from({ length: series }, (_, index) =>
      boxed(row, from + index * samples, from + (index + 1) * samples),
    ),
    actions: [],
    people,
    parties,
    events,
  };
}
