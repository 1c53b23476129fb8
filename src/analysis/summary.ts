import type { Catalogue, ChangeObservation, Outcome } from '../model/outcome.ts';
import { changeIn } from './changes.ts';
import { type AnsweredQuestion, answered } from './distribution.ts';
import { type MeasureSummary, summariseMeasure } from './measures.ts';
import { type ObservedPoint, observe } from './observations.ts';
import { SeriesStore, type SeriesSummary } from './series.ts';
import { Table } from './table.ts';
import { Moments } from './welford.ts';

export type { MeasureSummary, ObservedPoint, SeriesSummary };

/** Everything the replications of one scenario say, as plain data. */
export interface Summary {
  readonly catalogue: Catalogue;
  readonly seed: string;
  readonly replications: number;
  /** in the order of `catalogue.measures` */
  readonly measures: readonly MeasureSummary[];
  /** in the order of `catalogue.series` */
  readonly series: readonly SeriesSummary[];
  /** in the order of `catalogue.observations` */
  readonly observations: readonly ObservedPoint[];
  /** in the order of `catalogue.questions`; absent where it asks none */
  readonly questions?: readonly AnsweredQuestion[];
  /** means per replication */
  readonly size: { readonly people: number; readonly parties: number; readonly events: number };
}

/** Takes outcomes one by one and forgets them; memory grows by one number per measure, observed change and replication. */
export interface Summariser {
  /**
   * @throws RangeError when the outcome is not one of the catalogue's: other lengths, or a number that its kind cannot be.
   * Nothing of it has been counted then.
   */
  add(outcome: Outcome): void;
  /** @throws RangeError when nothing was added */
  summary(seed: string): Summary;
  /** The measures of all that was added, in that order, for tables. */
  measured(): Iterable<Measured>;
}

/** What is kept of an outcome. */
export type Measured = Pick<Outcome, 'replication' | 'measures'>;

/** Numbers of replications, behind them their measures, and behind those their observed changes. */
class Kept {
  readonly #table: Table;
  readonly #measures: number;

  constructor({ measures }: Catalogue, changes: number) {
    this.#measures = measures.length;
    this.#table = new Table(1 + measures.length + changes);
  }

  add({ replication, measures }: Measured, changes: readonly number[]): void {
    this.#table.add([replication, ...measures, ...changes]);
  }

  /** All runs of one measure, ascending. */
  measure(index: number): Float64Array {
    return this.#table.sorted(1 + index);
  }

  /** All runs of one observed change, ascending. */
  change(index: number): Float64Array {
    return this.#table.sorted(1 + this.#measures + index);
  }

  *[Symbol.iterator](): Generator<Measured, void> {
    for (let index = 0; index < this.#table.length; index += 1) {
      const [replication = Number.NaN, ...rest] = this.#table.row(index);
      yield { replication, measures: rest.slice(0, this.#measures) };
    }
  }
}

/**
 * Refuses numbers that would poison results silently.
 *
 * @throws RangeError when there are more or fewer measures than in the catalogue, or one is a number that its kind cannot be
 */
export function checkMeasures(catalogue: Catalogue, outcome: Measured): void {
  if (outcome.measures.length !== catalogue.measures.length) {
    throw new RangeError(`${catalogue.measures.length} measures are needed, got ${outcome.measures.length}`);
  }
  for (const [index, { id, kind }] of catalogue.measures.entries()) {
    const value = outcome.measures[index]!;
    const isNever = kind === 'time' && value === Number.POSITIVE_INFINITY;
    const isAllowed = kind === 'indicator' ? value === 0 || value === 1 : Number.isFinite(value) || isNever;
    if (!isAllowed) {
      throw new RangeError(
        `measure ${id} of kind ${kind} cannot be ${value} (replication ${outcome.replication})`,
      );
    }
  }
}

/**
 * Summarises outcomes as they come. Add them in the order of their replications: the last digits of the series' means depend on it.
 *
 * @param catalogue of the scenario that all outcomes come from
 * @param options `room`: how many numbers of series may be kept for their quantiles, see `SeriesStore`
 * @example
 * const catalogue = { measures: [{ id: 'all-out', kind: 'indicator' }], series: [], grid: [], observations: [] };
 * const summariser = createSummariser(catalogue);
 * for (const allOut of [1, 0, 1, 1]) summariser.add({ measures: [allOut], series: [], people: 120, parties: 30, events: 500 });
 * summariser.summary('seed').measures[0].mean // => 0.75
 */
export function createSummariser(catalogue: Catalogue, options: { readonly room?: number } = {}): Summariser {
  const series = new SeriesStore(catalogue, options.room);
  const changes = catalogue.observations
    .filter((point): point is ChangeObservation => 'change' in point)
    .map((point) => ({ point, of: changeIn(catalogue, point) }));
  const kept = new Kept(catalogue, changes.length);
  const size = new Moments(3);
  return {
    add(outcome) {
      checkMeasures(catalogue, outcome);
      series.add(outcome.series);
      kept.add(
        outcome,
        changes.map(({ of }) => of(outcome)),
      );
      size.add([outcome.people, outcome.parties, outcome.events]);
    },
    summary(seed) {
      if (size.count === 0) throw new RangeError('there is no replication to summarise');
      const runs = {
        measures: catalogue.measures.map((spec, index) => summariseMeasure(spec, kept.measure(index))),
        series: series.summary(),
        changes: new Map(changes.map(({ point }, index) => [point, kept.change(index)])),
      };
      return {
        catalogue,
        seed,
        replications: size.count,
        measures: runs.measures,
        series: runs.series,
        observations: observe(catalogue, runs),
        ...answered(catalogue, (index) => kept.measure(index)),
        size: { people: size.mean(0), parties: size.mean(1), events: size.mean(2) },
      };
    },
    measured: () => kept,
  };
}

/**
 * Summarises outcomes that are all there.
 *
 * @param catalogue of the scenario that all outcomes come from
 * @param outcomes at least one, in the order of their replications
 * @param seed that they were made with
 * @throws RangeError when there are none, or one is not of the catalogue
 * @example
 * const catalogue = { measures: [{ id: 'people-out', kind: 'count' }], series: [], grid: [], observations: [] };
 * const outcomes = [90, 100, 110].map((out, replication) => ({ replication, measures: [out], series: [], people: 120, parties: 30, events: 500 }));
 * const [out] = summarise(catalogue, outcomes, 'seed').measures;
 * [out.mean, out.sd, out.p50] // => [100, 10, 100]
 * out.low.toFixed(2) // => '75.16'
 */
export function summarise(catalogue: Catalogue, outcomes: readonly Outcome[], seed: string): Summary {
  const summariser = createSummariser(catalogue);
  for (const outcome of outcomes) summariser.add(outcome);
  return summariser.summary(seed);
}
